// Bundles the server for Node and for a browser's worker into dist/bundle or the folder given, with the WebAssembly and the rules'
// pages beside it.
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const output = process.argv[2] ?? join(root, 'dist/bundle');
const require = createRequire(import.meta.url);

await mkdir(output, { recursive: true });
await Promise.all([
  bundle('node', { platform: 'node', format: 'cjs', outfile: join(output, 'node.cjs') }),
  bundle('browser', { platform: 'browser', format: 'iife', outfile: join(output, 'browser.js') }),
  copyWasm(),
  copyPages(),
]);

/** The sources of the workspace's packages, so that no other build needs to be fresh. */
async function bundle(name, options) {
  const { metafile } = await build({
    ...options,
    entryPoints: [join(root, `src/${name}.ts`)],
    bundle: true,
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    target: 'es2022',
    // A worker has no document, which the builds for pages of some packages use.
    conditions: ['@softlens/source', ...(name === 'browser' ? ['worker'] : [])],
    // web-tree-sitter's loader has branches for Node that a worker never takes.
    external: name === 'browser' ? ['fs', 'module', 'path', 'url', 'fs/promises', 'node:*'] : [],
    // CommonJS has no `import.meta`, and a worker made from a blob no address worth having.
    ...(name === 'node'
      ? {
          banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
          define: { 'import.meta.url': 'moduleUrl' },
        }
      : { define: { 'import.meta.url': '""' } }),
    metafile: true,
    logLevel: 'warning',
  });
  if (!process.argv[2]) await writeFile(join(output, `../${name}.meta.json`), JSON.stringify(metafile));
}

async function copyWasm() {
  const grammars = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
  await Promise.all([
    cp(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(output, 'web-tree-sitter.wasm')),
    ...['python', 'tsx'].map((name) => cp(join(grammars, `tree-sitter-${name}.wasm`), join(output, `tree-sitter-${name}.wasm`))),
  ]);
}

/** The rules' pages in every language: what a finding's code links to. */
async function copyPages() {
  const rules = join(root, '../analysis/src/rules');
  for (const folder of [rules, join(rules, 'engine')]) {
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.md'));
    await Promise.all(pages.map((name) => cp(join(folder, name), join(output, 'rules', name))));
  }
}
