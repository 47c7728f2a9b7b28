// Builds the extension into dist/extension, as it is published, and packs it into dist/softlens.vsix.
// `node build/build.mjs FOLDER SERVER` builds into another folder, with the server's bundle of the folder SERVER.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import katex from 'katex';

const root = join(import.meta.dirname, '..');
const built = process.argv[2] ?? join(root, 'dist');
const output = join(built, 'extension');
/** Written by the language server's own build: node.cjs, browser.js and the WebAssembly they load. */
const server = process.argv[3] ?? fileURLToPath(new URL('bundle', import.meta.resolve('@softlens/language-server')));

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
await Promise.all([bundle('node'), bundle('nodeClient'), bundle('browser'), bundlePage(), copyStatic(), writeManifest()]);
await createVSIX({
  cwd: output,
  packagePath: join(built, 'softlens.vsix'),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

/**
 * The client library is a file of its own on the desktop, so that activation need not read it. In a browser an extension is one file.
 * @param {'node' | 'nodeClient' | 'browser'} name
 */
async function bundle(name) {
  await build({
    entryPoints: [join(root, `src/${name}.ts`)],
    outfile: join(output, `out/${name}.js`),
    bundle: true,
    minify: true,
    platform: name === 'browser' ? 'browser' : 'node',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    // `require` instead: it is where the editor puts the module `vscode` in place.
    supported: { 'dynamic-import': false },
    plugins: name === 'node' ? [apart('./nodeClient.ts')] : [],
    logLevel: 'warning',
  });
}

/** The explorer's page: explorer.js and explorer.css. */
async function bundlePage() {
  await build({
    entryPoints: ['page.tsx', 'explorer.css'].map((name) => ({ in: join(root, 'src/explorer/view', name), out: 'explorer' })),
    outdir: join(output, 'out'),
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    conditions: ['@softlens/source'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    supported: { nesting: false },
    plugins: [mathml()],
    logLevel: 'warning',
  });
}

/**
 * Formulas are TeX in the sources and MathML on the page: every browser that runs the editor draws it, so neither KaTeX nor its fonts
 * (0.6 MB) need be shipped, and no inline style has to be allowed.
 * @returns {import('esbuild').Plugin}
 */
function mathml() {
  return {
    name: 'mathml',
    setup: ({ onLoad }) =>
      onLoad({ filter: /formulas\.json$/ }, async ({ path }) => {
        const formulas = Object.entries(JSON.parse(await readFile(path, 'utf8')));
        const made = formulas.map(([name, tex]) => [name, toMathml(tex)]);
        return { contents: JSON.stringify(Object.fromEntries(made)), loader: 'json' };
      }),
  };
}

/** Without KaTeX's own wrapping, and the TeX that it repeats. @param {string} tex */
function toMathml(tex) {
  const html = katex.renderToString(tex, { output: 'mathml', displayMode: true, throwOnError: true });
  const math = html.slice(html.indexOf('<math'), html.indexOf('</math>') + '</math>'.length);
  return math.replace(/<annotation[\s\S]*?<\/annotation>/, '').replace(/<\/?semantics>/g, '');
}

/** Leaves a module out of the bundle: it is a bundle beside it. @param {string} module @returns {import('esbuild').Plugin} */
function apart(module) {
  const filter = new RegExp(`^${module.replaceAll('.', '\\.')}$`);
  return {
    name: 'apart',
    setup: ({ onResolve }) => onResolve({ filter }, () => ({ path: module.replace(/\.ts$/, '.js'), external: true })),
  };
}

async function copyStatic() {
  const names = [
    'README.md',
    'CHANGELOG.md',
    'package.nls.json',
    'package.nls.zh-cn.json',
    'l10n',
    'media/icon.png',
    'media/walkthrough',
    'samples/walkthrough.py',
  ];
  await Promise.all([
    ...names.map((name) => cp(join(root, name), join(output, name), { recursive: true })),
    cp(join(root, '../../LICENSE'), join(output, 'LICENSE')),
    cp(join(root, '../../packages/cli/softlens.schema.json'), join(output, 'softlens.schema.json')),
    copyServer(),
  ]);
}

/** Without the maps, which would double its size, and the comments that point to them. */
async function copyServer() {
  const target = join(output, 'server');
  await cp(server, target, { recursive: true, filter: (path) => !path.endsWith('.map') });
  for (const name of ['node.cjs', 'browser.js']) {
    const text = await readFile(join(target, name), 'utf8');
    await writeFile(join(target, name), text.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n'));
  }
}

/** The manifest as the editor needs it: what only the repository uses is left out, and the bundles are CommonJS. */
async function writeManifest() {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  for (const key of ['type', 'private', 'scripts', 'dependencies', 'devDependencies']) delete manifest[key];
  await writeFile(join(output, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  // Only what belongs to the package is in the folder, so nothing is left out but this file.
  await writeFile(join(output, '.vscodeignore'), '.vscodeignore\n');
}
