import { allocate } from '../create/allocate.ts';
import type { DType } from '../dtype.ts';
import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { broadcastShapes } from '../shape/broadcast-shapes.ts';
import { broadcastOffsets } from '../shape/broadcast-to.ts';
import { sameShape } from '../shape/same-shape.ts';

/**
 * `f` of every pair of elements after broadcasting, computed in float64 and rounded once to `dtype` (default that of `a`).
 *
 * @throws RangeError if the shapes do not broadcast.
 */
export function zipWith(a: NdArray, b: NdArray, f: (x: number, y: number) => number, dtype: DType = a.dtype): NdArray {
  const round = rounder(dtype);
  const same = sameShape(a.shape, b.shape);
  const shape = same ? a.shape : broadcastShapes(a.shape, b.shape);
  const atA = same ? undefined : broadcastOffsets(a.shape, shape);
  const atB = same ? undefined : broadcastOffsets(b.shape, shape);
  const data = allocate(dtype, atA ? atA.length : a.data.length);
  for (let i = 0; i < data.length; i++) {
    const x = a.data[atA ? (atA[i] ?? 0) : i] ?? Number.NaN;
    const y = b.data[atB ? (atB[i] ?? 0) : i] ?? Number.NaN;
    data[i] = round(f(x, y));
  }
  return { dtype, shape, data };
}
