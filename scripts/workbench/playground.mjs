// The playground as it is built, from a server of files on this machine.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './folders.mjs';
import { freePort, stop, untilServing } from './serving.mjs';

const app = join(root, 'apps/playground');

/** @param {number} [port] */
export async function startPlayground(port) {
  const chosen = await freePort(port);
  // Not known before the first installation.
  const vite = join(dirname(createRequire(join(app, 'package.json')).resolve('vite/package.json')), 'bin/vite.js');
  const address = ['--host', '127.0.0.1', '--port', String(chosen), '--strictPort'];
  const child = spawn(process.execPath, [vite, 'preview', ...address], { cwd: app, stdio: 'ignore' });
  const url = `http://127.0.0.1:${chosen}/`;
  await untilServing(child, url, 'the playground');
  return { url, child, stop: () => stop(child) };
}
