import { stepsPerUnit, sumExpFloat32 } from './softmax-float32.ts';

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
  const steps = stepsPerUnit(temperature);
  const rest = sumExpFloat32(input, start, top, stride, max, steps) + sumExpFloat32(input, top + stride, end, stride, max, steps);
  const log = Math.log1p(rest);
  for (let i = start; i < end; i += stride) out[i] = (input[i]! - max) / temperature - log;
}
