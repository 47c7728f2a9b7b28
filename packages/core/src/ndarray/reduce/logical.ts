import type { NdArray } from '../ndarray.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/** Whether an element along `axis` (default all) is not zero, as bool; false for no elements. */
export function any(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => (group.some((x) => x !== 0) ? 1 : 0), options, 'bool', 'any');
}

/** Whether all elements along `axis` (default all) are not zero, as bool; true for no elements. */
export function all(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => (group.every((x) => x !== 0) ? 1 : 0), options, 'bool', 'all');
}

/** How many elements along `axis` (default all) are not zero, as int64. */
export function countNonzero(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => group.reduce((count, x) => (x !== 0 ? count + 1 : count), 0), options, 'int64', 'countNonzero');
}
