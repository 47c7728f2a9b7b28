import { allocate } from '../create/allocate.ts';
import type { DType } from '../dtype.ts';
import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from '../shape/normalize-axis.ts';
import { sizeOf } from '../shape/size-of.ts';

/**
 * Every vector along `axis` replaced by `f(vector)`, a vector of the same or another length (the same for all), rounded once
 * to `dtype`. A 0-d array is one vector of one element for axis 0 or −1, as in PyTorch. `f` may not keep its argument.
 *
 * @throws RangeError if the axis does not exist or `f` gives vectors of different lengths.
 */
export function mapAlong(
  a: NdArray,
  axis: number,
  f: (vector: Float64Array) => ArrayLike<number>,
  dtype: DType,
  name: string,
): NdArray {
  const from = a.shape.length === 0 ? [1] : a.shape;
  const at = normalizeAxis(axis, from.length, name);
  const length = from[at] ?? 0;
  const inner = sizeOf(from.slice(at + 1));
  const outer = sizeOf(from.slice(0, at));
  const vector = new Float64Array(length);
  const round = rounder(dtype);
  let result = length;
  let data = allocate(dtype, a.data.length);
  for (let line = 0; line < outer * inner; line++) {
    const start = Math.floor(line / inner) * length * inner + (line % inner);
    for (let i = 0; i < length; i++) vector[i] = a.data[start + i * inner] ?? Number.NaN;
    const values = f(vector);
    if (values.length !== result) {
      if (line > 0) throw new RangeError(`${name}: vectors of ${result} and ${values.length} elements`);
      result = values.length;
      data = allocate(dtype, outer * result * inner);
    }
    const target = Math.floor(line / inner) * result * inner + (line % inner);
    for (let i = 0; i < result; i++) data[target + i * inner] = round(values[i] ?? Number.NaN);
  }
  const shape = a.shape.length === 0 && result === 1 ? [] : from.map((size, i) => (i === at ? result : size));
  return { dtype, shape, data };
}
