import type { NdArray } from '../ndarray.ts';
import { array, type Nested } from './array.ts';
import { isNdArray } from './is-nd-array.ts';

/** What functions over arrays take: an array, or nested lists, which become float64 (bool where all are booleans). */
export type ArrayInput = NdArray | Nested;

/**
 * An array as it is; nested lists as `array` reads them.
 *
 * @throws RangeError if the lists are ragged.
 */
export function asArray(input: ArrayInput): NdArray {
  return isNdArray(input) ? input : array(input);
}
