import type { NdArray } from '../ndarray.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/** Whether an element along `axis` (default all) is not zero, as bool; false for no elements. */
export function any(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => (group.some((x) => x !== 0) ? 1 : 0), options, 'bool', 'any');
}
