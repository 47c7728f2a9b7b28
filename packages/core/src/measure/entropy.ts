import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { pairwiseSum } from '../ndarray/reduce/pairwise-sum.ts';
import { reduce } from '../ndarray/reduce/reduce.ts';

/** The axis of the classes (default last), the unit (default nats), and whether the axis stays with size 1. */
export interface EntropyOptions {
  readonly axis?: number | undefined;
  readonly unit?: 'nats' | 'bits' | undefined;
  readonly keepdims?: boolean | undefined;
}

/**
 * −Σ p log p along an axis, 0 · log 0 being 0: between 0 and log classes. `p` is used as given, not normalised. Source:
 * Shannon 1948.
 */
export function entropy(probabilities: ArrayInput, options: EntropyOptions = {}): NdArray {
  const a = asArray(probabilities);
  const f = (p: Float64Array): number => pairwiseSum(p.map((x) => (x === 0 ? 0 : -x * logIn(x, options.unit))));
  return reduce(a, f, { axis: options.axis ?? -1, keepdims: options.keepdims }, floatOr(a.dtype), 'entropy');
}

function logIn(x: number, unit: EntropyOptions['unit']): number {
  return unit === 'bits' ? Math.log2(x) : Math.log(x);
}
