import type { ArrayInput } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sortedIndices } from '../ndarray/order/sorted-indices.ts';
import { softmaxInto } from '../vector/softmax-into.ts';
import { type FilterOptions, keepOnly } from './keep.ts';

/** `minKeep`: this many logits always stay (default 1). */
export interface TopPFilterOptions extends FilterOptions {
  readonly minKeep?: number | undefined;
}

/**
 * The nucleus along an axis: the fewest most probable classes whose probabilities reach p; the other logits become −∞. A
 * class stays while those before it sum to less than p. Equal logits are taken in index order, so of a tie at the edge the
 * first ones stay.
 * Source: Holtzman et al. 2019, https://arxiv.org/abs/1904.09751.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1, or if the axis does not exist.
 */
export function topPFilter(logits: ArrayInput, p: number, options: TopPFilterOptions = {}): NdArray {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`topPFilter: p = ${p} is no probability`);
  const keep = (vector: Float64Array): readonly boolean[] => {
    const probabilities = new Float64Array(vector.length);
    softmaxInto(probabilities, vector, 0, 1, vector.length);
    const kept = new Array<boolean>(vector.length).fill(p === 1);
    let before = 0;
    sortedIndices(vector, true).forEach((i, rank) => {
      if (before < p || rank < (options.minKeep ?? 1)) kept[i] = true;
      before += probabilities[i] ?? 0;
    });
    return kept;
  };
  return keepOnly(logits, keep, options, 'topPFilter');
}
