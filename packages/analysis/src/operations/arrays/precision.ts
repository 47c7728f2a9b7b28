/**
 * Formulas as the libraries compute them: in the array's own precision, with every step rounded, so that saturation shows where it
 * really does (float32 log_softmax of a sure class is exactly 0). The core's functions are exact instead; `core`'s rows use those.
 */
import type { DType } from '@softlens/core';
import { exp as exactExp, log as exactLog, pairwiseSum } from '@softlens/core';
import { roundThrough } from '../elementwise/operand.ts';
import { expSingle, logSingle } from './numpy-single.ts';
import { singlePairwiseSum } from './single-precision.ts';

/** Rounds an intermediate result. */
export type Rounding = (x: number) => number;

/** Half precisions are computed in float32, but in NumPy each of its functions rounds to half again. */
export function workingPrecision(dtype: DType | undefined, library: string): Rounding {
  if (dtype === undefined || dtype === 'float64') return (x) => x;
  return library === 'numpy' && dtype === 'float16' ? roundThrough(dtype) : Math.fround;
}

/** exp and log as the library has them in a dtype. */
interface Working {
  readonly r: Rounding;
  readonly exp: (x: number) => number;
  readonly log: (x: number) => number;
}

export function workingOf(dtype: DType | undefined, library: string): Working {
  const r = workingPrecision(dtype, library);
  const own = library === 'numpy' && dtype === 'float32';
  return own ? { r, exp: expSingle, log: logSingle } : { r, exp: (x) => r(exactExp(x)), log: (x) => r(exactLog(x)) };
}

function largest(vector: Float64Array): number {
  return vector.reduce((a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Math.max(a, b)), -Infinity);
}

function total(vector: Float64Array, r: Rounding): number {
  return r(0.1) === 0.1 ? pairwiseSum(vector) : r(singlePairwiseSum(vector));
}

/** exp(x − max) / Σ exp(x − max): NumPy idiom, SciPy and PyTorch alike. */
export function softmaxOf(vector: Float64Array, { r, exp }: Working): Float64Array {
  const top = largest(vector);
  const exponentials = vector.map((x) => exp(r(x - top)));
  const sum = total(exponentials, r);
  return exponentials.map((e) => r(e / sum));
}

/** (x − max) − log Σ exp(x − max). */
export function logSoftmaxOf(vector: Float64Array, { r, exp, log }: Working): Float64Array {
  const top = largest(vector);
  const shifted = vector.map((x) => r(x - top));
  const sum = log(
    total(
      shifted.map((x) => exp(x)),
      r,
    ),
  );
  return shifted.map((x) => r(x - sum));
}

/** max + log Σ exp(x − max), an infinite maximum counting as 0. */
export function logSumExpOf(vector: Float64Array, { r, exp, log }: Working): number {
  const top = largest(vector);
  const shift = Number.isFinite(top) ? top : 0;
  return r(
    log(
      total(
        vector.map((x) => exp(r(x - shift))),
        r,
      ),
    ) + shift,
  );
}

export function sigmoidOf(x: number, r: Rounding): number {
  return r(1 / r(1 + r(exactExp(-x))));
}

/** PyTorch 1.13: (1 − y)·z + w·(log(e^−m + e^(−z−m)) + m), with m = max(−z, 0) and w = (v − 1)·y + 1 for a positive weight v. */
export function binaryCrossEntropyOf(z: number, y: number, positive: number | undefined, r: Rounding): number {
  const shift = Math.max(-z, 0);
  const log = r(exactLog(r(r(exactExp(-shift)) + r(exactExp(r(-z - shift))))));
  const base = r(r(1 - y) * z);
  if (positive === undefined) return r(r(base + shift) + log);
  const weight = r(r(r(positive - 1) * y) + 1);
  return r(base + r(weight * r(log + shift)));
}
