import { allocate } from '../create/allocate.ts';
import type { DType } from '../dtype.ts';
import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { broadcastShapes } from '../shape/broadcast-shapes.ts';
import { broadcastTo } from '../shape/broadcast-to.ts';
import { reshape } from '../shape/reshape.ts';

/**
 * The matrix product [..., n, k] · [..., k, m] = [..., n, m]; leading axes broadcast, a vector on the left is a row and on
 * the right a column, whose axis is dropped again. Added in float64 and rounded once to `dtype` (default that of `a`).
 * Source: `numpy.matmul`.
 *
 * @throws RangeError if an operand is 0-d, the inner sizes differ or the leading axes do not broadcast.
 */
export function matmul(a: NdArray, b: NdArray, dtype: DType = a.dtype): NdArray {
  const left = a.shape.length === 1 ? reshape(a, [1, ...a.shape]) : a;
  const right = b.shape.length === 1 ? reshape(b, [...b.shape, 1]) : b;
  const [n = 0, k = -1] = left.shape.slice(-2);
  const [inner = -2, m = 0] = right.shape.slice(-2);
  if (k !== inner || left.shape.length < 2 || right.shape.length < 2) {
    throw new RangeError(`matmul: shapes [${a.shape.join(', ')}] and [${b.shape.join(', ')}] do not match`);
  }
  const batch = broadcastShapes(left.shape.slice(0, -2), right.shape.slice(0, -2));
  const x = broadcastTo(left, [...batch, n, k]).data;
  const y = broadcastTo(right, [...batch, k, m]).data;
  const rows = batch.reduce((count, length) => count * length, n);
  const round = rounder(dtype);
  const data = allocate(dtype, rows * m);
  for (let row = 0; row < rows; row++) {
    const base = Math.floor(row / n) * k * m;
    for (let column = 0; column < m; column++) {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += (x[row * k + i] ?? 0) * (y[base + i * m + column] ?? 0);
      data[row * m + column] = round(sum);
    }
  }
  const shape = [...batch, ...(a.shape.length === 1 ? [] : [n]), ...(b.shape.length === 1 ? [] : [m])];
  return { dtype, shape, data };
}
