import { floatOr } from '../dtypes/float-or.ts';
import type { NdArray } from '../ndarray.ts';
import { reduce } from './reduce.ts';
import { spread, type VarianceOptions } from './spread.ts';

/**
 * Σ (x − mean)² / max(n − correction, 0) along `axis` (default all), in two passes. Floats keep their dtype, others give
 * float64.
 */
export function variance(a: NdArray, options: VarianceOptions = {}): NdArray {
  const f = (group: Float64Array, run: number): number => spread(group, run, options.correction);
  return reduce(a, f, options, options.dtype ?? floatOr(a.dtype), 'variance');
}
