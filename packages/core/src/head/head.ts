import type { ArrayInput } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';

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
