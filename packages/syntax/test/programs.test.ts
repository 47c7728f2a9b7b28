import { expect, test } from 'vitest';
import { markdownPrograms, notebookProgram, programOfCells } from '../src/index.ts';
import { testParser } from './parser.ts';
import { print } from './print.ts';

const parser = await testParser();

const notebook = JSON.stringify({
  cells: [
    { cell_type: 'markdown', source: ['# Title'] },
    { cell_type: 'code', source: ['%matplotlib inline\n', 'import torch\n', '!pip install x'] },
    { cell_type: 'code', source: '%%bash\nls | wc\n' },
    {
      cell_type: 'code',
      source: ['%%time\n', 'logits = torch.tensor([2., 1.])\n', 'logits?\n', '%time y = f(1)\n', 'files = !ls -l'],
    },
    { cell_type: 'code', source: ['z = (1\n', ' % 2)\n', '?z'] },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
});

test('the code cells of a notebook are one program; magics are comments of equal length', () => {
  const result = notebookProgram(notebook);
  if ('error' in result) throw new Error(result.error);
  const { program } = result;
  expect(program.text).toBe(
    '#matplotlib inline\nimport torch\n#pip install x\n#%bash\n#s | wc\n\n#%time\nlogits = torch.tensor([2., 1.])\n#ogits?\npass; y = f(1)\nfiles = _#s -l\nz = (1\n % 2)\n#z\n',
  );
  const module = parser.parse(program.text, program.language);
  expect(module.errors).toEqual([]);
  expect(print(module)).toEqual([
    'import torch',
    'logits = torch.tensor([2., 1.])',
    'pass',
    'y = f(1)',
    'files = _',
    'z = (1 % 2)',
  ]);
});

test('offsets of a notebook map to cells, counted from 1, and back', () => {
  const result = notebookProgram(notebook);
  if ('error' in result) throw new Error(result.error);
  const { program } = result;
  const offset = program.text.indexOf('torch.tensor');
  expect(program.locate(offset)).toEqual({ cell: 4, offset: 16 });
  expect(program.offsetOf({ cell: 4, offset: 16 })).toBe(offset);
  expect(program.offsetOf({ cell: 1, offset: 0 })).toBeUndefined();
  expect(program.locate(-1)).toBeUndefined();
});

test('cells as an editor gives them', () => {
  const program = programOfCells([
    { kind: 'markup', text: 'x' },
    { kind: 'code', text: 'a = 1' },
    { kind: 'code', text: 'b = a' },
  ]);
  expect(program.text).toBe('a = 1\nb = a\n');
  expect(program.cells.map((cell) => cell.index)).toEqual([2, 3]);
});

test.each([
  ['{"cells": [', /^not JSON/],
  ['[]', /holds no object/],
  ['{"cells": 3}', /no list of cells/],
  ['{"cells": [], "metadata": {"language_info": {"name": "R"}}}', /language is r/],
])('a broken notebook %s is an error value', (text, message) => {
  const result = notebookProgram(text);
  expect('error' in result ? result.error : '').toMatch(message);
});

test('odd cells are passed over', () => {
  const result = notebookProgram(
    '{"cells": [null, 3, {"cell_type": "code"}, {"cell_type": "code", "source": [1, "x"]}], "metadata": null}',
  );
  expect('program' in result ? result.program.text : '').toBe('\nx\n');
});

const markdown = `# Softmax \`softmax([2, 1])\`

The value $\\sigma(2)$ costs 5$ or $6, and
$$
\\mathrm{softmax}([2, 1])
$$

\`\`\`python
import torch
\`\`\`

> \`\`\`py
> x = torch.ones(3)
> if x:
>     y = x
> \`\`\`

- item

  \`\`\`python
  z = y
  \`\`\`

\`\`\`python separate
alone = 1
\`\`\`

\`\`\`python no-softlens
never = 1
\`\`\`

\`\`\`ts
const t: number = 1; // $x$
\`\`\`

\`\`\`pycon
>>> for a in z:
...     f(a)
...
1
>>> b = a
\`\`\`

\`\`\`text
no = code
\`\`\`
`;

test('blocks of one language form one program whose offsets are those of the file', () => {
  const { programs } = markdownPrograms(markdown);
  expect(programs.map((program) => [program.language, print(parser.parse(program.text, program.language))])).toEqual([
    ['python', ['import torch', 'x = torch.ones(3)', 'if x { y = x }', 'z = y', 'for a in z { f(a) }', 'b = a']],
    ['python', ['alone = 1']],
    ['typescript', ['const t = 1']],
  ]);
  for (const program of programs) {
    expect(parser.parse(program.text, program.language).errors).toEqual([]);
    const statement = parser.parse(program.text, program.language).body.at(-1);
    expect(markdown.slice(statement?.start, statement?.end)).toMatch(/^(?:b = a|alone = 1|t: number = 1)$/);
  }
});

test('code spans and formulas are listed with their places', () => {
  const { codeSpans, formulas } = markdownPrograms(markdown);
  expect(codeSpans.map((span) => span.text)).toEqual(['softmax([2, 1])']);
  expect(formulas.map(({ text, display }) => [text.trim(), display])).toEqual([
    ['\\sigma(2)', false],
    ['\\mathrm{softmax}([2, 1])', true],
  ]);
  for (const each of [...codeSpans, ...formulas]) expect(markdown.slice(each.start, each.end)).toBe(each.text);
});
