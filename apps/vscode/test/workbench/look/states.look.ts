/** Pictures of what is seen less often: settings, the palette, other windows and folders, a server that is away. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, test } from 'vitest';
import { findChromium } from '../../../../../scripts/workbench/chromium.mjs';
import { goTo, hover, lens, openFile, runCommand, unhover } from '../harness/editor.ts';
import { notebook, project } from '../harness/project.ts';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

const chromium = findChromium();

const cells = notebook(
  'import torch\nimport torch.nn.functional as F',
  'p = F.softmax(torch.randn(8, 3), dim=1)',
  'loss = F.cross_entropy(p, torch.randint(0, 3, (8,)))',
);
const minified = Array.from({ length: 2_000 }, (_, i) => `const a${i}=tf.softmax(tf.tensor([${i % 5},1,2]));`).join('');
const files: Readonly<Record<string, string>> = {
  ...project,
  'loss.ipynb': cells,
  'minified.js': `import * as tf from '@tensorflow/tfjs';${minified}\n`,
  'wide.py': `import torch\nx = torch.softmax(torch.tensor([${Array.from({ length: 3_000 }, (_, i) => (i % 17) / 4).join(', ')}]), dim=0)\n`,
};

const looks = [
  { name: 'dark-chinese', host: 'node', theme: 'Default Dark Modern', locale: 'zh-cn', explained: '作用' },
  { name: 'contrast-light', host: 'node', theme: 'Default High Contrast Light', locale: 'en', explained: 'What it does' },
  { name: 'web', host: 'browser', theme: 'Default Light Modern', locale: 'en', explained: 'What it does' },
  { name: 'web-contrast-chinese', host: 'browser', theme: 'Default High Contrast', locale: 'zh-cn', explained: '作用' },
] as const;

let workbench: Workbench | undefined;
afterEach(async () => {
  await workbench?.close();
  workbench = undefined;
});

describe.skipIf(chromium === undefined).each(looks)('$name', ({ name, host, theme, locale, explained }) => {
  const open = async (): Promise<{ page: Page; shot: (surface: string) => Promise<void>; folder: string }> => {
    const opened = await openWorkbench(host, chromium ?? '', { theme, locale, file: 'heads.py', files });
    workbench = opened;
    await lens(opened.page, '✓').waitFor({ timeout: 60_000 });
    return { page: opened.page, folder: opened.folder, shot: (surface) => opened.shot(`states-${name}-${surface}`) };
  };

  test('settings, palette, a page of a rule', async () => {
    const { page, shot } = await open();
    await openFile(page, 'model.py');
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await goTo(page, '15:25');
    await runCommand(page, 'Softlens: Explain a Problem');
    const preview = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
    await preview.getByRole('heading', { name: explained }).waitFor({ timeout: 30_000 });
    await shot('rule-page');
    await page.keyboard.press('F1');
    await page.keyboard.type('Softlens');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Softlens:' }).first().waitFor();
    await shot('palette');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Preferences: Open Settings (UI)');
    await page.locator('.settings-editor .suggest-input-container').first().click();
    await page.keyboard.type('softlens.');
    await page.locator('.settings-editor .setting-item-contents', { hasText: 'Code Lens' }).first().waitFor();
    await shot('settings');
  });

  test('the walkthrough, step by step', async () => {
    const { page, shot } = await open();
    await runCommand(page, 'Welcome: Open Walkthrough');
    await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'logit' }).first().click();
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    await steps.first().waitFor();
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    for (let i = 0; i < 5; i++) {
      await steps.nth(i).click();
      await page.locator('.getting-started-step.expanded').nth(0).waitFor();
      await page.waitForTimeout(800);
      await shot(`walkthrough-${i + 1}`);
    }
  });

  test('a notebook, long lines, a narrow window, half as large again', async () => {
    const { page, shot } = await open();
    await openFile(page, 'loss.ipynb');
    await hover(page, 'F.cross_entropy', 'p,', 'cross_entropy');
    await shot('notebook');
    await unhover(page);
    await openFile(page, 'minified.js');
    await shot('minified');
    await openFile(page, 'wide.py');
    await hover(page, 'x = torch.softmax', 'softmax', 'softmax →');
    await shot('wide');
    await unhover(page);
    await openFile(page, 'expected.py');
    await page.setViewportSize({ width: 854, height: 534 });
    await hover(page, 'probs = torch.softmax', 'softmax', 'softmax →');
    await shot('larger');
    await unhover(page);
    await page.setViewportSize({ width: 640, height: 700 });
    await shot('narrow');
  });

  test.skipIf(host === 'browser')('a comparison with what was committed', async () => {
    const { page, shot, folder } = await open();
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=look', '-c', 'user.email=look@localhost', ...args], { cwd: folder });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'first');
    writeFileSync(join(folder, 'train.py'), `${files['train.py'] ?? ''}more = predict(probs)\n`);
    await page.reload();
    await openFile(page, 'train.py');
    await lens(page, '✗').waitFor({ timeout: 60_000 });
    await runCommand(page, 'Git: Open Changes');
    await page.locator('.monaco-diff-editor .squiggly-error').first().waitFor({ timeout: 60_000 });
    await shot('comparison');
  });
});
