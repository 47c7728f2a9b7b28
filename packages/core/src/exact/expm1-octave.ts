import { addPairs } from './add-pairs.ts';
import { dividePairs } from './divide-pairs.ts';
import { multiplyPairs } from './multiply-pairs.ts';
import type { Pair } from './pair.ts';
import { sumError } from './sum-error.ts';

/** ln 2 in three parts; products of the first two with an exponent are exact. */
const LN2_HIGH = 0.6931471805598903;
const LN2_MIDDLE = 5.49792301870721e-14;
const LN2_LOW = 1.1612227229362532e-26;

/**
 * Writes m into `result` and returns n, so that e^x = 2^n (1 + m) with |m| < 0.42; the relative error of m is below 2^-98.
 * |x| ≤ 745. Far slower than `expParts`, for sums that cancel.
 *
 * m comes from the Taylor polynomial of e^(r/64) − 1 and six doublings, (1 + m)² − 1 = 2m + m².
 */
export function expm1Octave(result: Pair, x: number): number {
  const n = Math.round(x / Math.LN2);
  const near = x - n * LN2_HIGH;
  const high = near - n * LN2_MIDDLE;
  const low = sumError(near, -n * LN2_MIDDLE, high) - n * LN2_LOW;
  const r = high / 64;
  const rLow = low / 64;

  // Terms from the seventh on are below 2^-53 of the first: their own rounding does not matter.
  const end = 1 + (r / 7) * (1 + (r / 8) * (1 + (r / 9) * (1 + (r / 10) * (1 + (r / 11) * (1 + r / 12)))));
  result.high = end;
  result.low = 0;
  for (let k = 6; k >= 1; k--) {
    multiplyPairs(result, result.high, result.low, r, rLow);
    dividePairs(result, result.high, result.low, k, 0);
    if (k > 1) addPairs(result, 1, 0, result.high, result.low);
  }
  for (let doubling = 0; doubling < 6; doubling++) {
    multiplyPairs(square, result.high, result.low, result.high, result.low);
    addPairs(result, 2 * result.high, 2 * result.low, square.high, square.low);
  }
  return n;
}

const square: Pair = { high: 0.5, low: 0.5 };
