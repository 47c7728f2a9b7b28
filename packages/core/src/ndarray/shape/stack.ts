import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { concatenate, mismatch } from './concatenate.ts';
import { expandDims } from './expand-dims.ts';
import { sameShape } from './same-shape.ts';

/** Arrays of one shape joined along a new axis. */
export function stack(arrays: readonly NdArray[], axis = 0, dtype?: DType): NdArray {
  const [first] = arrays;
  if (!first) throw new RangeError('stack: no arrays');
  for (const other of arrays) {
    if (!sameShape(first.shape, other.shape)) throw mismatch('stack', first, other);
  }
  return concatenate(
    arrays.map((a) => expandDims(a, axis)),
    axis,
    dtype,
  );
}
