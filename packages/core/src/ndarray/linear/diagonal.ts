import { allocate } from '../create/allocate.ts';
import type { NdArray } from '../ndarray.ts';
import { pick } from '../shape/pick.ts';

/** The diagonal column − row = offset of a matrix; of a vector, the square matrix with it there (`numpy.diag`). */
export function diag(a: NdArray, offset = 0): NdArray {
  const [rows, columns] = a.shape;
  if (rows === undefined || a.shape.length > 2)
    throw new RangeError(`diag: shape [${a.shape.join(', ')}] is no vector or matrix`);
  const down = Math.max(0, -offset);
  const right = Math.max(0, offset);
  if (columns === undefined) {
    const size = rows + Math.abs(offset);
    const data = allocate(a.dtype, size * size);
    a.data.forEach((x, i) => {
      data[(i + down) * size + i + right] = x;
    });
    return { dtype: a.dtype, shape: [size, size], data };
  }
  const length = Math.max(0, Math.min(rows - down, columns - right));
  return pick(
    a,
    [length],
    Array.from({ length }, (_, i) => (i + down) * columns + i + right),
  );
}
