import type { ArrayInput } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { sortedIndices } from '../ndarray/order/sorted-indices.ts';
import { type FilterOptions, keepOnly } from './keep.ts';

/**
 * `ties`: keep all logits equal to the k-th (default, as Hugging Face's TopKLogitsWarper), or only as many as make k, the
 * first ones.
 */
export interface TopKFilterOptions extends FilterOptions {
  readonly ties?: 'all' | 'first' | undefined;
}

/**
 * The k largest logits along an axis; the others become −∞. A k beyond the axis keeps everything.
 * Source: Fan et al. 2018, https://arxiv.org/abs/1805.04833.
 *
 * @throws RangeError if k is no positive integer, or the axis does not exist.
 */
export function topKFilter(logits: ArrayInput, k: number, options: TopKFilterOptions = {}): NdArray {
  if (!(Number.isInteger(k) && k > 0)) throw new RangeError(`topKFilter: k = ${k} is no positive integer`);
  const keep = (vector: Float64Array): readonly boolean[] => {
    const chosen = sortedIndices(vector, true).slice(0, k);
    const least = vector[chosen.at(-1) ?? 0] ?? Number.NaN;
    if (options.ties !== 'first') return Array.from(vector, (x) => !(x < least));
    const kept = new Set(chosen);
    return Array.from(vector, (_, i) => kept.has(i));
  };
  return keepOnly(logits, keep, options, 'topKFilter');
}
