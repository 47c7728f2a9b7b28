import { type ExpParts, expParts } from '../exact/exp-parts.ts';
import type { Pair } from '../exact/pair.ts';
import { POWER_ZERO, powersOfTwo } from '../exact/powers-of-two.ts';
import { scaledDifference } from '../exact/scaled-difference.ts';
import { sumError } from '../exact/sum-error.ts';
import type { FloatArray } from './float-array.ts';

/**
 * `Σ e^{(x − max) / temperature}` over the places `start, start + stride, …` before `end`, without the place `skip`, written into
 * `sum`, for any finite maximum and positive temperature. No x passed over may lie above `max`. About ten times slower than `sumExp`.
 */
export function carefulSumExp(
  sum: Pair,
  input: FloatArray,
  start: number,
  end: number,
  stride: number,
  skip: number,
  max: number,
  temperature: number,
): void {
  let high = 0;
  let low = 0;
  for (let i = start; i < end; i += stride) {
    if (i === skip) continue;
    scaledDifference(difference, input[i]!, max, temperature);
    // The sum is at least 1, and smaller terms are less than 2^-144 of it.
    if (difference.high < -100) continue;
    expParts(parts, difference.high, difference.low);
    const power = powersOfTwo[parts.exponent + POWER_ZERO]!;
    const term = (parts.high + parts.low) * power;
    const next = high + term;
    low += sumError(high, term, next) + (parts.low * power - (term - parts.high * power));
    high = next;
  }
  sum.high = high + low;
  sum.low = low - (sum.high - high);
}

const difference: Pair = { high: 0.5, low: 0.5 };
const parts: ExpParts = { high: 1, low: 0.5, exponent: 0 };
