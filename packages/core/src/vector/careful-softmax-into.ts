import { type ExpParts, expParts } from '../exact/exp-parts.ts';
import type { Pair } from '../exact/pair.ts';
import { scale } from '../exact/scale.ts';
import { scaledDifference } from '../exact/scaled-difference.ts';
import { carefulSumExp } from './careful-sum-exp.ts';
import type { FloatArray } from './float-array.ts';

/**
 * Softmax of a slice for any finite maximum and positive temperature, within 1 ULP, subnormal results included. Slower than
 * `softmaxFloat64`: the differences to the maximum are formed in two parts.
 */
export function carefulSoftmaxInto(
  out: FloatArray,
  input: FloatArray,
  start: number,
  end: number,
  stride: number,
  max: number,
  temperature: number,
): void {
  carefulSumExp(sum, input, start, end, stride, -1, max, temperature);
  const reciprocal = 1 / sum.high;
  const high = Math.fround(reciprocal);
  const sumHigh = Math.fround(sum.high);
  const low = (1 - high * sumHigh - high * (sum.high - sumHigh) - high * sum.low) * reciprocal;
  for (let i = start; i < end; i += stride) {
    scaledDifference(difference, input[i]!, max, temperature);
    if (difference.high < -750) {
      out[i] = 0 * reciprocal;
      continue;
    }
    expParts(parts, difference.high, difference.low);
    out[i] = scale(parts.high * high + (parts.high * low + parts.low * reciprocal), parts.exponent);
  }
}

const sum: Pair = { high: 0.5, low: 0.5 };
const difference: Pair = { high: 0.5, low: 0.5 };
const parts: ExpParts = { high: 1, low: 0.5, exponent: 0 };
