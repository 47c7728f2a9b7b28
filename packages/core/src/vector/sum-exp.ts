import { EXP_1, EXP_2, EXP_3, EXP_4, mantissas, ROUNDER, shifts } from '../exact/exp-table.ts';
import type { Pair } from '../exact/pair.ts';
import { powersOfTwo } from '../exact/powers-of-two.ts';
import type { ExpScale } from './exp-scale.ts';
import type { FloatArray } from './float-array.ts';

/** A sum of exponentials in two parts. */
export interface ExpSum extends Pair {
  /** Some terms were too small for the scale of the sum, but not zero. */
  deep: boolean;
}

/**
 * `Σ e^{x / temperature}` over the places `start, start + stride, …` before `end`, divided by 2^octave of `scale`, written into
 * `sum`; the relative error is below 2^-56 for any length. NaN in, NaN out; −∞ adds nothing.
 *
 * Each term is an exact float64 plus a small rest (`exp-table.ts`). The first are summed with Knuth's error term; the rests are
 * summed in blocks, so that their own rounding errors cannot pile up.
 */
export function sumExp(sum: ExpSum, input: FloatArray, start: number, end: number, stride: number, scale: ExpScale): void {
  const { stepsPerUnit, stepHigh, stepLow, inverse, base, lowestStep, zeroStep } = scale;
  let high = 0;
  let low = 0;
  let deep = false;
  for (let block = start; block < end; block += 128 * stride) {
    const blockEnd = Math.min(block + 128 * stride, end);
    let blockHigh = 0;
    let blockLow = 0;
    for (let i = block; i < blockEnd; i += stride) {
      const x = input[i]!;
      const n = x * stepsPerUnit + ROUNDER - ROUNDER;
      if (n < lowestStep) {
        deep ||= n > zeroStep;
        continue;
      }
      const step = n | 0;
      const r = (x - n * stepHigh - n * stepLow) * inverse - shifts[step & 255]!;
      const term = mantissas[step & 255]! * powersOfTwo[(step >> 8) + base]!;
      const next = blockHigh + term;
      const added = next - blockHigh;
      blockLow += blockHigh - (next - added) + (term - added) + term * (r * (EXP_1 + r * (EXP_2 + r * (EXP_3 + r * EXP_4))));
      blockHigh = next;
    }
    const next = high + blockHigh;
    const added = next - high;
    low += high - (next - added) + (blockHigh - added) + blockLow;
    high = next;
  }
  sum.high = high + low;
  sum.low = low - (sum.high - high);
  sum.deep = deep;
}

export function makeExpSum(): ExpSum {
  return { high: 0.5, low: 0.5, deep: false };
}
