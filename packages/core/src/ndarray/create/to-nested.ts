import type { NdArray } from '../ndarray.ts';

/** Nested lists of numbers, or of booleans for bool: what `tolist()` gives. */
export type NestedList = number | boolean | readonly NestedList[];

/** Nested lists of the array's shape; the number itself for a 0-d array. */
export function toNested(a: NdArray): NestedList {
  let position = 0;
  const build = (depth: number): NestedList => {
    const length = a.shape[depth];
    if (length !== undefined) return Array.from({ length }, () => build(depth + 1));
    const value = a.data[position++] ?? Number.NaN;
    return a.dtype === 'bool' ? value !== 0 : value;
  };
  return build(0);
}
