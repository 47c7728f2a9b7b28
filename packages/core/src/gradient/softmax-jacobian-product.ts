import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { zipWith } from '../ndarray/elements/zip-with.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sum } from '../ndarray/reduce/sum.ts';

/** The axis of the classes, default the last. */
export interface SoftmaxGradientOptions {
  readonly axis?: number | undefined;
}

/**
 * J v = p ∘ (v − Σ p v) along an axis, where J = diag(p) − p pᵀ is the Jacobian of softmax at its output p. J is symmetric,
 * so this is both the Jacobian-vector and the vector-Jacobian product. Shapes broadcast.
 *
 * @throws RangeError if the shapes do not broadcast or the axis does not exist.
 */
export function softmaxJacobianProduct(p: ArrayInput, v: ArrayInput, { axis = -1 }: SoftmaxGradientOptions = {}): NdArray {
  const [probabilities, vector] = [asArray(p), asArray(v)];
  const inner = sum(
    zipWith(probabilities, vector, (x, y) => x * y, 'float64'),
    { axis, keepdims: true },
  );
  const centred = zipWith(vector, inner, (x, mean) => x - mean, 'float64');
  return zipWith(probabilities, centred, (x, y) => x * y);
}
