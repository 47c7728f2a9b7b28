import type { NdArray } from '../ndarray.ts';
import { slice } from '../select/slice.ts';
import { normalizeAxis } from './axis.ts';

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

/** Parts of `length` along an axis, the last one shorter where it does not divide (`torch.split` with a number). */
export function splitEvery(a: NdArray, length: number, axis = 0): NdArray[] {
  if (!(length > 0)) throw new RangeError(`splitEvery: length ${length} is not positive`);
  const size = a.shape[normalizeAxis(axis, a.shape.length, 'splitEvery')] ?? 0;
  const parts = Math.max(1, Math.ceil(size / length));
  return split(
    a,
    Array.from({ length: parts }, (_, i) => Math.min(length, size - i * length)),
    axis,
  );
}

/** `parts` parts of nearly equal length, the first ones one longer where it does not divide (`numpy.array_split`). */
export function splitInto(a: NdArray, parts: number, axis = 0): NdArray[] {
  if (!(Number.isInteger(parts) && parts > 0)) throw new RangeError(`splitInto: ${parts} is no number of parts`);
  const size = a.shape[normalizeAxis(axis, a.shape.length, 'splitInto')] ?? 0;
  const base = Math.floor(size / parts);
  return split(
    a,
    Array.from({ length: parts }, (_, i) => base + (i < size % parts ? 1 : 0)),
    axis,
  );
}
