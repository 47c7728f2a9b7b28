import type { NdArray } from '../ndarray.ts';
import { keepWhere } from './keep-where.ts';

/** Zero above diagonal `offset` of the last two axes: keeps column − row ≤ offset (`tril`). */
export function lowerTriangle(a: NdArray, offset = 0): NdArray {
  return keepWhere(a, (row, column) => column - row <= offset);
}
