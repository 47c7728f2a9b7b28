import type { NdArray } from '../ndarray.ts';
import { sizeOf } from './size-of.ts';

/**
 * The same elements in row-major order under another shape; one size may be −1 and is then inferred.
 *
 * @throws RangeError if the number of elements differs or more than one size is −1.
 */
export function reshape(a: NdArray, shape: readonly number[]): NdArray {
  const size = a.data.length;
  const free = shape.indexOf(-1);
  const resolved = [...shape];
  if (free >= 0) {
    const rest = sizeOf(shape.filter((_, i) => i !== free));
    resolved[free] = rest === 0 ? 0 : size / rest;
  }
  const fits = resolved.every((length) => Number.isInteger(length) && length >= 0) && sizeOf(resolved) === size;
  if (!fits) throw new RangeError(`reshape: shape [${a.shape.join(', ')}] does not fit [${shape.join(', ')}]`);
  return { dtype: a.dtype, shape: resolved, data: a.data };
}
