import { logSoftmaxAlong } from '../activation/along-axis/softmax.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/kind.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { moveAxis } from '../ndarray/shape/permute.ts';
import { sigmoid } from '../scalar/sigmoid.ts';
import { softplus } from '../scalar/softplus.ts';
import { classTargets } from './class-target.ts';
import { elementLosses } from './element-losses.ts';
import { type Reduction, reduceLosses } from './reduction.ts';

/** γ ≥ 0 turns down well-classified items (default 2; 0 is cross-entropy). */
export interface FocalLossOptions {
  readonly gamma?: number | undefined;
  readonly reduction?: Reduction | undefined;
  /** The axis of the classes, default the last. */
  readonly axis?: number | undefined;
  /** One factor α per class. */
  readonly weight?: ArrayInput | undefined;
}

/**
 * −α_c (1 − p_c)^γ log p_c per item, for the class c of the target and p = softmax(z). The mean divides by the number of items.
 * Floats keep their dtype; computed in float64. Source: Lin et al. 2017, https://arxiv.org/abs/1708.02002.
 *
 * @throws RangeError if shapes do not match, or an index is no class.
 */
export function focalLoss(logits: ArrayInput, target: ArrayInput, options: FocalLossOptions = {}): NdArray {
  const z = asArray(logits);
  const axis = options.axis ?? -1;
  const { coefficients, classes, items } = classTargets(z.shape, asArray(target), { axis, weight: options.weight }, 'focalLoss');
  const logs = moveAxis(logSoftmaxAlong(cast(z, 'float64'), axis, { infinity: 'nan' }), axis, -1).data;
  const values = new Float64Array(coefficients.length / classes);
  coefficients.forEach((alpha, i) => {
    const log = logs[i] ?? Number.NaN;
    // 1 − p = −expm1(log p) keeps its digits where p is nearly 1.
    if (alpha !== 0) values[Math.floor(i / classes)] = -alpha * (-Math.expm1(log)) ** (options.gamma ?? 2) * log;
  });
  return reduceLosses({ values, shape: items, divisor: values.length }, options.reduction ?? 'mean', floatOr(z.dtype));
}

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
