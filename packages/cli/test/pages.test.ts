/** The sessions that docs/background.md, in both languages, and the Chinese README show are what happens. */
import { join } from 'node:path';
import { describe } from 'vitest';
import { runSessions } from './sessions.ts';

for (const page of ['docs/background.md', 'docs/background.zh-cn.md', 'README.zh-cn.md']) {
  describe(page, () => runSessions(join(import.meta.dirname, '../../..', page)));
}
