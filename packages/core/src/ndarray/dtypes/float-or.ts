import type { DType } from '../dtype.ts';
import { isFloat } from './is-float.ts';

/** The dtype itself if it is a float, else `fallback`: what a mean or an exponential of it has. */
export function floatOr(dtype: DType, fallback: DType = 'float64'): DType {
  return isFloat(dtype) ? dtype : fallback;
}
