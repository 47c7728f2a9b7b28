/** Prints what the extension costs in a real VS Code: `pnpm --filter softlens-vscode measure`. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { findChromium } from '../../../../../scripts/workbench/chromium.mjs';
import { vsix } from '../../../../../scripts/workbench/folders.mjs';
import { readZip } from '../../harness/zip.ts';
import { goTo, hover, readLog, runCommand } from '../harness/editor.ts';
import { openWorkbench } from '../harness/workbench.ts';

const chromium = findChromium();
const say = (text: string): void => void process.stdout.write(`${text}\n`);

test('sizes', () => {
  for (const { name, data } of readZip(vsix))
    if (/\.(?:js|cjs|wasm|css)$/.test(name))
      say(`${name.replace('extension/', '')}: ${kilobytes(data.length)}, compressed ${kilobytes(gzipSync(data).length)}`);
});

describe.skipIf(chromium === undefined)('in the workbench', () => {
  test('activation, and the first hover after opening, in the browser host', async () => {
    const workbench = await openWorkbench('browser', chromium ?? '');
    try {
      await hover(workbench.page, 'probs = F.softmax', 'softmax', 'softmax → [0.659');
      const log = await readLog(workbench.page, 'First hover in');
      for (const entry of log.matchAll(/(?:activated|Server ready|First hover) in [\d.]+ ms/g)) say(`browser host: ${entry[0]}`);
    } finally {
      await workbench.close();
    }
  });

  test('activation in the Node host', async () => {
    const workbench = await openWorkbench('node', chromium ?? '');
    try {
      await hover(workbench.page, 'probs = F.softmax', 'softmax', 'softmax → [0.659');
      // First: the list lies over the page, where the palette does not open.
      const [loading, calling] = await activationMarks(workbench.page);
      await runCommand(workbench.page, 'Developer: Show Running Extensions');
      const own = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Softlens' }).first();
      await own.waitFor();
      const listed = /Activation: [^A-Z]*/.exec((await own.textContent()) ?? '')?.[0];
      say(`Node host: loading the code ${loading} ms, calling it ${calling} ms`);
      // The editor starts the clocks of all extensions that wait for a language before it loads the first of them.
      say(`Node host: ${listed} in the editor's list, with the extensions that were loaded before in the same turn`);
    } finally {
      await workbench.close();
    }
  });

  test.each([false, true])('typing in 2,000 lines, with the extension: %s', { timeout: 300_000 }, async (extension) => {
    const workbench = await openWorkbench('node', chromium ?? '', { file: 'long.py', files: { 'long.py': long }, extension });
    const { page } = workbench;
    try {
      if (extension) await page.locator('.codelens-decoration', { hasText: 'argmax' }).first().waitFor({ timeout: 60_000 });
      await goTo(page, '1000:1');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      const { keys, longTasks } = await typed(page, 'value = torch.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)\n'.repeat(4));
      const sorted = keys.toSorted((a, b) => a - b);
      const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
      const tasks = longTasks.map((one) => Math.round(one));
      say(
        `${extension ? 'with' : 'without'} the extension: ${keys.length} keys, to the next frame p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ` +
          `most ${at(1)} ms; ${tasks.length} tasks over 50 ms${tasks.length > 0 ? ` (${tasks.join(', ')} ms)` : ''}`,
      );
    } finally {
      await workbench.close();
    }
  });
});

/** Milliseconds between the marks that the editor sets right before and after it loads the extension, and what its call takes. */
async function activationMarks(page: Page): Promise<readonly [number, number]> {
  await runCommand(page, 'Developer: Startup Performance');
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-lines').first();
  const seen = async (what: RegExp, typed: string): Promise<number[]> => {
    await lines.click();
    await page.keyboard.press('ControlOrMeta+f');
    await page.locator('.find-widget.visible .find-part .input').first().fill(typed);
    await page.keyboard.press('Enter');
    await lines.locator('.view-line', { hasText: typed }).first().waitFor();
    const text = (await lines.locator('.view-line').allTextContents()).join('\n').replaceAll('\u00a0', ' ');
    await page.keyboard.press('Escape');
    return [...text.matchAll(what)].map(([, value]) => Number(value));
  };
  const loaded = /code\/extHost\/(?:will|did)LoadExtensionCode\/softlens\.softlens-vscode\s+(\d+)/g;
  const [begun = Number.NaN, ended = Number.NaN] = await seen(loaded, 'LoadExtensionCode/softlens');
  const [called = Number.NaN] = await seen(/softlens\.softlens-vscode\s*\|[^|]*\|[^|]*\|\s*(\d+)/g, '| softlens.softlens-vscode');
  return [ended - begun, called];
}

interface Typed {
  /** From each key to the frame that shows it, in milliseconds. */
  readonly keys: readonly number[];
  /** What held the page up for more than 50 ms. */
  readonly longTasks: readonly number[];
}

async function typed(page: Page, text: string): Promise<Typed> {
  await page.evaluate(() => {
    const found: { keys: number[]; longTasks: number[] } = { keys: [], longTasks: [] };
    Object.assign(window, { typed: found });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.longTasks.push(duration);
    }).observe({ type: 'longtask' });
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // After the frame has been drawn.
          port1.onmessage = () => found.keys.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  // Fast, as when somebody writes what they know by heart.
  await page.keyboard.type(text, { delay: 60 });
  return await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return Reflect.get(window, 'typed');
  });
}

/** Values, models and losses, as in a long script. */
const long = [
  'import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\n',
  ...Array.from({ length: 400 }, (_, i) =>
    [
      `z${i} = torch.tensor([${i % 7}.0, 1.0, 0.1])`,
      `p${i} = F.softmax(z${i}, dim=0)`,
      `x${i} = nn.Linear(8, 10)(torch.randn(32, 8))`,
      `loss${i} = F.cross_entropy(x${i}, torch.randint(0, 10, (32,)))`,
      '',
    ].join('\n'),
  ),
].join('\n');

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
