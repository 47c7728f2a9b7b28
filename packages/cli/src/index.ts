export { type ExitCode, main } from './main.ts';
export type { Terminal } from './terminal.ts';
