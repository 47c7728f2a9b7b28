import { floatOr } from '../dtypes/float-or.ts';
import type { NdArray } from '../ndarray.ts';
import { reduce } from './reduce.ts';
import { spread, type VarianceOptions } from './spread.ts';

/** √variance along `axis` (default all), rounded once. */
export function standardDeviation(a: NdArray, options: VarianceOptions = {}): NdArray {
  const f = (group: Float64Array, run: number): number => Math.sqrt(spread(group, run, options.correction));
  return reduce(a, f, options, options.dtype ?? floatOr(a.dtype), 'standardDeviation');
}
