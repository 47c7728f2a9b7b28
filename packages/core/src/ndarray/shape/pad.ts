import { full } from '../create/full.ts';
import type { NdArray } from '../ndarray.ts';
import { concatenate } from './concatenate.ts';
import { normalizeAxis } from './normalize-axis.ts';

/** `before` and `after` elements of `value` added along an axis. */
export function pad(a: NdArray, before: number, after: number, axis: number, value = 0): NdArray {
  const at = normalizeAxis(axis, a.shape.length, 'pad');
  const block = (length: number): NdArray => {
    const shape = a.shape.map((size, i) => (i === at ? length : size));
    return full(shape, value, a.dtype);
  };
  return concatenate([block(before), a, block(after)], at);
}
