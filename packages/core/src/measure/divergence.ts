import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/kind.ts';
import { zipWith } from '../ndarray/elements/zip-with.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sum } from '../ndarray/reduce/sum.ts';

/** The axis of the classes, default the last. */
export interface DivergenceOptions {
  readonly axis?: number | undefined;
}

/**
 * Σ p log(p / q) along an axis: the Kullback–Leibler divergence of q from p, in nats. 0 · log 0 is 0; ∞ where p has mass that
 * q lacks.
 * Source: `scipy.special.rel_entr`.
 *
 * @throws RangeError if the shapes do not broadcast or the axis does not exist.
 */
export function relativeEntropy(p: ArrayInput, q: ArrayInput, { axis = -1 }: DivergenceOptions = {}): NdArray {
  const a = asArray(p);
  const terms = zipWith(a, asArray(q), (x, y) => (x === 0 ? 0 : x * Math.log(x / y)), 'float64');
  return sum(terms, { axis, dtype: floatOr(a.dtype) });
}

/**
 * The Jensen–Shannon divergence, the mean of the relative entropies of p and q to their midpoint, in nats: between 0 and log
 * 2.
 */
export function jensenShannon(p: ArrayInput, q: ArrayInput, options: DivergenceOptions = {}): NdArray {
  const [a, b] = [asArray(p), asArray(q)];
  const middle = zipWith(a, b, (x, y) => (x + y) / 2, 'float64');
  const toMiddle = (one: NdArray): NdArray => relativeEntropy(cast(one, 'float64'), middle, options);
  return zipWith(toMiddle(a), toMiddle(b), (x, y) => (x + y) / 2, floatOr(a.dtype));
}
