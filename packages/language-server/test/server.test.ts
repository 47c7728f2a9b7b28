import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  type CodeAction,
  type CodeLens,
  type Diagnostic,
  type Hover,
  HoverRequest,
  type InlayHint,
  LSPErrorCodes,
} from 'vscode-languageserver-protocol';
import { type ClientProfile, startClient, type TestClient } from './client.ts';

const uri = 'file:///project/a.py';
const program = [
  'import torch',
  'import torch.nn.functional as F',
  "label = '概率 😀'; probs = F.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)",
  'print(probs)',
  '',
].join('\n');

const literalActions = { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } };

const running: TestClient[] = [];

async function start(profile: ClientProfile = {}): Promise<TestClient> {
  const client = await startClient(profile);
  running.push(client);
  return client;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

const hoverAt = (client: TestClient, line: number, character: number, document = uri) =>
  client.connection.sendRequest<Hover | null>('textDocument/hover', {
    textDocument: { uri: document },
    position: { line, character },
  });

function textOf(hover: Hover | null): string {
  const contents = hover?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

describe('the position encoding', () => {
  test.each([
    { encodings: ['utf-8', 'utf-16'] as const, chosen: 'utf-16', character: 27 },
    { encodings: ['utf-8'] as const, chosen: 'utf-8', character: 33 },
    { encodings: ['utf-32'] as const, chosen: 'utf-32', character: 26 },
  ])('$encodings gives $chosen, and the hover is found behind wide characters', async ({ encodings, chosen, character }) => {
    const client = await start({ encodings });
    expect(client.initialized.capabilities.positionEncoding).toBe(chosen);
    await client.open(uri, program);
    const hover = await hoverAt(client, 2, character);
    expect(textOf(hover)).toMatch(/^\*\*softmax\*\* → `\[0\.659, 0\.242, 0\.099\]`/);
    expect(hover?.range?.start).toEqual({ line: 2, character: character - 2 });
  });
});

describe('what a client can show', () => {
  test('pictures only where they were announced', async () => {
    const [plain, rich] = await Promise.all([start(), start({ pictures: true })]);
    await Promise.all([plain.open(uri, program), rich.open(uri, program)]);
    expect(textOf(await hoverAt(plain, 2, 27))).toContain('███████▉');
    expect(textOf(await hoverAt(rich, 2, 27))).toContain('](data:image/svg+xml;base64,');
  });

  test('no Markdown for clients that show none', async () => {
    const client = await start({ markdown: false });
    await client.open(uri, program);
    const hover = await hoverAt(client, 2, 27);
    expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
    expect(textOf(hover)).toMatch(/^softmax → \[0\.659, 0\.242, 0\.099\]\n/);
  });

  test('Chinese for Chinese readers', async () => {
    const client = await start({ locale: 'zh-cn' });
    await client.open(uri, program);
    expect(textOf(await hoverAt(client, 2, 27))).toContain('沿 dim 0 总和为 1');
  });
});

describe('hints and lenses', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

  test('at the end of the statement and above it', async () => {
    const client = await start();
    await client.open(uri, program);
    const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    expect(hints.map(({ label, position }) => [label, position.line])).toEqual([['→ .659 .242 .099', 2]]);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    expect(lenses.map(({ command }) => command?.title)).toEqual(['Σ = 1 ✓ · argmax 0 (0.659)']);
  });

  test('each surface can be switched off', async () => {
    const client = await start({ settings: { hover: { enabled: false }, inlayHints: { enabled: false }, codeLens: 'off' } });
    await client.open(uri, program);
    expect(await hoverAt(client, 2, 27)).toBeNull();
    expect(await client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range })).toBeNull();
    expect(await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } })).toBeNull();
  });
});

describe('editing', () => {
  test('an incremental edit is seen by the next hover', async () => {
    const client = await start();
    await client.open(uri, program);
    const character = program.split('\n')[2]?.indexOf('1.0') ?? 0;
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 2, character }, end: { line: 2, character: character + 3 } }, text: '3.0' }],
    });
    expect(textOf(await hoverAt(client, 2, 27))).toMatch(/^\*\*softmax\*\* → `\[0\.258, 0\.703, 0\.039\]`/);
  });

  test('an edit or a cancellation does not wait for the analysis before it', async () => {
    const client = await start();
    const functions = Array.from({ length: 300 }, (_, i) => `def f${i}(x):\n    return softmax([x, ${i}, 1.0])\n`).join('');
    await client.open(uri, `${functions}p = softmax([1.0, 2.0])\n`);
    const source = new CancellationTokenSource();
    const cancelled = client.connection
      .sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line: 600, character: 0 } }, source.token)
      .then(
        () => 'answered',
        (error: { code: number }) => error.code,
      );
    const overtaken = hoverAt(client, 600, 0).then(textOf, (error: { code: number }) => String(error.code));
    source.cancel();
    const range = { start: { line: 600, character: 13 }, end: { line: 600, character: 16 } };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: '2.0' }],
    });
    expect(textOf(await hoverAt(client, 600, 0))).toContain('[0.5, 0.5]');
    expect([LSPErrorCodes.RequestCancelled, 'answered']).toContain(await cancelled);
    // The overtaken request is told so, or answered for the text as it is by then.
    expect(await overtaken).toMatch(new RegExp(`^${LSPErrorCodes.ContentModified}$|^\\*\\*p\\*\\* = `));
  });

  test('a long script does not hold up other documents, and an edit ends its analysis', async () => {
    const client = await start();
    const statement = (i: number) =>
      `x${i} = softmax([${i % 7}.5, 1.0, 2.0])\nfor k in range(9):\n    x${i} = softmax(x${i} * k)\n`;
    const [long, short] = ['file:///project/long.py', 'file:///project/short.py'];
    const lines = 2400;
    await client.open(long, `${Array.from({ length: lines / 3 }, (_, i) => statement(i)).join('')}p = softmax([1.0, 2.0])\n`);
    await client.open(short, 'q = softmax([1.0, 1.0])\n');
    const order: string[] = [];
    const hover = async (uri: string, line: number) => {
      const found = await client.connection
        .sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character: 0 } })
        .catch((error: { code: number }) => error.code);
      order.push(typeof found === 'number' ? `${found}` : uri);
      return found;
    };
    const first = hover(long, lines);
    await hover(short, 0);
    expect(order).toEqual([short]);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: long, version: 2 },
      contentChanges: [{ text: 'p = softmax([2.0, 2.0])\n' }],
    });
    await hover(long, 0);
    // The overtaken request ends with the edit, not after the text that is gone has been analysed.
    expect(await first).toBe(LSPErrorCodes.ContentModified);
    expect(order).toContain(long);
  });

  test('half-typed, empty and strange documents never kill the server', async () => {
    const client = await start();
    const strange = [
      '',
      '\u0000',
      'probs = F.softmax(',
      'def f(:\n  return softmax([1,',
      '😀'.repeat(100),
      '(((('.repeat(500),
      'x = [\n'.repeat(300),
      '\r\r\n\uFEFF',
    ];
    for (const [i, text] of strange.entries()) {
      await client.open(`file:///project/${i}.py`, text);
      await hoverAt(client, 0, 5, `file:///project/${i}.py`);
      await hoverAt(client, 1e9, 1e9, `file:///project/${i}.py`);
    }
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///never/opened.py', version: 1 },
      contentChanges: [{ text: 'x' }],
    });
    expect(await hoverAt(client, 0, 0, 'file:///never/opened.py')).toBeNull();
    await client.open(uri, program);
    expect(textOf(await hoverAt(client, 2, 27))).toContain('softmax');
  });
});

describe('several files', () => {
  test('an import is read from the workspace folder, and a change of it is seen', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'softlens-'));
    const file = (name: string) => pathToFileURL(join(folder, name)).href;
    try {
      writeFileSync(join(folder, 'scores.py'), 'logits = [2.0, 1.0, 0.1]\n');
      const client = await start({ folder: pathToFileURL(folder).href });
      await client.open(
        file('main.py'),
        'from scipy.special import softmax\nfrom scores import logits\nprobs = softmax(logits)\n',
      );
      expect(textOf(await hoverAt(client, 2, 1, file('main.py')))).toContain('[0.659, 0.242, 0.099]');
      writeFileSync(join(folder, 'scores.py'), 'logits = [0.0, 0.0]\n');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: file('scores.py'), type: 2 }],
      });
      expect(textOf(await hoverAt(client, 2, 1, file('main.py')))).toContain('[0.5, 0.5]');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('a caller in another file decides what a function is given', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'softlens-'));
  const file = (name: string) => pathToFileURL(join(folder, name)).href;
  try {
    writeFileSync(
      join(folder, 'main.py'),
      'import torch\nfrom trainer import show\nshow(torch.tensor([2.0, 1.0, 0.1]).softmax(0))\n',
    );
    const client = await start({ folder: pathToFileURL(folder).href });
    await client.open(file('trainer.py'), 'def show(p):\n    return p.log()\n');
    await expect
      .poll(async () => textOf(await hoverAt(client, 0, 9, file('trainer.py')).catch(() => null)))
      .toContain('[0.659, 0.242, 0.099]');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('notebooks', () => {
  const notebook = 'file:///project/a.ipynb';
  const cell = (i: number) => `vscode-notebook-cell:/project/a.ipynb#c${i}`;
  const texts = ['%matplotlib inline\nimport numpy as np\nz = np.array([2.0, 1.0, 0.1])', 'e = np.exp(z)\np = e / e.sum()'];

  test('cells are one program: an edit of one updates the later ones', async () => {
    const client = await start();
    await client.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: texts.map((_, i) => ({ kind: 2, document: cell(i) })),
      },
      cellTextDocuments: texts.map((text, i) => ({ uri: cell(i), languageId: 'python', version: 1, text })),
    });
    const hover = await hoverAt(client, 1, 0, cell(1));
    expect(textOf(hover)).toContain('[0.659, 0.242, 0.099]');
    expect(hover?.range?.start).toEqual({ line: 1, character: 0 });
    await client.connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri: notebook, version: 2 },
      change: {
        cells: {
          textContent: [
            {
              document: { uri: cell(0), version: 2 },
              changes: [{ range: { start: { line: 2, character: 14 }, end: { line: 2, character: 17 } }, text: '0.1' }],
            },
          ],
        },
      },
    });
    expect(textOf(await hoverAt(client, 1, 0, cell(1)))).toContain('[0.224, 0.552, 0.224]');
  });

  test('magics, shell lines and questions are no part of it; comments and expected values are', async () => {
    const client = await start({ capabilities: { textDocument: { diagnostic: {}, codeAction: literalActions } } });
    const shown = [
      '%%time\nimport numpy as np\n!pip install numpy\nz = np.array([2.0, 1.0])\nz?',
      'files = !ls\n%timeit z.sum()\n# softlens: softmax(z)\np = np.exp(z) / np.exp(z).sum()  # => [0.70, 0.30]\nq = p[0]  # =>',
    ];
    await client.connection.sendNotification('notebookDocument/didOpen', {
      notebookDocument: {
        uri: notebook,
        notebookType: 'jupyter-notebook',
        version: 1,
        cells: shown.map((_, i) => ({ kind: 2, document: cell(i) })),
      },
      cellTextDocuments: shown.map((text, i) => ({ uri: cell(i), languageId: 'python', version: 1, text })),
    });
    expect(textOf(await hoverAt(client, 2, 15, cell(1)))).toContain('[0.731, 0.269]');
    const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: cell(1) },
    });
    expect(report.items.map(({ code, range }) => [code, range.start.line, range.start.character])).toEqual([
      ['expected-value-mismatch', 3, 38],
    ]);
    const offered = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: cell(1) },
      range: { start: { line: 3, character: 40 }, end: { line: 4, character: 2 } },
      context: { diagnostics: [] },
    });
    const edits = offered.flatMap(({ title, edit }) =>
      Object.entries(edit?.changes ?? {}).map(([at, changes]) => [title, at, changes[0]?.newText]),
    );
    expect(edits).toContainEqual(['Write [0.73, 0.27]', cell(1), '[0.73, 0.27]']);
    expect(edits).toContainEqual(['Write the value: 0.7311', cell(1), ' 0.7311']);
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: cell(1) } });
    expect(lenses.map(({ command }) => command?.title)).toContain('✗ is [0.73, 0.27], not [0.70, 0.30]');
  });
});

describe('Markdown', () => {
  const page = 'file:///project/notes.md';
  const text = [
    '# Notes',
    '',
    'Here `softmax([2, 1, 0.1])` is meant.',
    '',
    '```python',
    'z = [1.0, 2.0]',
    '```',
    '',
    'and then',
    '',
    '```python',
    'p = softmax(z)',
    '```',
    '',
  ].join('\n');

  test('the blocks of a page are one program, and calls in spans are evaluated', async () => {
    const client = await start();
    await client.open(page, text, 'markdown');
    expect(textOf(await hoverAt(client, 2, 8, page))).toContain('[0.659, 0.242, 0.099]');
    const hover = await hoverAt(client, 11, 0, page);
    expect(textOf(hover)).toContain('[0.269, 0.731]');
    expect(hover?.range).toEqual({ start: { line: 11, character: 0 }, end: { line: 11, character: 1 } });
    expect(await hoverAt(client, 0, 3, page)).toBeNull();
  });

  test('formulas are evaluated, once their reader is there', async () => {
    const client = await start();
    await client.open(page, 'So $\\sigma(2)$:\n\n$$\n\\mathrm{softmax}([2, 1, 0.1]) \\approx \\ldots\n$$\n', 'markdown');
    const told = async (line: number, character: number) =>
      textOf(await hoverAt(client, line, character, page).catch(() => null));
    await expect.poll(() => told(0, 6)).toContain('0.881');
    expect(await told(3, 6)).toContain('[0.659, 0.242, 0.099]');
    const hints = await client.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: page },
      range: { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } },
    });
    expect(hints.map(({ label, position }) => [label, position.line, position.character])).toEqual([
      ['→ .881', 0, 14],
      ['→ .659 .242 .099', 3, 29],
    ]);
    expect(await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: page } })).toEqual([]);
  });

  test('a value that the page expects is checked; its mistakes are its own', async () => {
    const client = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    const shown = [
      '```python',
      'import torch, torch.nn.functional as F',
      'p = F.softmax(torch.tensor([2.0, 1.0]), dim=0)  # => [0.73, 0.26]',
      'F.cross_entropy(p, torch.tensor(0))',
      'q = 1 / 3  # => 0.3  # softlens: ignore[expected-value-mismatch]',
      '```',
      '',
    ];
    await client.open(page, shown.join('\n'), 'markdown');
    const report = await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: page },
    });
    expect(report.items.map(({ code, message }) => [code, message])).toEqual([
      ['expected-value-mismatch', 'The value here is [0.73, 0.27], not [0.73, 0.26].'],
    ]);
  });
});

test('JavaScript: the grammar is fetched when the first document opens', async () => {
  const client = await start();
  const script = 'file:///project/a.js';
  await client.open(
    script,
    "import * as tf from '@tensorflow/tfjs';\nconst p = tf.softmax(tf.tensor1d([2, 1, 0.1]));\n",
    'javascript',
  );
  await expect
    .poll(async () => textOf(await hoverAt(client, 1, 14, script).catch(() => null)))
    .toContain('[0.659, 0.242, 0.099]');
});
