import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { full } from './full.ts';

/** A 0-d array (default float64). */
export function scalar(value: number, dtype: DType = 'float64'): NdArray {
  return full([], value, dtype);
}
