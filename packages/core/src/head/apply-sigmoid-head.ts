import { activate } from '../activation/activate.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { zipWith } from '../ndarray/elements/zip-with.ts';
import { matmul } from '../ndarray/linear/matmul.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sigmoid } from '../scalar/sigmoid.ts';
import type { SigmoidHead } from './head.ts';

/** sigmoid(x · w + b) for inputs [..., d]: the probabilities [...] of class 1. */
export function applySigmoidHead(head: SigmoidHead, inputs: ArrayInput): NdArray {
  const scores = matmul(asArray(inputs), asArray(head.weights));
  return activate(
    zipWith(scores, asArray(head.bias), (x, y) => x + y),
    sigmoid,
  );
}
