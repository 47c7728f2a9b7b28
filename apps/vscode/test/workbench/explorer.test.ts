/** The explorer in a real VS Code, in both hosts: opened on code, played with by keyboard, written back, reloaded. */
import axe from 'axe-core';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inaccessible } from '../../../../scripts/workbench/accessibility.mjs';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { clickLens, focusCode, goTo, line, runCommand, until } from './harness/editor.ts';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined).each(['node', 'browser'] as const)('the explorer in the %s extension host', (host) => {
  let workbench: Workbench;
  let page: Page;
  beforeAll(async () => {
    workbench = await openWorkbench(host, chromium ?? '');
    page = workbench.page;
    await line(page, '→ .659 .242 .099').waitFor({ timeout: 60_000 });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.shot(`failure-explorer-${task.name.replaceAll(/\W+/g, '-')}`);
  });
  afterAll(async () => {
    await workbench?.close();
  });

  test('it opens on the expression under the cursor', async () => {
    await openExplorer(page, '7:12');
    const explorer = content(page);
    await explorer.getByRole('heading', { name: 'Explore softmax' }).waitFor({ timeout: 60_000 });
    expect(await probabilities(explorer)).toEqual(['0.659', '0.242', '0.099']);
    await workbench.shot('explorer');
  });

  test('arrow keys on a slider move all probabilities, and Σ stays 1', async () => {
    const explorer = content(page);
    const slider = explorer.getByRole('slider', { name: 'Logit of class 2' });
    await slider.focus();
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^1\.1, /);
    expect(await probabilities(explorer)).toEqual(['0.564', '0.207', '0.229']);
    await expect.poll(() => explorer.locator('[data-announcement]').textContent()).toBe('Σ = 1 ✓, argmax 0 (0.564)');
  });

  test('a screen reader finds each control by name and value, and the outcome as status', async () => {
    const nodes = await accessible(page);
    expect(nodes).toEqual(
      expect.arrayContaining([
        'heading: Explore softmax',
        'slider: Logit of class 2 = 1.1',
        'spinbutton: Temperature T = 1',
        'radio: Multi-class',
        'button: Write back',
        'status',
      ]),
    );
    // Only the sum is announced by itself: each number that answers a slider would talk over it.
    expect(nodes.filter((node) => node.startsWith('status'))).toEqual(['status']);
    // Nothing that can be operated is without a name.
    expect(nodes.filter((node) => /^(?:slider|button|radio|spinbutton|link|combobox|textbox)(?: =|$)/.test(node))).toEqual([]);
  });

  test('bars glide, unless less motion is wanted', async () => {
    const bar = content(page).locator('.fill').first();
    for (const [reducedMotion, duration] of [
      ['no-preference', '0.08s'],
      ['reduce', '0s'],
    ] as const) {
      await page.emulateMedia({ reducedMotion });
      await expect.poll(() => bar.evaluate((element) => getComputedStyle(element).transitionDuration)).toBe(duration);
    }
    await page.emulateMedia({ reducedMotion: null });
  });

  test('what is written back stands in the source, and one undo takes it back', async () => {
    const explorer = content(page);
    await explorer.getByRole('button', { name: 'Write back' }).click();
    await explorer.getByText('Written to the source').waitFor();
    await line(page, 'torch.tensor([2.0, 1.0, 1.1])').waitFor();
    await workbench.shot('explorer-written');

    await focusCode(page);
    await page.keyboard.press('ControlOrMeta+z');
    await line(page, 'torch.tensor([2.0, 1.0, 0.1])').waitFor();
  });

  test('numbers that were changed in the source meanwhile are not overwritten', async () => {
    const explorer = content(page);
    await explorer.getByRole('button', { name: 'Write back' }).click();
    await explorer.getByText('so nothing was written').waitFor();
    await line(page, 'torch.tensor([2.0, 1.0, 0.1])').waitFor();
    await explorer.getByRole('button', { name: 'Read them again' }).click();
    await expect.poll(() => probabilities(explorer)).toEqual(['0.659', '0.242', '0.099']);
  });

  test('the state survives a reload of the window', async () => {
    const explorer = content(page);
    await explorer.getByRole('slider', { name: 'Temperature T' }).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => probabilities(explorer)).toEqual(['1', '0', '0']);
    // An address that names a file to open does not restore what was open.
    await page.evaluate(() => {
      const url = new URL(location.href);
      url.searchParams.delete('payload');
      history.replaceState(null, '', url);
    });
    // VS Code writes its state down only while its own page has the focus.
    await focusCode(page);
    await expect.poll(() => isStored(page, '"temperature":0,'), { timeout: 60_000 }).toBe(true);
    await Promise.all([page.waitForEvent('domcontentloaded'), runCommand(page, 'Developer: Reload Window')]);
    const again = content(page);
    await again.getByRole('heading', { name: 'Explore softmax' }).waitFor({ timeout: 60_000 });
    await expect.poll(() => probabilities(again), { timeout: 60_000 }).toEqual(['1', '0', '0']);
    await workbench.shot('explorer-reloaded');
  });

  test('a click on a lens opens the explorer on its value', async () => {
    await clickLens(page, 'argmax 0 (0.769)', content(page).getByText('hello.py:13'));
    expect(await probabilities(content(page))).toEqual(['0.769', '0.231']);
    await workbench.shot('explorer-two-classes');
  });

  test('it follows the cursor to several labels', async () => {
    const explorer = content(page);
    await until(explorer.getByText('Σ = 1.933'), () => openExplorer(page, '10:16'));
    expect(await explorer.getByRole('radio', { name: 'Multi-label' }).isChecked()).toBe(true);
    await workbench.shot('explorer-labels');
  });
});

/** Every theme kind, and each language once more. */
const looks = [
  { theme: 'Default Light Modern', language: 'zh-cn', heading: '探索 softmax', class: 'vscode-light' },
  { theme: 'Default High Contrast', language: 'en', heading: 'Explore softmax', class: 'vscode-high-contrast' },
  { theme: 'Default High Contrast Light', language: 'zh-cn', heading: '探索 softmax', class: 'vscode-high-contrast-light' },
];

describe.skipIf(chromium === undefined).each(looks)('with $theme in $language', ({ theme, language, heading, class: kind }) => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench('browser', chromium ?? '', { theme, more: { 'softlens.language': language } });
  });
  afterAll(async () => {
    await workbench?.close();
  });

  test('the explorer speaks it, in the colours of the theme, and axe finds nothing', async () => {
    const { page } = workbench;
    await line(page, '→ .659 .242 .099').waitFor({ timeout: 60_000 });
    await openExplorer(page, '7:12');
    const explorer = content(page);
    await explorer.getByRole('heading', { name: heading }).waitFor({ timeout: 60_000 });
    expect(await explorer.locator('body').getAttribute('class')).toContain(kind);
    await workbench.shot(`explorer-${kind}`);
    expect(await inaccessible(await frameOf(page), axe.source)).toEqual([]);
  });
});

const content = (page: Page): FrameLocator => page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');

const probabilities = (explorer: FrameLocator): Promise<string[]> => explorer.locator('span.probability').allTextContents();

/**
 * Whether VS Code has written down what a webview keeps. In a browser it does so every five seconds, when it is idle, since a page
 * that goes away cannot wait for it: https://github.com/microsoft/vscode/blob/1.91.1/src/vs/workbench/services/storage/browser/storageService.ts
 */
const isStored = (page: Page, text: string): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db-')) continue;
      const database = await answer(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const values = await Promise.all(stores.map((store) => answer(database.transaction(store).objectStore(store).getAll())));
      database.close();
      // Text in text in text: each layer escapes the quotes of the one below.
      if (values.flat().some((value) => String(value).replaceAll('\\', '').includes(wanted))) return true;
    }
    return false;
  }, text);

async function openExplorer(page: Page, place: string): Promise<void> {
  await focusCode(page);
  await goTo(page, place);
  await runCommand(page, 'Softlens: Open Softmax Explorer');
}

/** The page inside the frames of the webview. */
async function frameOf(page: Page): Promise<Frame> {
  const body = await content(page).locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  if (!frame) throw new Error('no explorer is open');
  return frame;
}

/** The explorer as Chromium tells assistive technology of it: role, name and value of each part. */
async function accessible(page: Page): Promise<string[]> {
  const host = await page.locator('iframe.webview.ready').last().elementHandle();
  const frame = await host?.contentFrame();
  if (!frame) throw new Error('no explorer is open');
  // Where the page of a webview is a process of its own, so is its session.
  const session = await page
    .context()
    .newCDPSession(frame)
    .catch(() => page.context().newCDPSession(page));
  const { frameTree } = await session.send('Page.getFrameTree');
  const inner = framesOf(frameTree).findLast(({ name }) => name === 'active-frame');
  const { nodes } = await session.send('Accessibility.getFullAXTree', inner ? { frameId: inner.id } : {});
  await session.detach();
  return nodes.flatMap(({ ignored, role, name, value }) => {
    if (ignored) return [];
    // Values of sliders come as what a float32 makes of them.
    const shown = typeof value?.value === 'number' ? Number(value.value.toFixed(4)) : value?.value;
    return `${role?.value}${name?.value ? `: ${name.value}` : ''}${shown === undefined ? '' : ` = ${shown}`}`;
  });
}

interface FrameTree {
  readonly frame: { readonly id: string; readonly name?: string };
  readonly childFrames?: readonly FrameTree[];
}

const framesOf = ({ frame, childFrames = [] }: FrameTree): FrameTree['frame'][] => [frame, ...childFrames.flatMap(framesOf)];
