/**
 * Powers to the last digit, as C libraries give them: `10 ** -4` of JavaScript engines is 0.00009999999999999999. Whole exponents go
 * by squaring in unevaluated sums of two doubles (Dekker 1971, "A floating-point technique for extending the available precision").
 */
export function precisePower(base: number, exponent: number): number {
  if (exponent === 0.5 && base > 0) return Math.sqrt(base);
  const rough = base ** exponent;
  const size = Math.abs(rough);
  const isPlain = Number.isInteger(exponent) && Math.abs(exponent) <= 1024 && size > 1e-140 && size < 1e140;
  if (!isPlain) return rough;
  const [high, low] = wholePower(base, Math.abs(exponent));
  if (exponent > 0) return high + low;
  const inverse = 1 / high;
  const [product, error] = exactProduct(inverse, high);
  return inverse + inverse * (1 - product - error - inverse * low);
}

type Pair = readonly [high: number, low: number];

function wholePower(base: number, exponent: number): Pair {
  let result: Pair = [1, 0];
  let square: Pair = [base, 0];
  for (let rest = exponent; rest > 0; ) {
    if (rest % 2 === 1) result = product(result, square);
    rest = Math.floor(rest / 2);
    if (rest > 0) square = product(square, square);
  }
  return result;
}

function product(a: Pair, b: Pair): Pair {
  const [high, error] = exactProduct(a[0], b[0]);
  const rest = error + (a[0] * b[1] + a[1] * b[0]);
  const sum = high + rest;
  return [sum, rest - (sum - high)];
}

function exactProduct(a: number, b: number): Pair {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  return [high, a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2];
}

function halves(x: number): Pair {
  const shifted = 134217729 * x;
  const high = shifted - (shifted - x);
  return [high, x - high];
}
