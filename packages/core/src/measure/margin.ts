import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { reduce } from '../ndarray/reduce/reduce.ts';
import { gap, type MarginOptions } from './gap.ts';

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
