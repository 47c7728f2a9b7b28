// Bundles the server for Node and for a browser's worker into dist/bundle or the folder given, with the WebAssembly and the rules'
// pages beside it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyResources } from './resources.mjs';

const root = join(import.meta.dirname, '..');
const output = process.argv[2] ?? join(root, 'dist/bundle');

await mkdir(output, { recursive: true });
await Promise.all([
  bundle('node', { platform: 'node', format: 'cjs', outfile: join(output, 'node.cjs') }),
  bundle('browser', { platform: 'browser', format: 'iife', outfile: join(output, 'browser.js') }),
  copyResources(output),
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
    // jsonc-parser's main entry requires its parts by computed names, which no bundler follows.
    mainFields: [...(name === 'browser' ? ['browser'] : []), 'module', 'main'],
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
