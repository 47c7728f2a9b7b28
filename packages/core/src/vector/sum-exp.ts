import { mantissas, shifts } from '../exact/exp-table.ts';
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
 * Each term is an exact float64 plus a small rest (`exp-table.ts`). The first are summed with Knuth's error term. The rests are
 * summed in short blocks, so that their own rounding errors cannot pile up; a block is also a call that engines optimise early.
 */
export function sumExp(sum: ExpSum, input: FloatArray, start: number, end: number, stride: number, scale: ExpScale): void {
  sum.high = 0;
  sum.low = 0;
  sum.deep = false;
  for (let block = start; block < end; block += 128 * stride) {
    addBlock(sum, input, block, Math.min(block + 128 * stride, end), stride, scale);
  }
  const { high, low } = sum;
  sum.high = high + low;
  sum.low = low - (sum.high - high);
}

function addBlock(sum: ExpSum, input: FloatArray, start: number, end: number, stride: number, scale: ExpScale): void {
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
  let high = 0;
  let low = 0;
  for (let i = start; i < end; i += stride) {
    const x = input[i]!;
    const n = x * stepsPerUnit + rounder - rounder;
    if (n < lowestStep) {
      if (n > scale.zeroStep) sum.deep = true;
      continue;
    }
    const step = n | 0;
    const r = (x - n * stepHigh - n * stepLow) * inverse - correction[step & 255]!;
    const term = table[step & 255]! * powers[(step >> 8) + base]!;
    const next = high + term;
    const added = next - high;
    low += high - (next - added) + (term - added) + term * (r * (c1 + r * (c2 + r * (c3 + r * c4))));
    high = next;
  }
  const next = sum.high + high;
  const added = next - sum.high;
  sum.low += sum.high - (next - added) + (high - added) + low;
  sum.high = next;
}

export function makeExpSum(): ExpSum {
  return { high: 0.5, low: 0.5, deep: false };
}
