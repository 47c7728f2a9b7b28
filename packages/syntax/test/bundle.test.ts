import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const entry = `
  import { createParser } from './src/index.ts';
  globalThis.run = async (runtime, python) => {
    const parser = await createParser({ runtime, grammar: async () => python });
    await parser.load('python');
    return JSON.stringify(parser.parse('x = softmax([2, 1])', 'python').body.map((each) => each.kind));
  };
`;

async function bundle(format: 'cjs' | 'iife'): Promise<string> {
  const result = await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format,
    platform: format === 'cjs' ? 'node' : 'browser',
    conditions: ['@softlens/source'],
    // A bundle has no address of its own; the runtime only wants to make a \`require\` from it.
    define: { 'import.meta.url': format === 'cjs' ? '"file:///bundle.js"' : 'self.location.href' },
    external: ['module', 'fs/promises'],
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}

const runtime = await readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
const python = await readFile(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm'));

type Run = (runtime: Uint8Array, python: Uint8Array) => Promise<string>;

function hasRun(context: object): context is { run: Run } {
  return 'run' in context && typeof context.run === 'function';
}

test('in a CommonJS bundle for Node', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'softlens-'));
  await writeFile(join(directory, 'bundle.cjs'), await bundle('cjs'));
  require(join(directory, 'bundle.cjs'));
  const context: object = globalThis;
  if (!hasRun(context)) throw new Error('the bundle did not run');
  expect(await context.run(runtime, python)).toBe('["assign"]');
  await rm(directory, { recursive: true });
});

test('in a bundle for a worker of the browser, without fetch and files', async () => {
  const location = { href: 'https://example.org/worker.js' };
  const globals = { WebAssembly, TextDecoder, TextEncoder, URL, Uint8Array, Promise, console, performance, setTimeout };
  const worker = { ...globals, location, importScripts: () => undefined, WorkerGlobalScope: class {} };
  const context = { ...worker, self: worker };
  runInNewContext(await bundle('iife'), context);
  if (!hasRun(context)) throw new Error('the bundle did not run');
  expect(await context.run(runtime, python)).toBe('["assign"]');
});
