import { mantissas, shifts } from './exp-table.ts';

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
  // As literals, because engines load what another module exports anew at every use; see `exp-table.ts`.
  const rounder = 6755399441055744;
  const stepsPerUnit = 369.3299304675746;
  const stepHigh = 0.0027076061737716373;
  const stepLow = 2.9064910585985925e-13;
  const c1 = 0.9999999999999912;
  const c2 = 0.5;
  const c3 = 0.16666668575806706;
  const c4 = 1 / 24;
  const n = high * stepsPerUnit + rounder - rounder;
  const step = n | 0;
  const r = high - n * stepHigh - (n * stepLow - low) - shifts[step & 255]!;
  const mantissa = mantissas[step & 255]!;
  parts.high = mantissa;
  parts.low = mantissa * (r * (c1 + r * (c2 + r * (c3 + r * c4))));
  parts.exponent = step >> 8;
}
