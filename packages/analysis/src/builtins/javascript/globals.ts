/** JavaScript's globals: Math, Number, Object, string members. ECMA-262. */

import { newDict, newList, stateOf } from '../../evaluate/objects/objects.ts';
import { typedArrayNames } from '../../evaluate/objects/typed-arrays.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { bool, float, int, none, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { numberOf } from '../python/math.ts';
import type { BuiltinTable, Implementation } from '../registry.ts';
import { formatValue } from '../text/display.ts';

export const javascriptConstants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ['Math.PI', float(Math.PI)],
  ['Math.E', float(Math.E)],
  ['Math.LN2', float(Math.LN2)],
  ['Math.LN10', float(Math.LN10)],
  ['Math.LOG2E', float(Math.LOG2E)],
  ['Math.SQRT2', float(Math.SQRT2)],
  ['Number.EPSILON', float(Number.EPSILON)],
  ['Number.MAX_VALUE', float(Number.MAX_VALUE)],
  ['Number.MIN_VALUE', float(Number.MIN_VALUE)],
  ['Number.MAX_SAFE_INTEGER', int(Number.MAX_SAFE_INTEGER)],
  ['Number.POSITIVE_INFINITY', float(Number.POSITIVE_INFINITY)],
  ['Number.NEGATIVE_INFINITY', float(Number.NEGATIVE_INFINITY)],
  ['Infinity', float(Number.POSITIVE_INFINITY)],
  ['NaN', float(Number.NaN)],
  ['undefined', none],
]);

export const javascriptNames: ReadonlySet<string> = new Set([
  'Math',
  'Number',
  'Object',
  'Array',
  'String',
  'Boolean',
  ...typedArrayNames,
  'JSON',
  'Map',
  'Set',
  'parseFloat',
  'parseInt',
  'isNaN',
  'isFinite',
  'console',
]);

/** Whole results are integers, so that they can be sizes and indices. */
export const numeral = (x: number): Value => (Number.isSafeInteger(x) && !Object.is(x, -0) ? int(x) : float(x));

const names = [
  'abs',
  'acos',
  'acosh',
  'asin',
  'asinh',
  'atan',
  'atanh',
  'cbrt',
  'ceil',
  'cos',
  'cosh',
  'exp',
  'expm1',
  'floor',
  'fround',
  'log',
  'log10',
  'log1p',
  'log2',
  'round',
  'sign',
  'sin',
  'sinh',
  'sqrt',
  'tan',
  'tanh',
  'trunc',
] as const;

const unary =
  (name: (typeof names)[number]): Implementation =>
  (run, { args: [x] }) => {
    const number = numberOf(x);
    if (number === undefined || !x) return unknown(run, x?.kind === 'unknown' ? x.reason.key : 'unmodelled', name);
    const result = numeral(Math[name](number));
    return result.kind === 'float' && (name === 'exp' || name === 'log')
      ? { ...result, form: { op: name, operands: [x] } }
      : result;
  };

const several =
  (name: string, compute: (...xs: number[]) => number): Implementation =>
  (run, { args }) => {
    const numbers = args.map(numberOf);
    return numbers.every((x) => x !== undefined) ? numeral(compute(...numbers)) : unknown(run, 'unmodelled', name);
  };

export const javascriptGlobals: BuiltinTable = {
  pure: {
    ...Object.fromEntries(names.map((name) => [`Math.${name}`, unary(name)])),
    'Math.max': several('max', Math.max),
    'Math.min': several('min', Math.min),
    'Math.pow': several('pow', (x, y) => x ** y),
    'Math.hypot': several('hypot', Math.hypot),
    'Math.atan2': several('atan2', Math.atan2),
    'Math.random': (run) => unknown(run, 'random', 'Math.random'),
    Number: numbered,
    parseFloat: numbered,
    'Number.parseFloat': numbered,
    'Number.isInteger': (run, { args: [x] }) => predicate(run, x, Number.isInteger),
    'Number.isNaN': (run, { args: [x] }) => predicate(run, x, Number.isNaN),
    'Number.isFinite': (run, { args: [x] }) => predicate(run, x, Number.isFinite),
    isNaN: (run, { args: [x] }) => (x?.kind === 'text' ? bool(Number.isNaN(Number(x.value))) : predicate(run, x, Number.isNaN)),
    isFinite: (run, { args: [x] }) => predicate(run, x, Number.isFinite),
    String: (run, { args: [x] }) => shown(run, x),
    'js.float.toFixed': toFixed,
    'js.int.toFixed': toFixed,
    'js.float.toString': (run, { self, args: [radix] }) => inRadix(run, self, radix),
    'js.int.toString': (run, { self, args: [radix] }) => inRadix(run, self, radix),
    'js.text.toUpperCase': (run, { self }) =>
      self?.kind === 'text' ? text(self.value.toUpperCase()) : unknown(run, 'unmodelled'),
    'js.text.toLowerCase': (run, { self }) =>
      self?.kind === 'text' ? text(self.value.toLowerCase()) : unknown(run, 'unmodelled'),
    'js.text.includes': (run, { self, args: [x] }) =>
      self?.kind === 'text' && x?.kind === 'text' ? bool(self.value.includes(x.value)) : unknown(run, 'unmodelled'),
    'js.text.startsWith': (run, { self, args: [x] }) =>
      self?.kind === 'text' && x?.kind === 'text' ? bool(self.value.startsWith(x.value)) : unknown(run, 'unmodelled'),
    'js.text.trim': (run, { self }) => (self?.kind === 'text' ? text(self.value.trim()) : unknown(run, 'unmodelled')),
    'js.text.padStart': (run, { self, args: [n, fill] }) =>
      self?.kind === 'text' && n?.kind === 'int' && Number(n.value) < 1000
        ? text(self.value.padStart(Number(n.value), fill?.kind === 'text' ? fill.value : ' '))
        : unknown(run, 'unmodelled'),
  },
  effects: {
    'js.text.split': (run, { self, args: [x] }) =>
      self?.kind === 'text' && x?.kind === 'text'
        ? newList(run, self.value.split(x.value).slice(0, run.budget.collection).map(text))
        : unknown(run, 'unmodelled', 'split'),
    'Object.keys': (run, { args: [x] }) => entriesOf(run, x, (key) => key),
    'Object.values': (run, { args: [x] }) => entriesOf(run, x, (_key, value) => value),
    'Object.entries': (run, { args: [x] }) => entriesOf(run, x, (key, value) => newList(run, [key, value])),
    'Object.fromEntries': (run, { args: [x], node }) => {
      const pairs = x && itemsOf(run, x, node).items?.map((pair) => itemsOf(run, pair, node).items);
      return pairs?.every((pair) => pair?.length === 2)
        ? newDict(
            run,
            pairs.map((pair) => [pair?.[0] as Value, pair?.[1] as Value] as const),
          )
        : unknown(run, 'unmodelled', 'fromEntries');
    },
    'Object.freeze': (_run, { args: [x] }) => x ?? none,
    'console.log': () => none,
    'console.table': () => none,
  },
};

function numbered(run: Run, { name, args: [x] }: Parameters<Implementation>[1]): Value {
  if (x?.kind === 'text') return numeral(name === 'Number' ? Number(x.value) : Number.parseFloat(x.value));
  const number = numberOf(x);
  return number === undefined ? unknown(run, 'unmodelled', 'Number') : numeral(number);
}

function predicate(run: Run, x: Value | undefined, test: (x: number) => boolean): Value {
  const number = numberOf(x);
  return number === undefined ? unknown(run, 'unmodelled', 'Number') : bool(test(number));
}

/** `(255).toString(16)`; of numbers that are not whole only the decimal digits are followed. */
function inRadix(run: Run, self: Value | undefined, radix: Value | undefined): Value {
  if (!radix) return shown(run, self);
  const base = radix.kind === 'int' || radix.kind === 'float' ? Number(radix.value) : Number.NaN;
  const x = self?.kind === 'int' || self?.kind === 'float' ? self.value : undefined;
  if (base === 10) return shown(run, self);
  if (x === undefined || !Number.isInteger(Number(x)) || !(base >= 2 && base <= 36))
    return unknown(run, 'unmodelled', 'toString');
  return text(x.toString(base));
}

function shown(run: Run, x: Value | undefined): Value {
  const result = x && formatValue(run, x);
  return result === undefined ? unknown(run, 'unmodelled', 'String') : text(result);
}

function toFixed(run: Run, { self, args: [digits] }: Parameters<Implementation>[1]): Value {
  const number = numberOf(self);
  const count = digits ? numberOf(digits) : 0;
  return number === undefined || count === undefined || count < 0 || count > 100
    ? unknown(run, 'unmodelled', 'toFixed')
    : text(number.toFixed(count));
}

function entriesOf(run: Run, x: Value | undefined, pick: (key: Value, value: Value) => Value): Value {
  const state = x?.kind === 'reference' ? stateOf(run, x) : undefined;
  if (state?.kind === 'dict' && state.map) return newList(run, []);
  if (state?.kind === 'dict' && !state.open)
    return newList(
      run,
      [...state.entries.values()].map(({ key, value }) => pick(key, value)),
    );
  return unknown(run, 'unmodelled', 'Object');
}

export function javascriptTextMember(object: Value, name: string): Value | undefined {
  return name === 'length' && object.kind === 'text' ? int(object.value.length) : undefined;
}
