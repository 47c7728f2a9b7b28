import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './axis.ts';
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

/** All axes reversed: `a.T` of NumPy. */
export function transpose(a: NdArray): NdArray {
  return permute(
    a,
    a.shape.map((_, i) => a.shape.length - 1 - i),
  );
}

/** Two axes exchanged: `torch.transpose`, `numpy.swapaxes`. */
export function swapAxes(a: NdArray, first: number, second: number): NdArray {
  const from = normalizeAxis(first, a.shape.length, 'swapAxes');
  const to = normalizeAxis(second, a.shape.length, 'swapAxes');
  return permute(
    a,
    a.shape.map((_, i) => (i === from ? to : i === to ? from : i)),
  );
}

/** One axis moved to another position, the others keeping their order. */
export function moveAxis(a: NdArray, source: number, destination: number): NdArray {
  const from = normalizeAxis(source, a.shape.length, 'moveAxis');
  const to = normalizeAxis(destination, a.shape.length, 'moveAxis');
  const order = a.shape.map((_, i) => i).filter((axis) => axis !== from);
  order.splice(to, 0, from);
  return permute(a, order);
}
