/** What the command line reads and writes, so that tests can hold the other end. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';

export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Colours and emphasis are wanted. */
  readonly color: boolean;
  readonly locale: string | undefined;
  readonly version: string;
  readonly cwd: string;
  /** The folder of the WebAssembly files and of the rules' pages. */
  readonly assets: string;
  /** Differs between two builds of one version: what one of them cached, the other does not read. */
  readonly build: string;
  /** Where results are kept; in the project when undefined. */
  readonly cacheFolder?: string | undefined;
  /** Messages go to a person, who may be shown progress. */
  readonly interactive: boolean;
  readonly columns: number;
  /** Standard input to its end. */
  input(): Promise<string>;
  /** Ends what would go on for ever. */
  readonly signal?: AbortSignal;
}

export function processTerminal(assets: string, version: string): Terminal {
  const { env } = process;
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    color: process.stdout.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    locale: env.LC_ALL || env.LC_MESSAGES || env.LANG,
    version,
    cwd: process.cwd(),
    assets,
    build: buildOf(assets, version),
    cacheFolder: env.SOFTLENS_CACHE_DIR ? resolve(env.SOFTLENS_CACHE_DIR) : undefined,
    interactive: process.stderr.isTTY === true && env.TERM !== 'dumb',
    columns: process.stdout.columns || process.stderr.columns || 80,
    input: () => readAll(process.stdin),
  };
}

/** A checkout is built anew under one version. */
function buildOf(assets: string, version: string): string {
  const program = statSync(join(assets, 'softlens.cjs'), { throwIfNoEntry: false });
  return `${version} ${program?.size} ${program?.mtimeMs}`;
}
