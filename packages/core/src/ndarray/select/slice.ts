import type { NdArray } from '../ndarray.ts';
import { index } from './index-basic.ts';
import type { SliceRange } from './range.ts';

/**
 * One range per leading axis; undefined keeps the axis whole.
 *
 * @throws RangeError if there are more ranges than axes or a step is zero.
 */
export function slice(a: NdArray, ranges: readonly (SliceRange | undefined)[]): NdArray {
  return index(
    a,
    ranges.map((range) => range ?? {}),
  );
}
