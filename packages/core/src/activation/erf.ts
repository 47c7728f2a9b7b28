import { erfc } from './erfc.ts';

/**
 * The error function 2/√π ∫₀ˣ e^{−t²} dt, within 2 ULP. Odd; ±1 at the infinities, NaN at NaN.
 *
 * Below 1/2 the Maclaurin series (DLMF 7.6.1, https://dlmf.nist.gov/7.6), from there 1 − erfc x.
 */
export function erf(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude >= 0.5) return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
  const square = x * x;
  let tail = 0;
  for (let n = series.length - 1; n > 0; n--) tail = (tail + (series[n] ?? 0)) * square;
  // 2/√π = 1 + slope: x itself is then added without an error.
  return x + x * (slope + tail);
}

const slope = 0.12837916709551256;
const series = maclaurin();

/** 2/√π · (−1)ⁿ / (n! (2n + 1)) for n < 14; (1/2)^28 of the next is below 2^−60. */
function maclaurin(): readonly number[] {
  const coefficients: number[] = [];
  let power = 2 / Math.sqrt(Math.PI);
  for (let n = 0; n < 14; n++) {
    coefficients.push(power / (2 * n + 1));
    power /= -(n + 1);
  }
  return coefficients;
}
