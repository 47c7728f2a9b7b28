import type { DType } from '../dtype.ts';
import { zipWith } from '../elements/zip-with.ts';
import type { NdArray } from '../ndarray.ts';
import { reshape } from '../shape/reshape.ts';

/** out[i][j] = a[i] · b[j] of the flattened arrays. */
export function outer(a: NdArray, b: NdArray, dtype: DType = a.dtype): NdArray {
  return zipWith(reshape(a, [a.data.length, 1]), reshape(b, [1, b.data.length]), (x, y) => x * y, dtype);
}
