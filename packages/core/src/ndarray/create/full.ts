import type { DType } from '../dtype.ts';
import { roundTo } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { sizeOf } from '../shape/size-of.ts';
import { allocate } from './allocate.ts';

/** An array of `shape` with every element `value`, rounded to `dtype` (default float64). */
export function full(shape: readonly number[], value: number, dtype: DType = 'float64'): NdArray {
  return { dtype, shape: [...shape], data: allocate(dtype, sizeOf(shape)).fill(roundTo(value, dtype)) };
}
