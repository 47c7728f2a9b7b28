/**
 * Formulas as the libraries compute them: in the array's own precision, with every step rounded, so that saturation shows where it
 * really does (float32 log_softmax of a sure class is exactly 0). The core's functions are exact instead; `softlens` rows use those.
 */
import type { DType } from '@softlens/core';
import { pairwiseSum } from '@softlens/core';
import { roundThrough } from './operand.ts';
import { singlePairwiseSum } from './single-precision.ts';

/** Rounds an intermediate result. */
export type Rounding = (x: number) => number;

/** Half precisions are computed in float32, but in NumPy each of its functions rounds to half again. */
export function workingPrecision(dtype: DType | undefined, library: string): Rounding {
  if (dtype === undefined || dtype === 'float64') return (x) => x;
  return library === 'numpy' && dtype === 'float16' ? roundThrough(dtype) : Math.fround;
}

function largest(vector: Float64Array): number {
  return vector.reduce((a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Math.max(a, b)), -Infinity);
}

function total(vector: Float64Array, r: Rounding): number {
  return r(0.1) === 0.1 ? pairwiseSum(vector) : r(singlePairwiseSum(vector));
}

/** exp(x − max) / Σ exp(x − max): NumPy idiom, SciPy and PyTorch alike. */
export function softmaxOf(vector: Float64Array, r: Rounding): Float64Array {
  const top = largest(vector);
  const exponentials = vector.map((x) => r(Math.exp(r(x - top))));
  const sum = total(exponentials, r);
  return exponentials.map((e) => r(e / sum));
}

/** (x − max) − log Σ exp(x − max). */
export function logSoftmaxOf(vector: Float64Array, r: Rounding): Float64Array {
  const top = largest(vector);
  const shifted = vector.map((x) => r(x - top));
  const log = r(Math.log(total(shifted.map((x) => r(Math.exp(x))), r)));
  return shifted.map((x) => r(x - log));
}

/** max + log Σ exp(x − max), an infinite maximum counting as 0. */
export function logSumExpOf(vector: Float64Array, r: Rounding): number {
  const top = largest(vector);
  const shift = Number.isFinite(top) ? top : 0;
  return r(r(Math.log(total(vector.map((x) => r(Math.exp(r(x - shift)))), r))) + shift);
}

export function sigmoidOf(x: number, r: Rounding): number {
  return r(1 / r(1 + r(Math.exp(-x))));
}
