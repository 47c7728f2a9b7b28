import type { NdArray } from '../ndarray.ts';
import { offsets } from './offsets.ts';
import { pick } from './pick.ts';
import { sameShape } from './same-shape.ts';
import { stridesOf } from './strides-of.ts';

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
