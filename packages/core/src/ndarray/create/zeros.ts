import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { full } from './full.ts';

/** An array of `shape` filled with zeros (default float64). */
export function zeros(shape: readonly number[], dtype: DType = 'float64'): NdArray {
  return full(shape, 0, dtype);
}
