import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { accumulatorOf } from './accumulator-of.ts';
import { mapAlong } from './along.ts';
import { running } from './running.ts';

/** Running products along an axis, as `cumsum`. */
export function cumprod(a: NdArray, axis: number, dtype: DType = accumulatorOf(a.dtype)): NdArray {
  return mapAlong(a, axis, (vector) => running(vector, (total, x) => total * x), dtype, 'cumprod');
}
