import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import type { ElementLossOptions } from './element-loss-options.ts';
import { elementLosses } from './element-losses.ts';
import { reduceLosses } from './reduction.ts';

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
