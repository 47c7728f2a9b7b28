import type { NdArray } from '../ndarray.ts';
import { largest } from './extreme.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/**
 * The largest element along `axis` (default all); NaN if there is one.
 *
 * @throws RangeError if an axis does not exist or there are no elements to compare.
 */
export function max(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => group[largest(group, 'max')] ?? Number.NaN, options, options.dtype ?? a.dtype, 'max');
}
