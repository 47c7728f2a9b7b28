import { checkVector } from './check-vector.ts';
import { logSoftmaxInto } from './log-softmax-into.ts';
import type { SoftmaxOptions } from './softmax.ts';

/**
 * Log-softmax: the logarithms of the softmax, `z_i / T − log Σ_{j=1..K} e^{z_j / T}`, without its underflow.
 *
 * @param z logits, shape [K], K ≥ 1
 * @returns log-probabilities, shape [K], each within 1 ULP of the exact result, also for a class that is nearly certain
 *
 * NaN, infinities and the temperatures 0 and ∞ give the logarithms of what `softmax` gives.
 *
 * @throws RangeError if z is empty or the temperature is negative or NaN
 *
 * Source: P. Blanchard, D. Higham and N. Higham, Accurately computing the log-sum-exp and softmax functions, IMA J. Numer. Anal.
 * 41 (2021).
 */
export function logSoftmax(z: ArrayLike<number>, options: SoftmaxOptions = {}): Float64Array {
  checkVector(z, 'logSoftmax');
  const out = Float64Array.from(z);
  logSoftmaxInto(out, out, 0, 1, out.length, options.temperature ?? 1);
  return out;
}
