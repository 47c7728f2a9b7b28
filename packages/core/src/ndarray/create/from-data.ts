import type { DType } from '../dtype.ts';
import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { sizeOf } from '../shape/size-of.ts';
import { allocate } from './allocate.ts';

/**
 * An array of `shape` from row-major elements, each rounded to `dtype` (default float64).
 *
 * @throws RangeError if the number of elements is not the product of the shape.
 */
export function fromData(data: ArrayLike<number>, shape: readonly number[], dtype: DType = 'float64'): NdArray {
  const size = sizeOf(shape);
  if (data.length !== size) throw new RangeError(`fromData: ${data.length} elements do not fill shape [${shape.join(', ')}]`);
  const round = rounder(dtype);
  const out = allocate(dtype, size);
  for (let i = 0; i < size; i++) out[i] = round(data[i] ?? Number.NaN);
  return { dtype, shape: [...shape], data: out };
}
