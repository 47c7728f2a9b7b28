/** Files that nobody opened: their problems, and the progress of a scan that takes a while. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { runCommand } from './harness/editor.ts';
import { project } from './harness/project.ts';
import { openWorkbench } from './harness/workbench.ts';

const chromium = findChromium();

/** More than anybody would look through by hand, with much to compute and nothing wrong. */
const many = Object.fromEntries(
  Array.from({ length: 450 }, (_, i) => {
    const steps = Array.from(
      { length: 25 },
      (_, j) => `p${j} = F.softmax(torch.arange(${2 * (i + j) + 8}.0).reshape(2, -1)[:, :4], dim=1)`,
    );
    return [`many/part${i}.py`, `import torch\nimport torch.nn.functional as F\n\n${steps.join('\n')}\n`];
  }),
);

describe.skipIf(chromium === undefined).each(['node', 'browser'] as const)('in the %s extension host', (host) => {
  test('a large workspace is scanned with progress, and its problems are listed by file', async () => {
    const workbench = await openWorkbench(host, chromium ?? '', { file: 'heads.py', files: { ...project, ...many } });
    const { page } = workbench;
    try {
      const progress = page.locator('.statusbar-item', { hasText: /checking the workspace/ });
      await progress.first().waitFor({ timeout: 60_000 });
      await workbench.shot('scan-progress');
      await runCommand(page, 'Problems: Focus on Problems View');
      await listed(page, 'page.js', 'expects logits and applies log-softmax itself');
      // On a remote machine, as in the Node host here, the addresses of cells are not known.
      await listed(
        page,
        'cells.ipynb',
        host === 'node' ? 'Cell 5, line 1: The logarithm of softmax' : 'The logarithm of softmax',
      );
      await listed(page, 'train.py', 'softmax normalises along axis 0');
      await workbench.shot('problems');
      if (host === 'browser') {
        await (await listed(page, 'cells.ipynb', 'The logarithm of softmax')).dblclick();
        await page.locator('.tab.active', { hasText: 'cells.ipynb' }).waitFor();
        // The cell, not only the notebook.
        await page.locator('.notebookOverlay .code-cell-row.focused', { hasText: 'log_probs' }).waitFor({ timeout: 60_000 });
        await workbench.shot('problem-in-a-cell');
      }
      await page.locator('.part.panel input[placeholder^="Filter (e.g."]').fill('');
      await progress.first().waitFor({ state: 'detached', timeout: 60_000 });
      expect(await page.locator('.markers-panel .monaco-list-row', { hasText: 'part' }).count()).toBe(0);
    } catch (error) {
      await workbench.shot('failure-scan');
      throw error;
    } finally {
      await workbench.close();
    }
  });
});

/** The list shows only what fits, so it is filtered by the file's name. */
async function listed(page: Page, file: string, message: string): Promise<Locator> {
  await page.locator('.part.panel input[placeholder^="Filter (e.g."]').fill(file);
  await page.locator('.markers-panel .monaco-list-row', { hasText: file }).first().waitFor({ timeout: 60_000 });
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: message }).first();
  await row.waitFor();
  return row;
}
