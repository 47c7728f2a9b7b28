/** The tree of files: a notebook is marked there, though its problems are at the addresses of its cells. */
import { describe, test } from 'vitest';
import { findChromium } from '../../../../scripts/workbench/chromium.mjs';
import { openFile } from './harness/editor.ts';
import { notebook } from './harness/project.ts';
import { openWorkbench } from './harness/workbench.ts';

const chromium = findChromium();

const setup = 'import torch\nimport torch.nn.functional as F';
const wrong = 'log_probs = torch.log(F.softmax(torch.randn(4, 3), dim=1))';

// On a remote machine, as in the Node host here, problems of closed notebooks are at the file's own address, which the editor marks.
describe.skipIf(chromium === undefined)('in the browser extension host', () => {
  test('a notebook is marked while it is closed, and once it is open', async () => {
    const files = { 'fine.py': 'x = 1\n', 'wrong.ipynb': notebook(setup, wrong), 'right.ipynb': notebook(setup) };
    const workbench = await openWorkbench('browser', chromium ?? '', { file: 'fine.py', files });
    const { page } = workbench;
    try {
      const marked = page.locator('.explorer-folders-view [aria-label*="1 problem in its cells"]');
      await marked.filter({ hasText: 'wrong.ipynb' }).waitFor({ timeout: 120_000 });
      await openFile(page, 'wrong.ipynb');
      await page.locator('.notebook-editor .squiggly-warning').first().waitFor({ timeout: 60_000 });
      await marked.filter({ hasText: 'wrong.ipynb' }).waitFor({ timeout: 60_000 });
      await workbench.shot('notebook-marks');
    } catch (error) {
      await workbench.shot('failure-notebook-marks');
      throw error;
    } finally {
      await workbench.close();
    }
  });
});
