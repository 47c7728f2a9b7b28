import type { NdArray } from '../ndarray.ts';
import { mapAlong } from '../reduce/along.ts';
import { type SortOptions, sortedIndices } from './sorted-indices.ts';

/** The indices (int64) that sort the array along `axis` (default last); equal elements keep their order. */
export function argsort(a: NdArray, { axis = -1, descending = false }: SortOptions = {}): NdArray {
  return mapAlong(a, axis, (vector) => sortedIndices(vector, descending), 'int64', 'argsort');
}
