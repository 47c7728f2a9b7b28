import type { NdArray } from '../ndarray.ts';
import { accumulatorOf } from './accumulator-of.ts';
import { pairwiseSum } from './pairwise-sum.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/**
 * Σ of the elements along `axis` (default all), 0 for none. Floats keep their dtype, bool and integers give int64. Added in
 * float64 in NumPy's order and rounded once.
 *
 * @throws RangeError if an axis does not exist or an integer sum exceeds 2^53 − 1.
 */
export function sum(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, pairwiseSum, options, options.dtype ?? accumulatorOf(a.dtype), 'sum');
}
