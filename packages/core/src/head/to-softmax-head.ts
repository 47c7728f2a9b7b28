import { asArray } from '../ndarray/create/as-array.ts';
import { zeros } from '../ndarray/create/zeros.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { stack } from '../ndarray/shape/stack.ts';
import type { ArrayHead, SigmoidHead } from './head.ts';

/**
 * The softmax head with the same probabilities whose class 0 is all zeros; any other choice of class 0, added to both
 * classes, gives the same probabilities.
 *
 * @throws RangeError unless weights are [d] and the bias is [].
 */
export function toSoftmaxHead(head: SigmoidHead): ArrayHead {
  const [weights, bias] = [asArray(head.weights), asArray(head.bias)];
  if (weights.shape.length !== 1 || bias.shape.length !== 0) {
    throw new RangeError(
      `toSoftmaxHead: weights [${weights.shape.join(', ')}] and bias [${bias.shape.join(', ')}] are not [d] and []`,
    );
  }
  const underZeros = (a: NdArray): NdArray => stack([zeros(a.shape, a.dtype), a]);
  return { weights: underZeros(weights), bias: underZeros(bias) };
}
