/** How words name places: as people know them, and not as the server keeps them. */
import { afterEach, expect, test } from 'vitest';
import type { Diagnostic, Hover } from 'vscode-languageserver-protocol';
import { type ClientProfile, startClient, type TestClient } from './client.ts';

const setup = 'import torch\nimport torch.nn.functional as F';
const made = 'z = torch.randn(8, 3)\np = F.softmax(z, dim=1)';
const used = 'loss = F.cross_entropy(p, torch.randint(0, 3, (8,)))';

const running: TestClient[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

async function start(profile: ClientProfile = {}): Promise<TestClient> {
  const client = await startClient({ capabilities: { textDocument: { diagnostic: {} } }, ...profile });
  running.push(client);
  return client;
}

async function messages(client: TestClient, uri: string): Promise<string[]> {
  const asked = { textDocument: { uri } };
  const { items } = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', asked);
  return items.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

async function hovered(client: TestClient, uri: string, line: number, character: number): Promise<string> {
  const found = await client.connection.sendRequest<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line, character },
  });
  return JSON.stringify(found.contents);
}

test.each([
  ['untitled:Untitled-1', 'Untitled-1'],
  ['file:///home/me/my%20model.py', 'my model.py'],
  ['git:/home/me/train.py?%7B%22ref%22%3A%22~%2Fb%22%7D', 'train.py'],
  ['vscode-vfs://github/somebody/repository/train.py', 'train.py'],
])('a document of no folder, %s, is called %s', async (uri, name) => {
  const client = await start();
  await client.open(uri, `${setup}\n${made}\n${used}\n`);
  expect(await messages(client, uri)).toEqual([expect.stringContaining(`(softmax, ${name}:4)`)]);
  expect(await hovered(client, uri, 4, 23)).toContain(`\`${name}:4\``);
});

test('a document of a folder keeps its path in it', async () => {
  const client = await start({ folder: 'file:///project' });
  const uri = 'file:///project/sub/train.py';
  await client.open(uri, `${setup}\n${made}\n${used}\n`);
  expect(await messages(client, uri)).toEqual([expect.stringContaining('(softmax, sub/train.py:4)')]);
});

const notebook = 'file:///project/a.ipynb';
const cell = (i: number): string => `vscode-notebook-cell:/project/a.ipynb#c${i}`;

async function openNotebook(client: TestClient, cells: readonly string[]): Promise<void> {
  const documents = cells.map((_, i) => ({ kind: 2, document: cell(i) }));
  await client.connection.sendNotification('notebookDocument/didOpen', {
    notebookDocument: { uri: notebook, notebookType: 'jupyter-notebook', version: 1, cells: documents },
    cellTextDocuments: cells.map((text, i) => ({ uri: cell(i), languageId: 'python', version: 1, text })),
  });
}

test.each([
  ['en', 'softmax, code cell 2, line 2', 'line 1'],
  ['zh-cn', '第 2 个代码单元格第 2 行', '第 1 行'],
])('a place in another cell is told by that cell, one in the same by its line: %s', async (locale, another, same) => {
  const client = await start({ folder: 'file:///project', locale });
  await openNotebook(client, [setup, made, used, `q = F.softmax(torch.randn(8, 3), dim=1)\nF.cross_entropy(q, torch.zeros(8))`]);
  expect(await messages(client, cell(2))).toEqual([expect.stringContaining(another)]);
  expect(await hovered(client, cell(2), 0, 23)).not.toContain('ipynb');
  const [own] = await messages(client, cell(3));
  expect(own).toContain(`softmax, ${same}`);
  expect(own).not.toContain('ipynb');
});

test('places follow the order of the cells', async () => {
  const client = await start({ folder: 'file:///project' });
  await openNotebook(client, [setup, made, used]);
  expect(await messages(client, cell(2))).toEqual([expect.stringContaining('code cell 2, line 2')]);
  await client.connection.sendNotification('notebookDocument/didChange', {
    notebookDocument: { uri: notebook, version: 2 },
    change: {
      cells: {
        structure: {
          array: { start: 1, deleteCount: 0, cells: [{ kind: 2, document: cell(3) }] },
          didOpen: [{ uri: cell(3), languageId: 'python', version: 1, text: 'import math' }],
        },
      },
    },
  });
  expect(await messages(client, cell(2))).toEqual([expect.stringContaining('code cell 3, line 2')]);
});
