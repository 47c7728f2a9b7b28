import { logSoftmaxAlong } from '../activation/along-axis/log-softmax.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { type CrossEntropyOptions, fromLogProbabilities } from './from-log-probabilities.ts';

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
