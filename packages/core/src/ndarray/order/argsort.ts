import type { NdArray } from '../ndarray.ts';
import { mapAlong } from '../reduce/along.ts';

/** Ascending by default. NaN counts as the largest value in both directions, as in PyTorch. */
export interface SortOptions {
  readonly axis?: number | undefined;
  readonly descending?: boolean | undefined;
}

/** The indices (int64) that sort the array along `axis` (default last); equal elements keep their order. */
export function argsort(a: NdArray, { axis = -1, descending = false }: SortOptions = {}): NdArray {
  return mapAlong(a, axis, (vector) => sortedIndices(vector, descending), 'int64', 'argsort');
}

/** The elements sorted along `axis` (default last). */
export function sort(a: NdArray, { axis = -1, descending = false }: SortOptions = {}): NdArray {
  return mapAlong(a, axis, (vector) => sortedIndices(vector, descending).map((i) => vector[i] ?? Number.NaN), a.dtype, 'sort');
}

/** The indices of a vector in sorted order, stable, NaN as the largest value. */
export function sortedIndices(vector: ArrayLike<number>, descending = false): number[] {
  const order = Array.from({ length: vector.length }, (_, i) => i);
  const sign = descending ? -1 : 1;
  return order.sort((i, j) => sign * compare(vector[i] ?? Number.NaN, vector[j] ?? Number.NaN));
}

function compare(x: number, y: number): number {
  if (x === y) return 0;
  if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
  if (Number.isNaN(y)) return -1;
  return x < y ? -1 : 1;
}
