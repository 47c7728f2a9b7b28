import { floatOr } from '../dtypes/float-or.ts';
import type { NdArray } from '../ndarray.ts';
import { pairwiseSum } from './pairwise-sum.ts';
import { type ReduceOptions, reduce } from './reduce.ts';

/** `order` p of the norm: any number, Infinity or −Infinity; default 2. */
export interface NormOptions extends ReduceOptions {
  readonly order?: number | undefined;
}

/**
 * The vector norm (Σ |x|^p)^(1/p) along `axis` (default: of all elements); p = 0 counts the elements that are not zero, ±∞ is
 * the largest or least magnitude. Floats keep their dtype, others give float64. Source: `numpy.linalg.norm` for vectors.
 */
export function norm(a: NdArray, options: NormOptions = {}): NdArray {
  const order = options.order ?? 2;
  return reduce(
    a,
    (group, run) => vectorNorm(group.map(Math.abs), run, order),
    options,
    options.dtype ?? floatOr(a.dtype),
    'norm',
  );
}

function vectorNorm(magnitudes: Float64Array, run: number, order: number): number {
  if (order === Infinity) return magnitudes.reduce((most, x) => Math.max(most, x), 0);
  if (order === -Infinity) return magnitudes.reduce((least, x) => Math.min(least, x), Infinity);
  if (order === 0) return magnitudes.reduce((count, x) => (x !== 0 ? count + 1 : count), 0);
  if (order === 1) return pairwiseSum(magnitudes, run);
  if (order === 2)
    return Math.sqrt(
      pairwiseSum(
        magnitudes.map((x) => x * x),
        run,
      ),
    );
  return (
    pairwiseSum(
      magnitudes.map((x) => x ** order),
      run,
    ) **
    (1 / order)
  );
}
