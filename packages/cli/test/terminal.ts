/** A terminal for tests: keeps what was written. The WebAssembly and the rules' pages come from their packages. */
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { main } from '../src/main.ts';

const require = createRequire(import.meta.url);
export const assets = mkdtempSync(join(tmpdir(), 'softlens-cli-'));
afterAll(() => rmSync(assets, { recursive: true, force: true, maxRetries: 10 }));
const grammars = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(assets, 'web-tree-sitter.wasm'));
for (const name of ['python', 'tsx'])
  copyFileSync(join(grammars, `tree-sitter-${name}.wasm`), join(assets, `tree-sitter-${name}.wasm`));

const rules = join(import.meta.dirname, '../../analysis/src/rules');
for (const folder of [rules, join(rules, 'engine')]) {
  cpSync(folder, join(assets, 'rules'), { recursive: true, filter: (from) => from === folder || from.endsWith('.md') });
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** Both in the order in which they were written. */
  readonly both: string;
}

export async function softlens(
  args: readonly string[],
  options: {
    cwd?: string;
    color?: boolean;
    locale?: string;
    input?: string;
    signal?: AbortSignal;
    cacheFolder?: string;
    onText?: (text: string) => void;
  } = {},
): Promise<Outcome> {
  let out = '';
  let error = '';
  let both = '';
  const code = await main(args, {
    out: (text) => {
      out += text;
      both += text;
      options.onText?.(text);
    },
    error: (text) => {
      error += text;
      both += text;
      options.onText?.(text);
    },
    color: options.color ?? false,
    locale: options.locale ?? 'en',
    version: '1.2.3',
    build: '1.2.3',
    cwd: options.cwd ?? assets,
    assets,
    interactive: false,
    columns: 80,
    input: async () => options.input ?? '',
    cacheFolder: options.cacheFolder,
    ...(options.signal && { signal: options.signal }),
  });
  return { code, out, error, both };
}
