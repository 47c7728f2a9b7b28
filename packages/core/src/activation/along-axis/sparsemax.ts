import { type ArrayInput, asArray } from '../../ndarray/create/as-array.ts';
import type { DType } from '../../ndarray/dtype.ts';
import { floatOr } from '../../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { mapAlong } from '../../ndarray/reduce/along.ts';
import { sparsemax } from '../../vector/sparsemax.ts';

/**
 * The point of the probability simplex nearest to the logits along `axis`: sums to 1, with exact zeros. Shapes, dtypes and
 * errors as `hardmaxAlong`.
 * Source: Martins and Astudillo 2016, https://arxiv.org/abs/1602.02068.
 */
export function sparsemaxAlong(z: ArrayInput, axis: number, dtype?: DType): NdArray {
  const a = asArray(z);
  return mapAlong(a, axis, sparsemax, dtype ?? floatOr(a.dtype), 'sparsemaxAlong');
}
