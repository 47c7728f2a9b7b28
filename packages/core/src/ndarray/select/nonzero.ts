import { fromData } from '../create/from-data.ts';
import type { NdArray } from '../ndarray.ts';
import { indices } from '../shape/indices.ts';
import { nonzeroPlaces } from './nonzero-places.ts';

/** The indices of elements that are not zero, row-major, as int64 [count, rank] (`torch.nonzero`, `numpy.argwhere`). */
export function nonzero(a: NdArray): NdArray {
  const found: number[] = [];
  let i = 0;
  for (const index of indices(a.shape)) if (a.data[i++] !== 0) found.push(...index);
  return fromData(found, [nonzeroPlaces(a).length, a.shape.length], 'int64');
}
