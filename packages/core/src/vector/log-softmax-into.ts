import { log1pPair } from '../exact/log1p-pair.ts';
import type { Pair } from '../exact/pair.ts';
import { scale } from '../exact/scale.ts';
import { scaledDifference } from '../exact/scaled-difference.ts';
import { sumError } from '../exact/sum-error.ts';
import type { FloatArray } from './float-array.ts';
import { hasLimit, limitInto } from './limit-into.ts';
import { type LogRest, logRest } from './log-rest.ts';
import { logSoftmaxFloat32 } from './log-softmax-float32.ts';
import { placeOfMax } from './place-of-max.ts';

/**
 * Log-softmax of one strided slice, without allocation: `out[i] = x_i / T − log Σ_j e^{x_j / T}`, where i runs over
 * `offset, offset + stride, …` (`length` places, the same in `input` and `out`). `out` may be `input`.
 *
 * A Float64Array `out` is within 1 ULP of the exact result. Two Float32Arrays: within 1 float32 ULP.
 * NaN, infinities and the temperatures 0 and Infinity as in `logSoftmax`. The caller checks the bounds; length 0 writes nothing.
 *
 * @throws RangeError if the temperature is negative or NaN
 */
export function logSoftmaxInto(
  out: FloatArray,
  input: FloatArray,
  offset: number,
  stride: number,
  length: number,
  temperature = 1,
): void {
  if (!(temperature >= 0)) throw new RangeError(`logSoftmax: the temperature must not be negative, but is ${temperature}`);
  if (length === 0) return;
  const end = offset + stride * length;
  const top = placeOfMax(input, offset, end, stride);
  const max = input[top]!;
  if (hasLimit(max, temperature)) {
    limitInto(out, input, offset, end, stride, max, temperature);
    for (let i = offset; i < end; i += stride) out[i] = logOfShare(out[i]!);
  } else if (out instanceof Float32Array && input instanceof Float32Array) {
    logSoftmaxFloat32(out, input, offset, end, stride, top, temperature);
  } else {
    logRest(rest, input, offset, end, stride, top, temperature);
    if (temperature === 1 && rest.exponent === 0) subtract(out, input, offset, end, stride, max);
    else carefulSubtract(out, input, offset, end, stride, max, temperature);
  }
}

/** The logarithm of 0, 1 or 1 / count. */
function logOfShare(share: number): number {
  if (share === 0) return -Infinity;
  log1pPair(difference, Math.round(1 / share) - 1, 0);
  return 0 - difference.high;
}

/** `(x − max) − rest`: both are negative, so that nothing cancels; the error of the first is carried along. */
function subtract(out: FloatArray, input: FloatArray, start: number, end: number, stride: number, max: number): void {
  const { high, low } = rest;
  for (let i = start; i < end; i += stride) {
    const x = input[i]!;
    const difference = x - max;
    const result = difference - high;
    const error = sumError(x, -max, difference) + (sumError(difference, -high, result) - low);
    out[i] = difference === -Infinity ? result : result + error;
  }
}

function carefulSubtract(
  out: FloatArray,
  input: FloatArray,
  start: number,
  end: number,
  stride: number,
  max: number,
  temperature: number,
): void {
  const { high, low, exponent } = rest;
  for (let i = start; i < end; i += stride) {
    scaledDifference(difference, input[i]!, max, temperature);
    if (difference.high === -Infinity) out[i] = -Infinity - high;
    else if (exponent === 0) {
      const result = difference.high - high;
      out[i] = result + (sumError(difference.high, -high, result) + (difference.low - low));
    } else out[i] = difference.high === 0 ? -scale(high + low, exponent) : difference.high + difference.low;
  }
}

const rest: LogRest = { high: 0.5, low: 0.5, exponent: 0 };
const difference: Pair = { high: 0.5, low: 0.5 };
