/** The packaged extension in a real VS Code: once with its server as a Node process, once in a browser's worker. */
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { hover, lens, line, openFile, readLog, runCommand, unhover } from './harness/editor.ts';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined).each(['node', 'browser'] as const)('in the %s extension host', (host) => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench(host, chromium ?? '');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.shot(`failure-${task.name.replaceAll(/\W+/g, '-')}`);
    await unhover(workbench.page);
  });
  afterAll(async () => {
    await workbench?.close();
  });

  test('hovering a softmax shows its probabilities, a table of them and their picture', async () => {
    const box = await hover(workbench.page, 'probs = F.softmax', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
    await workbench.shot('hover');

    expect(await box.textContent()).toContain('Σ = 1 ✓ · argmax 0 (0.659)');
    expect(await cells(box.locator('table').first())).toEqual([
      ['i', 'logit', 'probability', 'hardmax'],
      ['0', '2.0', '0.659', '1'],
      ['1', '1.0', '0.242', '0'],
      ['2', '0.1', '0.099', '0'],
    ]);
    expect(await decodedWidth(picture(box))).toBe(360);
  });

  test('a lens stands above the statement and a hint behind it', async () => {
    await lens(workbench.page, 'Σ = 1 ✓ · argmax 0 (0.659)').waitFor({ timeout: 60_000 });
    await line(workbench.page, '→ .659 .242 .099').waitFor();
    await workbench.shot('lens');
  });

  test('a multi-label sigmoid stands on its own, drawn on the logistic curve', async () => {
    const box = await hover(workbench.page, 'labels = torch.sigmoid', 'sigmoid', 'sigmoid → [0.818, 0.426, 0.690]');
    await workbench.shot('hover-sigmoid');
    expect(await box.textContent()).toContain('need not add to 1');
    expect(await decodedWidth(picture(box))).toBe(360);
  });

  test('two classes show the sigmoid that they are', async () => {
    const box = await hover(workbench.page, 'two = F.softmax', 'softmax', 'softmax → [0.769, 0.231]');
    await workbench.shot('hover-two-classes');
    expect(await box.textContent()).toContain('σ(');
  });

  test('a matrix shows a distribution for each row', async () => {
    const box = await hover(workbench.page, 'rows = F.softmax', 'softmax', 'softmax →');
    await workbench.shot('hover-matrix');
    expect((await cells(box.locator('table').first())).map((row) => row[0])).toEqual(['row', '[0, :]', '[1, :]']);
  });

  test('a toggle command takes the lenses away and brings them back', async () => {
    const first = lens(workbench.page, 'Σ = 1 ✓');
    await first.waitFor();
    await runCommand(workbench.page, 'Softlens: Toggle CodeLens');
    await first.waitFor({ state: 'detached' });
    await runCommand(workbench.page, 'Softlens: Toggle CodeLens');
    await first.waitFor();
  });

  test('pictures follow the theme', async () => {
    const ask = () => hover(workbench.page, 'probs = F.softmax', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
    const dark = await picture(await ask()).getAttribute('src');
    await unhover(workbench.page);
    await runCommand(workbench.page, 'Preferences: Toggle between Light/Dark Themes');
    await workbench.page.locator('.monaco-workbench.vs').waitFor();
    const light = await picture(await ask()).getAttribute('src');
    await workbench.shot('hover-light');
    expect(light).not.toBe(dark);
  });

  test('a restarted server answers again', async () => {
    await runCommand(workbench.page, 'Softlens: Restart Server');
    await hover(workbench.page, 'one = torch.sigmoid', 'sigmoid', 'sigmoid → 0.769');
  });

  test('a model whose weights are unknown still has shapes and meanings', async () => {
    await openFile(workbench.page, 'tiny_model.py');
    const box = await hover(workbench.page, 'logits.softmax(dim=1)', 'softmax', 'float32 [32, 10]');
    await workbench.shot('hover-model');
    expect(await box.textContent()).toContain('probabilities');
  });

  test('the cells of a notebook are one program', async () => {
    await openFile(workbench.page, 'temperature.ipynb');
    await hover(workbench.page, 'cold = softmax', 'softmax', 'softmax → [');
    await workbench.shot('hover-notebook');
  });

  test('code in Markdown is read too', async () => {
    await openFile(workbench.page, 'notes.md');
    await hover(workbench.page, 'softmax([2.0, 1.0, 0.1])', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
    await workbench.shot('hover-markdown');
  });

  // code-server's log files stay empty: the native module that writes them is not installed.
  if (host === 'browser') {
    test('the log tells how long activation, the server and the first hover took', async () => {
      const log = await readLog(workbench.page, 'First hover in');
      for (const entry of [/activated in \d+ ms/, /Server ready in \d+ ms/, /First hover in [\d.]+ ms/])
        expect(log).toMatch(entry);
    });
  }
});

const picture = (box: Locator): Locator => box.locator('img[src^="data:image/svg+xml;base64,"]').first();

/** An image that cannot be decoded rejects. */
const decodedWidth = (image: Locator): Promise<number> =>
  image.evaluate(async (element: HTMLImageElement) => {
    await element.decode();
    return element.naturalWidth;
  });

/** A table's texts, row by row. */
const cells = (table: Locator): Promise<string[][]> =>
  table.evaluate((element: HTMLTableElement) =>
    [...element.rows].map((row) => [...row.cells].map((cell) => (cell.textContent ?? '').trim())),
  );
