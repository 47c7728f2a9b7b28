/** Python's math module: https://docs.python.org/3/library/math.html */

import { exp, log } from '@softlens/core';
import { placeOf, type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { erf, erfc, gamma, lgamma } from '../../operations/activations/special-functions.ts';
import { precisePower } from '../../operations/scalars/power.ts';
import { expOf, logOf } from '../../operations/spaces.ts';
import { bool, float, int, text, tuple } from '../../values/make.ts';
import type { Space } from '../../values/space.ts';
import type { Float, Form, Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';

const lowercase = 'abcdefghijklmnopqrstuvwxyz';

/** Constants of `math` and `string`. */
export const mathConstants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['math.pi', float(Math.PI)],
  ['math.e', float(Math.E)],
  ['math.tau', float(2 * Math.PI)],
  ['math.inf', float(Number.POSITIVE_INFINITY)],
  ['math.nan', float(Number.NaN)],
  ['string.ascii_lowercase', text(lowercase)],
  ['string.ascii_uppercase', text(lowercase.toUpperCase())],
  ['string.ascii_letters', text(lowercase + lowercase.toUpperCase())],
  ['string.digits', text('0123456789')],
  ['string.punctuation', text('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~')],
]);

const real: Readonly<Record<string, (x: number) => number>> = {
  exp,
  expm1: Math.expm1,
  exp2: (x) => 2 ** x,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  fabs: Math.abs,
  degrees: (x) => x * (180 / Math.PI),
  radians: (x) => x * (Math.PI / 180),
  erf,
  erfc,
  gamma,
  lgamma,
};

/** Forms that formulas are recognised by; `log` and `exp` also move a probability between spaces. */
const forms: Readonly<Record<string, (space: Space | undefined, place: Space['origin'][number]['place']) => Space | undefined>> =
  {
    exp: expOf,
    log: logOf,
  };

export function numberOf(value: Value | undefined): number | undefined {
  if (value?.kind === 'int' || value?.kind === 'float') return Number(value.value);
  if (value?.kind === 'bool') return value.value ? 1 : 0;
  return value?.kind === 'array' && value.data?.data.length === 1 ? value.data.data[0] : undefined;
}

function functionOf(name: string, compute: (x: number) => number): Implementation {
  return (run, { args: [x], node }) => {
    const number = numberOf(x);
    if (number === undefined || !x) return notNumber(run, x, name);
    const result = compute(number);
    if (Number.isNaN(result) && !Number.isNaN(number)) return unknown(run, 'error', 'math domain error');
    if (result === Number.POSITIVE_INFINITY && Number.isFinite(number)) return unknown(run, 'error', 'math range error');
    return withForm(run, result, name, x, node);
  };
}

function withForm(run: Run, result: number, op: string, x: Value, node: BuiltinCall['node']): Float {
  const form: Form = { op, operands: [x] };
  const space = x.kind === 'float' || x.kind === 'array' ? forms[op]?.(x.space, placeOf(run, node)) : undefined;
  return { kind: 'float', value: result, form, ...(space ? { space } : {}) };
}

const notNumber = (run: Run, x: Value | undefined, name: string): Value =>
  unknown(run, x?.kind === 'unknown' ? x.reason.key : x?.kind === 'array' && x.reason ? x.reason.key : 'unmodelled', name);

const whole =
  (compute: (x: number) => number): Implementation =>
  (run, { args: [x] }) => {
    if (x?.kind === 'int') return x;
    const number = numberOf(x);
    return number === undefined || !Number.isFinite(number) ? notNumber(run, x, 'floor') : int(compute(number));
  };

const test =
  (compute: (x: number) => boolean): Implementation =>
  (run, { args: [x] }) => {
    const number = numberOf(x);
    return number === undefined ? notNumber(run, x, 'test') : bool(compute(number));
  };

function logarithm(run: Run, { args: [x, base], node }: BuiltinCall): Value {
  const number = numberOf(x);
  if (number === undefined || !x) return notNumber(run, x, 'log');
  if (number <= 0) return unknown(run, 'error', 'math domain error');
  const b = base === undefined ? undefined : numberOf(base);
  if (base !== undefined && b === undefined) return notNumber(run, base, 'log');
  return b === undefined ? withForm(run, log(number), 'log', x, node) : float(log(number) / log(b));
}

function items(run: Run, x: Value | undefined, node: BuiltinCall['node']): readonly number[] | undefined {
  const numbers = x && itemsOf(run, x, node).items?.map(numberOf);
  return numbers?.every((number) => number !== undefined) ? numbers : undefined;
}

/** Neumaier's compensated sum is exact enough to round as `fsum` does on short lists. */
function accurateSum(numbers: readonly number[]): number {
  let sum = 0;
  let rest = 0;
  for (const x of numbers) {
    const total = sum + x;
    rest += Math.abs(sum) >= Math.abs(x) ? sum - total + x : x - total + sum;
    sum = total;
  }
  return sum + rest;
}

export const mathFunctions: BuiltinTable = {
  pure: {
    ...Object.fromEntries(Object.entries(real).map(([name, compute]) => [`math.${name}`, functionOf(name, compute)])),
    'math.log': logarithm,
    'math.floor': whole(Math.floor),
    'math.ceil': whole(Math.ceil),
    'math.trunc': whole(Math.trunc),
    'math.isnan': test(Number.isNaN),
    'math.isinf': test((x) => Math.abs(x) === Number.POSITIVE_INFINITY),
    'math.isfinite': test(Number.isFinite),
    'math.pow': (run, { args: [a, b] }) => {
      const [x, y] = [numberOf(a), numberOf(b)];
      return x === undefined || y === undefined ? notNumber(run, a, 'pow') : float(precisePower(x, y));
    },
    'math.hypot': (run, { args }) => {
      const numbers = args.map(numberOf);
      return numbers.every((x) => x !== undefined) ? float(Math.hypot(...numbers)) : unknown(run, 'unmodelled', 'hypot');
    },
    'math.atan2': (run, { args: [a, b] }) => {
      const [y, x] = [numberOf(a), numberOf(b)];
      return x === undefined || y === undefined ? notNumber(run, a, 'atan2') : float(Math.atan2(y, x));
    },
    'math.isclose': (run, { args: [a, b], keywords }) => {
      const [x, y] = [numberOf(a), numberOf(b)];
      const relative = keywords.has('rel_tol') ? numberOf(keywords.get('rel_tol')) : 1e-9;
      const absolute = keywords.has('abs_tol') ? numberOf(keywords.get('abs_tol')) : 0;
      if (x === undefined || y === undefined || relative === undefined || absolute === undefined)
        return notNumber(run, a, 'isclose');
      return bool(x === y || Math.abs(x - y) <= Math.max(relative * Math.max(Math.abs(x), Math.abs(y)), absolute));
    },
    'math.fsum': (run, { args: [x], node }) => {
      const numbers = items(run, x, node);
      return numbers ? float(accurateSum(numbers)) : notNumber(run, x, 'fsum');
    },
    'math.prod': (run, { args: [x], node }) => {
      const values = x && itemsOf(run, x, node).items;
      const numbers = items(run, x, node);
      if (!numbers || !values) return notNumber(run, x, 'prod');
      const product = numbers.reduce((a, b) => a * b, 1);
      return values.every((value) => value.kind === 'int') && Number.isSafeInteger(product) ? int(product) : float(product);
    },
    'math.comb': (run, { args: [n, k] }) =>
      n?.kind === 'int' && k?.kind === 'int' && Number(n.value) < 500
        ? int(choose(Number(n.value), Number(k.value)))
        : unknown(run, 'unmodelled', 'comb'),
    'math.copysign': (run, { args: [a, b] }) => {
      const [x, y] = [numberOf(a), numberOf(b)];
      if (x === undefined || y === undefined) return notNumber(run, a, 'copysign');
      return float(y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x));
    },
    'math.fmod': (run, { args: [a, b] }) => {
      const [x, y] = [numberOf(a), numberOf(b)];
      if (x === undefined || y === undefined) return notNumber(run, a, 'fmod');
      return y === 0 || Math.abs(x) === Number.POSITIVE_INFINITY ? unknown(run, 'error', 'math domain error') : float(x % y);
    },
    'math.frexp': (run, { args: [a] }) => {
      const x = numberOf(a);
      if (x === undefined || !Number.isFinite(x) || (x !== 0 && Math.abs(x) < 1e-300)) return notNumber(run, a, 'frexp');
      let exponent = x === 0 ? 0 : Math.floor(Math.log2(Math.abs(x))) + 1;
      while (x !== 0 && Math.abs(x / 2 ** exponent) >= 1) exponent++;
      while (x !== 0 && Math.abs(x / 2 ** exponent) < 0.5) exponent--;
      return Math.abs(exponent) > 1000 ? notNumber(run, a, 'frexp') : tuple([float(x / 2 ** exponent), int(exponent)]);
    },
    'math.ldexp': (run, { args: [a, b] }) => {
      const x = numberOf(a);
      const known = x !== undefined && b?.kind === 'int' && Math.abs(Number(b.value)) < 1000;
      return known ? float(x * 2 ** Number(b.value)) : notNumber(run, a, 'ldexp');
    },
    'math.modf': (run, { args: [a] }) => {
      const x = numberOf(a);
      if (x === undefined || !Number.isFinite(x)) return notNumber(run, a, 'modf');
      return tuple([float(x % 1), float(Math.trunc(x))]);
    },
    'math.dist': (run, { args: [a, b], node }) => {
      const [p, q] = [items(run, a, node), items(run, b, node)];
      if (!p || !q || p.length !== q.length) return notNumber(run, a, 'dist');
      return float(Math.hypot(...p.map((x, i) => x - (q[i] ?? 0))));
    },
    'math.gcd': (run, { args }) => ofWholes(run, args, 'gcd', (all) => all.reduce(commonDivisor, 0n)),
    'math.lcm': (run, { args }) => ofWholes(run, args, 'lcm', (all) => all.reduce(commonMultiple, 1n)),
    'math.isqrt': (run, { args }) =>
      ofWholes(run, args, 'isqrt', ([n = 0n]) => (n >= 0n && n < 2n ** 104n ? squareRoot(n) : undefined)),
    'math.perm': (run, { args: [n, k] }) =>
      n?.kind === 'int' && (k === undefined || k.kind === 'int') && Number(n.value) >= 0 && Number(n.value) < 500
        ? int(arrangements(Number(n.value), Number(k?.value ?? n.value)))
        : unknown(run, 'unmodelled', 'perm'),
    'math.factorial': (run, { args: [n] }) =>
      n?.kind === 'int' && Number(n.value) >= 0 && Number(n.value) < 500
        ? int(factorial(Number(n.value)))
        : unknown(run, 'unmodelled', 'factorial'),
  },
};

function factorial(n: number): bigint {
  let product = 1n;
  for (let i = 2n; i <= BigInt(n); i++) product *= i;
  return product;
}

const choose = (n: number, k: number): bigint => (k < 0 || k > n ? 0n : factorial(n) / (factorial(k) * factorial(n - k)));

const arrangements = (n: number, k: number): bigint => (k < 0 || k > n ? 0n : factorial(n) / factorial(n - k));

/** A function of whole numbers; undefined where the result is not worth computing. */
function ofWholes(
  run: Run,
  args: readonly Value[],
  name: string,
  compute: (all: readonly bigint[]) => bigint | undefined,
): Value {
  const all = args.map((arg) => (arg.kind === 'int' ? BigInt(arg.value) : undefined));
  const result = all.every((one) => one !== undefined) ? compute(all) : undefined;
  return result === undefined ? notNumber(run, args[0], name) : int(result);
}

const magnitude = (a: bigint): bigint => (a < 0n ? -a : a);

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const commonMultiple = (a: bigint, b: bigint): bigint => (a === 0n || b === 0n ? 0n : magnitude(a * b) / commonDivisor(a, b));

function squareRoot(n: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(n))));
  while (root * root > n) root--;
  while ((root + 1n) * (root + 1n) <= n) root++;
  return root;
}
