import { addPairs } from '../exact/add-pairs.ts';
import { expm1Octave } from '../exact/expm1-octave.ts';
import { log1pPair } from '../exact/log1p-pair.ts';
import type { Pair } from '../exact/pair.ts';
import { POWER_ZERO, powersOfTwo } from '../exact/powers-of-two.ts';
import type { FloatArray } from './float-array.ts';

/**
 * Log-sum-exp where the terms sum to nearly 1, so that the result is far smaller than the maximum, which is negative:
 * `log(1 + ((e^max − 1) + Σ e^x))` over the other places, with the bracket in twice the precision of float64. Its error is below
 * 2^-97 of the maximum. For any slice whose maximum is at `top` and whose result is below a quarter of it.
 */
export function cancelledLogSumExp(input: FloatArray, start: number, end: number, stride: number, top: number): number {
  addExp(sum, 0, 0, input[top]!, -1);
  let { high, low } = sum;
  for (let i = start; i < end; i += stride) {
    // e^−700 is below 2^-96 of any maximum above 2^-900 in size.
    if (i === top || input[i]! < -700) continue;
    addExp(sum, high, low, input[i]!, 0);
    high = sum.high;
    low = sum.low;
  }
  if (Math.abs(high) < TINY) return high;
  log1pPair(sum, high, low);
  return sum.high;
}

/** `high + low + constant + e^x`. */
function addExp(result: Pair, high: number, low: number, x: number, constant: number): void {
  const octave = expm1Octave(term, x);
  const power = powersOfTwo[octave + POWER_ZERO]!;
  // For octave 0 and constant −1 the whole part vanishes, and a tiny e^x − 1 keeps all its digits.
  addPairs(result, power, 0, constant, 0);
  addPairs(result, result.high, result.low, term.high * power, term.low * power);
  addPairs(result, result.high, result.low, high, low);
}

/** 2^-900: smaller numbers are their own log1p. */
const TINY = 2 ** -900;

const sum: Pair = { high: 0.5, low: 0.5 };
const term: Pair = { high: 0.5, low: 0.5 };
