import { activate } from '../activation/activate.ts';
import { softmaxAlong } from '../activation/along-axis/softmax.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { zeros } from '../ndarray/create/zeros.ts';
import { zipWith } from '../ndarray/elements/zip-with.ts';
import { matmul } from '../ndarray/linear/matmul.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { index } from '../ndarray/select/index-basic.ts';
import { sameShape } from '../ndarray/shape/broadcast.ts';
import { stack } from '../ndarray/shape/concatenate.ts';
import { transpose } from '../ndarray/shape/permute.ts';
import { sigmoid } from '../scalar/sigmoid.ts';

/** A softmax head for two classes over d features: softmax(W x + b) with weights [2, d] and bias [2]. */
export interface SoftmaxHead {
  readonly weights: ArrayInput;
  readonly bias: ArrayInput;
}

/** A sigmoid head over d features: sigmoid(w · x + b), the probability of class 1, with weights [d] and bias []. */
export interface SigmoidHead {
  readonly weights: ArrayInput;
  readonly bias: ArrayInput;
}

/** Heads whose parts are arrays: what the conversions return. */
export interface ArrayHead {
  readonly weights: NdArray;
  readonly bias: NdArray;
}

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

/** softmax(x Wᵀ + b) for inputs [..., d]: probabilities [..., classes]. */
export function applySoftmaxHead(head: SoftmaxHead, inputs: ArrayInput): NdArray {
  const scores = matmul(asArray(inputs), transpose(asArray(head.weights)));
  return softmaxAlong(
    zipWith(scores, asArray(head.bias), (x, y) => x + y),
    -1,
  );
}

/** sigmoid(x · w + b) for inputs [..., d]: the probabilities [...] of class 1. */
export function applySigmoidHead(head: SigmoidHead, inputs: ArrayInput): NdArray {
  const scores = matmul(asArray(inputs), asArray(head.weights));
  return activate(
    zipWith(scores, asArray(head.bias), (x, y) => x + y),
    sigmoid,
  );
}

/** How many numbers a softmax head learns: classes · (features + 1). For two classes, twice what the sigmoid head needs. */
export function softmaxHeadParameters(features: number, classes = 2): number {
  return classes * (features + 1);
}

/** How many numbers a sigmoid head learns: features + 1. */
export function sigmoidHeadParameters(features: number): number {
  return features + 1;
}
