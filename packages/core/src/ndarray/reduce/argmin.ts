import type { NdArray } from '../ndarray.ts';
import { least } from './extreme.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/**
 * Where the least element along `axis` (default: of the flattened array) stands, as int64: the first of equals, the first NaN
 * if there is one.
 *
 * @throws RangeError as `max`.
 */
export function argmin(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => least(group, 'argmin'), options, options.dtype ?? 'int64', 'argmin');
}
