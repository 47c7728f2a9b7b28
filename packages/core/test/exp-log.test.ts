import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log } from '../src/index.ts';

describe('exp and log', () => {
  test('the digits that correct rounding gives', () => {
    // From mpmath at 60 digits, and the ends of the range.
    expect([exp(0), exp(1), exp(2), exp(-1), exp(0.1)]).toEqual([1, Math.E, 7.38905609893065, 1 / Math.E, 1.1051709180756477]);
    expect([exp(-745), exp(-746), exp(710), exp(-Infinity)]).toEqual([5e-324, 0, Infinity, 0]);
    expect([log(1), log(2), log(10), log(3)]).toEqual([0, Math.LN2, Math.LN10, 1.0986122886681098]);
    expect([log(0), log(-1), log(Infinity), log(5e-324)]).toEqual([-Infinity, Number.NaN, Infinity, -744.4400719213812]);
  });

  test('log takes exp back', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(log(exp(x)) - x)).toBeLessThanOrEqual(2 ** -52 * Math.max(1, Math.abs(x)));
      }),
    );
  });
});
