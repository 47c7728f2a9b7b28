import { describe, expect, test } from 'vitest';
import type { Language } from '../src/index.ts';
import { testParser } from './parser.ts';
import { print } from './print.ts';
import { casesOf } from './table.ts';

const parser = await testParser();

describe.each<[Language, string]>([
  ['python', 'python.md'],
  ['typescript', 'javascript.md'],
])('%s', (language, file) => {
  test.each(casesOf(new URL(file, import.meta.url)))('$name', ({ source, expected }) => {
    const module = parser.parse(source, language);
    expect(print(module).join('\n')).toBe(expected);
    if (!source.includes('print "')) expect(module.errors).toEqual([]);
  });
});

test('ranges are those of the source, without parentheses around', () => {
  const text = 'y = (softmax(x, dim=1))\n';
  const statement = parser.parse(text, 'python').body[0];
  if (statement?.kind !== 'assign' || statement.value?.kind !== 'call') throw new Error('expected an assignment of a call');
  const { value } = statement;
  expect(text.slice(value.start, value.end)).toBe('softmax(x, dim=1)');
  expect(text.slice(value.argsRange.start, value.argsRange.end)).toBe('(x, dim=1)');
  expect(text.slice(value.args[1]?.nameRange?.start, value.args[1]?.nameRange?.end)).toBe('dim');
});

test('comments are listed in order and know whether they have their line alone', () => {
  const { comments } = parser.parse('# one\nx = [\n  1,  # two\n  # three\n]\n', 'python');
  expect(comments.map(({ text, ownLine }) => [text, ownLine])).toEqual([
    ['one', true],
    ['two', false],
    ['three', true],
  ]);
});

test('offsets are UTF-16 units, after a byte order mark and characters outside the BMP too', () => {
  const text = '\uFEFFs = "😀"; y = x\r\n';
  const names = parser.parse(text, 'python').body.map((statement) => text.slice(statement.start, statement.end));
  expect(names).toEqual(['s = "😀"', 'y = x']);
});
