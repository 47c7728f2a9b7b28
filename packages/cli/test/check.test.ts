import { join } from 'node:path';
import { runSessions } from './sessions.ts';

runSessions(join(import.meta.dirname, 'check.md'));
