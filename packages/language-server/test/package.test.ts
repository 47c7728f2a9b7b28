/** The package as it is published: alone, without its repository and without a registry. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createProtocolConnection,
  type Diagnostic,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'softlens-package-'));
const windows = process.platform === 'win32';
const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: root, encoding: 'utf8', shell: windows });

beforeAll(() => {
  run('pnpm', 'pack', '--pack-destination', folder);
  const [packed = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  run(
    'npm',
    'install',
    '--global',
    '--offline',
    '--no-audit',
    '--no-fund',
    '--prefix',
    join(folder, 'installed'),
    join(folder, packed),
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('its command starts the server, which finds what is wrong', async () => {
  const command = join(folder, 'installed', windows ? 'softlens-language-server.cmd' : 'bin/softlens-language-server');
  const server = spawn(command, ['--stdio'], { stdio: 'pipe', shell: windows });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {}, publishDiagnostics: { codeDescriptionSupport: true } } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, workspaceFolders: null });
  await connection.sendNotification('initialized', {});
  const text =
    'import torch.nn.functional as F\nimport torch\nF.cross_entropy(F.softmax(torch.randn(4, 3), 1), torch.zeros(4).long())\n';
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'untitled:1', languageId: 'python', version: 1, text },
  });
  const { items } = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri: 'untitled:1' },
  });
  expect(items.map(({ code }) => code)).toEqual(['softmax-before-cross-entropy']);
  const page = new URL(items[0]?.codeDescription?.href ?? '');
  expect(readFileSync(page, 'utf8')).toContain('# softmax-before-cross-entropy');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
}, 120_000);

test('it brings the editors’ files and both languages, and nothing of the build', () => {
  const installed = join(folder, 'installed', windows ? '' : 'lib', 'node_modules/@softlens/language-server');
  const names = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  for (const name of ['README.md', 'README.zh-cn.md', 'LICENSE', 'editors/helix/languages.toml', 'dist/bundle/browser.js'])
    expect(names).toContain(name);
  expect(names.filter((name) => /\.map$|^src|^test|^node_modules|\.d\.ts$/.test(name))).toEqual([]);
});
