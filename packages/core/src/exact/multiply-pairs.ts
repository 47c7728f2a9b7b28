import type { Pair } from './pair.ts';
import { productError } from './product-error.ts';

/** (aHigh + aLow) · (bHigh + bLow), written into `result`; the relative error is below 2^-100 within the range of `productError`. */
export function multiplyPairs(result: Pair, aHigh: number, aLow: number, bHigh: number, bLow: number): void {
  const product = aHigh * bHigh;
  const rest = productError(aHigh, bHigh, product) + (aHigh * bLow + aLow * bHigh);
  result.high = product + rest;
  result.low = rest - (result.high - product);
}
