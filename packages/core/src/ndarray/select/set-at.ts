import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { broadcastTo } from '../shape/broadcast-to.ts';
import { type IndexItem, indexOffsets } from './index-basic.ts';

/**
 * A copy of `a` after `a[items] = value`; the value broadcasts to the selected shape and is rounded to the dtype of `a`.
 *
 * @throws RangeError as `index`, or if the value does not broadcast.
 */
export function setAt(a: NdArray, items: readonly IndexItem[], value: NdArray): NdArray {
  const { shape, at } = indexOffsets(a.shape, items);
  const round = rounder(a.dtype);
  const source = broadcastTo(value, shape).data;
  const data = a.data.slice();
  at.forEach((place, i) => {
    data[place] = round(source[i] ?? Number.NaN);
  });
  return { dtype: a.dtype, shape: a.shape, data };
}
