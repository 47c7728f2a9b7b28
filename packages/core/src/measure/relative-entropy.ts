import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
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
