import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import type { DType } from '../ndarray/dtype.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import { map } from '../ndarray/elements/map.ts';
import type { NdArray } from '../ndarray/ndarray.ts';

/**
 * A scalar function applied to every element: `activate(a, gelu)`, `activate(a, (x) => elu(x, { alpha: 2 }))`. Computed in
 * float64 and rounded once to `dtype`, by default that of `a` if it is a float, else float64. Same shape.
 */
export function activate(input: ArrayInput, f: (x: number) => number, dtype?: DType): NdArray {
  const a = asArray(input);
  return map(a, (x) => f(x), dtype ?? floatOr(a.dtype));
}
