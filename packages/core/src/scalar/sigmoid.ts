import { type ExpParts, expParts } from '../exact/exp-parts.ts';
import { POWER_ZERO, powersOfTwo } from '../exact/powers-of-two.ts';
import { scale } from '../exact/scale.ts';

/**
 * The sigmoid, also called the logistic function or expit: `1 / (1 + e^{−x})`.
 *
 * @param x a logit (log-odds), any float64
 * @returns the probability, within 1 ULP of the exact result, subnormal results included. −∞ gives 0, +∞ gives 1, NaN gives NaN.
 *
 * Source: P.-F. Verhulst (1845) for the function; the digits: `exact/exp-table.ts` and Dekker's division.
 */
export function sigmoid(x: number): number {
  if (x > 40) return 1;
  // e^−745.2 is below half of the smallest subnormal.
  if (!(x > -745.2)) return Number.isNaN(x) ? x : 0;
  expParts(parts, -Math.abs(x), 0);
  // From here on 1 + e^x is 1, and e^x may be subnormal.
  if (x < -600) return scale(parts.high + parts.low, parts.exponent);

  const power = powersOfTwo[parts.exponent + POWER_ZERO]!;
  const high = parts.high * power;
  const low = parts.low * power;
  // 1 / (1 + e) = near + rest · quotient exactly, where near has 24 bits: its products with 1 and with high are exact.
  const quotient = 1 / (1 + (high + low));
  const near = Math.fround(quotient);
  const rest = 1 - near - high * near - low * near;
  return x < 0 ? high * near + (high * rest * quotient + low * quotient) : near + rest * quotient;
}

const parts: ExpParts = { high: 1, low: 0.5, exponent: 0 };

export { sigmoid as expit, sigmoid as logistic };
