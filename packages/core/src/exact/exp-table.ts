import { productError } from './product-error.ts';

/*
 * All exponentials of this package go the same way: e^x = 2^(n/256) · e^r, where n is 256 x / ln 2 rounded to an integer and
 * |r| ≤ a = 0.0013538.
 *
 * - n comes from adding and subtracting 6755399441055744 = 1.5 · 2^52, which rounds a float64 below 2^51 to an integer.
 * - r = x − n ln 2 / 256, with that step in two parts: products of n with the first are exact for |n| < 2^20.
 * - e^r − 1 ≈ r (c1 + r (c2 + r (c3 + r c4))) is the Taylor polynomial of degree 5 with r⁵ economised to degree 3 on [−a, a],
 *   r⁵ ≈ (20 a² r³ − 5 a⁴ r) / 16: c1 = 1 − 5 a⁴ / 1920 = 0.9999999999999912, c2 = 1/2, c3 = 1/6 + 20 a² / 1920 =
 *   0.16666668575806706, c4 = 1/24. The error is below 2.4e-18.
 */

/** Steps per octave of the table. */
const STEPS = 256;

/** 256 / ln 2. */
export const STEPS_PER_UNIT = 369.3299304675746;

/** ln 2 / 256 in two parts, of which the first has 33 bits. */
export const STEP_HIGH = 0.0027076061737716373;
export const STEP_LOW = 2.9064910585985925e-13;

/**
 * "Accurate tables": `mantissas[j]` is 2^(j/256) rounded to 26 bits, so that its product with another number of 26 bits is
 * exact, and `shifts[j]` is ln(mantissas[j]) − j ln 2 / 256, which is taken from r to make up for that rounding.
 *
 * Source: P. Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989); S. Gal and B. Bachelis, An
 * accurate elementary mathematical library, ACM TOMS 17 (1991).
 */
export const mantissas: Float64Array = /* @__PURE__ */ makeTable((rounded) => rounded);
export const shifts: Float64Array = /* @__PURE__ */ makeTable((rounded, high, low) => {
  const error = (rounded - high - low) / high;
  return error - 0.5 * error * error;
});

/** Walks through the powers of 2^(1/256) as pairs high + low, about 100 bits. */
function makeTable(entry: (rounded: number, high: number, low: number) => number): Float64Array {
  const rootHigh = 1.0027112750502025;
  const rootLow = -3.636615928692264e-17;
  const table = new Float64Array(STEPS);
  let high = 1;
  let low = 0;
  for (let j = 0; j < STEPS; j++) {
    table[j] = entry(Math.round(high * 33554432) / 33554432, high, low);
    const product = high * rootHigh;
    const rest = productError(high, rootHigh, product) + (high * rootLow + low * rootHigh);
    high = product + rest;
    low = rest - (high - product);
  }
  return table;
}
