import { allocate } from '../create/allocate.ts';
import type { DType } from '../dtype.ts';
import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';

/** `f` of every element, computed in float64 and rounded once to `dtype` (default that of `a`). Same shape. */
export function map(a: NdArray, f: (x: number) => number, dtype: DType = a.dtype): NdArray {
  const round = rounder(dtype);
  const data = allocate(dtype, a.data.length);
  for (let i = 0; i < data.length; i++) data[i] = round(f(a.data[i] ?? Number.NaN));
  return { dtype, shape: a.shape, data };
}
