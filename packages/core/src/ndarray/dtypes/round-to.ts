import type { DType } from '../dtype.ts';
import { toBfloat16 } from './bfloat16.ts';
import { toFloat16 } from './float16.ts';

/**
 * The value of `dtype` that stands for the exact result `x`: floats round to nearest, ties to even; integers drop the
 * fraction and wrap as two's complement; bool is `x !== 0` (so NaN is true).
 *
 * @throws RangeError where an integer dtype meets NaN, an infinity or a magnitude above 2^53 − 1: C leaves the first two
 * undefined, and a double no longer tells which integer the last one was.
 */
export function roundTo(x: number, dtype: DType): number {
  return rounders[dtype](x);
}

/** `roundTo` with the dtype fixed, for loops. */
export function rounder(dtype: DType): (x: number) => number {
  return rounders[dtype];
}

const rounders: Readonly<Record<DType, (x: number) => number>> = {
  bool: (x) => (x !== 0 ? 1 : 0),
  uint8: (x) => whole(x, 'uint8') & 0xff,
  int8: (x) => (whole(x, 'int8') << 24) >> 24,
  int16: (x) => (whole(x, 'int16') << 16) >> 16,
  int32: (x) => whole(x, 'int32') | 0,
  int64: (x) => whole(x, 'int64'),
  float16: toFloat16,
  bfloat16: toBfloat16,
  float32: Math.fround,
  float64: (x) => x,
};

// Bitwise operators reduce modulo 2^32 first (ECMA-262, ToInt32), so any safe integer wraps correctly.
function whole(x: number, dtype: DType): number {
  const integer = Math.trunc(x) + 0;
  if (!Number.isSafeInteger(integer)) throw new RangeError(`${dtype} cannot hold ${x}`);
  return integer;
}
