import { mantissas, ROUNDER, STEPS_PER_UNIT } from '../exact/exp-table.ts';
import { POWER_ZERO, powersOfTwo } from '../exact/powers-of-two.ts';

/** ln 2 / 256 and half its square: e^{step} to second order, within 2^-31. */
export const STEP = 0.0027076061740622863;
export const HALF_STEP_SQUARED: number = 0.5 * STEP * STEP;

/** Below this step a term is zero as float32, whatever it is divided by. */
export const LOWEST_STEP = -151 * 256;

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
  const steps = Math.min(STEPS_PER_UNIT / temperature, Number.MAX_VALUE);
  let sum = 0;
  for (let i = start; i < end; i += stride) {
    const x = (input[i]! - max) * steps;
    const n = x + ROUNDER - ROUNDER;
    if (n < LOWEST_STEP) continue;
    const step = n | 0;
    const r = x - n;
    sum += mantissas[step & 255]! * powersOfTwo[(step >> 8) + POWER_ZERO]! * (1 + r * (STEP + r * HALF_STEP_SQUARED));
  }
  const reciprocal = 1 / sum;
  for (let i = start; i < end; i += stride) {
    const x = (input[i]! - max) * steps;
    const n = x + ROUNDER - ROUNDER;
    if (n < LOWEST_STEP) {
      // NaN if the sum is.
      out[i] = 0 * reciprocal;
      continue;
    }
    const step = n | 0;
    const r = x - n;
    out[i] =
      reciprocal * mantissas[step & 255]! * powersOfTwo[(step >> 8) + POWER_ZERO]! * (1 + r * (STEP + r * HALF_STEP_SQUARED));
  }
}
