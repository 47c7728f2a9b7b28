import type { NdArray } from '../ndarray.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/**
 * The largest element along `axis` (default all); NaN if there is one.
 *
 * @throws RangeError if an axis does not exist or there are no elements to compare.
 */
export function max(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => group[largest(group, 'max')] ?? Number.NaN, options, options.dtype ?? a.dtype, 'max');
}

/**
 * The least element along `axis` (default all); NaN if there is one.
 *
 * @throws RangeError as `max`.
 */
export function min(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => group[least(group, 'min')] ?? Number.NaN, options, options.dtype ?? a.dtype, 'min');
}

/**
 * Where the largest element along `axis` (default: of the flattened array) stands, as int64: the first of equals, the first
 * NaN if there is one.
 *
 * @throws RangeError as `max`.
 */
export function argmax(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => largest(group, 'argmax'), options, options.dtype ?? 'int64', 'argmax');
}

/**
 * Where the least element along `axis` (default: of the flattened array) stands, as int64: the first of equals, the first NaN
 * if there is one.
 *
 * @throws RangeError as `max`.
 */
export function argmin(a: NdArray, options: ReduceOptions = {}): NdArray {
  return reduce(a, (group) => least(group, 'argmin'), options, options.dtype ?? 'int64', 'argmin');
}

function largest(values: Float64Array, name: string): number {
  return best(values, name, (x, y) => x > y);
}

function least(values: Float64Array, name: string): number {
  return best(values, name, (x, y) => x < y);
}

function best(values: Float64Array, name: string, better: (x: number, y: number) => boolean): number {
  if (values.length === 0) throw new RangeError(`${name}: no elements`);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? Number.NaN;
    if (Number.isNaN(x)) return i;
    if (better(x, values[at] ?? Number.NaN)) at = i;
  }
  return at;
}
