/** Ascending by default. NaN counts as the largest value in both directions, as in PyTorch. */
export interface SortOptions {
  readonly axis?: number | undefined;
  readonly descending?: boolean | undefined;
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
