/** What docs/background.md computes, in both languages, is what the command line computes. */
import { join } from 'node:path';
import { describe } from 'vitest';
import { runSessions } from './sessions.ts';

for (const page of ['background.md', 'background.zh-cn.md']) {
  describe(page, () => runSessions(join(import.meta.dirname, '../../../docs', page)));
}
