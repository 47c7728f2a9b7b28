import type { NdArray } from '../ndarray.ts';

/**
 * The number in an array of one element, whatever its shape.
 *
 * @throws RangeError if there is not exactly one element.
 */
export function item(a: NdArray): number {
  const [value] = a.data;
  if (value === undefined || a.data.length !== 1)
    throw new RangeError(`item: shape [${a.shape.join(', ')}] does not hold one element`);
  return value;
}
