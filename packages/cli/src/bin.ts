/** The entry of the bundle, and of its worker threads: results go to stdout, and a closed pipe (`softlens … | head`) is no error. */
import { setFlagsFromString } from 'node:v8';
import { runsAsWorker } from './check/parallel.ts';
import { main } from './main.ts';
import { processTerminal } from './terminal.ts';

declare const softlensVersion: string;

if (!runsAsWorker()) {
  // Of a large project most of what is allocated is soon garbage: collected a little sooner, it takes a third less memory and no more time.
  setFlagsFromString('--heap-growing-percent=30');
  // Compiling takes a third of all processor time otherwise: some functions ten times, as ever new kinds of values come by.
  setFlagsFromString('--interrupt-budget=500000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  main(process.argv.slice(2), processTerminal(__dirname, softlensVersion)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`softlens: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}
