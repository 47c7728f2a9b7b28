/** `eval --file` and `check` over every kind of file: what is known is shown where it stands, comments and pages included. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { softlens } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'softlens-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function evaluated(name: string, text: string) {
  writeFileSync(join(folder, name), text);
  const { out } = await softlens(['eval', '--file', name], { cwd: folder });
  const json = await softlens(['eval', '--file', name, '--format', 'json'], { cwd: folder });
  const values: readonly { line: number; column: number; name: string | null; expression: string; values: unknown }[] =
    JSON.parse(json.out).values;
  return { out, values };
}

const page = `# Softmax

The sigmoid $\\sigma(0)$ and \`softmax([0, 0])\`.

\`\`\`python
import numpy as np
T = 2.0
z = np.array([2.0, 2.0])  # => [2, 2]
\`\`\`

Now \`z / T\` is known.

$$
\\frac{1}{1 + e^{-0}}
$$

\`\`\`js
const p = 1 / 4;
\`\`\`
`;

describe('a page', () => {
  test('has programs, code spans and formulas, in the order of the text', async () => {
    const { out, values } = await evaluated('page.md', page);
    expect(values.map((one) => [one.line, one.column, one.expression, one.values])).toEqual([
      [3, 14, '\\sigma(0)', 0.5],
      [3, 30, 'softmax([0, 0])', [0.5, 0.5]],
      [7, 1, '2.0', 2],
      [8, 1, 'np.array([2.0, 2.0])', [2, 2]],
      [11, 6, 'z / T', [1, 1]],
      [14, 1, '\\frac{1}{1 + e^{-0}}', 0.5],
      [18, 7, '1 / 4', 0.25],
    ]);
    expect(out).toContain('14 │ \\frac{1}{1 + e^{-0}}  → 0.5\n');
  });
});

describe('a notebook', () => {
  const cells = [
    ['%%time\n', 'import numpy as np\n', '!pip install numpy\n', 'z = np.array([1.0, 1.0])\n', 'z?'],
    ['# softlens: softmax(z)\n', 'scores = {"p": [0.5, 1], "n": 2}\n', '%timeit z.sum()\n', 'x = !ls\n', 'z.sum()  # => 2.0'],
  ];

  test('has magics and shell lines in it, and shows its cells as they are written', async () => {
    const text = JSON.stringify({ nbformat: 4, metadata: {}, cells: cells.map((source) => ({ cell_type: 'code', source })) });
    const { out, values } = await evaluated('n.ipynb', text);
    expect(out).toBe(
      [
        '[1]',
        '4 │ z = np.array([1.0, 1.0])  → [1.0, 1.0]',
        '',
        '[2]',
        '1 │ # softlens: softmax(z)  → [0.5, 0.5]',
        '2 │ scores = {"p": [0.5, 1], "n": 2}  → {"p": [0.5, 1.0], "n": 2}',
        '3 │ %timeit z.sum()  → 2.0',
        '5 │ z.sum()  # => 2.0  → 2.0',
        '',
      ].join('\n'),
    );
    expect(values.map((one) => one.values)).toEqual([[1, 1], [0.5, 0.5], { p: [0.5, 1], n: 2 }, 2, 2]);
  });
});

describe('JavaScript and TypeScript', () => {
  test('with @softlens/core, its options, and comments', async () => {
    const { values } = await evaluated(
      'a.js',
      [
        "import { softmax } from '@softlens/core';",
        'const options = { temperature: 2 };',
        'export const p = softmax([2, 0], options);',
        "console.log('p = ' + p[0].toFixed(3));",
        '// softlens: Math.max(...p)',
        '',
      ].join('\n'),
    );
    expect(values.slice(1).map((one) => [one.line, one.values])).toEqual([
      [3, [0.7310585786300049, 0.2689414213699951]],
      [4, 'p = 0.731'],
      [5, 0.7310585786300049],
    ]);
  });

  test('with types in it', async () => {
    const { values } = await evaluated(
      'a.ts',
      [
        'interface Row { readonly label: string; readonly score: number }',
        "const rows: readonly Row[] = [{ label: 'a', score: 0.25 }, { label: 'b', score: 0.75 }];",
        'function best<T extends Row>(all: readonly T[]): T {',
        '  return all.reduce((x, y) => (y.score > x.score ? y : x));',
        '}',
        'const name = best(rows).label as string;',
        'const total = rows.map((row) => row.score!).reduce((a, b) => a + b, 0) satisfies number;',
        '',
      ].join('\n'),
    );
    expect(values.map((one) => [one.name, one.values]).slice(1)).toEqual([
      ['name', 'b'],
      ['total', 1],
    ]);
  });
});

describe('an expected value', () => {
  const check = (name: string, ...options: readonly string[]) => softlens(['check', name, ...options], { cwd: folder });

  test('that is wrong is found, and mended by --fix in as many digits', async () => {
    writeFileSync(join(folder, 'b.py'), 'import torch\np = torch.softmax(torch.tensor([2.0, 1.0]), dim=0)  # => [0.70, 0.30]\n');
    const { code, out } = await check('b.py', '--format', 'concise');
    expect([code, out]).toEqual([1, expect.stringContaining('b.py:2:58: warning[expected-value-mismatch]')]);
    expect((await check('b.py', '--fix')).code).toBe(0);
    expect(readFileSync(join(folder, 'b.py'), 'utf8')).toContain('# => [0.73, 0.27]\n');
  });

  test('in a notebook too, where the rest of the file stays as it is', async () => {
    const source = ['p = 1 / 3  # => 0.30\n', 'q = p * 2  # => 0.67'];
    const text = JSON.stringify(
      { cells: [{ cell_type: 'code', source }], metadata: {}, nbformat: 4, nbformat_minor: 5 },
      null,
      1,
    );
    writeFileSync(join(folder, 'b.ipynb'), text);
    expect((await check('b.ipynb', '--fix')).code).toBe(0);
    expect(readFileSync(join(folder, 'b.ipynb'), 'utf8')).toBe(text.replace('=> 0.30', '=> 0.33'));
  });

  test('on a page, and in JavaScript', async () => {
    writeFileSync(join(folder, 'b.md'), page.replace('# => [2, 2]', '# => [2, 3]').replace('1 / 4;', '1 / 4; // => 0.2'));
    const { out } = await check('b.md', '--format', 'concise');
    expect(out).toContain('b.md:8:32: warning[expected-value-mismatch]');
    writeFileSync(join(folder, 'b.js'), 'const p = 2 / 3; // => 0.7\nconst q = 2 / 3; // => 0.6\n');
    expect((await check('b.js', '--format', 'concise')).out).toMatch(/^b\.js:2:\d+: warning\[expected-value-mismatch\].*\n/);
  });
});
