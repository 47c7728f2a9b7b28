import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { hover, lens, line, readLog } from './harness/editor.ts';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined).each(['node', 'browser'] as const)('in the %s extension host', (host) => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench(host, chromium ?? '');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.shot(`failure-${task.id}`);
  });
  afterAll(async () => {
    await workbench?.close();
  });

  test('a hover shows the probabilities, their table and their picture', async () => {
    const box = await hover(workbench.page, 'probs = F.softmax', 'softmax', /softmax → \[0\.659, 0\.242, 0\.099\]/);
    await workbench.shot('hover');
    expect(await box.locator('table').count()).toBe(1);
    const picture = box.locator('img[src^="data:image/svg+xml;base64,"]');
    expect(await picture.first().evaluate(async (image: HTMLImageElement) => (await image.decode(), image.naturalWidth))).toBeGreaterThanOrEqual(320);
  });

  test('a lens and an inlay hint stand at the statement', async () => {
    await lens(workbench.page, 'Σ = 1 ✓ · argmax 0 (0.659)').waitFor({ timeout: 60_000 });
    await line(workbench.page, '→ .659 .242 .099').waitFor();
    await workbench.shot('lens');
  });

  // code-server's logs are empty: the native module that writes them is not installed.
  test.runIf(host === 'browser')('the log tells how long activation and the first hover took', async () => {
    const log = await readLog(workbench.page, 'First hover in');
    const [, activation] = log.match(/activated in (\d+) ms/) ?? [];
    console.log(`${host}: ${log.split('\n').map((text) => text.replace(/^.*\] /, '')).filter((text) => / ms$/.test(text)).join('; ')}`);
    expect(Number(activation)).toBeLessThan(50);
  });
});
