import { allocate } from '../ndarray/create/allocate.ts';
import { scalar } from '../ndarray/create/scalar.ts';
import type { DType } from '../ndarray/dtype.ts';
import { rounder } from '../ndarray/dtypes/round-to.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { pairwiseSum } from '../ndarray/reduce/pairwise-sum.ts';

/** What becomes of the losses of the items: all of them, their sum, or their mean (the default, as in every framework). */
export type Reduction = 'none' | 'sum' | 'mean';

/** The losses of the items in float64, not yet rounded. `divisor` is what the mean divides by: the count, or the total weight. */
export interface ItemLosses {
  readonly values: Float64Array;
  readonly shape: readonly number[];
  readonly divisor: number;
}

/** The losses of the items, their sum or their mean (0-d), rounded once to `dtype`. The mean of no items is NaN. */
export function reduceLosses({ values, shape, divisor }: ItemLosses, reduction: Reduction, dtype: DType): NdArray {
  if (reduction !== 'none') return scalar(pairwiseSum(values) / (reduction === 'mean' ? divisor : 1), dtype);
  const round = rounder(dtype);
  const data = allocate(dtype, values.length);
  values.forEach((value, i) => {
    data[i] = round(value);
  });
  return { dtype, shape, data };
}
