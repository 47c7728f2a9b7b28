import { softmaxAlong } from '../activation/along-axis/softmax.ts';
import { classTargets } from '../loss/class-target.ts';
import type { CrossEntropyOptions } from '../loss/from-log-probabilities.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { fromData } from '../ndarray/create/from-data.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { moveAxis } from '../ndarray/shape/move-axis.ts';

/**
 * ∂ crossEntropy / ∂ logits, with the same arguments: p − y per item, where p = softmax(z) and y is the target's
 * distribution; with weights and smoothing (Σ v) p − v for the loss −Σ v log p. 'mean' divides as the loss does; 'sum' and
 * 'none' do not (each item's loss with respect to its own logits). Shape of the logits.
 *
 * @throws RangeError as `crossEntropy`.
 */
export function crossEntropyGradient(logits: ArrayInput, target: ArrayInput, options: CrossEntropyOptions = {}): NdArray {
  const z = asArray(logits);
  const { coefficients, classes, divisor, axis } = classTargets(z.shape, asArray(target), options, 'crossEntropyGradient');
  const p = moveAxis(softmaxAlong(cast(z, 'float64'), axis, { infinity: 'nan' }), axis, -1);
  const scale = (options.reduction ?? 'mean') === 'mean' ? divisor : 1;
  const gradient = new Float64Array(coefficients.length);
  for (let start = 0; start < gradient.length; start += classes) {
    const total = coefficients.subarray(start, start + classes).reduce((sum, v) => sum + v, 0);
    for (let i = start; i < start + classes; i++)
      gradient[i] = (total * (p.data[i] ?? Number.NaN) - (coefficients[i] ?? 0)) / scale;
  }
  return moveAxis(fromData(gradient, p.shape, floatOr(z.dtype)), -1, axis);
}
