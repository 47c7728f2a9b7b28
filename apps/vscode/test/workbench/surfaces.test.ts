/** Every place where Softlens speaks in an editor, over a project of several files, in both hosts. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import {
  clickLens,
  goTo,
  hover,
  lens,
  line,
  openFile,
  openStatus,
  pickAction,
  pickActionInCell,
  pickRefactoring,
  replaceAll,
  runCommand,
  unhover,
} from './harness/editor.ts';
import { project } from './harness/project.ts';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const chromium = findChromium();

/** What is typed is what stands there. */
const typing = { 'editor.autoClosingBrackets': 'never', 'editor.autoSurround': 'never', 'editor.autoClosingQuotes': 'never' };

describe.skipIf(chromium === undefined).each(['node', 'browser'] as const)('in the %s extension host', (host) => {
  let workbench: Workbench;
  let page: Page;
  beforeAll(async () => {
    workbench = await openWorkbench(host, chromium ?? '', { file: 'train.py', files: project, more: typing });
    page = workbench.page;
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.shot(`failure-${task.name.replaceAll(/\W+/g, '-')}`);
    await unhover(page);
  });
  afterAll(async () => {
    await workbench?.close();
  });

  test('lenses say what is right and what is wrong, in words', async () => {
    await lens(page, 'logits → CrossEntropyLoss ✓').waitFor({ timeout: 60_000 });
    await lens(page, '✗ softmax over axis 0, the classes are on axis 1').waitFor();
    await page.locator('.tab', { hasText: 'train.py' }).dblclick();
  });

  test('the hover of a loss explains itself when it is right', async () => {
    await hover(
      page,
      'right = criterion',
      'criterion',
      'logits from fc, model.py:11: CrossEntropyLoss applies log-softmax itself ✓',
    );
    await workbench.shot('hover-loss');
  });

  test('the hover of a parameter tells what its only call passes', async () => {
    const box = await hover(page, 'def predict', 'outputs', 'outputs: float32 [32, 10]');
    expect(await box.textContent()).toContain('logits · along dim 1 (10 classes)');
    await workbench.shot('hover-parameter');
  });

  test('the hint of an assignment has the rest in its tooltip', async () => {
    const box = await hover(page, 'probs: probs [32, 10]', 'probs [32, 10]', 'sums to 1 along dim 1');
    expect(await box.textContent()).toContain('probabilities');
    await runCommand(page, 'Softlens: Toggle Inlay Hints');
    await line(page, 'probs = predict').waitFor();
    await runCommand(page, 'Softlens: Toggle Inlay Hints');
    await line(page, 'probs: probs [32, 10]').waitFor();
  });

  test('the parameter of another file knows the file that calls it, and so does its finding', async () => {
    await openFile(page, 'model.py');
    await lens(page, 'forward: logits [32, 10]').waitFor({ timeout: 60_000 });
    await lens(page, 'probabilities → nll_loss ✗ expects log-probabilities').waitFor({ timeout: 60_000 });
    const box = await hover(page, 'def loss_of', 'scores', 'scores: float32 [32, 10]');
    expect(await box.textContent()).toContain('train.py:7');
  });

  test('a click on its lens leads from one file to the other', async () => {
    const peek = page.locator('.peekview-widget');
    await clickLens(page, 'nll_loss ✗', peek.locator('.monaco-list-row', { hasText: 'train.py' }).first());
    await peek.locator('.monaco-list-row', { hasText: 'model.py' }).first().waitFor();
    await workbench.shot('path-over-files');
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  test('the places that a problem names can be gone to', async () => {
    const box = await hover(page, 'return F.nll_loss', 'scores', 'nll_loss expects log-probabilities');
    await box.locator('a', { hasText: 'train.py' }).first().click();
    await page.locator('.tab.active', { hasText: 'train.py' }).waitFor();
    await page.locator('.statusbar-item', { hasText: /^Ln 7, Col/ }).waitFor();
  });

  test('while a call is half written, nothing below it moves', async () => {
    const top = async () => (await line(page, 'weights').boundingBox())?.y;
    await goTo(page, '12:18');
    const before = await top();
    await page.keyboard.type('x');
    await lens(page, '…').waitFor({ timeout: 60_000 });
    expect(await top()).toBe(before);
    await page.keyboard.press('Backspace');
    await lens(page, 'logits → CrossEntropyLoss ✓').waitFor({ timeout: 60_000 });
    expect(await top()).toBe(before);
  });

  test('a configuration counts while it is edited', async () => {
    await openFile(page, 'softlens.json');
    await replaceAll(page, '{ "ignore": ["softmax-over-wrong-axis"] }');
    await page.locator('.tab', { hasText: 'train.py' }).click();
    await lens(page, 'logits → CrossEntropyLoss ✓').waitFor();
    await lens(page, '✗ softmax over axis 0').waitFor({ state: 'detached', timeout: 60_000 });
    await page.locator('.tab', { hasText: 'softlens.json' }).click();
    await replaceAll(page, '{}');
    await page.locator('.tab', { hasText: 'train.py' }).click();
    await lens(page, '✗ softmax over axis 0').waitFor({ timeout: 60_000 });
  });

  test('the lamp leads to the page of a rule, and leaves a rule out of a file', async () => {
    await pickAction(page, '14:20', 'Explain softmax-over-wrong-axis');
    const rule = page.locator('.tab', { hasText: 'softmax-over-wrong-axis' });
    await rule.waitFor({ timeout: 60_000 });
    await rule.click();
    await runCommand(page, 'View: Close Editor');
    await rule.waitFor({ state: 'detached' });
    await page.locator('.tab', { hasText: 'train.py' }).click();
    await pickAction(page, '14:20', 'Ignore softmax-over-wrong-axis in this file');
    await goTo(page, '1:1');
    await line(page, '# softlens: ignore-file[softmax-over-wrong-axis] -- reason').waitFor();
    await lens(page, '✗ softmax over axis 0').waitFor({ state: 'detached', timeout: 60_000 });
  });

  test('an expected value is compared, and mended', async () => {
    await openFile(page, 'expected.py');
    await lens(page, '✓').waitFor({ timeout: 60_000 });
    await workbench.shot('expected');
    await pickAction(page, '4:45', 'Write 0.8');
    await line(page, '# => 0.8').waitFor();
  });

  test('a head of two classes is rewritten as a sigmoid', async () => {
    await openFile(page, 'heads.py');
    await lens(page, 'logits → CrossEntropyLoss ✓').waitFor({ timeout: 60_000 });
    await goTo(page, '17:15');
    await pickRefactoring(page, 'igmoid', () => workbench.shot('refactor'));
    await line(page, 'nn.Linear(8, 1)').waitFor({ timeout: 60_000 });
  });

  test('the language status tells the state, the problems and the way to the log', async () => {
    await openFile(page, 'model.py');
    await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
    await openStatus(page, 'Softlens is ready');
    await page.locator('.hover-language-status:visible', { hasText: '1 problem here' }).first().waitFor();
    await workbench.shot('status');
    await page.locator('.hover-language-status:visible', { hasText: 'Show Log' }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('cells of a notebook have lenses, hints, problems and fixes, in the order in which they stand', async () => {
    await openFile(page, 'cells.ipynb');
    const hint = (text: string) => line(page, text).waitFor({ timeout: 60_000 });
    await hint('→ .622 .378');
    await lens(page, '✗ log of softmax underflows').waitFor({ timeout: 60_000 });
    await page.locator('.notebook-editor .squiggly-warning').first().waitFor({ timeout: 60_000 });
    await workbench.shot('notebook');

    await line(page, 'scale = 2.0').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowUp');
    await hint('→ .731 .269');
    await page.keyboard.press('Alt+ArrowDown');
    await hint('→ .622 .378');

    await pickActionInCell(page, 'log_probs', 'log_softmax');
    await line(page, 'log_softmax(torch.randn(4, 3), dim=1)').waitFor({ timeout: 60_000 });
  });
});
