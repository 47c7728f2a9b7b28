import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { softplus } from '../scalar/softplus.ts';
import type { ElementLossOptions } from './element-loss-options.ts';
import { elementLosses } from './element-losses.ts';
import { reduceLosses } from './reduction.ts';

/** `posWeight` multiplies the loss of positives, by the last axes (broadcast). */
export interface BinaryCrossEntropyWithLogitsOptions extends ElementLossOptions {
  readonly posWeight?: ArrayInput | undefined;
}

/**
 * w (v y softplus(−z) + (1 − y) softplus(z)) per element, from logits: binary cross-entropy of sigmoid(z), v being
 * `posWeight`. It never overflows, since −log sigmoid(z) = softplus(−z). Shapes broadcast; floats keep their dtype; computed
 * in float64. An infinite logit gives NaN, as in every framework.
 * Source: `torch.nn.BCEWithLogitsLoss`.
 *
 * @throws RangeError if the shapes do not broadcast.
 */
export function binaryCrossEntropyWithLogits(
  logits: ArrayInput,
  target: ArrayInput,
  options: BinaryCrossEntropyWithLogitsOptions = {},
): NdArray {
  const z = asArray(logits);
  const loss = (x: number, y: number, w: number, v: number): number => w * (v * y * softplus(-x) + (1 - y) * softplus(x));
  const losses = elementLosses(z, asArray(target), [options.weight, options.posWeight], loss);
  return reduceLosses(losses, options.reduction ?? 'mean', floatOr(z.dtype));
}
