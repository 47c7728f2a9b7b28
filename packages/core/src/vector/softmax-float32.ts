import { mantissas, STEPS_PER_UNIT } from '../exact/exp-table.ts';
import { powersOfTwo } from '../exact/powers-of-two.ts';

/**
 * Softmax of a float32 slice with a finite maximum, within 1 float32 ULP: float64 arithmetic with a short exponential, rounded once.
 */
export function softmaxFloat32(
  out: Float32Array,
  input: Float32Array,
  start: number,
  end: number,
  stride: number,
  max: number,
  temperature: number,
): void {
  const steps = stepsPerUnit(temperature);
  const reciprocal = 1 / sumExpFloat32(input, start, end, stride, max, steps);
  const block = 1024 * stride;
  for (let i = start; i < end; i += block) divide(out, input, i, Math.min(i + block, end), stride, max, steps, reciprocal);
}

/** Steps of the table per unit of x; finite, so that its product with a difference of 0 is 0 at any temperature. */
export function stepsPerUnit(temperature: number): number {
  return Math.min(STEPS_PER_UNIT / temperature, Number.MAX_VALUE);
}

/** `Σ e^{(x − max) / temperature}` over the places `start, start + stride, …` before `end`, within 2^-26. */
export function sumExpFloat32(
  input: Float32Array,
  start: number,
  end: number,
  stride: number,
  max: number,
  steps: number,
): number {
  const block = 1024 * stride;
  let sum = 0;
  for (let i = start; i < end; i += block) sum += sumBlock(input, i, Math.min(i + block, end), stride, max, steps);
  return sum;
}

/** e^{r ln 2 / 256} to second order, within 2^-31. A term below `lowest` is zero as float32, whatever it is divided by. */
function sumBlock(input: Float32Array, start: number, end: number, stride: number, max: number, steps: number): number {
  // As literals and locals, because engines load what another module exports anew at every use; see `exp-table.ts`.
  const rounder = 6755399441055744;
  const lowest = -151 * 256;
  const first = 0.0027076061740622863;
  const second = 3.665565596910106e-6;
  const table = mantissas;
  const powers = powersOfTwo;
  const zero = 1074;
  let sum = 0;
  for (let i = start; i < end; i += stride) {
    const x = (input[i]! - max) * steps;
    const n = x + rounder - rounder;
    if (n < lowest) continue;
    const step = n | 0;
    const r = x - n;
    sum += table[step & 255]! * powers[(step >> 8) + zero]! * (1 + r * (first + r * second));
  }
  return sum;
}

function divide(
  out: Float32Array,
  input: Float32Array,
  start: number,
  end: number,
  stride: number,
  max: number,
  steps: number,
  reciprocal: number,
): void {
  // As literals and locals, because engines load what another module exports anew at every use; see `exp-table.ts`.
  const rounder = 6755399441055744;
  const lowest = -151 * 256;
  const first = 0.0027076061740622863;
  const second = 3.665565596910106e-6;
  const table = mantissas;
  const powers = powersOfTwo;
  const zero = 1074;
  for (let i = start; i < end; i += stride) {
    const x = (input[i]! - max) * steps;
    const n = x + rounder - rounder;
    if (n < lowest) {
      // NaN if the sum is.
      out[i] = 0 * reciprocal;
      continue;
    }
    const step = n | 0;
    const r = x - n;
    out[i] = reciprocal * table[step & 255]! * powers[(step >> 8) + zero]! * (1 + r * (first + r * second));
  }
}
