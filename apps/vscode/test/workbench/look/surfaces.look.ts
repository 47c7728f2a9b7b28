/** Takes the pictures by which the surfaces are judged: `pnpm --filter softlens-vscode look`. */
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { findChromium } from '../../../../../scripts/workbench/chromium.mjs';
import { goTo, hover, lens, line, openFile, runCommand, unhover } from '../harness/editor.ts';
import { openWorkbench, type Workbench } from '../harness/workbench.ts';

const chromium = findChromium();

const looks = [
  { name: 'dark', theme: 'Default Dark Modern', language: 'en' },
  { name: 'light', theme: 'Default Light Modern', language: 'zh-cn' },
  { name: 'contrast', theme: 'Default High Contrast', language: 'en' },
  { name: 'contrast-light', theme: 'Default High Contrast Light', language: 'zh-cn' },
];

describe.skipIf(chromium === undefined).each(looks)('$name', ({ name, theme, language }) => {
  let workbench: Workbench;
  let page: Page;
  const shot = (surface: string) => workbench.shot(`look-${name}-${surface}`);
  const hovered = async (lineText: string, token: string, expected: string, surface: string) => {
    await hover(page, lineText, token, expected);
    await shot(surface);
    await unhover(page);
  };
  beforeAll(async () => {
    workbench = await openWorkbench('node', chromium ?? '', { theme, more: { 'softlens.language': language } });
    page = workbench.page;
    await line(page, '→ .659 .242 .099').waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await workbench?.close();
  });

  test('values', async () => {
    await shot('lenses');
    await hovered('probs = F.softmax', 'softmax', 'softmax → [0.659', 'hover');
    await hovered('labels = torch.sigmoid', 'sigmoid', 'sigmoid → [0.818', 'hover-labels');
    await hovered('two = F.softmax', 'softmax', 'softmax → [0.769', 'hover-two-classes');
    await hovered('rows = F.softmax', 'softmax', 'softmax →', 'hover-rows');
  });

  test('findings', async () => {
    await openFile(page, 'walkthrough.py');
    const wrong = lens(page, 'CrossEntropyLoss ✗');
    await wrong.waitFor({ timeout: 30_000 });
    await page.locator('.squiggly-error').first().waitFor();
    await hovered('criterion(model(x), y)', 'model(x)', language === 'en' ? 'expects logits' : '需要 logits', 'hover-finding');
    await goTo(page, '24:10');
    await runCommand(page, 'Quick Fix...');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'softmax-before-cross-entropy' }).first().waitFor();
    await shot('quick-fix');
    await page.keyboard.press('Escape');
    await wrong.locator('a').first().click();
    await page.locator('.peekview-widget .monaco-list-row', { hasText: 'F.softmax' }).first().waitFor();
    await shot('path');
    await page.keyboard.press('Escape');
    await runCommand(page, 'Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'walkthrough.py' }).first().waitFor();
    await shot('problems');
    await runCommand(page, 'View: Hide Panel');
    await page.locator('[id="status.languageStatus"]').click();
    await page.locator('.hover-language-status:visible', { hasText: 'Softlens' }).first().waitFor();
    await shot('status');
    await page.keyboard.press('Escape');
  });

  test('notebook', async () => {
    await openFile(page, 'temperature.ipynb');
    await hovered('cold = softmax', 'softmax', 'softmax → [', 'notebook');
  });

  test('explorer', async () => {
    await runCommand(page, 'View: Close All Editors');
    await openFile(page, 'hello.py');
    await explore(page, '7:12', 'softmax');
    await shot('explorer');
    await whole(page, workbench, `look-${name}-explorer-whole`);
    await line(page, 'labels').click({ position: { x: 40, y: 8 } });
    await explore(page, '10:16', 'sigmoid');
    await shot('explorer-labels');
    await line(page, 'two').click({ position: { x: 40, y: 8 } });
    await explore(page, '13:12', 'softmax');
    await shot('explorer-two-classes');
  });
});

const content = (page: Page): FrameLocator => page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');

async function explore(page: Page, place: string, title: string): Promise<void> {
  await goTo(page, place);
  await runCommand(page, 'Softlens: Open Softmax Explorer');
  await content(page).getByRole('heading', { name: title }).first().waitFor({ timeout: 30_000 });
}

/** All sections unfolded, as tall as they are. */
async function whole(page: Page, workbench: Workbench, name: string): Promise<void> {
  const body = content(page).locator('body');
  await body.evaluate((element: HTMLElement) => {
    for (const details of element.querySelectorAll('details')) details.open = true;
  });
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  const height = await body.evaluate((element: HTMLElement) => element.scrollHeight);
  await page.setViewportSize({ width: size.width, height: height + 200 });
  await page.waitForTimeout(300);
  await workbench.shot(name);
  await page.setViewportSize(size);
}
