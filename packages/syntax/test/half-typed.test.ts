import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testParser } from './parser.ts';
import { print } from './print.ts';

const parser = await testParser();
const table = readFileSync(new URL('half-typed.md', import.meta.url), 'utf8');
const rows = [...table.matchAll(/^\| `(.*?)` +\| `(.*)` +\|$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']);

if (rows.length < 30) throw new Error('the table of half-typed lines could not be read');

const before = 'import torch\na = softmax([1])\n\n';
const after = '\n\ny = softmax(a)\n\ndef g(z):\n    """Doc."""\n    return z\n';
const around = print(parser.parse(before + after, 'python'));

test.each(rows)('%s', (typed, becomes) => {
  const module = parser.parse(`${before}${typed}${after}`, 'python');
  expect(print(module)).toEqual([...around.slice(0, 2), becomes, ...around.slice(2)]);
});

test.each(rows)('%s, in the body of a function', (typed, becomes) => {
  const module = parser.parse(`def h(a):\n    b = 1\n    ${typed}\n    c = 2\n    return c\n\nd = h(3)\n`, 'python');
  const [definition, last] = module.body;
  if (definition?.kind !== 'function') throw new Error('expected a function');
  const body = print({ ...module, body: definition.body });
  expect(last === undefined ? '' : print({ ...module, body: [last] })[0]).toBe('d = h(3)');
  expect(body[0]).toBe('b = 1');
  expect(body.slice(-2)).toEqual(['c = 2', 'return c']);
  expect(body[1]).toBe(becomes);
});

test('what was invented is listed as an error and has no width', () => {
  const module = parser.parse('x = softmax(\ny = 2\n', 'python');
  expect(module.errors).toEqual([{ start: 12, end: 12 }]);
  expect(module.body.map(({ start, end }) => [start, end])).toEqual([
    [0, 12],
    [13, 18],
  ]);
});

test('a triple-quoted string opened above others swallows none of them', () => {
  const module = parser.parse(
    'x = 1\n"""\ndef f():\n    """Doc."""\n    return 1\n\ndef g():\n    """Doc."""\n    return 2\n',
    'python',
  );
  expect(print(module)).toEqual(['x = 1', '""', 'def f() { "Doc."; return 1 }', 'def g() { "Doc."; return 2 }']);
});
