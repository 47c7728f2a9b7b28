import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Language, Module } from '../src/index.ts';
import { testParser } from './parser.ts';

const parser = await testParser();
const languages: readonly Language[] = ['python', 'javascript', 'typescript'];

/** Parses in every language and checks what a reader relies on: ranges in order and inside their parents. */
function parseSafely(text: string): Module[] {
  return languages.map((language) => {
    const module = parser.parse(text, language);
    checkRanges(module, 0, text.length);
    return module;
  });
}

function checkRanges(node: object, start: number, end: number): void {
  let [low, high] = [start, end];
  if ('start' in node && 'end' in node && typeof node.start === 'number' && typeof node.end === 'number') {
    if (node.start < start || node.end > end || node.start > node.end)
      throw new Error(`range ${node.start}–${node.end} outside ${start}–${end}`);
    [low, high] = [node.start, node.end];
  }
  for (const [key, child] of Object.entries(node)) {
    // A module's lists and a definition's decorators are checked against the node that holds them.
    if (typeof child === 'object' && child !== null)
      checkRanges(child, key === 'errors' ? 0 : low, key === 'errors' ? end : high);
  }
}

test.each([
  ['parentheses', '('.repeat(10_000) + ')'.repeat(10_000)],
  ['open parentheses', `x = ${'('.repeat(10_000)}`],
  ['brackets with content', `x = ${'[1, '.repeat(5000)}${']'.repeat(5000)}`],
  ['calls', `x = ${'f('.repeat(5000)}1${')'.repeat(5000)}`],
  ['attributes', `x = a${'.b'.repeat(10_000)}`],
  ['sums', `x = ${'1 + '.repeat(10_000)}1`],
  ['nots', `x = ${'not '.repeat(10_000)}1`],
  ['conditionals', `x = ${'1 if a else '.repeat(5000)}2`],
  ['elifs', `if a: pass\n${'elif b: pass\n'.repeat(5000)}`],
  ['else ifs', `if (a) {} ${'else if (b) {} '.repeat(5000)}`],
  ['blocks', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('')],
  ['braces', `${'{'.repeat(5000)}${'}'.repeat(5000)}`],
  ['assignments', `${'a = '.repeat(5000)}1`],
  ['f-strings', `x = ${'f"{'.repeat(200)}1${'}"'.repeat(200)}`],
])('deeply nested %s', (_, text) => {
  for (const module of parseSafely(text)) expect(depthOf(module)).toBeLessThan(2500);
});

function depthOf(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  return 1 + Math.max(0, ...Object.values(node).map(depthOf));
}

test('random text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void parseSafely(text)),
    { numRuns: 150 },
  );
});

test('random tokens', () => {
  const tokens = [
    'def ',
    'class ',
    'f',
    'x',
    ' ',
    '\n',
    '\r\n',
    '    ',
    '\t',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ':',
    '=',
    '.',
    ',',
    '"',
    "'",
    '"""',
    'f"',
    '`',
    '${',
    '#',
    '//',
    '/*',
    '\\',
    '1',
    '*',
    '**',
    '<',
    '>',
    'if ',
    'for ',
    'in ',
    'lambda ',
    'match ',
    'type ',
    'import ',
    'from ',
    'async ',
    '@',
    '=>',
    '\uD800',
    '\0',
    '\f',
    '\uFEFF',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 60 }), (parts) => void parseSafely(parts.join(''))),
    { numRuns: 200 },
  );
});

test('NUL, lone surrogates, form feeds and mixed line ends keep what stands around them', () => {
  const module = parser.parse('a = 1\r\n\fb = "\uD800"\rc = 2\n', 'python');
  expect(module.body.map((each) => each.kind)).toEqual(['assign', 'assign', 'assign']);
  expect(parser.parse('a = 1\n\0\nb = 2\n', 'python').body.filter((each) => each.kind === 'assign')).toHaveLength(2);
});

test('a 10 MB file', () => {
  const line = 'values = [0.25, softmax(x)[0], {"a": 1}]\n';
  const text = line.repeat(Math.ceil(10_000_000 / line.length));
  expect(parser.parse(text, 'python').body).toHaveLength(text.length / line.length);
}, 300_000);

test('a list of a million numbers', () => {
  const module = parser.parse(`x = [${'0.5, '.repeat(1_000_000)}]\ny = 1\n`, 'python');
  expect(module.body).toHaveLength(2);
}, 300_000);

test('a language that is not loaded gives an empty module', () => {
  const { body, errors } = parser.parse('', 'python');
  expect([body, errors]).toEqual([[], []]);
});

test('a long run of comments is read as fast as any other text, and every comment is there', () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `    # softlens: x + ${i} "`).join('\n');
  const module = parser.parse(`def f():\n    x = 1\n${lines}\n    return x\ny = """\n${lines}\n"""\n`, 'python');
  expect(module.body.map(({ kind }) => kind)).toEqual(['function', 'assign']);
  expect(module.comments).toHaveLength(20_000);
  expect(module.comments[19_999]?.text).toBe('softlens: x + 19999 "');
}, 300_000);

test('a literal of more items than anything computes with is kept as a whole', () => {
  const [statement] = parser.parse(`x = [${'0.5, '.repeat(60_000)}]\n`, 'python').body;
  expect(statement?.kind === 'assign' && statement.value).toMatchObject({
    kind: 'opaque',
    reason: 'size',
    start: 4,
    end: 300_006,
  });
});
