import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sortedIndices } from '../ndarray/order/argsort.ts';
import { reduce } from '../ndarray/reduce/reduce.ts';

/** The axis of the classes (default last), and whether it stays with size 1. */
export interface MarginOptions {
  readonly axis?: number | undefined;
  readonly keepdims?: boolean | undefined;
}

/**
 * The largest minus the second largest element along an axis, 0 for a tie. Of logits, e^margin is the odds between the two
 * classes.
 *
 * @throws RangeError if the axis does not exist or has fewer than two elements.
 */
export function margin(a: ArrayInput, options: MarginOptions = {}): NdArray {
  const x = asArray(a);
  return reduce(x, (group) => gap(group, 'margin'), { ...options, axis: options.axis ?? -1 }, x.dtype, 'margin');
}

/**
 * e^margin along an axis of logits: how many times as probable the first class is as the second.
 *
 * @throws RangeError as `margin`.
 */
export function topOdds(logits: ArrayInput, options: MarginOptions = {}): NdArray {
  const x = asArray(logits);
  return reduce(x, (group) => Math.exp(gap(group, 'topOdds')), { ...options, axis: options.axis ?? -1 }, x.dtype, 'topOdds');
}

function gap(group: Float64Array, name: string): number {
  if (group.length < 2) throw new RangeError(`${name}: ${group.length} elements are not two`);
  const [first = 0, second = 0] = sortedIndices(group, true);
  const [x, y] = [group[first] ?? Number.NaN, group[second] ?? Number.NaN];
  return x === y ? 0 : x - y;
}
