import type { FloatArray } from './float-array.ts';

/** `log Σ_i e^{x_i}` over the strided slice `offset, offset + stride, …` (`length` places). Length 0 gives −Infinity. */
export function logSumExpOf(input: FloatArray, offset: number, stride: number, length: number): number {
  const end = offset + stride * length;
  let max = -Infinity;
  for (let i = offset; i < end; i += stride) max = Math.max(max, input[i] as number);
  let sum = 0;
  for (let i = offset; i < end; i += stride) sum += Math.exp((input[i] as number) - max);
  return max + Math.log(sum);
}
