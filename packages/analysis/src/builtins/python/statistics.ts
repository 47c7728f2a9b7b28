/** The statistics module: https://docs.python.org/3/library/statistics.html. Sums are exact there; here they are those of exact fractions. */

import { constantKey } from '../../evaluate/expressions/equality.ts';
import { newList } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { float, int } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';
import { order } from './iteration.ts';

export const statisticsModule: BuiltinTable = {
  effects: {
    'statistics.mean': numeric((data, whole) => rational(sumOf(data), BigInt(data.length), whole)),
    'statistics.fmean': numeric((data) => float(toNumber(sumOf(data), BigInt(data.length)))),
    'statistics.median': (run, call) => median(run, call, 'middle'),
    'statistics.median_low': (run, call) => median(run, call, 'low'),
    'statistics.median_high': (run, call) => median(run, call, 'high'),
    'statistics.variance': numeric((data, whole) => (data.length < 2 ? undefined : variance(data, 1, whole))),
    'statistics.pvariance': numeric((data, whole) => variance(data, 0, whole)),
    'statistics.stdev': numeric((data) => (data.length < 2 ? undefined : root(data, 1))),
    'statistics.pstdev': numeric((data) => root(data, 0)),
    'statistics.harmonic_mean': positive((numbers) => numbers.length / sumOfFloats(numbers.map((x) => 1 / x))),
    'statistics.geometric_mean': positive((numbers) => Math.exp(sumOfFloats(numbers.map(Math.log)) / numbers.length)),
    'statistics.quantiles': quantiles,
    'statistics.correlation': paired((x, y) => spread(x, y) / Math.sqrt(spread(x, x) * spread(y, y))),
    'statistics.covariance': paired((x, y) => spread(x, y) / (x.length - 1)),
    'statistics.mode': (run, call) => modes(run, call)?.[0] ?? unknown(run, 'unmodelled', 'mode'),
    'statistics.multimode': (run, call) => {
      const all = modes(run, call);
      return all ? newList(run, all) : unknown(run, 'unmodelled', 'multimode');
    },
  },
};

/** A float as an exact fraction. */
interface Fraction {
  readonly top: bigint;
  /** The exponent of two below. */
  readonly shift: number;
}

type Compute = (data: readonly Fraction[], whole: boolean) => Value | undefined;

function numeric(compute: Compute): Implementation {
  return (run, { args: [x], node }) => {
    const items = x && itemsOf(run, x, node).items;
    const known = items?.every(
      (item) => item.kind === 'int' || item.kind === 'bool' || (item.kind === 'float' && Number.isFinite(item.value)),
    );
    if (!items || !known || items.length === 0 || items.length > 2000) return unknown(run, 'unmodelled', 'statistics');
    const whole = items.every((item) => item.kind !== 'float');
    return compute(items.map(fractionOf), whole) ?? unknown(run, 'error', 'statistics');
  };
}

/** Of two lists of floats side by side. */
function paired(compute: (x: readonly number[], y: readonly number[]) => number): Implementation {
  return (run, { args: [x, y, ...more], keywords, node }) => {
    const [a, b] = [x, y].map(
      (one) => one && itemsOf(run, one, node).items?.map((item) => (isNumber(item) ? Number(item.value) : Number.NaN)),
    );
    const isRead = a && b && more.length === 0 && keywords.size === 0 && a.length === b.length && a.length > 1;
    const result = isRead ? compute(a, b) : Number.NaN;
    return Number.isFinite(result) ? float(result) : unknown(run, 'unmodelled', 'statistics');
  };
}

const isNumber = (value: Value): value is Extract<Value, { kind: 'int' | 'float' }> =>
  value.kind === 'int' || value.kind === 'float';

/** The sum of the products of deviations from the means. */
function spread(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [x, y].map((all) => sumOfFloats(all) / all.length) as [number, number];
  return sumOfFloats(x.map((one, i) => (one - meanX) * ((y[i] ?? 0) - meanY)));
}

/** Of positive numbers, given alone. */
function positive(compute: (numbers: readonly number[]) => number): Implementation {
  return (run, { args: [x, ...more], keywords, node }) => {
    const items = x && more.length === 0 && keywords.size === 0 ? itemsOf(run, x, node).items : undefined;
    const numbers = items?.map((item) => (item.kind === 'int' || item.kind === 'float' ? Number(item.value) : 0));
    if (!numbers || numbers.length === 0 || !numbers.every((one) => one > 0 && Number.isFinite(one)))
      return unknown(run, 'unmodelled', 'statistics');
    return float(compute(numbers));
  };
}

const sumOfFloats = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

function fractionOf(value: Value): Fraction {
  if (value.kind === 'int') return { top: BigInt(value.value), shift: 0 };
  if (value.kind !== 'float') return { top: value.kind === 'bool' && value.value ? 1n : 0n, shift: 0 };
  let x = value.value;
  let shift = 0;
  while (!Number.isInteger(x) && shift < 1100) {
    x *= 2;
    shift++;
  }
  return { top: BigInt(x), shift };
}

/** The sum as a fraction over one power of two. */
function sumOf(data: readonly Fraction[]): Fraction {
  const shift = Math.max(...data.map((one) => one.shift));
  return { top: data.reduce((sum, one) => sum + (one.top << BigInt(shift - one.shift)), 0n), shift };
}

/** `top / 2^shift / count`, an int where it is one and all data were. */
function rational({ top, shift }: Fraction, count: bigint, whole: boolean): Value {
  const bottom = count << BigInt(shift);
  if (whole && top % bottom === 0n) {
    const quotient = top / bottom;
    return int(quotient <= 2n ** 53n && quotient >= -(2n ** 53n) ? Number(quotient) : quotient);
  }
  return float(divide(top, bottom));
}

const toNumber = ({ top, shift }: Fraction, count: bigint): number => divide(top, count << BigInt(shift));

/** The nearest float of a quotient: 66 bits of it and a sticky bit decide the rounding. */
function divide(top: bigint, bottom: bigint): number {
  if (top === 0n) return 0;
  const negative = top < 0n;
  const [a, b] = [negative ? -top : top, bottom];
  const scale = Math.max(0, 66 - (a.toString(2).length - b.toString(2).length));
  const scaled = a << BigInt(scale);
  const quotient = (scaled / b) * 2n + (scaled % b === 0n ? 0n : 1n);
  const value = Number(quotient) / 2 ** (scale + 1);
  return negative ? -value : value;
}

/** The sum of squared deviations, times the count squared, so that it stays exact. */
function squares(data: readonly Fraction[]): Fraction {
  const n = BigInt(data.length);
  const { shift } = sumOf(data);
  const tops = data.map((one) => one.top << BigInt(shift - one.shift));
  const sum = tops.reduce((a, b) => a + b, 0n);
  const top = tops.reduce((total, one) => total + (one * n - sum) ** 2n, 0n);
  return { top, shift: 2 * shift };
}

const variance = (data: readonly Fraction[], less: 0 | 1, whole: boolean): Value =>
  rational(squares(data), BigInt(data.length) ** 2n * BigInt(data.length - less), whole);

const root = (data: readonly Fraction[], less: 0 | 1): Value =>
  float(Math.sqrt(toNumber(squares(data), BigInt(data.length) ** 2n * BigInt(data.length - less))));

function median(run: Run, { args: [x], node }: BuiltinCall, which: 'middle' | 'low' | 'high'): Value {
  const items = x && itemsOf(run, x, node).items;
  const ordered = items && items.length > 0 ? order(run, items, new Map(), node) : undefined;
  if (!ordered) return unknown(run, 'unmodelled', 'median');
  const half = Math.floor(ordered.length / 2);
  const [below, above] = [ordered[Math.ceil(ordered.length / 2) - 1], ordered[half]];
  if (!below || !above) return unknown(run, 'unmodelled', 'median');
  if (which !== 'middle' || ordered.length % 2 === 1) return which === 'low' ? below : above;
  const [a, b] = [below, above].map((one) => (one.kind === 'int' || one.kind === 'float' ? Number(one.value) : undefined));
  return a === undefined || b === undefined ? unknown(run, 'unmodelled', 'median') : float((a + b) / 2);
}

function modes(run: Run, { args: [x], node }: BuiltinCall): readonly Value[] | undefined {
  const items = x && itemsOf(run, x, node).items;
  const counts = new Map<string, { readonly value: Value; count: number }>();
  for (const value of items ?? []) {
    const key = constantKey(value);
    if (key === undefined) return undefined;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { value, count: 1 });
  }
  const most = Math.max(0, ...[...counts.values()].map(({ count }) => count));
  return items && [...counts.values()].filter(({ count }) => count === most).map(({ value }) => value);
}

/** Cut points of equal shares, by the exclusive method: https://docs.python.org/3/library/statistics.html#statistics.quantiles */
function quantiles(run: Run, { args: [x, ...more], keywords, node }: BuiltinCall): Value {
  const items = x && more.length === 0 ? itemsOf(run, x, node).items : undefined;
  const data = items
    ?.map((item) => (item.kind === 'int' || item.kind === 'float' ? Number(item.value) : Number.NaN))
    .sort((a, b) => a - b);
  const asked = keywords.get('n');
  const n = asked?.kind === 'int' ? Number(asked.value) : asked ? undefined : 4;
  if (
    !data ||
    data.length < 2 ||
    data.some(Number.isNaN) ||
    n === undefined ||
    n < 1 ||
    n > 1000 ||
    keywords.size > (asked ? 1 : 0)
  )
    return unknown(run, 'unmodelled', 'quantiles');
  const size = data.length + 1;
  const cuts = Array.from({ length: n - 1 }, (_, k) => {
    const i = k + 1;
    const j = Math.min(Math.max(Math.floor((i * size) / n), 1), data.length - 1);
    const delta = i * size - j * n;
    return float(((data[j - 1] ?? 0) * (n - delta) + (data[j] ?? 0) * delta) / n);
  });
  return newList(run, cuts);
}
