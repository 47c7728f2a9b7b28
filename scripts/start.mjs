// `npm start`: builds the extension and opens the samples with it in a VS Code, or the playground in a browser.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap, execute, fail } from './bootstrap.mjs';
import { ensureCodeServer, startCodeServer } from './workbench/codeServer.mjs';
import { codeServerFolder, extensionFolder, samples, vsix, webWorkbenchFolder } from './workbench/folders.mjs';
import { startPlayground } from './workbench/playground.mjs';
import { quietSettings } from './workbench/settings.mjs';
import { ensureWebWorkbench, startWebWorkbench } from './workbench/webWorkbench.mjs';

const usage = `usage: npm start [-- OPTION…]

Builds Softlens and opens its samples: in the desktop VS Code when \`code\` is on the PATH,
else in VS Code for the Web on this machine.

  --web        VS Code for the Web, even when \`code\` is there
  --full       code-server: VS Code with a Node extension host, in the browser (0.6 GB, once)
  --playground the page to try it in, without any VS Code
  --port PORT  serve on this port (else a free one)
  --no-open    print the address, open no browser
  --help       this text`;

const windows = process.platform === 'win32';
const options = readOptions();
const env = bootstrap();
const app = options.playground ? 'playground' : 'softlens-vscode';
if ((await execute(env, ['turbo', 'run', 'build', `--filter=${app}`, '--output-logs=errors-only'])) !== 0)
  fail('The build failed: see above.');

if (!options.web && !options.full && !options.playground && desktopIsThere()) openDesktop();
else await serve().catch((error) => fail(error instanceof Error ? error.message : String(error)));

/** @returns {{ web: boolean, full: boolean, playground: boolean, open: boolean, port: number | undefined }} */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        web: { type: 'boolean' },
        full: { type: 'boolean' },
        playground: { type: 'boolean' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
      throw new Error(`--port ${values.port}: not a port`);
    const { web = false, full = false, playground = false } = values;
    if ([web, full, playground].filter(Boolean).length > 1) throw new Error('--web, --full and --playground exclude each other');
    return { web, full, playground, open: values['no-open'] !== true, port };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}

/** In a remote terminal or in WSL `code` drives an editor elsewhere, which cannot load an extension from this folder. */
function desktopIsThere() {
  if (process.env.VSCODE_IPC_HOOK_CLI || process.env.WSL_DISTRO_NAME) return false;
  return spawnSync('code', ['--version'], { stdio: 'ignore', shell: windows }).status === 0;
}

function openDesktop() {
  const quote = (/** @type {string} */ path) => (windows ? `"${path}"` : path);
  const args = [
    '--new-window',
    `--extensionDevelopmentPath=${quote(extensionFolder)}`,
    quote(samples),
    quote(join(samples, 'hello.py')),
  ];
  if (spawnSync('code', args, { stdio: 'inherit', shell: windows }).status !== 0)
    fail('VS Code could not be opened; `npm start -- --web` needs none.');
  console.log('The samples are open in VS Code. Rest the mouse on `softmax` in hello.py.');
}

async function serve() {
  const state = mkdtempSync(join(tmpdir(), 'softlens-'));
  const served = await (options.playground ? startPlayground(options.port) : options.full ? serveFull(state) : serveWeb());
  const where = options.playground ? '' : ' in hello.py';
  console.log(`\nSoftlens is at  ${served.url}\n\nRest the mouse on \`softmax\`${where}. Ctrl-C stops it.`);
  if (options.open) openBrowser(served.url);

  let stopping = false;
  const end = async (/** @type {number} */ code) => {
    if (stopping) return;
    stopping = true;
    await served.stop();
    rmSync(state, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
    process.exit(code);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void end(0));
  served.child.once('exit', () => {
    if (!stopping) console.error('The server has ended by itself.');
    void end(1);
  });
}

function serveWeb() {
  console.log('Starting VS Code for the Web; the first time fetches it from npm …');
  const installation = ensureWebWorkbench(webWorkbenchFolder);
  return startWebWorkbench({ installation, folder: samples, file: 'hello.py', extension: extensionFolder, port: options.port });
}

/** @param {string} state */
function serveFull(state) {
  console.log('Starting code-server; the first time fetches it from npm …');
  const installation = ensureCodeServer(codeServerFolder);
  return startCodeServer({
    installation,
    state,
    folder: samples,
    file: join(samples, 'hello.py'),
    vsix,
    settings: quietSettings,
    port: options.port,
  });
}

/** @param {string} url */
function openBrowser(url) {
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (headless) return;
  const [command, ...args] = windows
    ? ['cmd', '/c', 'start', '""', `"${url}"`]
    : [process.platform === 'darwin' ? 'open' : 'xdg-open', url];
  // The address is printed already: a machine without a browser loses nothing.
  spawn(command ?? '', args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: windows })
    .once('error', () => {})
    .unref();
}
