import type { ArrayInput } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { type FilterOptions, keepOnly } from './keep.ts';

/**
 * The classes along an axis at least p times as probable as the most probable one, z_i ≥ max z + log p; the other logits
 * become −∞. Equal logits share their fate. Source: Nguyen et al. 2024, https://arxiv.org/abs/2407.01082.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1, or if the axis does not exist.
 */
export function minPFilter(logits: ArrayInput, p: number, options: FilterOptions = {}): NdArray {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`minPFilter: p = ${p} is no probability`);
  const keep = (vector: Float64Array): readonly boolean[] => {
    const least = vector.reduce((most, x) => Math.max(most, x), -Infinity) + Math.log(p);
    return Array.from(vector, (x) => !(x < least));
  };
  return keepOnly(logits, keep, options, 'minPFilter');
}
