import type { NdArray } from '../ndarray.ts';
import { mapAlong } from '../reduce/along.ts';
import { normalizeAxis } from '../shape/normalize-axis.ts';
import { sortedIndices } from './sorted-indices.ts';

/** Which axis (default last), and whether the least elements are wanted instead of the largest. */
export interface TopKOptions {
  readonly axis?: number | undefined;
  readonly largest?: boolean | undefined;
}

/**
 * The k largest elements along an axis in descending order (or least in ascending order) with their indices (int64). Among
 * equals the first are taken; PyTorch leaves that open.
 *
 * @throws RangeError if k exceeds the axis.
 */
export function topk(
  a: NdArray,
  k: number,
  { axis = -1, largest = true }: TopKOptions = {},
): { values: NdArray; indices: NdArray } {
  const size = a.shape.length === 0 ? 1 : (a.shape[normalizeAxis(axis, a.shape.length, 'topk')] ?? 0);
  if (!(Number.isInteger(k) && k >= 0 && k <= size)) throw new RangeError(`topk: ${k} of ${size} elements`);
  const chosen = (vector: Float64Array): number[] => sortedIndices(vector, largest).slice(0, k);
  return {
    values: mapAlong(a, axis, (vector) => chosen(vector).map((i) => vector[i] ?? Number.NaN), a.dtype, 'topk'),
    indices: mapAlong(a, axis, chosen, 'int64', 'topk'),
  };
}
