import { mantissas, ROUNDER, STEPS_PER_UNIT } from '../exact/exp-table.ts';
import { POWER_ZERO, powersOfTwo } from '../exact/powers-of-two.ts';
import { HALF_STEP_SQUARED, LOWEST_STEP, STEP } from './softmax-float32.ts';

/**
 * Log-softmax of a float32 slice with a finite maximum at `top`, within 1 float32 ULP: float64 arithmetic with a short
 * exponential, rounded once. The maximum is left out of the sum, so that its own result keeps its digits.
 */
export function logSoftmaxFloat32(
  out: Float32Array,
  input: Float32Array,
  start: number,
  end: number,
  stride: number,
  top: number,
  temperature: number,
): void {
  const max = input[top]!;
  const steps = Math.min(STEPS_PER_UNIT / temperature, Number.MAX_VALUE);
  let rest = 0;
  for (let i = start; i < end; i += stride) {
    const x = (input[i]! - max) * steps;
    const n = x + ROUNDER - ROUNDER;
    if (n < LOWEST_STEP || i === top) continue;
    const step = n | 0;
    const r = x - n;
    rest += mantissas[step & 255]! * powersOfTwo[(step >> 8) + POWER_ZERO]! * (1 + r * (STEP + r * HALF_STEP_SQUARED));
  }
  const log = Math.log1p(rest);
  for (let i = start; i < end; i += stride) out[i] = (input[i]! - max) / temperature - log;
}
