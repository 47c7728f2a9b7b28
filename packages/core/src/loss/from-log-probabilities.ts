import type { NdArray } from '../ndarray/ndarray.ts';
import { moveAxis } from '../ndarray/shape/move-axis.ts';
import { sameShape } from '../ndarray/shape/same-shape.ts';
import { type ClassTargetOptions, classTargets } from './class-target.ts';
import { type Reduction, reduceLosses } from './reduction.ts';

/** Class axis, weights, smoothing and ignored index; reduction default 'mean'. */
export interface CrossEntropyOptions extends ClassTargetOptions {
  readonly reduction?: Reduction | undefined;
}

/**
 * −Σ_c v_c log p_c per item, reduced: what cross-entropy and negative log-likelihood share. `name` is the function to name in
 * errors.
 */
export function fromLogProbabilities(
  logs: NdArray,
  target: NdArray,
  options: CrossEntropyOptions,
  dtype: NdArray['dtype'],
  name: string,
): NdArray {
  const { coefficients, classes, items, divisor, axis } = classTargets(logs.shape, target, options, name);
  const rows = moveAxis(logs, axis, -1).data;
  // An index leaves the other classes alone; a probability of 0 takes part, so that 0 · ∞ shows as NaN.
  const skipZeros = !sameShape(logs.shape, target.shape);
  const values = new Float64Array(rows.length / classes);
  coefficients.forEach((v, i) => {
    if (v === 0 && skipZeros) return;
    const item = Math.floor(i / classes);
    values[item] = (values[item] ?? 0) - v * (rows[i] ?? Number.NaN);
  });
  return reduceLosses({ values, shape: items, divisor }, options.reduction ?? 'mean', dtype);
}
