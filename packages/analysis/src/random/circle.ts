/**
 * Sine and cosine of one angle in [0, 2π], within 0.51 ULP, as good C libraries have them; `Math.sin` of JavaScript engines is off
 * by one unit in the last place now and then. Taylor's series in pairs of float64 (T. J. Dekker, Numerische Mathematik 18, 1971).
 */
export function circle(angle: number): { readonly sin: number; readonly cos: number } {
  const turns = Math.round(angle / (Math.PI / 2));
  const rest = angle - turns * quarterHigh;
  const x = quickSum(rest, -turns * quarterLow);
  const squared = product(x, x);
  const sine = total(product(x, series(squared, 1)));
  const cosine = total(series(squared, 0));
  switch (turns % 4) {
    case 0:
      return { sin: sine, cos: cosine };
    case 1:
      return { sin: cosine, cos: -sine };
    case 2:
      return { sin: -sine, cos: -cosine };
    default:
      return { sin: -cosine, cos: sine };
  }
}

/** π/2 in two parts; the first has 33 bits, so that its products with small whole numbers are exact. */
const quarterHigh = 1.5707963267341256;
const quarterLow = 6.077100506506192e-11;

type Pair = readonly [high: number, low: number];

/** 1 − s/(1·2) + s²/(1·2·3·4) … for the cosine, 1 − s/(2·3) + … for the sine (`odd` 1). */
function series(squared: Pair, odd: 0 | 1): Pair {
  let sum: Pair = [1, 0];
  for (let k = 13; k > 0; k--) {
    const divisor = (2 * k - 1 + odd) * (2 * k + odd);
    const [high, low] = quotient(product(squared, sum), divisor);
    const one = 1 - high;
    sum = [one, 1 - one - high - low];
  }
  return sum;
}

function quickSum(a: number, b: number): Pair {
  const sum = a + b;
  const back = sum - a;
  return [sum, a - (sum - back) + (b - back)];
}

function product([a, aLow]: Pair, [b, bLow]: Pair): Pair {
  const high = a * b;
  return quickSum(high, errorOf(a, b, high) + (a * bLow + aLow * b));
}

function quotient([a, low]: Pair, b: number): Pair {
  const high = a / b;
  const whole = high * b;
  return [high, (a - whole - errorOf(high, b, whole) + low) / b];
}

/** What a product lost by rounding (G. W. Veltkamp's splitting). */
function errorOf(a: number, b: number, rounded: number): number {
  const [a1, b1] = [upper(a), upper(b)];
  const [a2, b2] = [a - a1, b - b1];
  return a2 * b2 - (rounded - a1 * b1 - a2 * b1 - a1 * b2);
}

function upper(x: number): number {
  const scaled = x * 134217729;
  return scaled - (scaled - x);
}

const total = ([high, low]: Pair): number => high + low;
