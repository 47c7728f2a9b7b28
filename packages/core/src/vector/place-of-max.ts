import type { FloatArray } from './float-array.ts';

/** The first place, among `start, start + stride, …` before `end`, of the largest number; NaN is passed over. `start` if there is none. */
export function placeOfMax(input: FloatArray, start: number, end: number, stride: number): number {
  let place = start;
  let max = -Infinity;
  for (let i = start; i < end; i += stride) {
    const x = input[i]!;
    if (x > max) {
      max = x;
      place = i;
    }
  }
  return place;
}
