import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { broadcastTo } from '../shape/broadcast-to.ts';
import { alongOffsets } from './gather.ts';

/**
 * A copy of `a` with out[i][index[i][j]][…] = values[i][j] for axis 1, and so on (`torch.scatter`); the inverse of `gather`.
 * `values` broadcasts to the shape of `index`; where two indices meet, the later in row-major order stays, or with `add` both
 * are added.
 *
 * @throws RangeError as `gather`.
 */
export function scatter(a: NdArray, index: NdArray, values: NdArray, axis: number, add = false): NdArray {
  const round = rounder(a.dtype);
  const source = broadcastTo(values, index.shape).data;
  const data = a.data.slice();
  alongOffsets(a.shape, index, axis, 'scatter').forEach((place, i) => {
    const value = source[i] ?? Number.NaN;
    data[place] = round(add ? (data[place] ?? 0) + value : value);
  });
  return { dtype: a.dtype, shape: a.shape, data };
}
