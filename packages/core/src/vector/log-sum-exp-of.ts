import { scale } from '../exact/scale.ts';
import { sumError } from '../exact/sum-error.ts';
import { cancelledLogSumExp } from './cancelled-log-sum-exp.ts';
import type { FloatArray } from './float-array.ts';
import { type LogRest, logRest } from './log-rest.ts';
import { placeOfMax } from './place-of-max.ts';

/**
 * Log-sum-exp of one strided slice, without allocation: `log Σ_i e^{x_i}`, where i runs over `offset, offset + stride, …`
 * (`length` places). Accuracy, NaN and infinities as for `logSumExp`, for float32 input too. Length 0 gives −∞.
 */
export function logSumExpOf(input: FloatArray, offset: number, stride: number, length: number): number {
  if (length === 0) return -Infinity;
  const end = offset + stride * length;
  const top = placeOfMax(input, offset, end, stride);
  const max = input[top]!;
  if (!Number.isFinite(max)) return plainSum(input, offset, end, stride);
  logRest(rest, input, offset, end, stride, top, 1);
  if (rest.exponent !== 0) return max + scale(rest.high + rest.low, rest.exponent);
  const sum = max + rest.high;
  const result = sum + (sumError(max, rest.high, sum) + rest.low);
  return Math.abs(result) < -0.125 * max ? cancelledLogSumExp(input, offset, end, stride, top) : result;
}

/** The sum of numbers of which one is infinite or NaN and none is finite and larger: NaN or ±∞. */
function plainSum(input: FloatArray, start: number, end: number, stride: number): number {
  let max = -Infinity;
  for (let i = start; i < end; i += stride) max = Math.max(max, input[i]!);
  return max;
}

const rest: LogRest = { high: 0.5, low: 0.5, exponent: 0 };
