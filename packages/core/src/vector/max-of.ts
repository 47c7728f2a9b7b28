import type { FloatArray } from './float-array.ts';

/** The largest number of the places `start, start + stride, …` before `end`, passing over NaN; −Infinity if there is none. */
export function maxOf(input: FloatArray, start: number, end: number, stride: number): number {
  let max = -Infinity;
  for (let i = start; i < end; i += stride) {
    const x = input[i]!;
    if (x > max) max = x;
  }
  return max;
}
