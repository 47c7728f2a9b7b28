import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sigmoid } from '../scalar/sigmoid.ts';
import { softplus } from '../scalar/softplus.ts';
import { elementLosses } from './element-losses.ts';
import { type Reduction, reduceLosses } from './reduction.ts';

/** α weighs positives and 1 − α negatives (default 0.25; negative for no weights); γ default 2. */
export interface SigmoidFocalLossOptions {
  readonly alpha?: number | undefined;
  readonly gamma?: number | undefined;
  readonly reduction?: Reduction | undefined;
}

/**
 * α_t (1 − p_t)^γ · binary cross-entropy per element, where p_t is sigmoid(z) for y = 1 and sigmoid(−z) for y = 0.
 * Source: Lin et al. 2017; defaults of `torchvision.ops.sigmoid_focal_loss`, whose default reduction is 'none'; here it is
 * 'mean'.
 *
 * @throws RangeError if the shapes do not broadcast.
 */
export function sigmoidFocalLoss(logits: ArrayInput, target: ArrayInput, options: SigmoidFocalLossOptions = {}): NdArray {
  const z = asArray(logits);
  const { alpha = 0.25, gamma = 2 } = options;
  const loss = (x: number, y: number): number => {
    const wrong = sigmoid(-x) * y + sigmoid(x) * (1 - y);
    const balance = alpha < 0 ? 1 : alpha * y + (1 - alpha) * (1 - y);
    return balance * wrong ** gamma * (y * softplus(-x) + (1 - y) * softplus(x));
  };
  return reduceLosses(elementLosses(z, asArray(target), [], loss), options.reduction ?? 'mean', floatOr(z.dtype));
}
