// Installs packages from npm into a folder of their own, beside the workspace: they are too large, and too strict about Node, for it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs once. A stamp written last tells a finished folder from an interrupted one.
 * @param {string} folder
 * @param {string[]} packages exact versions
 * @param {(folder: string) => void} finish what is left to do after the installation
 */
export function installOnce(folder, packages, finish) {
  const stamp = join(folder, '.ready');
  const wanted = packages.join(' ');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  npmInstall(folder, packages);
  finish(folder);
  writeFileSync(stamp, wanted);
}

/** No install scripts: none is needed, and some would want a compiler. @param {string} folder @param {string[]} args */
export function npmInstall(folder, args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const windows = process.platform === 'win32';
  const result = spawnSync('npm', ['install', ...args, ...quiet], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
  if (result.status !== 0) throw new Error(`npm install ${args.join(' ')} failed in ${folder}`);
}
