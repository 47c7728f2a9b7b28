import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './normalize-axis.ts';
import { offsets } from './offsets.ts';
import { pick } from './pick.ts';
import { stridesOf } from './strides-of.ts';

/**
 * Axes reordered: axis i of the result is axis `order[i]` of `a`.
 *
 * @throws RangeError unless `order` names every axis once.
 */
export function permute(a: NdArray, order: readonly number[]): NdArray {
  const rank = a.shape.length;
  const axes = order.map((axis) => normalizeAxis(axis, rank, 'permute'));
  if (axes.length !== rank || new Set(axes).size !== rank) {
    throw new RangeError(`permute: [${order.join(', ')}] is no order of ${rank} axes`);
  }
  if (axes.every((axis, i) => axis === i)) return a;
  const strides = stridesOf(a.shape);
  const shape = axes.map((axis) => a.shape[axis] ?? 1);
  return pick(
    a,
    shape,
    offsets(
      shape,
      axes.map((axis) => strides[axis] ?? 0),
    ),
  );
}
