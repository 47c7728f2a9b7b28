import type { NdArray } from '../ndarray.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/** Whether all elements along `axis` (default all) are not zero, as bool; true for no elements. */
export function all(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => (group.every((x) => x !== 0) ? 1 : 0), options, 'bool', 'all');
}
