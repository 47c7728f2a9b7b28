// Bundles the command line into dist/bundle, with the language server, the WebAssembly and the rules' pages beside it.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyResources } from '../../language-server/build/resources.mjs';

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist/bundle');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

await mkdir(output, { recursive: true });
await Promise.all([
  bundle(join(root, 'src/bin.ts'), 'softlens.cjs'),
  bundle(join(root, '../language-server/src/node.ts'), 'server.cjs'),
  copyResources(output),
]);

/** The sources of the workspace's packages, so that no other build needs to be fresh. */
async function bundle(entry, name) {
  await build({
    entryPoints: [entry],
    outfile: join(output, name),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // jsonc-parser's main entry requires its parts by computed names, which no bundler follows.
    mainFields: ['module', 'main'],
    conditions: ['@softlens/source'],
    // CommonJS has no `import.meta`.
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'moduleUrl', softlensVersion: JSON.stringify(version) },
    logLevel: 'warning',
  });
}
