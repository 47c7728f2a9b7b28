import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { type ClientProfile, startClient, type TestClient } from './client.ts';

const uri = 'file:///project/a.py';
/** Something to make explicit, a bug, and something with a safe fix. */
const program = [
  'import torch',
  'import torch.nn.functional as F',
  'p = F.softmax(torch.tensor([[2.0, 1.0], [0.5, 1.5]]))',
  'loss = F.cross_entropy(p, torch.tensor([0, 1]))',
  'logp = torch.log(F.softmax(torch.randn(4, 3), dim=1))',
  '',
].join('\n');
const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

const running: TestClient[] = [];

async function start(profile: ClientProfile): Promise<TestClient> {
  const client = await startClient(profile);
  running.push(client);
  return client;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

function pushed(client: TestClient): Promise<PublishDiagnosticsParams> {
  return new Promise((resolve) =>
    client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => resolve(params)),
  );
}

describe('diagnostics', () => {
  test('are sent to clients that do not ask', async () => {
    const client = await start({ capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    const sent = pushed(client);
    await client.open(uri, program);
    const { diagnostics, version } = await sent;
    expect(version).toBe(1);
    expect(diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual([
      ['softmax-without-axis', 2],
      ['softmax-before-cross-entropy', 3],
      ['log-of-softmax', 4],
    ]);
    expect(diagnostics[1]?.relatedInformation?.[0]?.location).toMatchObject({ uri, range: { start: { line: 2, character: 4 } } });
  });

  test('are sent anew when a document that others import closes', async () => {
    const model = 'file:///project/model.py';
    const client = await start({ folder: 'file:///project', capabilities: { textDocument: { publishDiagnostics: {} } } });
    const codes = new Map<string, unknown[]>();
    client.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      codes.set(
        params.uri,
        params.diagnostics.map(({ code }) => code),
      );
    });
    await client.open(model, 'import torch\ndef predict():\n    return torch.softmax(torch.randn(4, 3), dim=1)\n');
    await client.open(
      uri,
      'import torch\nimport torch.nn.functional as F\nfrom model import predict\nF.cross_entropy(predict(), torch.zeros(4).long())\n',
    );
    await expect.poll(() => codes.get(uri)).toEqual(['softmax-before-cross-entropy']);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: model } });
    await expect.poll(() => codes.get(uri)).toEqual([]);
  });

  test('are answered to clients that ask, and not sent', async () => {
    const client = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    const unasked: unknown[] = [];
    client.connection.onNotification('textDocument/publishDiagnostics', (params) => void unasked.push(params));
    await client.open(uri, program);
    const report = await client.connection.sendRequest<{ kind: string; items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    expect(report.items.map(({ code, relatedInformation }) => [code, relatedInformation])).toEqual([
      ['softmax-without-axis', undefined],
      ['softmax-before-cross-entropy', undefined],
      ['log-of-softmax', undefined],
    ]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(unasked).toEqual([]);
  });

  test('are not sent again to clients that ask, while nothing has changed', async () => {
    const client = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    await client.open(uri, program);
    const ask = (previousResultId?: string) =>
      client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
        previousResultId,
      });
    const first = await ask();
    expect(first.kind).toBe('full');
    expect(await ask(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    // One who lost what it was told hears it again, and so does everybody after an edit.
    expect((await ask()).kind).toBe('full');
    const last = await ask('of another session');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `${program}\n` }],
    });
    expect(await ask(last.resultId)).toMatchObject({ kind: 'full', items: [{}, {}, {}] });
  });

  test('can be switched off', async () => {
    const client = await start({
      capabilities: { textDocument: { diagnostic: {} } },
      settings: { diagnostics: { enabled: false } },
    });
    await client.open(uri, program);
    expect(await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).toMatchObject({
      items: [],
    });
  });
});

describe('fixes', () => {
  const literals = { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } };
  const ask = (client: TestClient, only?: string[]) =>
    client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: everything,
      context: { diagnostics: [], ...(only && { only }) },
    });

  test('carry their edit and their diagnostic; safe ones are preferred', async () => {
    const client = await start({ capabilities: literals });
    await client.open(uri, program);
    const actions = await ask(client);
    const safe = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'log-of-softmax');
    expect(safe).toMatchObject({ kind: 'quickfix', isPreferred: true });
    expect(safe?.edit?.changes?.[uri]?.map(({ newText }) => newText).join()).toContain('log_softmax');
  });

  test('fix-all holds the safe ones only, and only when it is asked for', async () => {
    const client = await start({ capabilities: literals });
    await client.open(uri, program);
    expect((await ask(client)).some(({ kind }) => kind?.startsWith('source'))).toBe(false);
    const [all, ...others] = await ask(client, ['source.fixAll']);
    expect(others).toEqual([]);
    // The axis and the log form; not the softmax in between, whose removal changes the training.
    expect([...new Set(all?.edit?.changes?.[uri]?.map(({ range }) => range.start.line))].sort()).toEqual([2, 4]);
  });
});

describe('in a notebook', () => {
  const notebook = 'file:///project/a.ipynb';
  const cell = (i: number) => `vscode-notebook-cell:/project/a.ipynb#c${i}`;
  const cells = ['import torch\nimport torch.nn.functional as F', 'logp = torch.log(F.softmax(torch.randn(4, 3), dim=1))'];

  async function openNotebook(): Promise<TestClient> {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
    const client = await start({ capabilities: { textDocument: { diagnostic: {}, codeAction } } });
    await client.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: cells.map((_, i) => ({ kind: 2, document: cell(i) })),
      },
      cellTextDocuments: cells.map((text, i) => ({ uri: cell(i), languageId: 'python', version: 1, text })),
    });
    return client;
  }

  test('a cell has its own findings only', async () => {
    const client = await openNotebook();
    const codes = await Promise.all(
      cells.map(async (_, i) => {
        const asked = { textDocument: { uri: cell(i) } };
        const { items } = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', asked);
        return items.map(({ code }) => code);
      }),
    );
    expect(codes).toEqual([[], ['log-of-softmax']]);
  });

  test.each([
    ['source.fixAll', []],
    ['source.fixAll.softlens', []],
    ['notebook.source.fixAll', [cell(1)]],
    ['quickfix', [cell(1), cell(1), cell(1)]],
  ])('asked for %s, edits are of %j', async (kind, edited) => {
    const client = await openNotebook();
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: cell(1) },
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 10 } },
      context: { diagnostics: [], only: [kind] },
    });
    expect(actions.flatMap(({ edit }) => Object.keys(edit?.changes ?? {}))).toEqual(edited);
  });
});
