import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import { zipWith } from '../ndarray/elements/zip-with.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { type DivergenceOptions, relativeEntropy } from './relative-entropy.ts';

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
