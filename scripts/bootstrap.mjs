// What `npm start` and `npm test` share: from nothing but Node to an installed workspace.
// Run directly, `node scripts/bootstrap.mjs COMMAND…` runs a command in that workspace.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

requireNode(20, 19);

/** Installs what the lock file names, and returns the environment in which `pnpm` is the pinned one. */
export function bootstrap() {
  const env = environment();
  if (
    spawnSync('pnpm', ['install', '--frozen-lockfile', '--config.confirm-modules-purge=false'], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
    }).status !== 0
  ) {
    fail('Installing the dependencies failed: see above.');
  }
  return env;
}

/**
 * Runs a command of the workspace (turbo, vitest …) and gives its exit code.
 * @param {NodeJS.ProcessEnv} env @param {string[]} args
 * @returns {Promise<number>}
 */
export function execute(env, args) {
  return new Promise((resolve, reject) => {
    const child = spawn('pnpm', ['exec', ...args], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** @param {string} message @returns {never} */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Turbo looks for pnpm on the PATH, so it is not enough to be able to call it by another way. */
function environment() {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' };
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('@')[1];
  if (versionOfPnpm(env) === wanted) return env;
  console.log(`Getting pnpm ${wanted} …`);
  const print = 'process.stdout.write("PATH=" + process.env.PATH)';
  const npm = [
    'exec',
    '--yes',
    `--package=pnpm@${wanted}`,
    '--',
    'node',
    '-e',
    windows ? `"${print.replaceAll('"', "'")}"` : print,
  ];
  const found = spawnSync('npm', npm, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: windows });
  const path = found.stdout?.split('PATH=')[1];
  if (found.status !== 0 || path === undefined) fail(`pnpm ${wanted} could not be had from npm: is the network there?`);
  // The first folders are npm's: the one of its cache with pnpm in it comes before all others.
  return { ...withoutPath(env), PATH: path };
}

/** @param {NodeJS.ProcessEnv} env */
function versionOfPnpm(env) {
  // Otherwise another version of pnpm would fetch the pinned one and answer for it.
  const own = { ...env, npm_config_manage_package_manager_versions: 'false', npm_config_package_manager_strict: 'false' };
  const answer = spawnSync('pnpm', ['--version'], {
    cwd: root,
    env: own,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: windows,
  });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** On Windows the name may be written `Path`, and two names would not replace each other. @param {NodeJS.ProcessEnv} env */
function withoutPath(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.toUpperCase() !== 'PATH'));
}

/** @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  fail(`Softlens is built with Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const env = bootstrap();
  const [command, ...args] = process.argv.slice(2);
  if (command === 'node')
    process.exit(spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1);
  if (command !== undefined) process.exit(await execute(env, [command, ...args]));
}
