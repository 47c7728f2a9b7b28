import { erf } from './erf.ts';

/**
 * The complementary error function 1 − erf x, within 4 ULP also where it is tiny (`low` is what is to be added to x beyond
 * its last digit). 2 at −∞, 0 at +∞, NaN at NaN.
 *
 * From 1/2 on the trapezoidal rule with step h = 1/2 and the residue of its pole: erfc x = (2hx/π) e^{−x²} (1/(2x²) + Σ_{k≥1}
 * e^{−k²h²}/(k²h² + x²)) − 2/(e^{2πx/h} − 1), whose error is about e^{−π²/h²} = 7·10⁻¹⁸.
 *
 * Source: D. B. Hunter and T. Regan, A note on the evaluation of the complementary error function, Math. Comp. 26 (1972)
 * 539–541.
 */
export function erfc(x: number, low = 0): number {
  if (x < 0.5) return x < 0 ? 2 - erfc(-x, -low) : 1 - erf(x) - low * 2 * Math.exp(-x * x) * inverseRootPi;
  if (x > 27.3) return 0;
  const square = x * x;
  let sum = 0;
  for (let k = gauss.length; k > 0; k--) sum += (gauss[k - 1] ?? 0) / (0.25 * k * k + square);
  const rule = (x / Math.PI) * expOfMinusSquare(x, low) * (0.5 / square + sum);
  return x < 6 ? rule - 2 / Math.expm1(4 * Math.PI * x) : rule;
}

const inverseRootPi = 1 / Math.sqrt(Math.PI);
const gauss: readonly number[] = Array.from({ length: 12 }, (_, i) => Math.exp(-0.25 * (i + 1) ** 2));

// x² does not fit a double; what its rounding loses is found by splitting x into two halves (Dekker 1971) and applied as
// e^{−lost} ≈ 1 − lost.
function expOfMinusSquare(x: number, low: number): number {
  const shifted = 134217729 * x;
  const high = shifted - (shifted - x);
  const rest = x - high;
  const square = x * x;
  const lost = high * high - square + 2 * high * rest + rest * rest + 2 * x * low;
  return Math.exp(-square) * (1 - lost);
}
