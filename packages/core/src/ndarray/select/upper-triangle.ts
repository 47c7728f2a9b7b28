import type { NdArray } from '../ndarray.ts';
import { keepWhere } from './keep-where.ts';

/** Zero below diagonal `offset` of the last two axes: keeps column − row ≥ offset (`triu`). */
export function upperTriangle(a: NdArray, offset = 0): NdArray {
  return keepWhere(a, (row, column) => column - row >= offset);
}
