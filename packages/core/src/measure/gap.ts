import { sortedIndices } from '../ndarray/order/sorted-indices.ts';

/** The axis of the classes (default last), and whether it stays with size 1. */
export interface MarginOptions {
  readonly axis?: number | undefined;
  readonly keepdims?: boolean | undefined;
}

/**
 * The largest minus the second largest of a group, 0 where they are equal (infinities too). `name` is the function to name in
 * errors.
 *
 * @throws RangeError if there are fewer than two elements.
 */
export function gap(group: Float64Array, name: string): number {
  if (group.length < 2) throw new RangeError(`${name}: ${group.length} elements are not two`);
  const [first = 0, second = 0] = sortedIndices(group, true);
  const [x, y] = [group[first] ?? Number.NaN, group[second] ?? Number.NaN];
  return x === y ? 0 : x - y;
}
