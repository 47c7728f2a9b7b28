import { splitHigh } from './split-high.ts';

/**
 * The rounding error of a product: `a · b = product + productError(a, b, product)` exactly, where `product` is the
 * rounded `a · b`. Holds for |a|, |b| < 2^995 as long as the product is above 2^-960.
 *
 * Source: T. Dekker, A floating-point technique for extending the available precision, Numer. Math. 18 (1971).
 */
export function productError(a: number, b: number, product: number): number {
  const aHigh = splitHigh(a);
  const bHigh = splitHigh(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
