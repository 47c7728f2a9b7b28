import type { Pair } from './pair.ts';
import { productError } from './product-error.ts';
import { scale } from './scale.ts';
import { sumError } from './sum-error.ts';

/** Half of the numbers' range: differences of numbers below it cannot overflow. */
const HUGE = 2 ** 1022;

/**
 * `(x − max) / temperature` for x ≤ max, max finite and 0 < temperature < ∞, written into `result` with an error below 2^-100 of
 * it. −Infinity where that is below the float64 range. NaN gives NaN.
 */
export function scaledDifference(result: Pair, x: number, max: number, temperature: number): void {
  const shrink = x < -HUGE || max > HUGE ? 0.5 : 1;
  const difference = x * shrink - max * shrink;
  const exact = difference === 0 || difference === -Infinity || Number.isNaN(difference);
  const rest = exact ? 0 : sumError(x * shrink, -max * shrink, difference);
  result.high = difference;
  result.low = rest;
  if (exact || (temperature === 1 && shrink === 1)) return;

  // Both operands are brought near 1, where the error of the quotient can be had without overflow and underflow.
  const octave = Math.round(Math.log2(-difference));
  const divisorOctave = Math.round(Math.log2(temperature));
  const dividend = scale(difference, -octave);
  const divisor = scale(temperature, -divisorOctave);
  const quotient = dividend / divisor;
  const product = quotient * divisor;
  const low = (dividend - product - productError(quotient, divisor, product) + scale(rest, -octave)) / divisor;
  const exponent = octave - divisorOctave + (shrink === 1 ? 0 : 1);
  const high = scale(quotient, exponent);
  result.high = high;
  result.low = high === -Infinity ? 0 : scale(low, exponent);
}
