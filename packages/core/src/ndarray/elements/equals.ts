import type { NdArray } from '../ndarray.ts';
import { sameShape } from '../shape/same-shape.ts';

/** Whether dtype, shape and all elements are the same; NaN equals NaN, and 0 equals −0. */
export function equals(a: NdArray, b: NdArray): boolean {
  if (a.dtype !== b.dtype || !sameShape(a.shape, b.shape)) return false;
  return a.data.every((x, i) => x === b.data[i] || (Number.isNaN(x) && Number.isNaN(b.data[i])));
}
