import { type ExpParts, expParts } from '../exact/exp-parts.ts';
import { log1pPair } from '../exact/log1p-pair.ts';
import type { Pair } from '../exact/pair.ts';
import { POWER_ZERO, powersOfTwo } from '../exact/powers-of-two.ts';
import { scale } from '../exact/scale.ts';
import { sumError } from '../exact/sum-error.ts';

/**
 * Softplus, the smooth `max(0, x)`: `log(1 + e^x)`.
 *
 * @param x any float64
 * @returns a positive number, within 1 ULP of the exact result, subnormal results included. −∞ gives 0, +∞ gives +∞, NaN gives NaN.
 *
 * Source: C. Dugas et al., Incorporating second-order functional knowledge for better option pricing, NIPS 2000.
 */
export function softplus(x: number): number {
  // e^−x is less than a hundredth of an ULP of x.
  if (x > 40) return x;
  if (!(x > -745.2)) return Number.isNaN(x) ? x : 0;
  expParts(parts, -Math.abs(x), 0);
  // log(1 + e) = e − e² / 2 + …, and e / 2 is below 2^-65.
  if (x < -45) return scale(parts.high + parts.low, parts.exponent);

  const power = powersOfTwo[parts.exponent + POWER_ZERO]!;
  const e = (parts.high + parts.low) * power;
  log1pPair(log, e, parts.low * power - (e - parts.high * power));
  if (x <= 0) return log.high;
  const sum = x + log.high;
  return sum + (sumError(x, log.high, sum) + log.low);
}

const parts: ExpParts = { high: 1, low: 0.5, exponent: 0 };
const log: Pair = { high: 0.5, low: 0.5 };
