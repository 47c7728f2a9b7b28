import { checkVector } from './check-vector.ts';
import type { SoftmaxOptions } from './softmax.ts';
import { softmaxInto } from './softmax-into.ts';

/**
 * Softmin: softmax of the negated values, `p_i = e^{−z_i / T} / Σ_{j=1..K} e^{−z_j / T}`. The smallest gets the largest share.
 *
 * @param z distances or energies, shape [K], K ≥ 1
 * @returns probabilities, shape [K]; accuracy, infinities and temperature as for `softmax`
 * @throws RangeError if z is empty or the temperature is negative or NaN
 *
 * Source: `torch.nn.Softmin`.
 */
export function softmin(z: ArrayLike<number>, options: SoftmaxOptions = {}): Float64Array {
  checkVector(z, 'softmin');
  const out = Float64Array.from(z, (x) => -x);
  softmaxInto(out, out, 0, 1, out.length, options.temperature ?? 1);
  return out;
}
