import { type ArrayInput, asArray } from '../../ndarray/create/as-array.ts';
import { floatOr } from '../../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { type ReduceOptions, reduce } from '../../ndarray/reduce/reduce.ts';
import { logSumExpOf } from '../../vector/log-sum-exp-of.ts';

/**
 * log Σ e^x along `axis` (default all); −Infinity for no elements. Floats keep their dtype, others give float64.
 *
 * @throws RangeError if an axis does not exist.
 */
export function logSumExpAlong(z: ArrayInput, options: ReduceOptions = {}): NdArray {
  const a = asArray(z);
  const f = (group: Float64Array): number => logSumExpOf(group, 0, 1, group.length);
  return reduce(a, f, options, options.dtype ?? floatOr(a.dtype), 'logSumExpAlong');
}
