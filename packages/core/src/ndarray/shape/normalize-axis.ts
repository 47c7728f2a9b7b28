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
