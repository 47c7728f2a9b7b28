import type { NdArray } from '../ndarray.ts';
import { least } from './extreme.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/**
 * The least element along `axis` (default all); NaN if there is one.
 *
 * @throws RangeError as `max`.
 */
export function min(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => group[least(group, 'min')] ?? Number.NaN, options, options.dtype ?? a.dtype, 'min');
}
