/** Each client is given what it can show, in its own positions, and is asked nothing that it has not announced. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InlayHint,
  MarkupContent,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver-protocol';
import { startClient, type TestClient } from '../client.ts';
import { clients, type Expected } from './profiles.ts';

const model = `import torch.nn as nn
import torch.nn.functional as F

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 3)

    def forward(self, x):
        return F.softmax(self.fc(x), dim=1)
`;
/** All that a server may ask by the protocol, and what this one asks besides. */
const serverRequests = [
  'client/registerCapability',
  'client/unregisterCapability',
  'window/showDocument',
  'window/showMessageRequest',
  'window/workDoneProgress/create',
  'workspace/applyEdit',
  'workspace/codeLens/refresh',
  'workspace/configuration',
  'workspace/diagnostic/refresh',
  'workspace/foldingRange/refresh',
  'workspace/inlayHint/refresh',
  'workspace/inlineValue/refresh',
  'workspace/semanticTokens/refresh',
  'workspace/workspaceFolders',
  'softlens/readFile',
  'softlens/listFiles',
];
/** Wide characters stand before what is said on the third and fourth line. */
const main = `import torch, torch.nn.functional as F
from model import Net
标签 = '概率 😀'; p = F.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)
标签 = '概率 😀'; loss = F.cross_entropy(Net()(torch.randn(4, 8)), torch.zeros(4).long())
logp = torch.log(F.softmax(torch.randn(4, 3), dim=1))
`;
const lines = main.split('\n');

describe.each(clients)('$name', ({ initialize, expected }) => {
  const folder = mkdtempSync(join(tmpdir(), 'softlens-profile-'));
  const uri = pathToFileURL(join(folder, 'main.py')).href;
  const asked: string[] = [];
  const sent: PublishDiagnosticsParams[] = [];
  let client: TestClient;

  beforeAll(async () => {
    writeFileSync(join(folder, 'model.py'), model);
    writeFileSync(join(folder, 'main.py'), main);
    client = await startClient({
      folder: pathToFileURL(folder).href,
      initialize,
      prepare(connection) {
        for (const method of serverRequests)
          connection.onRequest(method, (params: { items?: unknown[] } | undefined) => {
            asked.push(method);
            return method === 'workspace/configuration' ? (params?.items ?? []).map(() => null) : null;
          });
        connection.onNotification(
          'textDocument/publishDiagnostics',
          (params: PublishDiagnosticsParams) => void sent.push(params),
        );
      },
    });
    await client.open(uri, main);
  });
  afterAll(async () => {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = <R>(method: string, params: object): Promise<R> =>
    client.connection.sendRequest<R>(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const place = (line: number, word: string) => ({
    line,
    character: units(lines[line]?.split(word)[0] ?? '', expected.encoding),
  });

  /** By the one way that this client has. */
  async function diagnose(): Promise<Diagnostic[]> {
    if (expected.diagnostics === 'sent') {
      await expect.poll(() => sent.findLast((one) => one.uri === uri)?.diagnostics.length).toBe(2);
      return sent.findLast((one) => one.uri === uri)?.diagnostics ?? [];
    }
    const report = await ask<DocumentDiagnosticReport>('diagnostic', {});
    return report.kind === 'full' ? report.items : [];
  }

  test(`positions are in ${expected.encoding}`, async () => {
    expect(client.initialized.capabilities.positionEncoding).toBe(expected.encoding);
    const hover = await ask<Hover>('hover', { position: place(2, 'softmax') });
    expect(hover.range?.start).toEqual(place(2, 'F.softmax'));
    const [, found] = (await diagnose()).sort(byLine).reverse();
    expect(found?.range).toEqual({ start: place(3, 'Net()('), end: place(3, ', torch.zeros') } satisfies Range);
  });

  test(`findings are ${expected.diagnostics}, across files, with what it can show`, async () => {
    const found = (await diagnose()).sort(byLine);
    expect(found.map(({ code }) => code)).toEqual(['softmax-before-cross-entropy', 'log-of-softmax']);
    const [first] = found;
    // Who cannot show places elsewhere reads of them.
    expect(first?.message).toContain('(softmax, model.py:10)');
    expect(first?.relatedInformation?.some(({ location }) => location.uri.endsWith('model.py')) ?? false).toBe(
      expected.relatedInformation,
    );
    expect(first?.codeDescription !== undefined).toBe(expected.links);
    expect(client.initialized.capabilities.diagnosticProvider !== undefined).toBe(expected.diagnostics === 'asked for');
    if (expected.diagnostics === 'asked for') expect(sent).toEqual([]);
  });

  test(`a hover is ${expected.hover} with bars of characters, and never HTML`, async () => {
    const { contents } = await ask<Hover>('hover', { position: place(2, 'softmax') });
    const { kind, value } = contents as MarkupContent;
    expect(kind).toBe(expected.hover === 'Markdown' ? 'markdown' : 'plaintext');
    expect(value.split('\n')[0]).toBe(
      expected.hover === 'Markdown' ? '**softmax** → `[0.659, 0.242, 0.099]`' : 'softmax → [0.659, 0.242, 0.099]',
    );
    expect(value).toContain('███████▉');
    expect(value).not.toMatch(/<\/?\w+[\s/>]|&\w+;|data:image|command:/);
    if (expected.hover === 'plain text') expect(value).not.toMatch(/\*\*|`|^\|/m);
  });

  test(`tooltips of hints come ${expected.tooltips}`, async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const hint = (await ask<InlayHint[]>('inlayHint', { range })).find(({ position }) => position.line === 2);
    expect(hint?.position).toEqual(place(2, '\n'));
    expect(hint?.tooltip === undefined).toBe(expected.tooltips === 'when resolved');
    const { inlayHintProvider } = client.initialized.capabilities;
    expect(inlayHintProvider).toEqual(expected.tooltips === 'when resolved' ? { resolveProvider: true } : true);
    const full = hint?.tooltip ? hint : await client.connection.sendRequest<InlayHint>('inlayHint/resolve', hint);
    expect(JSON.stringify(full.tooltip)).toContain('[0.659, 0.242, 0.099]');
  });

  test(expected.fixes ? 'fixes carry their edits' : 'fixes are not offered', async () => {
    expect(client.initialized.capabilities.codeActionProvider !== undefined).toBe(expected.fixes);
    if (!expected.fixes) return;
    const at = place(4, 'torch.log');
    const actions = await ask<CodeAction[]>('codeAction', { range: { start: at, end: at }, context: { diagnostics: [] } });
    const [edit] = actions.find(({ title }) => title === 'Use log_softmax')?.edit?.changes?.[uri] ?? [];
    expect(edit?.range.start).toMatchObject({ line: 4 });
  });

  test('nothing is asked of it that it does not know', async () => {
    await diagnose();
    expect(asked.filter((method) => !expected.asks.includes(method))).toEqual([]);
    if (expected.asks.includes('workspace/configuration')) expect(asked).toContain('workspace/configuration');
  });
});

function byLine(a: Diagnostic, b: Diagnostic): number {
  return a.range.start.line - b.range.start.line;
}

/** The length of a text as the protocol counts. */
function units(text: string, encoding: Expected['encoding']): number {
  if (encoding === 'utf-8') return Buffer.byteLength(text);
  return encoding === 'utf-32' ? [...text].length : text.length;
}
