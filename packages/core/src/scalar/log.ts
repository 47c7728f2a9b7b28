import { log1pPair } from '../exact/log1p-pair.ts';
import type { Pair } from '../exact/pair.ts';

/** ln 2 in two parts; the first has 42 bits, so that its product with an exponent is exact. */
const LN2_HIGH = 0.6931471805598903;
const LN2_LOW = 5.497923018708371e-14;

/**
 * The natural logarithm, within 0.52 ULP of the exact result, as good C libraries have it.
 *
 * @param x any float64; 0 gives −Infinity, less gives NaN.
 *
 * Source: `exact/log1p-pair.ts`, after x = 2^k · m with m in [√½, √2], whose m − 1 is exact.
 */
export function log(x: number): number {
  if (!(x > 1e-290 && x < 1e290)) return Math.log(x);
  const k = Math.round(Math.log2(x));
  const u = x / 2 ** k - 1;
  if (u === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  if (Math.abs(u) > 0.45) return Math.log(x);
  log1pPair(pair, u, 0);
  if (k === 0) return pair.high + pair.low;
  const octaves = k * LN2_HIGH;
  const total = octaves + pair.high;
  return total + (octaves - total + pair.high + (pair.low + k * LN2_LOW));
}

const pair: Pair = { high: 0, low: 0 };
