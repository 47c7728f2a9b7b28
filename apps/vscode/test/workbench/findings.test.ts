/** Findings in a real VS Code, from the squiggle to the fix, in both hosts and both languages. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { clickLens, goTo, hover, lens, line, openStatus, pickAction, runCommand, unhover, until } from './harness/editor.ts';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const chromium = findChromium();
const file = 'walkthrough.py';

describe.skipIf(chromium === undefined).each(['node', 'browser'] as const)('in the %s extension host', (host) => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench(host, chromium ?? '', { file });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.shot(`failure-${task.name.replaceAll(/\W+/g, '-')}`);
    await unhover(workbench.page);
  });
  afterAll(async () => {
    await workbench?.close();
  });

  test('a loss tells above its line what is wrong, and is underlined', async () => {
    const { page } = workbench;
    await lens(page, 'probabilities → CrossEntropyLoss ✗ expects logits').waitFor({ timeout: 60_000 });
    // A preview of the file would be replaced by the next one.
    await page.locator('.tab', { hasText: file }).dblclick();
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await lens(page, 'forward: probabilities [32, 10]').waitFor();
    await workbench.shot('findings');
  });

  test('a click on it shows the places from the producer to the consumer', async () => {
    const { page } = workbench;
    const peek = page.locator('.peekview-widget');
    await clickLens(page, 'CrossEntropyLoss ✗', peek.locator('.monaco-list-row', { hasText: 'return F.softmax' }).first());
    await workbench.shot('findings-path');
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  test('the code of a problem leads to the page of its rule', async () => {
    const { page } = workbench;
    const box = await hover(page, 'loss = criterion', 'model', 'expects logits and applies log-softmax itself');
    await workbench.shot('findings-hover');
    // The link may be broken over two lines, with nothing in its middle.
    await box.locator('a', { hasText: 'softmax-before-cross-entropy' }).first().dispatchEvent('click');
    await page.locator('.tab.active', { hasText: 'softmax-before-cross-entropy' }).waitFor({ timeout: 60_000 });
    await page.frameLocator('iframe.webview').frameLocator('#active-frame').getByText('Why is this bad').waitFor();
    await page.locator('.tab', { hasText: file }).click();
  });

  test('a false alarm is written down with its line alone', async () => {
    const { page } = workbench;
    await goTo(page, '24:10');
    await runCommand(page, 'Softlens: Report a False Alarm');
    await line(page, '# False alarm: softmax-before-cross-entropy').waitFor({ timeout: 60_000 });
    await line(page, 'loss = criterion(model(x), y)').waitFor();
    await workbench.shot('false-alarm');
    await page.locator('.tab', { hasText: file }).click();
  });

  test('the walkthrough has its steps and pictures', async () => {
    const { page } = workbench;
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    await until(steps.filter({ hasText: 'Rest the mouse on a call' }).first(), async () => {
      await runCommand(page, 'Welcome: Open Walkthrough');
      await page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'Know a logit from a probability' }).click();
    });
    expect(await steps.count()).toBe(5);
    await workbench.shot('walkthrough');
    await page.locator('.tab', { hasText: file }).click();
  });

  test('a finding can be ignored at its line', async () => {
    const { page } = workbench;
    await pickAction(page, '24:10', 'Ignore softmax-before-cross-entropy here');
    await line(page, '# softlens: ignore[softmax-before-cross-entropy] -- reason').waitFor();
    await lens(page, 'CrossEntropyLoss ✗').waitFor({ state: 'detached', timeout: 60_000 });
  });

  test('fix-all applies the safe fixes', async () => {
    const { page } = workbench;
    await goTo(page, '27:1');
    await until(line(page, 'F.log_softmax(torch.randn(32, 10), dim=1)'), () => runCommand(page, 'Fix All'));
  });
});

test.skipIf(chromium === undefined)('with problems only, what is right and what is computed has no lens', async () => {
  const workbench = await openWorkbench('browser', chromium ?? '', { file, more: { 'softlens.codeLens': 'problems' } });
  try {
    await lens(workbench.page, 'probabilities → CrossEntropyLoss ✗ expects logits').waitFor({ timeout: 60_000 });
    const titles = await workbench.page.locator('.monaco-editor .codelens-decoration').allTextContents();
    expect(titles.filter((title) => !title.includes('✗'))).toEqual([]);
    await workbench.shot('problems-only');
  } finally {
    await workbench.close();
  }
});

describe.skipIf(chromium === undefined)('in Chinese', () => {
  test.each(['node', 'browser'] as const)('by the setting, lenses and problems speak it in the %s host', async (host) => {
    const more = { 'softlens.language': 'zh-cn', 'softlens.codeLens': 'problems' };
    const workbench = await openWorkbench(host, chromium ?? '', { file, more });
    try {
      await lens(workbench.page, '概率 → CrossEntropyLoss ✗').waitFor({ timeout: 60_000 });
      expect(await lens(workbench.page, 'forward').count()).toBe(0);
      const box = await hover(workbench.page, 'criterion(model(x), y)', 'model', '概率');
      expect(await box.textContent()).not.toContain('expects');
      await workbench.shot('findings-chinese');
    } finally {
      await workbench.close();
    }
  });

  test.each(['node', 'browser'] as const)('by the language of the editor, everything speaks it in the %s host', async (host) => {
    const workbench = await openWorkbench(host, chromium ?? '', { file, locale: 'zh-cn' });
    const { page } = workbench;
    try {
      await lens(page, '概率 → CrossEntropyLoss ✗').waitFor({ timeout: 60_000 });
      await hover(page, 'criterion(model(x), y)', 'model', '概率');
      await unhover(page);
      await openStatus(page, 'Softlens 已就绪');
      await page.keyboard.press('Escape');
      // The web host of tests reads the English names of commands only, whatever its language.
      await runCommand(page, host === 'node' ? 'Softlens: 打开 Softmax 探索器' : 'Softlens: Open Softmax Explorer');
      const explorer = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
      await explorer.getByRole('heading', { name: /探索/ }).first().waitFor({ timeout: 60_000 });
      await workbench.shot('locale-chinese');
    } catch (error) {
      await workbench.shot('failure-locale');
      throw error;
    } finally {
      await workbench.close();
    }
  });
});
