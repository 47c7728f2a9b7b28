import { binaryExponent } from './exponent.ts';
import { roundToMultiple } from './round-to-multiple.ts';

/**
 * The nearest bfloat16 value (8 significant bits, the exponents of float32, least subnormal 2^−133), ties to even, rounded once
 * from float64. From (2 − 2^−8) · 2^127, half-way above the largest finite value, the result is an infinity.
 *
 * PyTorch rounds a double to float32 first: `toBfloat16(Math.fround(x))`.
 */
export function toBfloat16(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const magnitude = Math.abs(x);
  if (magnitude >= overflow) return x > 0 ? Infinity : -Infinity;
  const spacing = 2 ** (Math.max(binaryExponent(magnitude), -126) - 7);
  const rounded = roundToMultiple(magnitude, spacing);
  return x > 0 ? rounded : -rounded;
}

const overflow = (2 - 2 ** -8) * 2 ** 127;
