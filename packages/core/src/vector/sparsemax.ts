import { addPairs } from '../exact/add-pairs.ts';
import { dividePairs } from '../exact/divide-pairs.ts';
import type { Pair } from '../exact/pair.ts';
import { sumError } from '../exact/sum-error.ts';
import { checkVector } from './check-vector.ts';
import { hasLimit, limitInto } from './limit-into.ts';
import { maxOf } from './max-of.ts';

/**
 * Sparsemax: the point of the probability simplex nearest to z, `p_i = max(0, z_i − τ)` with τ such that the sum is 1. Unlike
 * softmax it gives zeros.
 *
 * @param z scores, shape [K], K ≥ 1
 * @returns probabilities, shape [K]. Infinities and NaN as for `softmax`.
 * @throws RangeError if z is empty
 *
 * Source: A. Martins and R. Astudillo, From softmax to sparsemax, ICML 2016, algorithm 1.
 */
export function sparsemax(z: ArrayLike<number>): Float64Array {
  checkVector(z, 'sparsemax');
  const out = Float64Array.from(z);
  const max = maxOf(out, 0, out.length, 1);
  if (hasLimit(max, 1)) limitInto(out, out, 0, out.length, 1, max, 1);
  else if (out.some(Number.isNaN)) out.fill(Number.NaN);
  else subtractThreshold(out, max);
  return out;
}

/** τ lies in [max − 1, max), so that only scores above max − 1 matter. All is kept relative to the maximum, in two parts. */
function subtractThreshold(out: Float64Array, max: number): void {
  threshold(
    out.filter((x) => x - max > -1),
    max,
  );
  const { high, low } = tau;
  for (let i = 0; i < out.length; i++) {
    const difference = out[i]! - max;
    addPairs(term, difference, sumError(out[i]!, -max, difference), -high, -low);
    out[i] = difference > -1 ? Math.max(0, term.high) : 0;
  }
}

/** Writes τ − max into `tau`: (Σ of the k largest − 1) / k for the largest k whose k-th score is above it. */
function threshold(candidates: Float64Array, max: number): void {
  candidates.sort().reverse();
  sum.high = -1;
  sum.low = 0;
  for (let k = 1; k <= candidates.length; k++) {
    const x = candidates[k - 1]!;
    const difference = x - max;
    const error = sumError(x, -max, difference);
    addPairs(sum, sum.high, sum.low, difference, error);
    dividePairs(term, sum.high, sum.low, k, 0);
    // The k-th score belongs to the support while it is above the threshold that it helps to set.
    if (difference - term.high + (error - term.low) <= 0) return;
    tau.high = term.high;
    tau.low = term.low;
  }
}

const sum: Pair = { high: 0.5, low: 0.5 };
const term: Pair = { high: 0.5, low: 0.5 };
const tau: Pair = { high: 0.5, low: 0.5 };
