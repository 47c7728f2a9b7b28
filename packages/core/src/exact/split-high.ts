/** 2^27 + 1: cuts the 53 bits of a float64 into 26 and 26 (the sign of the low part holds one). */
const SPLITTER = 134217729;

/**
 * The upper 26 bits of x, so that products of two such numbers are exact. x minus the result is exact and has 26 bits.
 *
 * Source: T. Dekker, Numer. Math. 18 (1971), after G. Veltkamp.
 */
export function splitHigh(x: number): number {
  const scaled = SPLITTER * x;
  return scaled - (scaled - x);
}
