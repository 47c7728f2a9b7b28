import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { fromData } from '../ndarray/create/from-data.ts';
import type { NdArray } from '../ndarray/ndarray.ts';

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
