import type { DType } from '../dtype.ts';

/** Whether a dtype is one of the four floating-point formats. */
export function isFloat(dtype: DType): boolean {
  return dtype === 'float64' || dtype === 'float32' || dtype === 'float16' || dtype === 'bfloat16';
}
