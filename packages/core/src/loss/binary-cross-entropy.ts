import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/kind.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { softplus } from '../scalar/softplus.ts';
import { elementLosses } from './element-losses.ts';
import { type Reduction, reduceLosses } from './reduction.ts';

/** `weight` multiplies the loss of each element (broadcast). Reduction default 'mean'. */
export interface ElementLossOptions {
  readonly weight?: ArrayInput | undefined;
  readonly reduction?: Reduction | undefined;
}

/** `minLog`: logarithms are not below this: −100 in PyTorch, default −∞. */
export interface BinaryCrossEntropyOptions extends ElementLossOptions {
  readonly minLog?: number | undefined;
}

/**
 * −w (y log p + (1 − y) log(1 − p)) per element, from probabilities; a factor of 0 leaves its logarithm out. Shapes
 * broadcast; floats keep their dtype; computed in float64. Source: `torch.nn.BCELoss` (with `minLog: -100`).
 *
 * @throws RangeError if the shapes do not broadcast.
 */
export function binaryCrossEntropy(
  probabilities: ArrayInput,
  target: ArrayInput,
  options: BinaryCrossEntropyOptions = {},
): NdArray {
  const p = asArray(probabilities);
  const floor = options.minLog ?? -Infinity;
  const term = (factor: number, log: number): number => (factor === 0 ? 0 : factor * Math.max(log, floor));
  const loss = (x: number, y: number, w: number): number => -w * (term(y, Math.log(x)) + term(1 - y, Math.log1p(-x)));
  return reduceLosses(elementLosses(p, asArray(target), [options.weight], loss), options.reduction ?? 'mean', floatOr(p.dtype));
}

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
