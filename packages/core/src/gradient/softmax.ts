import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { fromData } from '../ndarray/create/from-data.ts';
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

/**
 * diag(p) − p pᵀ for one vector p of n probabilities: the matrix [n, n] of ∂p_i/∂z_j. Its rows sum to 0.
 *
 * @throws RangeError if p is not one-dimensional.
 */
export function softmaxJacobian(p: ArrayInput): NdArray {
  const { data, shape, dtype } = asArray(p);
  if (shape.length !== 1) throw new RangeError(`softmaxJacobian: shape [${shape.join(', ')}] is no vector`);
  const n = data.length;
  const at = (i: number): number => data[i] ?? Number.NaN;
  const entry = (i: number, j: number): number => (i === j ? at(i) * (1 - at(i)) : -at(i) * at(j));
  return fromData(
    Float64Array.from({ length: n * n }, (_, k) => entry(Math.floor(k / n), k % n)),
    [n, n],
    dtype,
  );
}
