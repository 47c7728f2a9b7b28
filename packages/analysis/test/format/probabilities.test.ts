import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProbabilities, formatProbability } from '../../src/format/index.ts';

const softmax = (z: readonly number[]): number[] => {
  const top = Math.max(...z);
  const e = z.map((x) => Math.exp(x - top));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
};

describe('probabilities are rounded together', () => {
  test('three equal thirds still add to 1', () => {
    expect(formatProbabilities([1 / 3, 1 / 3, 1 / 3])).toEqual(['0.334', '0.333', '0.333']);
  });

  test('the vector of the samples', () => {
    expect(formatProbabilities(softmax([2, 1, 0.1]))).toEqual(['0.659', '0.242', '0.099']);
  });

  test('more digits are taken before a class looks certain', () => {
    expect(formatProbabilities(softmax([10, 0, -10]))).toEqual(['0.99995', '0.00005', '2.1e-9']);
  });

  test('what is not zero never looks like zero, and what is zero has no decimals', () => {
    expect(formatProbabilities([1 - 1e-12, 1e-12, 0])).toEqual(['1.000', '1e-12', '0']);
  });

  test('short decimals stay short', () => {
    expect(formatProbabilities([0.5, 0.25, 0.25])).toEqual(['0.50', '0.25', '0.25']);
    expect(formatProbabilities([1, 0])).toEqual(['1.0', '0.0']);
    expect(formatProbabilities([0.1, 0.9].map(Math.fround))).toEqual(['0.1', '0.9']);
  });

  test('a vector that does not add to 1 is not mended', () => {
    expect(formatProbabilities([0.7, 0.7])).toEqual(['0.7', '0.7']);
    expect(formatProbabilities([0.3333, 0.3333])).toEqual(['0.333', '0.333']);
  });

  test('law: the shown digits of a softmax add to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 60 }), (z) => {
        const shown = formatProbabilities(softmax(z)).filter((text) => !text.includes('e'));
        const sum = shown.reduce((total, text) => total + Math.round(Number(text) * 1e6), 0);
        expect(sum).toBe(1_000_000);
      }),
    );
  });

  test('law: no element is shown further off than one unit of its last digit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 60 }), (z) => {
        const p = softmax(z);
        formatProbabilities(p).forEach((text, i) => {
          const unit = text.includes('e') ? (p[i] ?? 0) * 0.06 : 10 ** -(text.split('.')[1] ?? '').length;
          expect(Math.abs(Number(text) - (p[i] ?? 0))).toBeLessThanOrEqual(unit * 1.0001);
        });
      }),
    );
  });

  test('one alone', () => {
    expect(formatProbability(0.8807970779778823)).toBe('0.881');
    expect(formatProbability(0.99999)).toBe('0.99999');
    expect(formatProbability(0)).toBe('0.0');
  });
});
