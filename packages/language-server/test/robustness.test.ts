/** What happens to documents and folders in the course of a day: the server goes on, and says nothing that is not there. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { ClientCapabilities, Diagnostic, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from './client.ts';

const bad = `import torch
import torch.nn.functional as F
p = F.softmax(torch.tensor([[2.0, 1.0, 0.1]]), dim=1)
loss = F.cross_entropy(p, torch.tensor([0]))
`;
const pulling: ClientCapabilities = {
  textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } },
  workspace: { workspaceFolders: true },
};
const clients: TestClient[] = [];
const made: string[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const path = mkdtempSync(join(tmpdir(), 'softlens-'));
  made.push(path);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return { path, uri: pathToFileURL(path).href, file: (name: string) => pathToFileURL(join(path, name)).href };
}

async function start(...folders: readonly string[]) {
  const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
  const client = await startClient({ initialize: { capabilities: pulling, workspaceFolders } });
  clients.push(client);
  const { connection } = client;
  const send = (method: string, params: object) => connection.sendNotification(method, params);
  return {
    client,
    open: client.open,
    close: (uri: string) => send('textDocument/didClose', { textDocument: { uri } }),
    changedOutside: (uri: string, type: 1 | 2 | 3) => send('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }),
    removeFolder: (uri: string) =>
      send('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri, name: uri }] } }),
    rules: async (uri: string) => {
      const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
      return report.items.map(({ code }) => code);
    },
    hover: async (uri: string, line: number, character: number) => {
      const found = await connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position: { line, character },
      });
      return found && (found.contents as MarkupContent).value;
    },
  };
}

test('documents that open, close and are renamed at once', async () => {
  const { uri, file, path } = folderOf({ 'a.py': bad });
  const { open, close, changedOutside, rules } = await start(uri);
  for (let i = 0; i < 30; i++) {
    await open(file('a.py'), bad);
    void rules(file('a.py')).catch(() => {});
    await close(file('a.py'));
  }
  await open(file('a.py'), bad);
  await close(file('a.py'));
  renameSync(join(path, 'a.py'), join(path, 'b.py'));
  await changedOutside(file('a.py'), 3);
  await changedOutside(file('b.py'), 1);
  await open(file('b.py'), bad);
  expect(await rules(file('b.py'))).toEqual(['softmax-before-cross-entropy']);
  expect(await rules(file('a.py'))).toEqual([]);
});

test('a module that is deleted or renamed outside is not remembered', async () => {
  const { uri, file, path } = folderOf({ 'scores.py': 'logits = [2.0, 1.0, 0.1]\n' });
  const main = 'from scipy.special import softmax\nfrom scores import logits\nprobs = softmax(logits)\n';
  const { open, changedOutside, hover } = await start(uri);
  await open(file('main.py'), main);
  await expect.poll(() => hover(file('main.py'), 2, 1)).toContain('[0.659, 0.242, 0.099]');
  rmSync(join(path, 'scores.py'));
  await changedOutside(file('scores.py'), 3);
  expect(await hover(file('main.py'), 2, 1)).not.toContain('0.659');
  writeFileSync(join(path, 'scores.py'), 'logits = [0.0, 0.0]\n');
  await changedOutside(file('scores.py'), 1);
  expect(await hover(file('main.py'), 2, 1)).toContain('[0.5, 0.5]');
});

test('binary files, broken UTF-8 and very long files beside a document, and as documents', { timeout: 60_000 }, async () => {
  const binary = Uint8Array.from({ length: 4096 }, (_, i) => (i * 151) % 256);
  const latin = Buffer.concat([Buffer.from('# caf'), Buffer.from([0xe9]), Buffer.from('\nlogits = [0.0, 0.0]\n')]);
  const { uri, file } = folderOf({ 'noise.py': binary, 'latin.py': latin, 'data.ipynb': binary });
  const { open, rules, hover } = await start(uri);
  const main = 'from scipy.special import softmax\nimport noise\nfrom latin import logits\nprobs = softmax(logits)\n';
  await open(file('main.py'), main);
  await expect.poll(() => hover(file('main.py'), 3, 1)).toContain('[0.5, 0.5]');
  await open(file('noise.py'), Buffer.from(binary).toString('latin1'));
  await open(file('long.py'), `x = [${'1.5, '.repeat(400_000)}]\n${'y = 1\n'.repeat(20_000)}`);
  expect(await rules(file('noise.py'))).toEqual([]);
  expect(await rules(file('long.py'))).toEqual([]);
});

describe('workspace folders', () => {
  const caller = `import torch
from trainer import step
step(torch.softmax(torch.randn(4, 10), dim=1), torch.zeros(4, dtype=torch.long))
`;
  const trainer = 'import torch.nn.functional as F\n\ndef step(scores, y):\n    return F.cross_entropy(scores, y)\n';

  test('two of them do not mix: modules of one name are those of the own folder', async () => {
    const [one, two] = [folderOf({ 'trainer.py': trainer, 'main.py': caller }), folderOf({ 'trainer.py': trainer })];
    const { open, rules } = await start(one.uri, two.uri);
    await open(one.file('trainer.py'), trainer);
    await open(two.file('trainer.py'), trainer);
    await expect.poll(() => rules(one.file('trainer.py'))).toEqual(['softmax-before-cross-entropy']);
    expect(await rules(two.file('trainer.py'))).toEqual([]);
  });

  test('a folder inside another is its own', async () => {
    const outer = folderOf({ 'trainer.py': trainer });
    mkdirSync(join(outer.path, 'inner'));
    writeFileSync(join(outer.path, 'inner/main.py'), caller);
    writeFileSync(join(outer.path, 'inner/trainer.py'), trainer);
    const { open, rules } = await start(outer.uri, outer.file('inner'));
    await open(outer.file('inner/trainer.py'), trainer);
    await expect.poll(() => rules(outer.file('inner/trainer.py'))).toEqual(['softmax-before-cross-entropy']);
  });

  test('one that is removed leaves its open documents on their own', async () => {
    const { uri, file } = folderOf({ 'trainer.py': trainer, 'main.py': caller });
    const { open, rules, removeFolder } = await start(uri);
    await open(file('trainer.py'), trainer);
    await expect.poll(() => rules(file('trainer.py'))).toEqual(['softmax-before-cross-entropy']);
    await removeFolder(uri);
    expect(await rules(file('trainer.py'))).toEqual([]);
    await open(file('alone.py'), bad);
    expect(await rules(file('alone.py'))).toEqual(['softmax-before-cross-entropy']);
  });
});

test.each(['untitled:Untitled-1', 'git:/repo/a.py?%7B%22ref%22%3A%22HEAD%22%7D', 'vscode-vfs://github/owner/repo/a.py'])(
  'a document of %s is a program of its own',
  async (uri) => {
    const folder = folderOf({ 'a.py': 'p = 1\n' });
    const { open, close, rules, hover } = await start(folder.uri);
    await open(uri, bad);
    expect(await rules(uri)).toEqual(['softmax-before-cross-entropy']);
    expect(await hover(uri, 2, 6)).toContain('0.659');
    await close(uri);
    expect(await rules(uri)).toEqual([]);
  },
);
