import { pairwiseSum } from './pairwise-sum.ts';
import type { ReduceOptions } from './reduce.ts';

/** `correction` is subtracted from n in the divisor: 0 (NumPy's default) or 1 (PyTorch's, the unbiased estimate). */
export interface VarianceOptions extends ReduceOptions {
  readonly correction?: number | undefined;
}

/** Σ (x − mean)² / max(n − correction, 0) of one group, in two passes; NaN for no elements. */
export function spread(group: Float64Array, run: number, correction = 0): number {
  const mean = pairwiseSum(group, run) / group.length;
  return (
    pairwiseSum(
      group.map((x) => (x - mean) ** 2),
      run,
    ) / Math.max(group.length - correction, 0)
  );
}
