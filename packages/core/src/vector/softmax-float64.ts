import { mantissas, shifts } from '../exact/exp-table.ts';
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

  const block = 1024 * stride;
  for (let i = start; i < end; i += block) divide(out, input, i, Math.min(i + block, end), stride, high, low);
  return true;
}

/** Writes e^x · (high + low), with a single rounding that matters. */
function divide(out: FloatArray, input: FloatArray, start: number, end: number, stride: number, high: number, low: number): void {
  const { stepsPerUnit, stepHigh, stepLow, inverse, base, lowestStep } = scale;
  // As literals and locals, because engines load what another module exports anew at every use; see `exp-table.ts`.
  const rounder = 6755399441055744;
  const c1 = 0.9999999999999912;
  const c2 = 0.5;
  const c3 = 0.16666668575806706;
  const c4 = 1 / 24;
  const table = mantissas;
  const correction = shifts;
  const powers = powersOfTwo;
  const both = high + low;
  for (let i = start; i < end; i += stride) {
    const x = input[i]!;
    const n = x * stepsPerUnit + rounder - rounder;
    if (n < lowestStep) {
      // NaN if the sum is.
      out[i] = 0 * both;
      continue;
    }
    const step = n | 0;
    const r = (x - n * stepHigh - n * stepLow) * inverse - correction[step & 255]!;
    const term = table[step & 255]! * powers[(step >> 8) + base]!;
    const rest = r * (c1 + r * (c2 + r * (c3 + r * c4)));
    out[i] = term * high + term * (low + rest * both);
  }
}

const scale = makeExpScale();
const sum = makeExpSum();
