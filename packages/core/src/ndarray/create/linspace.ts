import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { fromData } from './from-data.ts';

/**
 * `count` evenly spaced values from start to stop, both included: start + i · (stop − start) / (count − 1), the last exactly
 * stop (as NumPy).
 */
export function linspace(start: number, stop: number, count = 50, dtype: DType = 'float64'): NdArray {
  const step = count > 1 ? (stop - start) / (count - 1) : Number.NaN;
  const value = (i: number) => (i === 0 ? start : i === count - 1 ? stop : i * step + start);
  return fromData(
    Float64Array.from({ length: count }, (_, i) => value(i)),
    [count],
    dtype,
  );
}
