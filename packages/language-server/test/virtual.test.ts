/** A folder that only the client can read, such as one of a repository that is not checked out. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from './client.ts';

const folder = 'vscode-vfs://github/owner/project';
const files: Readonly<Record<string, string>> = {
  [`${folder}/model.py`]:
    'import torch.nn as nn\n\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.head = nn.Sequential(nn.Linear(4, 3), nn.Softmax(dim=1))\n\n    def forward(self, x):\n        return self.head(x)\n',
  [`${folder}/train.py`]:
    'import torch\nimport torch.nn as nn\nfrom model import Net\n\nloss = nn.CrossEntropyLoss()(Net()(torch.randn(2, 4)), torch.zeros(2, dtype=torch.long))\n',
};

const patience = { timeout: 60_000 };

const running: TestClient[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

async function start(): Promise<TestClient> {
  const read = (uri: string) => ({ text: files[uri] });
  const client = await startClient({
    folder,
    capabilities: { textDocument: { diagnostic: {} } },
    prepare(connection) {
      connection.onRequest('softlens/listFiles', () => ({ uris: Object.keys(files) }));
      connection.onRequest('softlens/readFile', ({ uri }: { uri: string }) => read(uri));
    },
  });
  running.push(client);
  return client;
}

test('what a document imports is read through the client', async () => {
  const client = await start();
  const uri = `${folder}/train.py`;
  await client.open(uri, files[uri] ?? '');
  await vi.waitFor(async () => {
    const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    expect(report.items.map(({ code }) => code)).toEqual(['softmax-before-cross-entropy']);
  }, patience);
});

test('and so are the files of a scan', async () => {
  const client = await start();
  const report = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  expect(report.items.map(({ uri }) => uri)).toEqual([`${folder}/train.py`]);
});

test('what a scan has told is told anew in the language that is chosen meanwhile', async () => {
  const client = await start();
  const scan = async (previousResultIds: { uri: string; value: string }[]) => {
    const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds,
    });
    return items.flatMap((one) => (one.kind === 'full' ? [one] : []));
  };
  const first = await scan([]);
  expect(first.map(({ items }) => items[0]?.message)).toEqual([expect.stringContaining('expects logits')]);
  const next = scan(first.map(({ uri, resultId = '' }) => ({ uri, value: resultId })));
  const settings = { softlens: { language: 'zh-cn' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  expect((await next).map(({ items }) => items[0]?.message)).toEqual([expect.stringContaining('需要 logits')]);
});
