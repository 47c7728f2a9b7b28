import type { NdArray } from '../ndarray.ts';
import { take } from '../select/take.ts';
import { normalizeAxis } from './normalize-axis.ts';

/** Elements in reverse order along an axis. */
export function flip(a: NdArray, axis: number): NdArray {
  const length = a.shape[normalizeAxis(axis, a.shape.length, 'flip')] ?? 0;
  return take(
    a,
    Array.from({ length }, (_, i) => length - 1 - i),
    axis,
  );
}
