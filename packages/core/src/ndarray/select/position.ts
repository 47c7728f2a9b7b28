/** An index counted from 0, from one that may count from the end. */
export function position(at: number, size: number, axis: number): number {
  const positive = at < 0 ? at + size : at;
  if (Number.isInteger(at) && positive >= 0 && positive < size) return positive;
  throw new RangeError(`index ${at} is out of range for axis ${axis} of size ${size}`);
}
