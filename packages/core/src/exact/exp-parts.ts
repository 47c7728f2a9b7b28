import { EXP_1, EXP_2, EXP_3, EXP_4, mantissas, ROUNDER, STEP_HIGH, STEP_LOW, STEPS_PER_UNIT, shifts } from './exp-table.ts';

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
  const n = high * STEPS_PER_UNIT + ROUNDER - ROUNDER;
  const step = n | 0;
  const r = high - n * STEP_HIGH - (n * STEP_LOW - low) - shifts[step & 255]!;
  const mantissa = mantissas[step & 255]!;
  parts.high = mantissa;
  parts.low = mantissa * (r * (EXP_1 + r * (EXP_2 + r * (EXP_3 + r * EXP_4))));
  parts.exponent = step >> 8;
}
