import { normalizeAxis } from './normalize-axis.ts';

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
