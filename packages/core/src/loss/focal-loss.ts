import { logSoftmaxAlong } from '../activation/along-axis/log-softmax.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { moveAxis } from '../ndarray/shape/move-axis.ts';
import { classTargets } from './class-target.ts';
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
