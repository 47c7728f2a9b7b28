import { allocate } from '../create/allocate.ts';
import type { DType } from '../dtype.ts';
import { cast } from '../dtypes/cast.ts';
import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './normalize-axis.ts';
import { sizeOf } from './size-of.ts';

/**
 * Arrays joined along an existing axis. `dtype` defaults to that of the first.
 *
 * @throws RangeError if there are none, or if they differ in another axis.
 */
export function concatenate(arrays: readonly NdArray[], axis = 0, dtype?: DType): NdArray {
  const [first] = arrays;
  if (!first) throw new RangeError('concatenate: no arrays');
  const at = normalizeAxis(axis, first.shape.length, 'concatenate');
  for (const other of arrays) requireJoinable(first, other, at);
  const target = dtype ?? first.dtype;
  const shape = first.shape.map((length, i) => (i === at ? arrays.reduce((sum, a) => sum + (a.shape[at] ?? 0), 0) : length));
  const inner = sizeOf(shape.slice(at + 1));
  const blocks = sizeOf(shape.slice(0, at));
  const data = allocate(target, sizeOf(shape));
  const parts = arrays.map((a) => ({ data: cast(a, target).data, run: (a.shape[at] ?? 0) * inner }));
  let position = 0;
  for (let block = 0; block < blocks; block++) {
    for (const part of parts) {
      data.set(part.data.subarray(block * part.run, (block + 1) * part.run), position);
      position += part.run;
    }
  }
  return { dtype: target, shape, data };
}

function requireJoinable(first: NdArray, other: NdArray, axis: number): void {
  const fits =
    first.shape.length === other.shape.length && first.shape.every((length, i) => i === axis || length === other.shape[i]);
  if (!fits) throw mismatch('concatenate', first, other);
}

/** The error that two shapes do not match, naming both. */
export function mismatch(name: string, a: NdArray, b: NdArray): RangeError {
  return new RangeError(`${name}: shapes [${a.shape.join(', ')}] and [${b.shape.join(', ')}] do not match`);
}
