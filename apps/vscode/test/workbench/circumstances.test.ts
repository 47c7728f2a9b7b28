/** What goes on around the code: a server that ends, a file that is read-only, a comparison. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { goTo, hover, lens, line, openFile, openStatus, replaceAll, runCommand, unhover, until } from './harness/editor.ts';
import { openWorkbench, type Workbench } from './harness/workbench.ts';

const chromium = findChromium();

const values = `import torch

probs = torch.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)
masked = torch.softmax(torch.tensor([float('-inf'), 1.0, 0.1]), dim=0)
broken = torch.softmax(torch.tensor([float('nan'), 1.0, 0.1]), dim=0)
`;
const problem = `import torch

log_probs = torch.log(torch.softmax(torch.randn(4, 3), dim=1))
`;

/** Puts an end to the server's worker, as a lack of memory would. */
const ending = `
addEventListener('message', ({ data: { params } }) => {
  const { textDocument, contentChanges = [] } = params ?? {};
  if ([textDocument, ...contentChanges].some((one) => /THE END/.test(one?.text))) close();
});
`;

const files: Readonly<Record<string, string>> = {
  'values.py': values,
  'end.py': '# THE END\n',
  'kept.py': values,
  'problem.py': problem,
};
const more = { 'files.readonlyInclude': { '**/kept.py': true } };

describe.skipIf(chromium === undefined).each(['node', 'browser'] as const)('in the %s extension host', (host) => {
  let workbench: Workbench;
  let page: Page;
  beforeAll(async () => {
    workbench = await openWorkbench(host, chromium ?? '', { file: 'values.py', files, more, scriptMore: ending });
    page = workbench.page;
    await lens(page, 'Σ = 1 ✓').waitFor({ timeout: 60_000 });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.shot(`failure-circumstances-${task.name.replaceAll(/\W+/g, '-')}`);
    await unhover(page);
  });
  afterAll(async () => {
    await workbench?.close();
  });

  test('a file that is read-only is not written to', async () => {
    await openFile(page, 'kept.py');
    const explorer = await explore(page, '3:15', 'Explore softmax');
    await explorer.getByRole('slider', { name: 'Logit of class 2' }).focus();
    await page.keyboard.press('ArrowRight');
    await until(explorer.getByText('The source cannot be edited'), () =>
      explorer.getByRole('button', { name: 'Write back' }).click(),
    );
    await line(page, 'probs = torch.softmax(torch.tensor([2.0, 1.0, 0.1])').waitFor();
    await closeAll(page);
  });

  test('a masked class can be explored, NaN cannot', async () => {
    await openFile(page, 'values.py');
    const masked = await explore(page, '4:16', 'Explore softmax');
    await expect.poll(() => masked.locator('span.probability').allTextContents()).toEqual(['0', '0.711', '0.289']);
    await runCommand(page, 'View: Focus First Editor Group');
    const broken = await explore(page, '5:16', 'Softmax explorer');
    await broken.getByText('no numbers to work with').waitFor();
    await closeAll(page);
  });

  test('the problem at the cursor is explained without a question', async () => {
    await openFile(page, 'problem.py');
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
    await goTo(page, '3:15');
    await runCommand(page, 'Softlens: Explain a Problem');
    const rule = page.locator('.tab', { hasText: 'log-of-softmax' });
    await rule.waitFor({ timeout: 60_000 });
    await closeAll(page);
  });

  test('a report of a false alarm holds the message and the line, and nothing else of the source', async () => {
    await openFile(page, 'problem.py');
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
    await goTo(page, '3:15');
    await runCommand(page, 'Softlens: Report a False Alarm');
    await page.locator('.tab.active', { hasText: 'False alarm: log-of-softmax' }).waitFor({ timeout: 60_000 });
    await line(page, 'torch.log(torch.softmax').waitFor();
    await line(page, 'The logarithm of softmax').waitFor();
    expect(await page.locator('.editor-group-container.active .view-line', { hasText: 'import torch' }).count()).toBe(0);
  });

  test('the language status tells the problems, restarts the server and shows the log', async () => {
    await openFile(page, 'problem.py');
    await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
    const status = page.locator('.hover-language-status:visible');
    await openStatus(page, '1 problem here');
    for (const offered of ['Restart', 'Show Log']) await status.getByText(offered).waitFor();
    if (host === 'browser') return;
    const before = serverOf(workbench);
    await expect
      .poll(async () => serverOf(workbench) === before && (await restartFromStatus(page)), { timeout: 90_000, interval: 2_000 })
      .toBe(false);
    await openStatus(page, '1 problem here');
  });

  if (host === 'browser') {
    test('a worker that ends five times stays away until it is asked back', async () => {
      // Each server is told of the files that are open, and so meets the same end.
      await openFile(page, 'end.py');
      await page.locator('.notifications-toasts .notification-list-item', { hasText: 'Softlens has stopped' }).waitFor();
      await openStatus(page, 'Softlens has stopped');
      await page.keyboard.press('Escape');
      await runCommand(page, 'View: Close Editor');
      await openFile(page, 'values.py');
      await until(lens(page, 'Σ = 1 ✓'), () => runCommand(page, 'Softlens: Restart Server'));
      await openStatus(page, 'Softlens is ready');
    });

    test('a worker that ends comes back by itself, and says nothing of it', async () => {
      await runCommand(page, 'Notifications: Clear All Notifications');
      await openFile(page, 'values.py');
      await replaceAll(page, '# THE END');
      await runCommand(page, 'File: Revert File');
      await hover(page, 'probs = torch.softmax', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
      await openStatus(page, 'Softlens is ready');
      expect(await page.locator('.notifications-toasts .notification-list-item', { hasText: 'Softlens' }).count()).toBe(0);
    });
  }

  if (host === 'node') {
    test('a server that ends comes back by itself, and says nothing of it', async () => {
      await openFile(page, 'values.py');
      await endServer(workbench);
      await hover(page, 'probs = torch.softmax', 'softmax', 'softmax → [0.659, 0.242, 0.099]');
      expect(await page.locator('.notifications-toasts .notification-list-item', { hasText: 'Softlens' }).count()).toBe(0);
    });

    test('after the fifth end it stays away until it is asked back', async () => {
      await runCommand(page, 'Notifications: Clear All Notifications');
      await runCommand(page, 'Softlens: Restart Server');
      await openFile(page, 'values.py');
      const told = page.locator('.notifications-toasts .notification-list-item', { hasText: 'Softlens has stopped' });
      // One that is on its way out anyway does not count.
      for (let end = 0; end < 12 && !(await told.isVisible()); end++) await endServer(workbench, told);
      await told.waitFor();
      await openStatus(page, 'Softlens has stopped');
      await page.keyboard.press('Escape');
      await until(lens(page, 'Σ = 1 ✓'), () => runCommand(page, 'Softlens: Restart Server'));
      await openStatus(page, 'Softlens is ready');
    });

    test('of a comparison, only the file of today has problems', async () => {
      const own = ['user.name=test', 'user.email=test@localhost', 'commit.gpgSign=false'].flatMap((one) => ['-c', one]);
      const git = (...args: string[]) => execFileSync('git', [...own, ...args], { cwd: workbench.folder });
      const file = join(workbench.folder, 'problem.py');
      writeFileSync(file, problem);
      git('init', '-q');
      git('add', 'problem.py');
      git('commit', '-q', '--allow-empty', '-m', 'first');
      writeFileSync(file, `${problem}more = 1\n`);
      await page.reload();
      await openFile(page, 'problem.py');
      await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 });
      const diff = page.locator('.monaco-diff-editor');
      await until(diff.locator('.modified .squiggly-warning').first(), () => runCommand(page, 'Git: Open Changes'));
      await diff.locator('.original .view-line', { hasText: 'log_probs' }).first().waitFor();
      expect(await diff.locator('.original .squiggly-warning').count()).toBe(0);
      await runCommand(page, 'Problems: Focus on Problems View');
      const listed = page.locator('.markers-panel .monaco-list-row[aria-level="1"]');
      await expect.poll(async () => listed.allTextContents()).toEqual(['problem.py1']);
    });
  }
});

/** Opens the explorer on a place of the active editor and gives its page once it has this heading. */
async function explore(page: Page, place: string, heading: string): Promise<FrameLocator> {
  const explorer = page.frameLocator('iframe.webview.ready').last().frameLocator('#active-frame');
  await goTo(page, place);
  await runCommand(page, 'Softlens: Open Softmax Explorer');
  await explorer.getByRole('heading', { name: heading, exact: true }).waitFor({ timeout: 60_000 });
  return explorer;
}

const closeAll = (page: Page): Promise<void> => runCommand(page, 'View: Close All Editors');

/** True, so that it is done again where the list closes before it is clicked. */
async function restartFromStatus(page: Page): Promise<true> {
  await openStatus(page, 'Softlens is ready');
  const restart = page.locator('.hover-language-status:visible').getByText('Restart');
  await restart.click({ timeout: 5_000 }).catch(() => {});
  return true;
}

/** Kills the server of this workbench, once there is one, unless it is told meanwhile that there is none. */
async function endServer(workbench: Workbench, told?: Locator): Promise<void> {
  const find = () => serverOf(workbench);
  await expect.poll(async () => find() !== undefined || (await told?.isVisible()) === true, { timeout: 60_000 }).toBe(true);
  const id = find();
  if (id === undefined) return;
  process.kill(id, 'SIGKILL');
  await expect.poll(find, { timeout: 60_000 }).not.toBe(id);
}

/** The process that runs the server's bundle of the extension that this workbench has installed. */
function serverOf({ folder }: Workbench): number | undefined {
  const state = dirname(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((id) => {
      const words = commandLine(id);
      return words.includes(state) && words.includes(join('server', 'node.cjs'));
    });
}

function commandLine(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
