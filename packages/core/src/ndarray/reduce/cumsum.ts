import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { accumulatorOf } from './accumulator-of.ts';
import { mapAlong } from './along.ts';
import { running } from './running.ts';

/**
 * Running sums along an axis. Each is rounded once from the float64 running sum. Floats keep their dtype, bool and integers
 * give int64.
 *
 * @throws RangeError if the axis does not exist.
 */
export function cumsum(a: NdArray, axis: number, dtype: DType = accumulatorOf(a.dtype)): NdArray {
  return mapAlong(a, axis, (vector) => running(vector, (total, x) => total + x), dtype, 'cumsum');
}
