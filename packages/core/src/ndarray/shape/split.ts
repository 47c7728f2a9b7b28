import type { NdArray } from '../ndarray.ts';
import { slice } from '../select/slice.ts';
import { normalizeAxis } from './normalize-axis.ts';

/**
 * Consecutive parts of the given lengths along an axis (`torch.split` with a list, `tf.split`).
 *
 * @throws RangeError if the lengths do not add up to the axis.
 */
export function split(a: NdArray, lengths: readonly number[], axis = 0): NdArray[] {
  const at = normalizeAxis(axis, a.shape.length, 'split');
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total !== a.shape[at] || lengths.some((length) => length < 0)) {
    throw new RangeError(`split: lengths [${lengths.join(', ')}] do not fill axis ${axis} of shape [${a.shape.join(', ')}]`);
  }
  let start = 0;
  return lengths.map((length) => {
    const part = slice(
      a,
      a.shape.map((_, i) => (i === at ? { start, stop: start + length } : undefined)),
    );
    start += length;
    return part;
  });
}
