import type { Pair } from './pair.ts';
import { sumError } from './sum-error.ts';

/**
 * (aHigh + aLow) + (bHigh + bLow), written into `result`; the error is below 2^-104 of the larger operand.
 *
 * Source: T. Dekker, Numer. Math. 18 (1971), "add2", with Knuth's error terms for both parts.
 */
export function addPairs(result: Pair, aHigh: number, aLow: number, bHigh: number, bLow: number): void {
  const sum = aHigh + bHigh;
  const low = aLow + bLow;
  const rest = sumError(aHigh, bHigh, sum) + low;
  const high = sum + rest;
  result.high = high;
  result.low = rest - (high - sum) + sumError(aLow, bLow, low);
}
