import type { NdArray } from '../ndarray.ts';
import { reshape } from './reshape.ts';

/** One dimension: all elements in row-major order. */
export function ravel(a: NdArray): NdArray {
  return reshape(a, [a.data.length]);
}
