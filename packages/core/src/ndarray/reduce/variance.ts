import { floatOr } from '../dtypes/kind.ts';
import type { NdArray } from '../ndarray.ts';
import { pairwiseSum } from './pairwise-sum.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/** `correction` is subtracted from n in the divisor: 0 (NumPy's default) or 1 (PyTorch's, the unbiased estimate). */
export interface VarianceOptions extends ReduceOptions {
  readonly correction?: number | undefined;
}

/**
 * Σ (x − mean)² / max(n − correction, 0) along `axis` (default all), in two passes. Floats keep their dtype, others give
 * float64.
 */
export function variance(a: NdArray, options: VarianceOptions = {}): NdArray {
  const f = (group: Float64Array, run: number): number => spread(group, run, options.correction);
  return reduce(a, f, options, options.dtype ?? floatOr(a.dtype), 'variance');
}

/** √variance along `axis` (default all), rounded once. */
export function standardDeviation(a: NdArray, options: VarianceOptions = {}): NdArray {
  const f = (group: Float64Array, run: number): number => Math.sqrt(spread(group, run, options.correction));
  return reduce(a, f, options, options.dtype ?? floatOr(a.dtype), 'standardDeviation');
}

function spread(group: Float64Array, run: number, correction = 0): number {
  const mean = pairwiseSum(group, run) / group.length;
  return (
    pairwiseSum(
      group.map((x) => (x - mean) ** 2),
      run,
    ) / Math.max(group.length - correction, 0)
  );
}
