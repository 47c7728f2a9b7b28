// Bundles the command line into dist/bundle, with the language server, the WebAssembly and the rules' pages beside it.
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist/bundle');
const require = createRequire(import.meta.url);
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

await mkdir(output, { recursive: true });
await Promise.all([
  bundle(join(root, 'src/bin.ts'), 'softlens.cjs'),
  bundle(join(root, '../language-server/src/node.ts'), 'server.cjs'),
  copyWasm(),
  copyPages(),
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

async function copyWasm() {
  const grammars = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
  await Promise.all([
    cp(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(output, 'web-tree-sitter.wasm')),
    ...['python', 'tsx'].map((name) => cp(join(grammars, `tree-sitter-${name}.wasm`), join(output, `tree-sitter-${name}.wasm`))),
  ]);
}

/** The rules' pages, for `softlens explain` and SARIF. */
async function copyPages() {
  const rules = join(root, '../analysis/src/rules');
  for (const folder of [rules, join(rules, 'engine')]) {
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.md'));
    await Promise.all(pages.map((name) => cp(join(folder, name), join(output, 'rules', name))));
  }
}
