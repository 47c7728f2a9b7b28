import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { mapAlong } from './along.ts';
import { accumulatorOf } from './sum.ts';

/**
 * Running sums along an axis. Each is rounded once from the float64 running sum. Floats keep their dtype, bool and integers
 * give int64.
 *
 * @throws RangeError if the axis does not exist.
 */
export function cumsum(a: NdArray, axis: number, dtype: DType = accumulatorOf(a.dtype)): NdArray {
  return mapAlong(a, axis, (vector) => running(vector, (total, x) => total + x), dtype, 'cumsum');
}

/** Running products along an axis, as `cumsum`. */
export function cumprod(a: NdArray, axis: number, dtype: DType = accumulatorOf(a.dtype)): NdArray {
  return mapAlong(a, axis, (vector) => running(vector, (total, x) => total * x), dtype, 'cumprod');
}

function running(vector: Float64Array, f: (total: number, x: number) => number): Float64Array {
  const out = vector.slice();
  for (let i = 1; i < out.length; i++) out[i] = f(out[i - 1] ?? Number.NaN, out[i] ?? Number.NaN);
  return out;
}
