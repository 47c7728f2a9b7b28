import { checkVector } from './check-vector.ts';
import { logSumExpOf } from './log-sum-exp-of.ts';

/**
 * Log-sum-exp, the smooth maximum: `log Σ_{i=1..K} e^{z_i}`.
 *
 * @param z logits, shape [K], K ≥ 1
 * @returns within 1 ULP of the exact result; where a negative maximum and a positive rest cancel, the error is at most 1 ULP or
 *   2^-96 of the maximum, whichever is larger. (Log-probabilities that were rounded sum to about 2^-54: there it is 2^-42 of the result.)
 *
 * +∞ anywhere gives +∞; −∞ adds nothing, and nothing but −∞ gives −∞, the logarithm of 0. NaN anywhere gives NaN.
 *
 * @throws RangeError if z is empty
 *
 * Source: P. Blanchard, D. Higham and N. Higham, Accurately computing the log-sum-exp and softmax functions, IMA J. Numer. Anal.
 * 41 (2021).
 */
export function logSumExp(z: ArrayLike<number>): number {
  checkVector(z, 'logSumExp');
  const input = Float64Array.from(z);
  return logSumExpOf(input, 0, 1, input.length);
}
