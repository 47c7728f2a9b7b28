import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { reduce } from '../ndarray/reduce/reduce.ts';
import { gap, type MarginOptions } from './gap.ts';

/**
 * e^margin along an axis of logits: how many times as probable the first class is as the second.
 *
 * @throws RangeError as `margin`.
 */
export function topOdds(logits: ArrayInput, options: MarginOptions = {}): NdArray {
  const x = asArray(logits);
  return reduce(x, (group) => Math.exp(gap(group, 'topOdds')), { ...options, axis: options.axis ?? -1 }, x.dtype, 'topOdds');
}
