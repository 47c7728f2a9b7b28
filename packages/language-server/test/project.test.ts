/** A project on a disk: its configuration, findings across files, and the scan of what is not open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  ProgressType,
  type PublishDiagnosticsParams,
  type ShowDocumentParams,
  type ShowMessageParams,
  type ShowMessageRequestParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver-protocol';
import { type ClientProfile, startClient, type TestClient, testHost } from './client.ts';

const bad = `import torch
import torch.nn.functional as F
p = F.softmax(torch.randn(4, 10), dim=1)
loss = F.cross_entropy(p, torch.zeros(4, dtype=torch.long))
`;

const folders: string[] = [];
const running: TestClient[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function openProject(files: Readonly<Record<string, string>>, profile: ClientProfile = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'softlens-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const uri = (name: string) => pathToFileURL(join(folder, name)).href;
  const client = await startClient({
    folder: pathToFileURL(folder).href,
    ...profile,
    capabilities: { ...pulling, ...profile.capabilities },
  });
  running.push(client);
  const diagnose = async (name: string) => {
    const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: uri(name) },
    });
    return report.items;
  };
  const open = (name: string) => client.open(uri(name), files[name] ?? '');
  return { folder, client, uri, open, diagnose };
}

const workDone = new ProgressType<{ readonly kind: string }>();
const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };
const rules = (items: readonly Diagnostic[]) => items.map(({ code }) => code);

describe('the configuration', () => {
  test.each([
    ['softlens.json', '{ "ignore": ["softmax-before-cross-entropy"] }'],
    ['pyproject.toml', '[tool.softlens]\nignore = ["softmax-before-cross-entropy"]\n'],
  ])('of %s leaves rules out', async (name, text) => {
    const { open, diagnose } = await openProject({ [name]: text, 'a.py': bad });
    await open('a.py');
    expect(rules(await diagnose('a.py'))).toEqual([]);
  });

  test('changes severities by path', async () => {
    const overrides = [{ files: ['test_*'], severity: { 'softmax-before-cross-entropy': 'hint' } }];
    const { open, diagnose } = await openProject({
      'softlens.json': JSON.stringify({ overrides }),
      'test_a.py': bad,
      'a.py': bad,
    });
    await open('a.py');
    await open('test_a.py');
    expect((await diagnose('a.py')).map(({ severity }) => severity)).toEqual([1]);
    expect((await diagnose('test_a.py')).map(({ severity }) => severity)).toEqual([4]);
  });

  test('that is wrong is told once, with what was probably meant', async () => {
    const { client, open, diagnose } = await openProject({ 'softlens.json': '{ "ignroe": [] }', 'a.py': bad });
    const told: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => void told.push(message));
    await open('a.py');
    await diagnose('a.py');
    expect(rules(await diagnose('a.py'))).toEqual(['softmax-before-cross-entropy']);
    expect(told).toEqual(['softlens.json: unknown key "ignroe": did you mean "ignore"?']);
  });

  test('that is wrong can be opened, where the client offers that', async () => {
    const { client, uri, open, diagnose } = await openProject(
      { 'softlens.json': '{ "ignroe": [] }', 'a.py': bad },
      { offers: true, capabilities: { window: { showDocument: { support: true } } } },
    );
    const opened: string[] = [];
    client.connection.onRequest('window/showMessageRequest', ({ actions }: ShowMessageRequestParams) => actions?.[0] ?? null);
    client.connection.onRequest('window/showDocument', ({ uri }: ShowDocumentParams) => {
      opened.push(uri);
      return { success: true };
    });
    await open('a.py');
    await diagnose('a.py');
    await expect.poll(() => opened).toEqual([uri('softlens.json')]);
  });

  test('counts again after it has changed', async () => {
    const { client, folder, uri, open, diagnose } = await openProject({ 'a.py': bad });
    await open('a.py');
    expect(await diagnose('a.py')).toHaveLength(1);
    writeFileSync(join(folder, 'softlens.json'), '{ "exclude": ["a.py"] }');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('softlens.json'), type: 1 }],
    });
    expect(await diagnose('a.py')).toEqual([]);
  });
});

describe('rows for functions of the project', () => {
  const trainer = `import torch
from house import focal_loss
p = torch.softmax(torch.randn(4, 10), dim=1)
loss = focal_loss(p, torch.zeros(4, dtype=torch.long))
`;
  const row = (space: string) =>
    JSON.stringify({
      functions: [
        {
          name: 'house.focal_loss',
          signature: '(input: x, target)',
          accepts: [{ role: 'x', space }],
          gives: [{ space: 'loss' }],
        },
      ],
    });

  test('say what they expect, and again once they have changed', async () => {
    const { client, folder, uri, open, diagnose } = await openProject({ 'softlens.json': row('logits'), 'a.py': trainer });
    await open('a.py');
    const [found] = await diagnose('a.py');
    expect(found?.message).toContain('focal_loss expects logits');
    writeFileSync(join(folder, 'softlens.json'), row('probabilities'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri('softlens.json'), type: 2 }],
    });
    expect(await diagnose('a.py')).toEqual([]);
  });

  test('that are wrong are named with what was probably meant', async () => {
    const { client, open, diagnose } = await openProject({ 'softlens.json': row('logit'), 'a.py': trainer });
    const told: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => void told.push(message));
    await open('a.py');
    expect(await diagnose('a.py')).toEqual([]);
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toContain('functions[0].accepts[0].space');
    expect(told[0]).toContain('did you mean "logits"?');
  });
});

test('a configuration counts while it is edited, as far as it makes sense', async () => {
  const off = '{ "ignore": ["softmax-before-cross-entropy"] }';
  const { client, uri, open, diagnose } = await openProject({ 'softlens.json': '{}', 'a.py': bad });
  const told: string[] = [];
  client.connection.onNotification('window/showMessage', ({ message }: ShowMessageParams) => void told.push(message));
  await open('a.py');
  expect(await diagnose('a.py')).toHaveLength(1);
  const configuration = uri('softlens.json');
  const write = (version: number, text: string) =>
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: configuration, version },
      contentChanges: [{ text }],
    });
  await client.open(configuration, '{}', 'json');
  await write(2, off);
  expect(await diagnose('a.py')).toEqual([]);
  await write(3, '{ "ignore": [');
  expect(await diagnose('a.py')).toEqual([]);
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: configuration } });
  expect(await diagnose('a.py')).toHaveLength(1);
  expect(told).toEqual([]);
});

test('what an importer makes wrong is told in the file where it happens', async () => {
  const { open, diagnose, uri } = await openProject(
    {
      'trainer.py': 'import torch.nn.functional as F\n\ndef step(scores, y):\n    return F.cross_entropy(scores, y)\n',
      'main.py':
        'import torch\nfrom trainer import step\nstep(torch.softmax(torch.randn(4, 10), dim=1), torch.zeros(4, dtype=torch.long))\n',
    },
    { capabilities: { textDocument: { diagnostic: { relatedInformation: true } } } },
  );
  await open('trainer.py');
  // Importers are known as soon as the folder is listed.
  await expect.poll(() => diagnose('trainer.py')).toHaveLength(1);
  const [found] = await diagnose('trainer.py');
  expect(found).toMatchObject({ code: 'softmax-before-cross-entropy', range: { start: { line: 3 } } });
  expect(found?.relatedInformation?.map(({ location }) => location.uri)).toContain(uri('main.py'));
});

describe('a diagnostic', () => {
  const suppressed = `# softlens: ignore-file[naive-softmax] -- taught here\n${bad}`;

  test('links to its page and fades what is unnecessary, where the client shows that', async () => {
    const publishDiagnostics = { codeDescriptionSupport: true, tagSupport: { valueSet: [1 as const, 2 as const] } };
    const { open, diagnose } = await openProject(
      { 'a.py': suppressed },
      { capabilities: { textDocument: { diagnostic: {}, publishDiagnostics } } },
    );
    await open('a.py');
    expect((await diagnose('a.py')).map(({ code, codeDescription, tags }) => [code, codeDescription?.href, tags]).sort()).toEqual(
      [
        ['softmax-before-cross-entropy', 'file:///rules/softmax-before-cross-entropy.md', undefined],
        ['unused-suppression', 'file:///rules/unused-suppression.md', [1]],
      ],
    );
  });

  test('links to the page in the reader’s language', async () => {
    const { open, diagnose } = await openProject(
      { 'a.py': bad },
      {
        locale: 'zh-cn',
        capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { codeDescriptionSupport: true } } },
      },
    );
    await open('a.py');
    const [found] = await diagnose('a.py');
    expect(found?.codeDescription?.href).toBe('file:///rules/softmax-before-cross-entropy.zh-cn.md');
  });

  test('is plain for other clients', async () => {
    const { open, diagnose } = await openProject({ 'a.py': suppressed });
    await open('a.py');
    for (const one of await diagnose('a.py'))
      expect(Object.keys(one).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });

  test('is in the language of the client', async () => {
    const { open, diagnose } = await openProject({ 'a.py': bad }, { locale: 'zh-cn' });
    await open('a.py');
    expect((await diagnose('a.py'))[0]?.message).toMatch(/概率/);
  });
});

describe('ignoring', () => {
  const actions = {
    textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  };

  test.each([
    [
      'here',
      '4: loss = F.cross_entropy(p, torch.zeros(4, dtype=torch.long))  # softlens: ignore[softmax-before-cross-entropy] -- reason',
    ],
    ['in this file', '1: # softlens: ignore-file[softmax-before-cross-entropy] -- reason'],
  ])('%s writes a comment, after which the finding is gone', async (where, line) => {
    const { client, uri, open, diagnose } = await openProject({ 'a.py': bad }, { capabilities: actions });
    await open('a.py');
    const at = { line: 3, character: 23 };
    const offered = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri('a.py') },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const action = offered.find(({ title }) => title === `Ignore softmax-before-cross-entropy ${where}`);
    const [edit] = action?.edit?.changes?.[uri('a.py')] ?? [];
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: uri('a.py'), version: 2 },
      contentChanges: [{ range: edit?.range, text: edit?.newText }],
    });
    const lines = bad.split('\n');
    const { line: row = 0, character = 0 } = edit?.range.start ?? {};
    const changed = `${lines[row]?.slice(0, character)}${edit?.newText}`.split('\n')[0];
    expect(`${row + 1}: ${changed}`).toBe(line);
    expect(await diagnose('a.py')).toEqual([]);
  });

  test('the page is offered only to clients that can open it', async () => {
    const titles = async (profile: ClientProfile) => {
      const { client, uri, open } = await openProject({ 'a.py': bad }, { capabilities: actions, ...profile });
      await open('a.py');
      const at = { line: 3, character: 23 };
      const offered = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: uri('a.py') },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      return offered.filter(({ command }) => command).map(({ title }) => title);
    };
    expect(await titles({})).toEqual([]);
    expect(await titles({ commands: ['softlens.openRulePage'] })).toEqual(['Explain softmax-before-cross-entropy']);
  });
});

test('a client without a command of its own is shown the page of a rule', async () => {
  const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } };
  const { client, uri, open } = await openProject(
    { 'a.py': bad },
    { capabilities: { window: { showDocument: { support: true } }, textDocument: { diagnostic: {}, codeAction } } },
  );
  const shown: string[] = [];
  client.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
    shown.push(params.uri);
    return { success: true };
  });
  await open('a.py');
  const at = { line: 3, character: 23 };
  const offered = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uri('a.py') },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  const action = offered.find(({ title }) => title === 'Explain softmax-before-cross-entropy');
  await client.connection.sendRequest('workspace/executeCommand', action?.command);
  expect(shown).toEqual(['file:///rules/softmax-before-cross-entropy.md']);
});

test('what an importer makes wrong is sent once it is known, and stays while the file is edited', async () => {
  const sent: PublishDiagnosticsParams[] = [];
  const { client, open, uri } = await openProject(
    {
      'callee.py': 'import torch.nn.functional as F\n\ndef loss_of(p, y):\n    return F.cross_entropy(p, y)\n',
      'caller.py': `import torch
from callee import loss_of
loss_of(torch.softmax(torch.randn(4, 3), dim=1), torch.zeros(4).long())
`,
    },
    {
      capabilities: { textDocument: { publishDiagnostics: {} } },
      prepare: (connection) =>
        connection.onNotification(
          'textDocument/publishDiagnostics',
          (params: PublishDiagnosticsParams) => void sent.push(params),
        ),
    },
  );
  await open('callee.py');
  await expect.poll(() => rules(sent.at(-1)?.diagnostics ?? []), { timeout: 20_000 }).toEqual(['softmax-before-cross-entropy']);
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: uri('callee.py'), version: 2 },
    contentChanges: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# loss\n' }],
  });
  await expect.poll(() => sent.some(({ version }) => version === 2), { timeout: 20_000 }).toBe(true);
  const edited = sent.find(({ version }) => version === 2);
  expect([rules(edited?.diagnostics ?? []), edited?.diagnostics[0]?.range.start.line]).toEqual([
    ['softmax-before-cross-entropy'],
    4,
  ]);
});

test('what an importer makes wrong is told also in a folder of many files', async () => {
  const many = Object.fromEntries(Array.from({ length: 420 }, (_, i) => [`m${i}.py`, `x = ${i}\n`]));
  const callee = 'import torch.nn.functional as F\n\ndef loss_of(p, y):\n    return F.cross_entropy(p, y)\n';
  const caller = `import torch
from callee import loss_of
loss_of(torch.softmax(torch.randn(4, 3), dim=1), torch.zeros(4).long())
`;
  const { client, open, uri } = await openProject({ ...many, 'callee.py': callee, 'caller.py': caller });
  await open('callee.py');
  const diagnose = async () => {
    const textDocument = { uri: uri('callee.py') };
    return rules(
      (await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument })).items,
    );
  };
  await expect.poll(diagnose).toEqual(['softmax-before-cross-entropy']);
});

describe('the scan of the workspace', () => {
  const scan = (client: TestClient, previousResultIds: { uri: string; value: string }[] = []) =>
    client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  const full = ({ items }: WorkspaceDiagnosticReport) => items as WorkspaceFullDocumentDiagnosticReport[];

  test('tells of files that are not open, and of each only once while it stays the same', async () => {
    const { client, uri, open } = await openProject({ 'a.py': bad, 'b.py': bad, 'clean.py': 'import torch\n', 'open.py': bad });
    await open('open.py');
    const first = full(await scan(client));
    expect(first.map((one) => [one.uri, rules(one.items)])).toEqual([
      [uri('a.py'), ['softmax-before-cross-entropy']],
      [uri('b.py'), ['softmax-before-cross-entropy']],
    ]);
    const known = first.map((one) => ({ uri: one.uri, value: one.resultId ?? '' }));
    const next = scan(client, known);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('clean.py'), type: 2 }] });
    expect(full(await next)).toEqual([]);
  });

  test('takes back what was told of a file that is gone', async () => {
    const { client, folder, uri } = await openProject({ 'a.py': bad });
    const known = full(await scan(client)).map((one) => ({ uri: one.uri, value: one.resultId ?? '' }));
    const next = scan(client, known);
    rmSync(join(folder, 'a.py'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('a.py'), type: 3 }] });
    expect(full(await next)).toMatchObject([{ uri: uri('a.py'), items: [] }]);
  });

  test('tells nothing where only open files are wanted', async () => {
    const { client } = await openProject({ 'a.py': bad }, { settings: { diagnostics: { mode: 'openFiles' } } });
    expect(full(await scan(client))).toEqual([]);
  });

  test('reads JavaScript and notebooks, and says in which cell', async () => {
    const cell = (source: string | string[], cell_type = 'code') => ({ cell_type, source, metadata: {}, outputs: [] });
    const [setup = '', model = '', ...use] = bad.split(/(?<=\n)/);
    const lines = use.map((line) => line.replace('loss', 'λ'));
    const notebook = { cells: [cell('# Title', 'markdown'), cell([setup, model]), cell(lines)], nbformat: 4 };
    const json = JSON.stringify(notebook, undefined, 1).replace('λ', '\\u03bb');
    const { client, uri, open } = await openProject({
      'a.ipynb': json,
      'page.js':
        "import * as tf from '@tensorflow/tfjs';\nconst p = tf.softmax(tf.tensor([1, 2]));\ntf.losses.softmaxCrossEntropy(tf.tensor([0, 1]), p);\n",
      'page.min.js': "import * as tf from '@tensorflow/tfjs';tf.losses.softmaxCrossEntropy(y, tf.softmax(x));",
    });
    const first = full(await scan(client));
    expect(first.map((one) => [one.uri, rules(one.items)])).toEqual([
      [uri('a.ipynb'), ['softmax-before-cross-entropy']],
      [uri('page.js'), ['softmax-before-cross-entropy']],
    ]);
    expect(first[0]?.items[0]).toMatchObject({
      message: expect.stringMatching(/^Cell 3, line 2: cross_entropy expects logits .*\(softmax, cell 3, line 1\)/),
    });
    // In the file: where the JSON has the characters.
    const { start, end } = first[0]?.items[0]?.range ?? {};
    expect(json.split('\n')[start?.line ?? 0]?.slice(start?.character, end?.character)).toBe('p');
    // Once it is open, its cells have them.
    const next = scan(client, [{ uri: uri('a.ipynb'), value: first[0]?.resultId ?? '' }]);
    await client.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: { uri: uri('a.ipynb'), notebookType: 'jupyter-notebook', version: 1, cells: [] },
      cellTextDocuments: [],
    });
    expect(full(await next).find((one) => one.uri === uri('a.ipynb'))).toMatchObject({ items: [] });
    await open('page.js');
  });

  test('points into the cells of notebooks where the client knows their addresses', async () => {
    const cell = (source: string) => ({ cell_type: 'code', source, metadata: {}, outputs: [] });
    const empty = Array.from({ length: 7 }, () => cell(''));
    const json = (...cells: object[]) => JSON.stringify({ cells, nbformat: 4 });
    const { client, folder, uri } = await openProject({ 'a.ipynb': json(...empty, cell(bad)) }, { cellAddresses: true });
    const [first] = full(await scan(client));
    // As VS Code 1.91 to 1.139 call the eighth cell: 10 in base 7.
    expect(first?.uri).toBe(`${uri('a.ipynb').replace('file:', 'vscode-notebook-cell:')}#X10sZmlsZQ%3D%3D`);
    expect(first?.items[0]).toMatchObject({ message: expect.stringMatching(/^cross_entropy/), range: { start: { line: 3 } } });
    const next = scan(client, [{ uri: first?.uri ?? '', value: first?.resultId ?? '' }]);
    writeFileSync(join(folder, 'a.ipynb'), json(cell(bad)));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('a.ipynb'), type: 2 }] });
    expect(full(await next).map((one) => [one.uri.split('#')[1], one.items.length])).toEqual([
      ['W0sZmlsZQ%3D%3D', 1],
      ['X10sZmlsZQ%3D%3D', 0],
    ]);
  });

  test('covers folders of any size, and other requests are answered meanwhile', async () => {
    const files = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`m${i}.py`, `${bad}x${i} = ${i}\n`]));
    // A clock of its own: how fast the machine is must not decide whether the scan takes long enough to be shown.
    let clock = 0;
    const now = () => {
      clock += 20;
      return clock;
    };
    const { client, uri } = await openProject(files, {
      host: { ...testHost, now },
      capabilities: { window: { workDoneProgress: true } },
    });
    const said: string[] = [];
    client.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
      client.connection.onProgress(workDone, token, (value) => void said.push(value.kind));
    });
    let isOver = false;
    const whole = scan(client).finally(() => {
      isOver = true;
    });
    await client.open('untitled:new', bad);
    const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: 'untitled:new' },
    });
    expect([rules(report.items), isOver]).toEqual([['softmax-before-cross-entropy'], false]);
    const found = full(await whole);
    expect(found).toHaveLength(600);
    expect(found.at(-1)?.uri).toBe(uri('m99.py'));
    expect([said[0], said.at(-1)]).toEqual(['begin', 'end']);
  });

  test('is not offered to clients that are sent their diagnostics', async () => {
    const { client } = await openProject({}, { capabilities: { textDocument: {} } });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
  });
});
