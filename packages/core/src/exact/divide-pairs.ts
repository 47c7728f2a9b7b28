import type { Pair } from './pair.ts';
import { productError } from './product-error.ts';

/**
 * (aHigh + aLow) / (bHigh + bLow), written into `result`; the relative error is below 2^-100.
 * The operands and the quotient stay between 2^-900 and 2^900, or the numerator is 0.
 *
 * Source: T. Dekker, Numer. Math. 18 (1971), "div2".
 */
export function dividePairs(result: Pair, aHigh: number, aLow: number, bHigh: number, bLow: number): void {
  const quotient = aHigh / bHigh;
  const product = quotient * bHigh;
  const rest = (aHigh - product - productError(quotient, bHigh, product) + (aLow - quotient * bLow)) / bHigh;
  result.high = quotient + rest;
  result.low = rest - (result.high - quotient);
}
