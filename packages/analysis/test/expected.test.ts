/** Values behind `# =>`: what is written for a value is read as that value. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actual } from '../src/expected/actual.ts';
import { agrees } from '../src/expected/compare.ts';
import { readExpected } from '../src/expected/read.ts';
import { writeActual, writeLike } from '../src/expected/write.ts';

const float = (value: number): Actual => ({ kind: 'number', value, epsilon: 2 ** -52 });
const list = (...items: readonly Actual[]): Actual => ({ kind: 'sequence', type: 'list', items });
const probabilities = list(float(0.6590011388859679), float(0.24243297070471395), float(0.09856589040931818));

const leaf: fc.Arbitrary<Actual> = fc.oneof(
  // Beyond, rounding to few digits may leave the range of doubles.
  fc.double({ min: -1e300, max: 1e300 }).map(float),
  fc.maxSafeInteger().map((value): Actual => ({ kind: 'number', value })),
  fc.string().map((value): Actual => ({ kind: 'text', value })),
  fc.constantFrom(true, false, null).map((value): Actual => ({ kind: 'constant', value })),
);
const value = fc.letrec<{ value: Actual }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.record({
      kind: fc.constant('sequence' as const),
      type: fc.constantFrom('list' as const, 'tuple' as const),
      items: fc.array(tie('value'), { maxLength: 20 }),
    }),
    fc.record({ kind: fc.constant('dict' as const), entries: fc.array(fc.tuple(leaf, tie('value')), { maxLength: 3 }) }),
  ),
})).value;
const language = fc.constantFrom('python' as const, 'javascript' as const);

describe('what is written', () => {
  test('for a value is read as that value', () => {
    fc.assert(
      fc.property(value, language, (actual, spoken) => {
        const written = writeActual(actual, spoken);
        const read = readExpected(written);
        expect(read && agrees(read, actual), written).toBe(true);
      }),
    );
  });

  test('in the place of another value is read as the value', () => {
    fc.assert(
      fc.property(value, value, language, (before, actual, spoken) => {
        const source = writeActual(before, spoken);
        const expected = readExpected(source);
        const written = expected && writeLike(expected, actual, source, spoken);
        const read = written === undefined ? undefined : readExpected(written);
        expect(read && agrees(read, actual), `${source} → ${written}`).toBe(true);
      }),
    );
  });
});

describe('a wrong value is written anew', () => {
  const like = (source: string, actual: Actual): string | undefined => {
    const expected = readExpected(source);
    return expected && writeLike(expected, actual, source, 'python');
  };

  test.each([
    ['[0.7, 0.2, 0.1]', '[0.7, 0.2, 0.1]'],
    ['[0.70, 0.20, 0.10]', '[0.66, 0.24, 0.10]'],
    ['[.700, .200, .100]', '[.659, .242, .099]'],
    ['tensor([0.7000, 0.2424, 0.0986])', '[0.6590, 0.2424, 0.0986]'],
    ['[0.7 0.2424 0.0986]', '[0.7 0.2424 0.0986]'],
    ['(7.0e-1, 2.0e-1, 1.0e-1)', '(6.6e-1, 2.4e-1, 1.0e-1)'],
    ['[0.70, 0.30]', '[0.66, 0.24, 0.10]'],
    ['[1, 0, 0]', '[0.6590, 0.2424, 0.0986]'],
  ])('%s in as many digits: %s', (source, written) => {
    expect(like(source, probabilities)).toBe(written);
  });

  test.each([
    ['1', float(2), '2'],
    ['1.0', { kind: 'number', value: 2 }, '2'],
    ['0.5', float(Number.NaN), 'nan'],
    ['"a"', { kind: 'text', value: 'it\'s "b"' }, '"it\'s \\"b\\""'],
    ['+0.50', float(0.25), '+0.25'],
    ['0.50', float(-0.001), '0.00'],
    ['True', { kind: 'constant', value: null }, 'None'],
  ] as const)('%s', (source, actual, written) => {
    expect(like(source, actual)).toBe(written);
  });
});

test.each(['step 4', '4th', '3 classes', '66%', 'float32', '[a, b]', 'f(2)', '[1, 2', '', '...', '{', '-', '[1]]', 'x => 2'])(
  'prose is no value: %s',
  (text) => {
    expect(readExpected(text)).toBeUndefined();
  },
);
