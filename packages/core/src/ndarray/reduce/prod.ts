import type { NdArray } from '../ndarray.ts';
import { accumulatorOf } from './accumulator-of.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/**
 * Π of the elements along `axis` (default all), 1 for none. Floats keep their dtype, bool and integers give int64.
 *
 * @throws RangeError if an axis does not exist or an integer product exceeds 2^53 − 1.
 */
export function prod(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(
    a,
    (group) => group.reduce((product, x) => product * x, 1),
    options,
    options.dtype ?? accumulatorOf(a.dtype),
    'prod',
  );
}
