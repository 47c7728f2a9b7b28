import type { NdArray } from '../ndarray.ts';
import { permute } from './permute.ts';

/** All axes reversed: `a.T` of NumPy. */
export function transpose(a: NdArray): NdArray {
  return permute(
    a,
    a.shape.map((_, i) => a.shape.length - 1 - i),
  );
}
