import type { NdArray } from '../ndarray.ts';
import { offsets } from './offsets.ts';
import { pick } from './pick.ts';
import { stridesOf } from './strides-of.ts';

/**
 * The common shape under NumPy's rule: align at the last axis; sizes are equal or one of them is 1.
 *
 * @throws RangeError naming the shapes that do not meet.
 */
export function broadcastShapes(...shapes: readonly (readonly number[])[]): number[] {
  return shapes.reduce<number[]>((a, b) => broadcastPair(a, b), []);
}

/**
 * The array repeated along missing axes and axes of size 1 until it has `shape`.
 *
 * @throws RangeError if its shape does not broadcast to `shape`.
 */
export function broadcastTo(a: NdArray, shape: readonly number[]): NdArray {
  if (sameShape(a.shape, shape)) return a;
  return pick(a, shape, broadcastOffsets(a.shape, shape));
}

/** Storage offsets of an array of shape `from` seen as `to`. */
export function broadcastOffsets(from: readonly number[], to: readonly number[]): Float64Array {
  const lead = to.length - from.length;
  const fits = lead >= 0 && from.every((length, i) => length === 1 || length === to[lead + i]);
  if (!fits) throw new RangeError(`shape [${from.join(', ')}] does not broadcast to [${to.join(', ')}]`);
  const strides = stridesOf(from);
  return offsets(
    to,
    to.map((_, i) => (i < lead || from[i - lead] === 1 ? 0 : (strides[i - lead] ?? 0))),
  );
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, i) => length === b[i]);
}

function broadcastPair(a: readonly number[], b: readonly number[]): number[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const x = a[a.length - rank + i] ?? 1;
    const y = b[b.length - rank + i] ?? 1;
    if (x !== y && x !== 1 && y !== 1) throw new RangeError(`shapes [${a.join(', ')}] and [${b.join(', ')}] do not broadcast`);
    return x === 1 ? y : x;
  });
}
