import { checkVector } from './check-vector.ts';

/**
 * Hardmax: 1 at the first largest value, 0 elsewhere. Softmax is its soft form; without ties it is the limit of temperature 0.
 *
 * @param z logits, shape [K], K ≥ 1
 * @returns a one-hot vector, shape [K]. NaN anywhere gives NaN everywhere.
 * @throws RangeError if z is empty
 *
 * Source: ONNX operator Hardmax ("1 for the first maximum value, and 0 for all other values").
 */
export function hardmax(z: ArrayLike<number>): Float64Array {
  checkVector(z, 'hardmax');
  const out = new Float64Array(z.length);
  let first = 0;
  for (let i = 0; i < z.length; i++) {
    if (Number.isNaN(z[i]!)) return out.fill(Number.NaN);
    if (z[i]! > z[first]!) first = i;
  }
  out[first] = 1;
  return out;
}
