/**
 * NumPy's float32 exp and log, bit for bit: its vector code is off by up to 2.5 units in the last place, which printed digits show.
 * A product of two float32 is exact in float64, so one rounding of a·b + c stands for the fused operation.
 * Source: NumPy 1.24, numpy/core/src/umath/loops_exponent_log.dispatch.c.src, `simd_exp_FLOAT` and `simd_log_FLOAT`.
 */

function fused(a: number, b: number, c: number): number {
  return Math.fround(a * b + c);
}

/** Horner's rule, coefficients from the highest power down. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient, i) => (i === 0 ? coefficient : fused(sum, x, coefficient)), 0);
}

const single = (values: readonly number[]): readonly number[] => values.map(Math.fround);

const logTwo = Math.fround(Math.LN2);
const log2e = Math.fround(Math.LOG2E);
const [logTwoHigh = 0, logTwoLow = 0] = single([-6.93145752e-1, -1.42860677e-6]);
const expNumerator = single([
  0.0005082762527590694, 0.006757896990527505, 0.051145120816372985, 0.24736154348955208, 0.7257664613233125, 0.9999999999980871,
]);
const expDenominator = single([0.021595093756858297, -0.27423353904116676, 1]);
const logNumerator = single([
  0.025899791179079226, 0.3808837741388408, 1.4800006335765066, 2.112677543073053, 0.9999999999999999, 0,
]);
const logDenominator = single([
  0.005875095403124574, 0.15464763749839067, 0.9864942958519419, 2.453006071784736, 2.6126775430731093, 1,
]);

/** Adding and taking away 1.5 · 2^23 rounds a float32 to a whole number. */
const magic = 12582912;

export function expSingle(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 88.72283935546875) return Infinity;
  if (x < -103.97208404541016) return 0;
  const quadrant = Math.fround(Math.fround(Math.fround(x * log2e) + magic) - magic);
  const reduced = fused(quadrant, logTwoLow, fused(quadrant, logTwoHigh, x));
  const quotient = Math.fround(polynomial(reduced, expNumerator) / polynomial(reduced, expDenominator));
  return Math.fround(quotient * 2 ** quadrant);
}

export function logSingle(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  let exponent = Math.floor(Math.log2(x));
  // log2 rounds, so that it may be one off next to a power of two.
  if (2 ** exponent > x) exponent--;
  if (2 ** (exponent + 1) <= x) exponent++;
  let mantissa = x / 2 ** exponent;
  if (mantissa > Math.fround(Math.SQRT2)) {
    mantissa /= 2;
    exponent++;
  }
  const y = Math.fround(mantissa - 1);
  const quotient = Math.fround(polynomial(y, logNumerator) / polynomial(y, logDenominator));
  return fused(exponent, logTwo, quotient);
}
