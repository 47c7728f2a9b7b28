import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { softlens } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'softlens-eval-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe('the JSON contract', () => {
  // The numbers are those of mpmath at 40 digits, rounded once.
  test('an expression', async () => {
    const { code, out, error } = await softlens(['eval', 'softmax([2, 1, 0.1])', '--format', 'json']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(JSON.parse(out)).toEqual({
      version: 1,
      values: [
        {
          path: null,
          cell: null,
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 21,
          name: null,
          expression: 'softmax([2, 1, 0.1])',
          certainty: 'exact',
          space: 'probabilities',
          axis: 0,
          dtype: 'float64',
          shape: [3],
          values: [0.6590011388859679, 0.24243297070471392, 0.09856589040931817],
        },
      ],
    });
  });

  test('numbers that JSON lacks are strings, matrices nest', async () => {
    const { out } = await softlens(['eval', 'np.array([[np.nan, np.inf], [-np.inf, 0.5]])', '--format=json']);
    expect(JSON.parse(out).values[0]).toMatchObject({
      dtype: 'float64',
      shape: [2, 2],
      values: [
        ['NaN', 'Infinity'],
        ['-Infinity', 0.5],
      ],
    });
  });

  test('a file: every top-level assignment and expression whose value is known', async () => {
    const name = file(
      'a.py',
      'import numpy as np\nz = np.array([1, 2])\nw = load()\np = z > 1\nprint(z.sum())\n\ndef f():\n  inner = 1\n',
    );
    const { code, out } = await softlens(['eval', '--file', name, '--format', 'json'], { cwd: folder });
    expect(code).toBe(0);
    const values: { line: number; name: string | null; expression: string; values: unknown; path: string }[] =
      JSON.parse(out).values;
    expect(values.map((v) => [v.path, v.line, v.name, v.expression, v.values])).toEqual([
      ['a.py', 2, 'z', 'np.array([1, 2])', [1, 2]],
      ['a.py', 4, 'p', 'z > 1', [false, true]],
      ['a.py', 5, null, 'z.sum()', 3],
    ]);
  });
});

describe('a notebook', () => {
  test('cells are one program; places are those of the cell', async () => {
    const cells = [
      { cell_type: 'code', source: ['%matplotlib inline\n', 'z = [2.0, 1.0]'] },
      { cell_type: 'markdown', source: ['# text'] },
      { cell_type: 'code', source: ['p = softmax(z)'] },
    ];
    const name = file('n.ipynb', JSON.stringify({ nbformat: 4, metadata: {}, cells }));
    const { out } = await softlens(['eval', '--file', name, '--format', 'json'], { cwd: folder });
    const values: { cell: number; line: number; name: string }[] = JSON.parse(out).values;
    expect(values.map((v) => [v.cell, v.line, v.name])).toEqual([
      [1, 2, 'z'],
      [3, 1, 'p'],
    ]);
    expect((await softlens(['eval', '--file', name], { cwd: folder })).out).toBe(
      '[1]\n2 │ z = [2.0, 1.0]  → [2.0, 1.0]\n\n[3]\n1 │ p = softmax(z)  → [0.731, 0.269]\n',
    );
  });
});

describe('text', () => {
  test('the same facts as the hover, for a terminal', async () => {
    const { out } = await softlens(['eval', 'F.softmax(torch.tensor([2.0, 1.0, 0.1]), dim=0)']);
    expect(out).toBe(
      [
        'softmax → [0.659, 0.242, 0.099]',
        '',
        'Σ = 1 ✓ · argmax 0 (0.659) · entropy 0.847 nats = 1.22 bits',
        '',
        '  i  logit  probability            hardmax',
        '  0    2.0        0.659  ███████▉        1',
        '  1    1.0        0.242  ██▉             0',
        '  2    0.1        0.099  █▏              0',
        '',
        'odds p₀ : p₁ = e¹ = 2.718',
        '',
        'float32 [3] · probabilities · sums to 1 along dim 0 (3 classes)',
        'exact: follows from the literals in the code',
        '',
      ].join('\n'),
    );
  });

  test('in Chinese, by the locale or by --lang', async () => {
    const byLocale = await softlens(['eval', 'sigmoid(2.0)'], { locale: 'zh_CN.UTF-8' });
    const byOption = await softlens(['eval', 'sigmoid(2.0)', '--lang', 'zh-cn']);
    expect(byLocale.out).toContain('概率');
    expect(byOption.out).toBe(byLocale.out);
  });

  test('emphasis only where colour is wanted', async () => {
    expect((await softlens(['eval', 'sigmoid(2.0)'], { color: true })).out).toContain('\u001b[1m');
    expect((await softlens(['eval', 'sigmoid(2.0)'])).out).not.toContain('\u001b');
  });

  test('values beside the lines of a file, and one line in full', async () => {
    const name = file('b.py', 'x = [2.0, 1.0]\n\ny = softmax(x)\n');
    expect((await softlens(['eval', '--file', name], { cwd: folder })).out).toBe(
      '1 │ x = [2.0, 1.0]  → [2.0, 1.0]\n3 │ y = softmax(x)  → [0.731, 0.269]\n',
    );
    const line = await softlens(['eval', '--file', name, '--line', '3'], { cwd: folder });
    expect(line.out).toMatch(/^y = \[0\.731, 0\.269\]\n/);
    expect(line.out).toContain('σ(z₁ − z₀) = σ(-1.0) = 0.269');
  });
});

describe('exit codes and complaints', () => {
  test('1 when nothing is known, with the reason on stderr', async () => {
    const { code, out, error } = await softlens(['eval', 'load("x.pt")']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(/^softlens: the value is unknown: .*load/);
  });

  test.each([
    [['evla', 'x'], 'did you mean "eval"?'],
    [['eval', 'x', '--fromat', 'json'], 'did you mean "--format"?'],
    [['eval', 'x', '--format', 'jsno'], 'choose from text, json'],
    [['eval'], 'needs an expression'],
    [['eval', 'softmax([1,', '2])'], 'takes one expression'],
    [['eval', 'softmax([1, 2'], 'no whole expression'],
    [['eval', '--file'], 'needs a value'],
    [['eval', '--file', 'missing.py'], 'cannot read "missing.py"'],
    [['eval', '--file', 'a.txt'], 'no language'],
    [['eval', '--file', 'a.py', '--line', 'two'], 'whole number'],
  ])('%j is wrong usage: 2', async (args, complaint) => {
    const { code, out, error } = await softlens(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toContain(complaint);
  });

  test('help and version', async () => {
    expect((await softlens(['eval', '--help'])).out).toContain('Usage:');
    expect((await softlens(['help', 'eval'], { locale: 'zh-CN' })).out).toContain('用法');
    expect((await softlens(['--version'])).out).toBe('softlens 1.2.3\n');
  });
});
