/** What is said where a loss is called: above the line, and in the hover. */
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeLens, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { type ClientProfile, startClient, type TestClient } from './client.ts';

const uri = 'file:///project/model.py';
const program = `import torch
import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 10)

    def forward(self, x):
        return self.fc(x)

criterion = nn.CrossEntropyLoss()
x, y = torch.randn(32, 8), torch.randint(0, 10, (32,))
right = criterion(Net()(x), y)
wrong = criterion(F.softmax(Net()(x), dim=1), y)
`;
const line = (start: string) => program.split('\n').findIndex((one) => one.startsWith(start));

const running: TestClient[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

async function open(profile: ClientProfile = {}) {
  const client = await startClient(profile);
  running.push(client);
  await client.open(uri, program);
  return client.connection;
}

async function lenses(profile: ClientProfile = {}): Promise<CodeLens[]> {
  const connection = await open(profile);
  return connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
}

const titles = (found: readonly CodeLens[]) => found.map(({ range, command }) => [range.start.line, command?.title]);

test('models and losses have a lens each', async () => {
  expect(titles(await lenses())).toEqual([
    [line('class Net'), 'forward: logits [32, 10]'],
    [line('right'), 'logits → CrossEntropyLoss ✓'],
    [line('wrong'), 'probabilities → CrossEntropyLoss ✗ expects logits'],
  ]);
});

test('with problems only, what is right has none', async () => {
  const found = await lenses({ settings: { codeLens: 'problems' }, locale: 'zh-cn' });
  expect(titles(found)).toEqual([[line('wrong'), '概率 → CrossEntropyLoss ✗ 需要对数几率（logits）']]);
});

test('a click leads from the producer to the consumer, where the client can show that', async () => {
  const [, , wrong] = await lenses({ commands: ['softlens.showPath'] });
  expect(wrong?.command?.command).toBe('softlens.showPath');
  const [, , locations] = wrong?.command?.arguments ?? [];
  expect(locations).toMatchObject([
    { uri, range: { start: { line: line('        return') } } },
    { uri, range: { start: { line: line('wrong'), character: 18 } } },
    { uri, range: { start: { line: line('wrong'), character: 8 } } },
  ]);
  expect((await lenses())[2]?.command?.command).toBe('');
});

test.each([
  ['right', 'logits from `fc`, `model.py:11`: CrossEntropyLoss applies log-softmax itself ✓'],
  ['wrong', 'probabilities from `F.softmax`, `model.py:16`: CrossEntropyLoss expects logits ✗'],
])('the hover of a %s loss says so', async (name, words) => {
  const connection = await open();
  const found = await connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri },
    position: { line: line(name), character: 10 },
  });
  const value = (found?.contents as MarkupContent | undefined)?.value;
  expect(value).toContain(words);
});

describe('while somebody types', () => {
  const change = (connection: TestClient['connection'], version: number, at: { line: number; character: number }, text: string) =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  const ask = async (connection: TestClient['connection']) =>
    titles(await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } }));

  test('an unfinished line keeps the places of its lenses, without what may no longer be true', async () => {
    const connection = await open();
    const [model, , wrong] = await ask(connection);
    await change(connection, 2, { line: line('right'), character: 18 }, '(((');
    expect(await ask(connection)).toEqual([model, [line('right'), '…'], wrong]);
  });

  test('so does a finished one of which nothing is known, until there is a pause', async () => {
    const connection = await open({ capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
    const counts: number[] = [];
    connection.onRequest('workspace/codeLens/refresh', () => void ask(connection).then(({ length }) => counts.push(length)));
    const [model, , wrong] = await ask(connection);
    await change(connection, 2, { line: line('right'), character: 9 }, 'x');
    expect(await ask(connection)).toEqual([model, [line('right'), '…'], wrong]);
    await change(connection, 3, { line: 0, character: 0 }, '\n');
    expect((await ask(connection)).map(([at]) => at)).toEqual([model, [line('right')], wrong].map((one) => Number(one?.[0]) + 1));
    await expect.poll(() => counts).toContain(2);
  });
});
