import { allocate } from '../create/allocate.ts';
import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';

/**
 * A new last axis of size `classes` with 1 at the index and 0 elsewhere. `dtype` defaults to int64
 * (`torch.nn.functional.one_hot`). `classes` defaults to the largest index + 1.
 *
 * @throws RangeError if an index is no integer from 0 to classes − 1.
 */
export function oneHot(index: NdArray, classes?: number, dtype: DType = 'int64'): NdArray {
  const count = classes ?? Array.from(index.data).reduce((most, i) => Math.max(most, i + 1), 0);
  const data = allocate(dtype, index.data.length * count);
  index.data.forEach((i, row) => {
    if (!(Number.isInteger(i) && i >= 0 && i < count)) throw new RangeError(`oneHot: class ${i} is none of ${count}`);
    data[row * count + i] = 1;
  });
  return { dtype, shape: [...index.shape, count], data };
}
