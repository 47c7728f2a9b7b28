import { EXP_1, EXP_2, EXP_3, EXP_4, mantissas, ROUNDER, shifts } from '../exact/exp-table.ts';
import { powersOfTwo } from '../exact/powers-of-two.ts';
import { makeExpScale, setExpScale } from './exp-scale.ts';
import type { FloatArray } from './float-array.ts';
import { makeExpSum, sumExp } from './sum-exp.ts';

/**
 * Softmax of a slice with a finite maximum, within 1 ULP. False, with nothing written, where only `carefulSoftmaxInto` can do it:
 * very large logits, extreme temperatures, results between 2^-930 and the smallest subnormal.
 *
 * Source: the two-pass form of P. Blanchard, D. Higham and N. Higham, Accurately computing the log-sum-exp and softmax functions,
 * IMA J. Numer. Anal. 41 (2021), with the terms and the reciprocal of the sum carried in two parts.
 */
export function softmaxFloat64(
  out: FloatArray,
  input: FloatArray,
  start: number,
  end: number,
  stride: number,
  max: number,
  temperature: number,
): boolean {
  if (!setExpScale(scale, max, temperature)) return false;
  sumExp(sum, input, start, end, stride, scale);
  if (sum.deep) return false;

  // 1 / sum = high + low, where high has 24 bits: its products with the table's 26 bits are exact.
  const reciprocal = 1 / sum.high;
  const high = Math.fround(reciprocal);
  const sumHigh = Math.fround(sum.high);
  const low = (1 - high * sumHigh - high * (sum.high - sumHigh) - high * sum.low) * reciprocal;

  const { stepsPerUnit, stepHigh, stepLow, inverse, base, lowestStep } = scale;
  for (let i = start; i < end; i += stride) {
    const x = input[i]!;
    const n = x * stepsPerUnit + ROUNDER - ROUNDER;
    if (n < lowestStep) {
      // NaN if the sum is.
      out[i] = 0 * reciprocal;
      continue;
    }
    const step = n | 0;
    const r = (x - n * stepHigh - n * stepLow) * inverse - shifts[step & 255]!;
    const term = mantissas[step & 255]! * powersOfTwo[(step >> 8) + base]!;
    const rest = r * (EXP_1 + r * (EXP_2 + r * (EXP_3 + r * EXP_4)));
    out[i] = term * high + term * (low + rest * reciprocal);
  }
  return true;
}

const scale = makeExpScale();
const sum = makeExpSum();
