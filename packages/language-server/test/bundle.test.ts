/** The bundle as editors start it: another process, over standard input and output. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createProtocolConnection,
  type Hover,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const folder = mkdtempSync(join(tmpdir(), 'softlens-bundle-'));
beforeAll(() => void execFileSync(process.execPath, [join(import.meta.dirname, '../build/build.mjs'), folder]), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('answers over stdio without arguments, and ends with the client', async () => {
  const server = spawn(process.execPath, [join(folder, 'node.cjs')], { stdio: 'pipe' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null });
  await connection.sendNotification('initialized', {});
  const text = 'import torch\np = torch.softmax(torch.tensor([1.0, 2.0]), 0)\n';
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'untitled:1', languageId: 'python', version: 1, text },
  });
  const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri: 'untitled:1' },
    position: { line: 1, character: 0 },
  });
  expect(JSON.stringify(hover?.contents)).toContain('[0.269, 0.731]');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
  connection.dispose();
});

test('the pages that findings link to lie beside it', () => {
  for (const name of ['softmax-before-cross-entropy.md', 'softmax-before-cross-entropy.zh-cn.md', 'unused-suppression.md']) {
    expect(statSync(join(folder, 'rules', name)).size).toBeGreaterThan(500);
  }
});

test('the worker has its WebAssembly beside it', () => {
  for (const name of ['browser.js', 'web-tree-sitter.wasm', 'tree-sitter-python.wasm', 'tree-sitter-tsx.wasm']) {
    expect(statSync(join(folder, name)).size).toBeGreaterThan(100_000);
  }
});
