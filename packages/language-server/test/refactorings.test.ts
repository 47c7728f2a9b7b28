/** Rewrites of heads as an editor gets them: over all files that have a part in them, and only where they change something. */
import { afterEach, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from './client.ts';

const model = ['import torch.nn as nn', '', 'head = nn.Linear(20, 2)', 'unrelated = 1', ''].join('\n');
const training = [
  'import torch.nn.functional as F',
  'from data import x, y',
  'from model import head',
  '',
  'loss = F.cross_entropy(head(x), y)',
  '',
].join('\n');
const uris = { model: 'file:///project/model.py', training: 'file:///project/training.py' };

const running: TestClient[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

async function start(locale: string): Promise<TestClient> {
  const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
  const client = await startClient({ folder: 'file:///project', locale, capabilities: { textDocument: { codeAction } } });
  running.push(client);
  await client.open(uris.model, model);
  await client.open(uris.training, training);
  return client;
}

const ask = (client: TestClient, uri: string, line: number, only?: string[], from = 4, to = 60): Promise<CodeAction[]> =>
  client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line, character: from }, end: { line, character: to } },
    context: { diagnostics: [], ...(only && { only }) },
  });

test.each([
  ['at the layer', uris.model, 2],
  ['at the loss', uris.training, 4],
])('offered %s, with the edits of both files', async (_, uri, line) => {
  const client = await start('en');
  const [action, ...others] = await ask(client, uri, line, ['refactor']);
  expect(others).toEqual([]);
  expect(action).toMatchObject({ kind: 'refactor.rewrite' });
  expect(action?.title).toBe(
    'Rewrite the two-class softmax head as one sigmoid unit: layer, loss, targets. For trained weights w = w₁ − w₀, b = b₁ − b₀ (in 2 files)',
  );
  const changed = Object.entries(action?.edit?.changes ?? {}).map(([at, edits]) => [at, edits.map(({ newText }) => newText)]);
  expect(changed).toEqual([
    [uris.model, ['1']],
    [uris.training, ['binary_cross_entropy_with_logits', '.float().unsqueeze(1)']],
  ]);
});

test.each([0, 10, 23])('wherever the cursor is on a line that changes: in column %i', async (column) => {
  const client = await start('en');
  expect(await ask(client, uris.model, 2, ['refactor'], column, column)).toHaveLength(1);
});

test('not elsewhere, and not when only fixes are asked for', async () => {
  const client = await start('en');
  expect(await ask(client, uris.model, 3, ['refactor.rewrite'])).toEqual([]);
  expect((await ask(client, uris.model, 2, ['quickfix'])).map(({ kind }) => kind)).not.toContain('refactor.rewrite');
});

test('in Chinese', async () => {
  const [action] = await ask(await start('zh-CN'), uris.model, 2, ['refactor.rewrite']);
  expect(action?.title).toContain('改写为单个 sigmoid 单元：层、损失、目标');
});
