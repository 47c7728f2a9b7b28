import { type ArrayInput, asArray } from '../../ndarray/create/as-array.ts';
import type { DType } from '../../ndarray/dtype.ts';
import { floatOr } from '../../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { mapAlong } from '../../ndarray/reduce/along.ts';
import { hardmax } from '../../vector/hardmax.ts';

/**
 * 1 at the first largest element along `axis`, 0 elsewhere. Same shape; floats keep their dtype, others give float64.
 *
 * @throws RangeError if the axis does not exist or has no elements.
 */
export function hardmaxAlong(z: ArrayInput, axis: number, dtype?: DType): NdArray {
  const a = asArray(z);
  return mapAlong(a, axis, hardmax, dtype ?? floatOr(a.dtype), 'hardmaxAlong');
}
