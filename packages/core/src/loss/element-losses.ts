import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { broadcastShapes } from '../ndarray/shape/broadcast-shapes.ts';
import { broadcastTo } from '../ndarray/shape/broadcast-to.ts';
import type { ItemLosses } from './reduction.ts';

/** The loss of one element from prediction, target, its weight, and a second weight (1 where not given). */
export type ElementLoss = (prediction: number, target: number, weight: number, second: number) => number;

/**
 * A loss of every element of prediction and target, with up to two weights; all broadcast. The mean divides by the number of
 * elements.
 */
export function elementLosses(
  prediction: NdArray,
  target: NdArray,
  weights: readonly (ArrayInput | undefined)[],
  loss: ElementLoss,
): ItemLosses {
  const extra = weights.map((weight) => asArray(weight ?? 1));
  const shape = broadcastShapes(prediction.shape, target.shape, ...extra.map((weight) => weight.shape));
  const [x, y, first, second] = [prediction, target, ...extra].map((a) => broadcastTo(a, shape).data);
  const at = (data: ArrayLike<number> | undefined, i: number): number => data?.[i] ?? 1;
  const values = Float64Array.from({ length: x?.length ?? 0 }, (_, i) => loss(at(x, i), at(y, i), at(first, i), at(second, i)));
  return { values, shape, divisor: values.length };
}
