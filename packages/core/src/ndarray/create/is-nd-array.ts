import type { NdArray } from '../ndarray.ts';
import type { ArrayInput } from './as-array.ts';

export function isNdArray(input: ArrayInput): input is NdArray {
  return typeof input === 'object' && 'dtype' in input;
}
