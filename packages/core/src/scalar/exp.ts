import { type ExpParts, expParts } from '../exact/exp-parts.ts';
import { scale } from '../exact/scale.ts';

/**
 * e^x, within 0.52 ULP of the exact result, as good C libraries have it; `Math.exp` of JavaScript engines is off by one unit in the
 * last place for one argument in ten.
 *
 * @param x any float64; overflow gives Infinity, underflow 0, NaN gives NaN.
 *
 * Source: `exact/exp-parts.ts`.
 */
export function exp(x: number): number {
  if (!(x < 709.8)) return x > 0 ? Infinity : x;
  if (x < -745.2) return 0;
  expParts(parts, x, 0);
  return scale(parts.high + parts.low, parts.exponent);
}

const parts: ExpParts = { high: 1, low: 0.5, exponent: 0 };
