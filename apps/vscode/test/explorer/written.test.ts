/** Numbers in the source: written anew, and followed while others edit. */
import { describe, expect, test } from 'vitest';
import { follow, rewrite } from '../../src/explorer/written.ts';

/** The numbers of a literal, as the server tells them. */
function literal(text: string) {
  const elements = [...text.matchAll(/[-+]?[\d.]+(?:e-?\d+)?/g)].map(
    ({ 0: token, index }) => [index, index + token.length] as const,
  );
  return { text, elements };
}

describe('writing back', () => {
  test('keeps what stands between the numbers, and the spelling of those that stay', () => {
    expect(rewrite(literal('[2.00,\n   1.0,  .1]'), [2, -3.5, 0.1])?.text).toBe('[2.00,\n   -3.5,  .1]');
  });

  test('a float stays one', () => {
    expect(rewrite(literal('[2.0, 1.0]'), [3, 1])?.text).toBe('[3.0, 1.0]');
    expect(rewrite(literal('[2, 1]'), [3, 1])?.text).toBe('[3, 1]');
  });

  test('what float32 made of a number is still that number', () => {
    expect(rewrite(literal('[0.1, 2.0]'), [Math.fround(0.1), 4])?.text).toBe('[0.1, 4.0]');
  });

  test('more or fewer numbers are a new list', () => {
    expect(rewrite(literal('[2.0, 1.0]'), [2, 1, 0.5])?.text).toBe('[2.0, 1.0, 0.5]');
    expect(rewrite(literal('[2.0, 1.0, 7.0]'), [2, 1])?.text).toBe('[2.0, 1.0]');
  });

  test('a number without brackets is one number', () => {
    expect(rewrite(literal('1.2'), [-1])?.text).toBe('-1.0');
    expect(rewrite(literal('1.2'), [1, 2])).toBeUndefined();
  });

  test('can be done again: the places of the new numbers are known', () => {
    const once = rewrite(literal('[2.0, 1.0, 0.1]'), [10.25, 1, -3]);
    expect(once && rewrite(once, [1, 2, 3])?.text).toBe('[1.0, 2.0, 3.0]');
  });
});

describe('an edit', () => {
  const written = { uri: 'a', start: 10, ...literal('[2.0, 1.0]') };

  test('before the numbers moves them', () => {
    expect(follow(written, { rangeOffset: 2, rangeLength: 1, text: 'abc' }).start).toBe(12);
    expect(follow(written, { rangeOffset: 0, rangeLength: 10, text: '' }).start).toBe(0);
  });

  test('behind them does not', () => {
    expect(follow(written, { rangeOffset: 20, rangeLength: 3, text: '' })).toEqual(written);
  });
});
