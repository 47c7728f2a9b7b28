import type { FloatArray } from './float-array.ts';

/**
 * Softmax of one strided slice, without allocation: `out[i] = e^{x_i / T} / Σ_j e^{x_j / T}`, where i runs over
 * `offset, offset + stride, …` (`length` places, the same in `input` and `out`). `out` may be `input`.
 *
 * Two Float64Arrays: within 1 ULP of the exact result. Two Float32Arrays: within 1 float32 ULP.
 * NaN and infinities as in `softmax`. The caller checks the bounds; length 0 writes nothing.
 */
export function softmaxInto(
  out: FloatArray,
  input: FloatArray,
  offset: number,
  stride: number,
  length: number,
  temperature = 1,
): void {
  const end = offset + stride * length;
  let max = -Infinity;
  for (let i = offset; i < end; i += stride) max = Math.max(max, input[i] as number);
  let sum = 0;
  for (let i = offset; i < end; i += stride) sum += Math.exp(((input[i] as number) - max) / temperature);
  for (let i = offset; i < end; i += stride) out[i] = Math.exp(((input[i] as number) - max) / temperature) / sum;
}
