import { erfc } from './erfc.ts';

/**
 * x Φ(x) = x/2 · erfc(−x/√2), with Φ the normal distribution. Keeps its digits for large negative x, where x/2 · (1 +
 * erf(x/√2)) cancels. 0 at −∞. Source: Hendrycks and Gimpel 2016, https://arxiv.org/abs/1606.08415.
 */
export function gelu(x: number): number {
  if (x === -Infinity) return 0;
  const y = -x * Math.SQRT1_2;
  return 0.5 * x * erfc(y, lowPart(-x, y));
}

/** What is missing from `product` = x · √½: the tails of √½ and of the rounded product (Dekker 1971). */
function lowPart(x: number, product: number): number {
  if (!Number.isFinite(product) || Math.abs(x) > 1e100) return 0;
  const [xHigh, xLow] = halves(x);
  const [cHigh, cLow] = halves(Math.SQRT1_2);
  const lost = xHigh * cHigh - product + xHigh * cLow + xLow * cHigh + xLow * cLow;
  return lost + x * rootHalfTail;
}

/** √½ minus the double nearest to it. */
const rootHalfTail = -4.833646656726457e-17;

function halves(x: number): readonly [number, number] {
  const shifted = 134217729 * x;
  const high = shifted - (shifted - x);
  return [high, x - high];
}
