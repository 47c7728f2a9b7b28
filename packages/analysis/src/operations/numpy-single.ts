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
  5.082762527590693718096e-4, 6.757896990527504603057e-3, 5.114512081637298353406e-2, 2.473615434895520810817e-1, 7.257664613233124478488e-1,
  9.999999999980870924916e-1,
]);
const expDenominator = single([2.159509375685829852307e-2, -2.742335390411667452936e-1, 1]);
const logNumerator = single([
  2.589979117907922693523e-2, 3.808837741388407920751e-1, 1.480000633576506585156, 2.112677543073053063722, 9.999999999999998702752e-1, 0,
]);
const logDenominator = single([
  5.875095403124574342950e-3, 1.546476374983906719538e-1, 9.864942958519418960339e-1, 2.453006071784736363091, 2.612677543073109236779, 1,
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
