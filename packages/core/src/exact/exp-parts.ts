import { EXP_1, EXP_2, EXP_3, EXP_4, mantissas, ROUNDER, STEP_HIGH, STEP_LOW, STEPS_PER_UNIT, shifts } from './exp-table.ts';

// V8 folds the constants of a module only inside it.
const rounder = ROUNDER;
const stepsPerUnit = STEPS_PER_UNIT;
const stepHigh = STEP_HIGH;
const stepLow = STEP_LOW;
const c1 = EXP_1;
const c2 = EXP_2;
const c3 = EXP_3;
const c4 = EXP_4;
const table = mantissas;
const correction = shifts;

/** A power of e as (high + low) · 2^exponent. high has 26 bits and lies in [1, 2); |low| < high / 512. */
export interface ExpParts {
  high: number;
  low: number;
  exponent: number;
}

/**
 * e^(high + low), written into `parts` so that nothing is allocated; the relative error is below 2^-58.
 * |high| must be below 1400 (NaN gives NaN) and |low| at most half a unit in the last place of high.
 *
 * Source: see `exp-table.ts`.
 */
export function expParts(parts: ExpParts, high: number, low: number): void {
  const n = high * stepsPerUnit + rounder - rounder;
  const step = n | 0;
  const r = high - n * stepHigh - (n * stepLow - low) - correction[step & 255]!;
  const mantissa = table[step & 255]!;
  parts.high = mantissa;
  parts.low = mantissa * (r * (c1 + r * (c2 + r * (c3 + r * c4))));
  parts.exponent = step >> 8;
}
