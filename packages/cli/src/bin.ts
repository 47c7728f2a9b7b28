/** The entry of the bundle: results go to stdout, and a closed pipe (`softlens … | head`) is no error. */
import { main } from './main.ts';
import { processTerminal } from './terminal.ts';

declare const softlensVersion: string;

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
