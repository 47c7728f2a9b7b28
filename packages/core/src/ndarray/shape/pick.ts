import { allocate } from '../create/allocate.ts';
import type { NdArray } from '../ndarray.ts';

/** An array of `shape` whose elements are those of `a` at the given storage offsets. */
export function pick(a: NdArray, shape: readonly number[], at: ArrayLike<number>): NdArray {
  const data = allocate(a.dtype, at.length);
  for (let i = 0; i < at.length; i++) data[i] = a.data[at[i] ?? -1] ?? Number.NaN;
  return { dtype: a.dtype, shape: [...shape], data };
}
