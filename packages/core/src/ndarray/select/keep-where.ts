import type { NdArray } from '../ndarray.ts';

/**
 * A copy with zeros where `keep(row, column)` of the last two axes is false.
 *
 * @throws RangeError if there are fewer than two axes.
 */
export function keepWhere(a: NdArray, keep: (row: number, column: number) => boolean): NdArray {
  const [rows, columns] = a.shape.slice(-2);
  if (rows === undefined || columns === undefined) throw new RangeError(`triangle: shape [${a.shape.join(', ')}] is no matrix`);
  const data = a.data.slice();
  for (let i = 0; i < data.length; i++) {
    if (!keep(Math.floor(i / columns) % rows, i % columns)) data[i] = 0;
  }
  return { dtype: a.dtype, shape: a.shape, data };
}
