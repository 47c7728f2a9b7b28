import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { fromData } from './from-data.ts';

/** The matrix [rows, columns] (default square) with ones where column − row = offset, else zeros. */
export function eye(rows: number, columns = rows, offset = 0, dtype: DType = 'float64'): NdArray {
  const data = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const column = row + offset;
    if (column >= 0 && column < columns) data[row * columns + column] = 1;
  }
  return fromData(data, [rows, columns], dtype);
}
