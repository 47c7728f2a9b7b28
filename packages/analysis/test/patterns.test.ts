/** Regular expressions against CPython's own re module: golden/patterns.py makes patterns at random and writes what it finds. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allMatches } from '../src/builtins/python/patterns/matching.ts';
import { readPattern } from '../src/builtins/python/patterns/pattern.ts';

type Spans = readonly (readonly [number, number] | null)[];
type Case = readonly [pattern: string, flags: number, text: string, matches: readonly Spans[]];

const golden = process.env.SOFTLENS_PATTERNS ?? new URL('../golden/patterns.json', import.meta.url);
const cases = JSON.parse(readFileSync(golden, 'utf8')) as readonly Case[];

test('a pattern finds what it finds in Python', () => {
  const wrong = cases.flatMap(([source, flags, text, matches]) => {
    const pattern = readPattern(source, flags);
    const found = pattern && allMatches(pattern, [...text]);
    const spans = found?.map((match) => match.map((span) => span ?? null));
    return spans && JSON.stringify(spans) !== JSON.stringify(matches) ? [{ source, flags, text, spans, matches }] : [];
  });
  expect(wrong).toEqual([]);
});

test('nearly all patterns are read', () => {
  const read = cases.filter(([source, flags]) => readPattern(source, flags));
  expect(read.length / cases.length).toBeGreaterThan(0.97);
});
