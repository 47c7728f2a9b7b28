import type { FloatArray } from './float-array.ts';
import { logSumExpOf } from './log-sum-exp-of.ts';

/**
 * Log-softmax of one strided slice, without allocation: `out[i] = x_i − log Σ_j e^{x_j}`, where i runs over
 * `offset, offset + stride, …` (`length` places, the same in `input` and `out`). `out` may be `input`.
 *
 * Two Float64Arrays: within 1 ULP of the exact result. Two Float32Arrays: within 1 float32 ULP.
 */
export function logSoftmaxInto(out: FloatArray, input: FloatArray, offset: number, stride: number, length: number): void {
  const total = logSumExpOf(input, offset, stride, length);
  const end = offset + stride * length;
  for (let i = offset; i < end; i += stride) out[i] = (input[i] as number) - total;
}
