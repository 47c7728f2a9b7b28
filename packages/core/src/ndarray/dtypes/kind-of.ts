import type { DType } from '../dtype.ts';
import { isFloat } from './is-float.ts';

/** What sort of number a dtype holds. */
export type DTypeKind = 'bool' | 'integer' | 'float';

/** Whether a dtype holds booleans, integers or floats. */
export function kindOf(dtype: DType): DTypeKind {
  if (dtype === 'bool') return 'bool';
  return isFloat(dtype) ? 'float' : 'integer';
}
