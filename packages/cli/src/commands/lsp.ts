import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExitCode } from '../main.ts';
import type { Terminal } from '../terminal.ts';

/** Loads the server's own bundle, which lies beside this one and serves standard input and output. */
export async function serveCommand(terminal: Terminal): Promise<ExitCode> {
  await import(pathToFileURL(join(terminal.assets, 'server.cjs')).href);
  return new Promise(() => {});
}
