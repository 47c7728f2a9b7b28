import type { BinaryCrossEntropyWithLogitsOptions } from '../loss/binary-cross-entropy-with-logits.ts';
import { elementLosses } from '../loss/element-losses.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { fromData } from '../ndarray/create/from-data.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sigmoid } from '../scalar/sigmoid.ts';

/**
 * ∂ binaryCrossEntropyWithLogits / ∂ logits, with the same arguments: sigmoid(z) − y per element; with weights w ((1 − y)
 * σ(z) − v y σ(−z)). 'mean' divides by the number of elements.
 *
 * @throws RangeError if the shapes do not broadcast.
 */
export function binaryCrossEntropyGradient(
  logits: ArrayInput,
  target: ArrayInput,
  options: BinaryCrossEntropyWithLogitsOptions = {},
): NdArray {
  const z = asArray(logits);
  const slope = (x: number, y: number, w: number, v: number): number => w * ((1 - y) * sigmoid(x) - v * y * sigmoid(-x));
  const { values, shape, divisor } = elementLosses(z, asArray(target), [options.weight, options.posWeight], slope);
  const scale = (options.reduction ?? 'mean') === 'mean' ? divisor : 1;
  return fromData(
    values.map((x) => x / scale),
    shape,
    floatOr(z.dtype),
  );
}
