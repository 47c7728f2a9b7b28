import { softmaxAlong } from '../activation/along-axis/softmax.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { zipWith } from '../ndarray/elements/zip-with.ts';
import { matmul } from '../ndarray/linear/matmul.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { transpose } from '../ndarray/shape/transpose.ts';
import type { SoftmaxHead } from './head.ts';

/** softmax(x Wᵀ + b) for inputs [..., d]: probabilities [..., classes]. */
export function applySoftmaxHead(head: SoftmaxHead, inputs: ArrayInput): NdArray {
  const scores = matmul(asArray(inputs), transpose(asArray(head.weights)));
  return softmaxAlong(
    zipWith(scores, asArray(head.bias), (x, y) => x + y),
    -1,
  );
}
