import { checkVector } from './check-vector.ts';
import { softmaxInto } from './softmax-into.ts';

export interface SoftmaxOptions {
  /** T in e^{z/T}: below 1 sharpens, above 1 flattens. 0 and Infinity give the limits: see `softmax`. Default 1. */
  temperature?: number;
}

/**
 * Softmax: turns K logits into K probabilities that sum to 1, `p_i = e^{z_i / T} / Σ_{j=1..K} e^{z_j / T}`.
 *
 * @param z logits, shape [K], K ≥ 1
 * @returns probabilities, shape [K], each within 1 ULP of the exact result, subnormal results included
 *
 * Infinities follow the limits: `[∞, 0]` gives `[1, 0]`; several +∞ share 1 equally, as equal logits do however large they are; −∞
 * gives 0; nothing but −∞ gives NaN everywhere, and so does NaN anywhere. (Frameworks give NaN for any +∞.)
 * Temperature 0 is the limit T → 0: the largest logits share 1 equally (`hardmax` takes the first). Temperature ∞ is uniform
 * over all logits above −∞.
 *
 * @throws RangeError if z is empty or the temperature is negative or NaN
 *
 * Source: J. Bridle, Probabilistic interpretation of feedforward classification network outputs (1990); the temperature after
 * G. Hinton, O. Vinyals and J. Dean, Distilling the knowledge in a neural network (2015).
 */
export function softmax(z: ArrayLike<number>, options: SoftmaxOptions = {}): Float64Array {
  checkVector(z, 'softmax');
  const out = Float64Array.from(z);
  softmaxInto(out, out, 0, 1, out.length, options.temperature ?? 1);
  return out;
}
