// The libraries that the bench compares with. They are large (about 800 MB with their runtimes), so that they are no part of the
// workspace: this installs the pinned versions beside peers/package.json on first use, and runs none of their install scripts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = new URL('peers/', import.meta.url);

/** The peers that could be loaded, and for each one that could not, why. */
export async function loadPeers() {
  const missing = [];
  if (!existsSync(new URL('node_modules/', folder))) install(missing);
  const require = createRequire(new URL('package.json', folder));
  const load = async (name, use) => {
    try {
      return await use(require.resolve(name));
    } catch (error) {
      missing.push(`${name}: ${String(error.message).split('\n')[0]}`);
      return undefined;
    }
  };
  const tf = await load('@tensorflow/tfjs', (path) => require(path));
  const wasm = await load('@tensorflow/tfjs-backend-wasm', (path) => require(path));
  const expit = await load('@stdlib/math-base-special-expit', (path) => require(path));
  const transformers = await load(
    '@huggingface/transformers',
    (path) => import(pathToFileURL(path.replace(/\.cjs$/, '.mjs')).href),
  );
  return { tf: wasm && tf, expit, transformersSoftmax: transformers?.softmax, missing };
}

function install(missing) {
  console.log('installing the peers (once, about 800 MB)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: fileURLToPath(folder),
    stdio: 'inherit',
  });
  if (status !== 0) missing.push('the peers could not be installed');
}
