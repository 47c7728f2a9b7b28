import { allocate } from '../create/allocate.ts';
import type { DType } from '../dtype.ts';
import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { broadcastShapes } from '../shape/broadcast-shapes.ts';
import { broadcastTo } from '../shape/broadcast-to.ts';

/**
 * Elements of `a` where `condition` is not zero, else of `b`; all three broadcast. `dtype` defaults to that of `a`.
 *
 * @throws RangeError if the shapes do not broadcast.
 */
export function where(condition: NdArray, a: NdArray, b: NdArray, dtype: DType = a.dtype): NdArray {
  const shape = broadcastShapes(condition.shape, a.shape, b.shape);
  const [test, yes, no] = [condition, a, b].map((x) => broadcastTo(x, shape).data);
  const round = rounder(dtype);
  const data = allocate(dtype, test?.length ?? 0);
  for (let i = 0; i < data.length; i++) data[i] = round((test?.[i] !== 0 ? yes?.[i] : no?.[i]) ?? Number.NaN);
  return { dtype, shape, data };
}
