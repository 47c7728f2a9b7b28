import type { NdArray } from '../ndarray.ts';

/** The storage places of the elements that are not zero, in ascending order. */
export function nonzeroPlaces(a: NdArray): number[] {
  const found: number[] = [];
  a.data.forEach((x, i) => {
    if (x !== 0) found.push(i);
  });
  return found;
}
