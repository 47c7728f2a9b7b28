import { floatOr } from '../dtypes/float-or.ts';
import type { NdArray } from '../ndarray.ts';
import { pairwiseSum } from './pairwise-sum.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/** Σ x / n along `axis` (default all), NaN for no elements. Floats keep their dtype, others give float64. */
export function mean(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group, run) => pairwiseSum(group, run) / group.length, options, options.dtype ?? floatOr(a.dtype), 'mean');
}
