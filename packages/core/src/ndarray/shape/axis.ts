/**
 * An axis counted from 0, from one that may count from the end (−1 is the last). `name` is the function to name in the error.
 *
 * @throws RangeError if the array has no such axis.
 */
export function normalizeAxis(axis: number, rank: number, name: string): number {
  const positive = axis < 0 ? axis + rank : axis;
  if (Number.isInteger(axis) && positive >= 0 && positive < rank) return positive;
  throw new RangeError(`${name}: axis ${axis} is out of range for an array of ${rank} dimensions`);
}

/**
 * Axes counted from 0, in ascending order; all of them when `axes` is absent.
 *
 * @throws RangeError if one does not exist or is given twice.
 */
export function normalizeAxes(axes: number | readonly number[] | undefined, rank: number, name: string): number[] {
  if (axes === undefined) return Array.from({ length: rank }, (_, axis) => axis);
  if (typeof axes === 'number') return [normalizeAxis(axes, rank, name)];
  const sorted = axes.map((axis) => normalizeAxis(axis, rank, name)).sort((a, b) => a - b);
  if (sorted.some((axis, i) => axis === sorted[i + 1])) throw new RangeError(`${name}: axis given twice in [${axes.join(', ')}]`);
  return sorted;
}
