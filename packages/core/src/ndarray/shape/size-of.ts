/**
 * The number of elements of a shape: the product of its sizes, 1 for [].
 *
 * @throws RangeError if a size is not a natural number.
 */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) {
    if (!Number.isSafeInteger(length) || length < 0)
      throw new RangeError(`sizes must be natural numbers, not [${shape.join(', ')}]`);
    size *= length;
  }
  return size;
}
