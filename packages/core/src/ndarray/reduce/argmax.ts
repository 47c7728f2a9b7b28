import type { NdArray } from '../ndarray.ts';
import { largest } from './extreme.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/**
 * Where the largest element along `axis` (default: of the flattened array) stands, as int64: the first of equals, the first
 * NaN if there is one.
 *
 * @throws RangeError as `max`.
 */
export function argmax(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => largest(group, 'argmax'), options, options.dtype ?? 'int64', 'argmax');
}
