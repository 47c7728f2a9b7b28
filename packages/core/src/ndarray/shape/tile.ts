import { full } from '../create/full.ts';
import type { NdArray } from '../ndarray.ts';
import { take } from '../select/take.ts';
import { normalizeAxis } from './axis.ts';
import { concatenate } from './concatenate.ts';
import { reshape } from './reshape.ts';

/**
 * The whole array repeated `counts[i]` times along axis i (`numpy.tile`, `torch.Tensor.repeat`); missing axes count from the
 * front as 1.
 */
export function tile(a: NdArray, counts: readonly number[]): NdArray {
  const rank = Math.max(a.shape.length, counts.length);
  const shape = [...new Array<number>(rank - a.shape.length).fill(1), ...a.shape];
  return shape.reduce(
    (result, length, axis) => {
      const count = counts[counts.length - rank + axis] ?? 1;
      return take(
        result,
        Array.from({ length: count * length }, (_, i) => i % length),
        axis,
      );
    },
    reshape(a, shape),
  );
}

/** Each element along an axis repeated `count` times in a row (`numpy.repeat`, `torch.repeat_interleave`). */
export function repeat(a: NdArray, count: number, axis: number): NdArray {
  const length = a.shape[normalizeAxis(axis, a.shape.length, 'repeat')] ?? 0;
  return take(
    a,
    Array.from({ length: length * count }, (_, i) => Math.floor(i / count)),
    axis,
  );
}

/** Elements along an axis moved by `shift`, those that leave coming in at the other end (`numpy.roll`). */
export function roll(a: NdArray, shift: number, axis: number): NdArray {
  const length = a.shape[normalizeAxis(axis, a.shape.length, 'roll')] ?? 0;
  return take(
    a,
    Array.from({ length }, (_, i) => (((i - shift) % length) + length) % length),
    axis,
  );
}

/** Elements in reverse order along an axis. */
export function flip(a: NdArray, axis: number): NdArray {
  const length = a.shape[normalizeAxis(axis, a.shape.length, 'flip')] ?? 0;
  return take(
    a,
    Array.from({ length }, (_, i) => length - 1 - i),
    axis,
  );
}

/** `before` and `after` elements of `value` added along an axis. */
export function pad(a: NdArray, before: number, after: number, axis: number, value = 0): NdArray {
  const at = normalizeAxis(axis, a.shape.length, 'pad');
  const block = (length: number): NdArray => {
    const shape = a.shape.map((size, i) => (i === at ? length : size));
    return full(shape, value, a.dtype);
  };
  return concatenate([block(before), a, block(after)], at);
}
