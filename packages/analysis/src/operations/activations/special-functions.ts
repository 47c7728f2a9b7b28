/** Special functions in float64 that the core does not have. */
import { erf, erfc } from '@softlens/core';

export { erf, erfc };

/** Φ(x), the distribution function of the standard normal. */
export function ndtr(x: number): number {
  return 0.5 * erfc(-x / Math.SQRT2);
}

/** log Φ(x); far in the left tail by the asymptotic series (Abramowitz and Stegun 26.2.12). */
export function logNdtr(x: number): number {
  if (x > -20) return x > 6 ? Math.log1p(-ndtr(-x)) : Math.log(ndtr(x));
  const square = x * x;
  let [term, sum] = [1, 1];
  for (let k = 1; k <= 10; k++) {
    term *= -(2 * k - 1) / square;
    sum += term;
  }
  return -0.5 * square - Math.log(-x) - 0.5 * Math.log(2 * Math.PI) + Math.log(sum);
}

/** The inverse of erf: Giles' approximation (2010, "Approximating the erfinv function") mended by two Newton steps. */
export function erfinv(y: number): number {
  if (Number.isNaN(y) || Math.abs(y) > 1) return Number.NaN;
  if (Math.abs(y) === 1) return y * Infinity;
  if (y === 0) return y;
  const log = Math.log1p(-y * y);
  const a = 2 / (Math.PI * 0.147) + log / 2;
  let x = Math.sign(y) * Math.sqrt(Math.sqrt(a * a - log / 0.147) - a);
  for (let i = 0; i < 4; i++) {
    const error = Math.abs(y) < 0.5 ? erf(x) - y : Math.sign(y) * (1 - Math.abs(y) - erfc(Math.abs(x)));
    const slope = (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x);
    x -= error / slope / (1 + (x * error) / slope);
  }
  return x;
}

/** Φ⁻¹(p); in the tails by Newton's method on log Φ, which keeps the digits. */
export function ndtri(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p > 0.5) return -ndtri(1 - p);
  let x = p < 1e-3 ? -Math.sqrt(-2 * Math.log(p)) : Math.SQRT2 * erfinv(2 * p - 1);
  for (let i = 0; i < 8; i++) {
    const value = ndtr(x);
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    x -= (Math.log(value / p) * value) / density;
  }
  return x;
}

// Lanczos' approximation, g = 7, n = 9 (Godfrey's coefficients).
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];

/** ζ(k) − 1 for k = 2, 3, … (Abramowitz and Stegun, table 23.3); further ones are 2^−k + 3^−k to double precision. */
const zetaMinusOne = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914, 0.008349277381922827,
  0.00407735619794434, 0.002008392826082214, 0.0009945751278180853, 0.0004941886041194646, 0.0002460865533080483,
  0.0001227133475784891, 0.00006124813505870483, 0.00003058823630702049, 0.00001528225940865187, 0.000007637197637899763,
  0.00000381729326499984, 0.000001908212716553939, 9.539620338727962e-7, 4.769329867878066e-7, 2.38450502727733e-7,
  1.192199259653111e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.490155482836504e-8,
];

/** log Γ(2 + z) for |z| ≤ 1/2 (Abramowitz and Stegun 6.1.33), which is exact near its zero. */
function lgammaNearTwo(z: number): number {
  const euler = 0.5772156649015329;
  let sum = 0;
  for (let k = zetaMinusOne.length + 1; k >= 2; k--) sum = sum * -z + (zetaMinusOne[k - 2] ?? 0) / k;
  return z * (1 - euler) + z * z * sum;
}

/** log |Γ(x)|. */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return Infinity;
  if (x <= 0 && Number.isInteger(x)) return Infinity;
  if (x >= 1.5 && x <= 2.5) return lgammaNearTwo(x - 2);
  if (x >= 0.5 && x < 1.5) return lgammaNearTwo(x - 1) - Math.log1p(x - 1);
  if (x > 0 && x < 0.5) return lgammaNearTwo(x) - Math.log1p(x) - Math.log(x);
  if (x < 0.5) return Math.log(Math.PI / Math.abs(x * Math.sin(Math.PI * x))) - lgamma(-x);
  if (Number.isInteger(x) && x <= 23) return Math.log(factorial(x - 1));
  const z = x - 1;
  const base = z + 7.5;
  const series = lanczos.slice(1).reduce((sum, coefficient, i) => sum + coefficient / (z + i + 1), lanczos[0] ?? 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(series);
}

function factorial(n: number): number {
  let result = 1;
  for (let i = 2; i <= n; i++) result *= i;
  return result;
}

export function gamma(x: number): number {
  if (Number.isInteger(x) && x > 0 && x <= 23) return factorial(x - 1);
  if (Number.isInteger(x) && x <= 0) return Number.NaN;
  const sign = x < 0 && Math.floor(x) % 2 !== 0 ? -1 : 1;
  return sign * Math.exp(lgamma(x));
}

/** ψ(x): recurrence up to 10, then the asymptotic series (Abramowitz and Stegun 6.3.18). */
export function digamma(x: number): number {
  if (x === 0) return Object.is(x, -0) ? Infinity : -Infinity;
  if (x < 0 && Number.isInteger(x)) return Number.NaN;
  if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * x);
  let [value, z] = [0, x];
  while (z < 10) {
    value -= 1 / z;
    z += 1;
  }
  const inverse = 1 / (z * z);
  const coefficients = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
  const tail = coefficients.reduceRight((sum, coefficient) => (sum + coefficient) * inverse, 0);
  return value + Math.log(z) - 0.5 / z - tail;
}
