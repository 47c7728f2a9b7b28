import type { NdArray } from '../ndarray.ts';
import { mapAlong } from '../reduce/along.ts';
import { type SortOptions, sortedIndices } from './sorted-indices.ts';

/** The elements sorted along `axis` (default last). */
export function sort(a: NdArray, { axis = -1, descending = false }: SortOptions = {}): NdArray {
  return mapAlong(a, axis, (vector) => sortedIndices(vector, descending).map((i) => vector[i] ?? Number.NaN), a.dtype, 'sort');
}
