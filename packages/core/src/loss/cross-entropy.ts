import { logSoftmaxAlong } from '../activation/along-axis/softmax.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/kind.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sameShape } from '../ndarray/shape/broadcast.ts';
import { moveAxis } from '../ndarray/shape/permute.ts';
import { type ClassTargetOptions, classTargets } from './class-target.ts';
import { type Reduction, reduceLosses } from './reduction.ts';

/** Class axis, weights, smoothing and ignored index; reduction default 'mean'. */
export interface CrossEntropyOptions extends ClassTargetOptions {
  readonly reduction?: Reduction | undefined;
}

/**
 * −Σ_c w_c y_c log softmax(z)_c per item, from logits. The target is class indices (shape of the logits without the class
 * axis) or probabilities (same shape). The mean of class indices is Σ loss / Σ w of the targets' classes, that of
 * probabilities divides by the number of items. A logit of +∞, or a target probability of 0 at a logit of −∞, gives NaN, as
 * in every framework. Floats keep their dtype; computed in float64.
 *
 * Source: `torch.nn.CrossEntropyLoss`.
 *
 * @throws RangeError if shapes do not match, or an index is no class.
 */
export function crossEntropy(logits: ArrayInput, target: ArrayInput, options: CrossEntropyOptions = {}): NdArray {
  const z = asArray(logits);
  const logs = logSoftmaxAlong(cast(z, 'float64'), options.axis ?? -1, { infinity: 'nan' });
  return fromLogProbabilities(logs, asArray(target), options, floatOr(z.dtype), 'crossEntropy');
}

/** `crossEntropy` from log-probabilities instead of logits (`torch.nn.NLLLoss`, and with probabilities as targets). */
export function negativeLogLikelihood(
  logProbabilities: ArrayInput,
  target: ArrayInput,
  options: CrossEntropyOptions = {},
): NdArray {
  const logs = asArray(logProbabilities);
  return fromLogProbabilities(logs, asArray(target), options, floatOr(logs.dtype), 'negativeLogLikelihood');
}

function fromLogProbabilities(
  logs: NdArray,
  target: NdArray,
  options: CrossEntropyOptions,
  dtype: NdArray['dtype'],
  name: string,
): NdArray {
  const { coefficients, classes, items, divisor, axis } = classTargets(logs.shape, target, options, name);
  const rows = moveAxis(logs, axis, -1).data;
  // An index leaves the other classes alone; a probability of 0 takes part, so that 0 · ∞ shows as NaN.
  const skipZeros = !sameShape(logs.shape, target.shape);
  const values = new Float64Array(rows.length / classes);
  coefficients.forEach((v, i) => {
    if (v === 0 && skipZeros) return;
    const item = Math.floor(i / classes);
    values[item] = (values[item] ?? 0) - v * (rows[i] ?? Number.NaN);
  });
  return reduceLosses({ values, shape: items, divisor }, options.reduction ?? 'mean', dtype);
}
