import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './normalize-axis.ts';
import { split } from './split.ts';

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
