import { asArray } from '../ndarray/create/as-array.ts';
import { zipWith } from '../ndarray/elements/zip-with.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { index } from '../ndarray/select/index-basic.ts';
import { sameShape } from '../ndarray/shape/same-shape.ts';
import type { ArrayHead, SoftmaxHead } from './head.ts';

/**
 * The sigmoid head with the same probabilities: w = w₁ − w₀ and b = b₁ − b₀, since softmax([z₀, z₁])₁ = sigmoid(z₁ − z₀).
 *
 * @throws RangeError unless weights are [2, d] and the bias is [2].
 */
export function toSigmoidHead(head: SoftmaxHead): ArrayHead {
  const [weights, bias] = [asArray(head.weights), asArray(head.bias)];
  if (weights.shape.length !== 2 || weights.shape[0] !== 2 || !sameShape(bias.shape, [2])) {
    throw new RangeError(
      `toSigmoidHead: weights [${weights.shape.join(', ')}] and bias [${bias.shape.join(', ')}] are not [2, d] and [2]`,
    );
  }
  const difference = (a: NdArray): NdArray => zipWith(index(a, [1]), index(a, [0]), (one, zero) => one - zero);
  return { weights: difference(weights), bias: difference(bias) };
}
