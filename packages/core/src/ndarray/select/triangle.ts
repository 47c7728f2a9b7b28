import type { NdArray } from '../ndarray.ts';

/** Zero above diagonal `offset` of the last two axes: keeps column − row ≤ offset (`tril`). */
export function lowerTriangle(a: NdArray, offset = 0): NdArray {
  return keepWhere(a, (row, column) => column - row <= offset);
}

/** Zero below diagonal `offset` of the last two axes: keeps column − row ≥ offset (`triu`). */
export function upperTriangle(a: NdArray, offset = 0): NdArray {
  return keepWhere(a, (row, column) => column - row >= offset);
}

function keepWhere(a: NdArray, keep: (row: number, column: number) => boolean): NdArray {
  const [rows, columns] = a.shape.slice(-2);
  if (rows === undefined || columns === undefined) throw new RangeError(`triangle: shape [${a.shape.join(', ')}] is no matrix`);
  const data = a.data.slice();
  for (let i = 0; i < data.length; i++) {
    if (!keep(Math.floor(i / columns) % rows, i % columns)) data[i] = 0;
  }
  return { dtype: a.dtype, shape: a.shape, data };
}
