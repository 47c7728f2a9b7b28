import { binaryExponent } from './exponent.ts';
import { roundToMultiple } from './round-to-multiple.ts';

/**
 * The nearest IEEE 754 binary16 value (11 significant bits, least subnormal 2^−24), ties to even, rounded once from float64.
 * From 65520, half-way above the largest finite value 65504, the result is an infinity.
 *
 * NumPy converts alike (npy_double_to_half); PyTorch rounds a double to float32 first: `toFloat16(Math.fround(x))`.
 */
export function toFloat16(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const magnitude = Math.abs(x);
  if (magnitude >= 65520) return x > 0 ? Infinity : -Infinity;
  const spacing = 2 ** (Math.max(binaryExponent(magnitude), -14) - 10);
  const rounded = roundToMultiple(magnitude, spacing);
  return x > 0 ? rounded : -rounded;
}
