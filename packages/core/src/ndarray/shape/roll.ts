import type { NdArray } from '../ndarray.ts';
import { take } from '../select/take.ts';
import { normalizeAxis } from './normalize-axis.ts';

/** Elements along an axis moved by `shift`, those that leave coming in at the other end (`numpy.roll`). */
export function roll(a: NdArray, shift: number, axis: number): NdArray {
  const length = a.shape[normalizeAxis(axis, a.shape.length, 'roll')] ?? 0;
  return take(
    a,
    Array.from({ length }, (_, i) => (((i - shift) % length) + length) % length),
    axis,
  );
}
