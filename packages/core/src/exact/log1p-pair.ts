import { dividePairs } from './divide-pairs.ts';
import type { Pair } from './pair.ts';
import { POWER_ZERO, powersOfTwo } from './powers-of-two.ts';
import { sumError } from './sum-error.ts';

/** ln 2 in two parts; the first has 42 bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;

/**
 * log(1 + high + low), written into `result`; the relative error is below 2^-58, also where the argument is tiny.
 * −0.9 < high < 2^900, and |high| > 2^-900 or 0.
 *
 * 1 + u = 2^k · m with m in [√½, √2], and log m = 2 artanh((m − 1) / (m + 1)), whose first term is carried in two parts.
 */
export function log1pPair(result: Pair, high: number, low: number): void {
  const k = high > -0.29 && high < 0.41 ? 0 : Math.round(Math.log2(1 + high));
  const one = powersOfTwo[POWER_ZERO - k]!;
  const uHigh = high * one;
  const uLow = low * one;

  // (1 + u) / 2^k − 1 and (1 + u) / 2^k + 1. For k = 0 the first is u itself, to the last bit.
  const below = one - 1;
  const difference = below + uHigh;
  const differenceLow = sumError(below, uHigh, difference) + (sumError(one, -1, below) + uLow);
  const above = one + 1;
  const sum = above + uHigh;
  const sumLow = sumError(above, uHigh, sum) + (sumError(one, 1, above) + uLow);
  dividePairs(result, difference, differenceLow, sum, sumLow);

  const s = result.high;
  const squared = s * s;
  const octaves = k * LN2_HIGH;
  const total = octaves + 2 * s;
  const rest = sumError(octaves, 2 * s, total) + (2 * result.low + s * squared * artanhTail(squared) + k * LN2_LOW);
  result.high = total + rest;
  result.low = rest - (result.high - total);
}

/** 2 (artanh(s) − s) / s³ as a series in s² ≤ 0.0295; thirteen terms reach 2^-66. */
function artanhTail(s: number): number {
  const end = 2 / 19 + s * (2 / 21 + s * (2 / 23 + s * (2 / 25 + s * (2 / 27))));
  const middle = 2 / 11 + s * (2 / 13 + s * (2 / 15 + s * (2 / 17 + s * end)));
  return 2 / 3 + s * (2 / 5 + s * (2 / 7 + s * (2 / 9 + s * middle)));
}
