import type { NdArray } from '../ndarray.ts';
import { array, type Nested } from './array.ts';

/** What functions over arrays take: an array, or nested lists, which become float64 (bool where all are booleans). */
export type ArrayInput = NdArray | Nested;

export function asArray(input: ArrayInput): NdArray {
  return isNdArray(input) ? input : array(input);
}

export function isNdArray(input: ArrayInput): input is NdArray {
  return typeof input === 'object' && 'dtype' in input;
}
