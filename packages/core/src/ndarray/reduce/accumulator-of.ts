import type { DType } from '../dtype.ts';
import { isFloat } from '../dtypes/is-float.ts';

/** The dtype in which NumPy and PyTorch add and multiply: floats keep theirs, bool and integers become int64. */
export function accumulatorOf(dtype: DType): DType {
  return isFloat(dtype) ? dtype : 'int64';
}
