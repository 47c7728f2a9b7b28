// Builds the extension into dist/extension, as it is published, and packs it into dist/softlens.vsix.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist/extension');
/** Written by the language server's own build: node.cjs, browser.js and the WebAssembly they load. */
const server = join(root, '../../packages/language-server/dist/bundle');

await rm(join(root, 'dist'), { recursive: true, force: true });
await mkdir(output, { recursive: true });
await Promise.all([bundle('node'), bundle('browser'), copyStatic(), writeManifest()]);
await createVSIX({
  cwd: output,
  packagePath: join(root, 'dist/softlens.vsix'),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

/** @param {'node' | 'browser'} platform */
async function bundle(platform) {
  await build({
    entryPoints: [join(root, `src/${platform}.ts`)],
    outfile: join(output, `out/${platform}.js`),
    bundle: true,
    minify: true,
    sourcemap: false,
    platform,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
}

async function copyStatic() {
  const names = ['README.md', 'CHANGELOG.md', 'package.nls.json', 'package.nls.zh-cn.json', 'l10n', 'media/icon.png'];
  await Promise.all([
    ...names.map((name) => cp(join(root, name), join(output, name), { recursive: true })),
    cp(join(root, '../../LICENSE'), join(output, 'LICENSE')),
    cp(server, join(output, 'server'), { recursive: true, filter: (path) => !path.endsWith('.map') }),
  ]);
}

/** The manifest as the editor needs it: what only the repository uses is left out, and the bundles are CommonJS. */
async function writeManifest() {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  for (const key of ['type', 'private', 'scripts', 'dependencies', 'devDependencies']) delete manifest[key];
  await writeFile(join(output, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
