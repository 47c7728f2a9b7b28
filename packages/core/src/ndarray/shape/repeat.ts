import type { NdArray } from '../ndarray.ts';
import { take } from '../select/take.ts';
import { normalizeAxis } from './normalize-axis.ts';

/** Each element along an axis repeated `count` times in a row (`numpy.repeat`, `torch.repeat_interleave`). */
export function repeat(a: NdArray, count: number, axis: number): NdArray {
  const length = a.shape[normalizeAxis(axis, a.shape.length, 'repeat')] ?? 0;
  return take(
    a,
    Array.from({ length: length * count }, (_, i) => Math.floor(i / count)),
    axis,
  );
}
