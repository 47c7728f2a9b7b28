/** The sessions that pages of the documentation show are what happens. */
import { join } from 'node:path';
import { describe } from 'vitest';
import { runSessions } from './sessions.ts';

for (const page of ['docs/background.md', 'docs/background.zh-cn.md', 'docs/cli.zh-cn.md', 'README.zh-cn.md']) {
  describe(page, () => runSessions(join(import.meta.dirname, '../../..', page)));
}
