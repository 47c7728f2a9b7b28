import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './normalize-axis.ts';
import { split } from './split.ts';

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
