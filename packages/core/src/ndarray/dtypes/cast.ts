import { fromData } from '../create/from-data.ts';
import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { isFloat } from './is-float.ts';

/**
 * The array in another dtype: floats round to nearest even, float to integer drops the fraction, integers wrap as two's
 * complement.
 *
 * @throws RangeError where a float is NaN, infinite or, cast to an integer of up to 32 bits, outside ±2^31: C leaves it
 * undefined.
 */
export function cast(a: NdArray, dtype: DType): NdArray {
  if (a.dtype === dtype) return a;
  if (isFloat(a.dtype) && narrowIntegers.has(dtype)) requireInt32(a, dtype);
  return fromData(a.data, a.shape, dtype);
}

const narrowIntegers: ReadonlySet<DType> = new Set<DType>(['uint8', 'int8', 'int16', 'int32']);

// Compilers convert to a 32-bit integer before narrowing further, so that −1 becomes 255 in uint8 with NumPy and PyTorch alike.
function requireInt32(a: NdArray, dtype: DType): void {
  for (const x of a.data) {
    if (!(x > -2147483649 && x < 2147483648)) throw new RangeError(`cast: ${x} is outside the range of ${dtype}`);
  }
}
