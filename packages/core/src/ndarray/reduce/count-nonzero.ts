import type { NdArray } from '../ndarray.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/** How many elements along `axis` (default all) are not zero, as int64. */
export function countNonzero(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => group.reduce((count, x) => (x !== 0 ? count + 1 : count), 0), options, 'int64', 'countNonzero');
}
