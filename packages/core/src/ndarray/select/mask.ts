import type { NdArray } from '../ndarray.ts';
import { reshape } from '../shape/reshape.ts';
import { sameShape } from '../shape/same-shape.ts';
import { sizeOf } from '../shape/size-of.ts';
import { nonzeroPlaces } from './nonzero-places.ts';
import { take } from './take.ts';

/**
 * Boolean indexing `a[mask]`: the mask covers the leading axes of `a`, which become one axis of the places where it is not zero.
 *
 * @throws RangeError if the mask has another shape than those axes.
 */
export function mask(a: NdArray, keep: NdArray): NdArray {
  const rank = keep.shape.length;
  if (!sameShape(keep.shape, a.shape.slice(0, rank))) {
    throw new RangeError(`mask: shape [${keep.shape.join(', ')}] does not cover the leading axes of [${a.shape.join(', ')}]`);
  }
  const rest = a.shape.slice(rank);
  return take(reshape(a, [sizeOf(keep.shape), ...rest]), nonzeroPlaces(keep), 0);
}
