import { fromData } from '../create/from-data.ts';
import type { NdArray } from '../ndarray.ts';
import { sameShape } from '../shape/broadcast.ts';
import { indices } from '../shape/indices.ts';
import { pick } from '../shape/pick.ts';
import { reshape } from '../shape/reshape.ts';
import { sizeOf } from '../shape/size-of.ts';
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
  return take(reshape(a, [sizeOf(keep.shape), ...rest]), positions(keep), 0);
}

/** The indices of elements that are not zero, row-major, as int64 [count, rank] (`torch.nonzero`, `numpy.argwhere`). */
export function nonzero(a: NdArray): NdArray {
  const found: number[] = [];
  let i = 0;
  for (const index of indices(a.shape)) if (a.data[i++] !== 0) found.push(...index);
  return fromData(found, [positions(a).length, a.shape.length], 'int64');
}

/** Distinct elements in ascending order, one dimension (`numpy.unique`); NaN counts once. */
export function unique(a: NdArray): NdArray {
  const seen = new Map<number, number>();
  a.data.forEach((x, i) => {
    if (!seen.has(x)) seen.set(x, i);
  });
  const places = [...seen].sort(([x], [y]) => (Number.isNaN(x) ? 1 : Number.isNaN(y) ? -1 : x - y)).map(([, i]) => i);
  return pick(a, [places.length], places);
}

function positions(a: NdArray): number[] {
  const found: number[] = [];
  a.data.forEach((x, i) => {
    if (x !== 0) found.push(i);
  });
  return found;
}
