import type { DType } from '../dtype.ts';

/** What sort of number a dtype holds. */
export type DTypeKind = 'bool' | 'integer' | 'float';

export function kindOf(dtype: DType): DTypeKind {
  if (dtype === 'bool') return 'bool';
  return isFloat(dtype) ? 'float' : 'integer';
}

export function isFloat(dtype: DType): boolean {
  return dtype === 'float64' || dtype === 'float32' || dtype === 'float16' || dtype === 'bfloat16';
}

/** The dtype itself if it is a float, else `fallback`: what a mean or an exponential of it has. */
export function floatOr(dtype: DType, fallback: DType = 'float64'): DType {
  return isFloat(dtype) ? dtype : fallback;
}
