import type { NdArray } from '../ndarray.ts';
import type { ArrayInput } from './as-array.ts';

/** Whether an input is an array already, and not numbers or nested lists. */
export function isNdArray(input: ArrayInput): input is NdArray {
  return typeof input === 'object' && 'dtype' in input;
}
