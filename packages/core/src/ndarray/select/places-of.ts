import type { NdArray } from '../ndarray.ts';

export function positions(a: NdArray): number[] {
  const found: number[] = [];
  a.data.forEach((x, i) => {
    if (x !== 0) found.push(i);
  });
  return found;
}
