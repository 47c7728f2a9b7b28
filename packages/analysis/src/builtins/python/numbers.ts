/** Python's functions of numbers: https://docs.python.org/3/library/functions.html */

import { callMethod, callWith } from '../../evaluate/calls/calls.ts';
import { libraryContext, operationContext } from '../../evaluate/calls/context.ts';
import { binary } from '../../evaluate/expressions/operators.ts';
import { stateOf } from '../../evaluate/objects/objects.ts';
import { dataLength } from '../../evaluate/protocols/datasets.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { truth } from '../../evaluate/statements/conditions.ts';
import { elementOf, type Items, itemsOf, rangeLength } from '../../evaluate/statements/iteration.ts';
import { binaryOperation, dimValue, runOperation, toPython } from '../../operations/index.ts';
import { bool, float, int, text, tuple } from '../../values/make.ts';
import type { Form, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';
import { quoted } from '../text/arrays.ts';
import { roundHalfEven } from '../text/numbers.ts';
import { comesFirst } from './iteration.ts';

export const numberFunctions: BuiltinTable = {
  pure: {
    abs: (run, { args: [x], node }) =>
      x?.kind === 'array'
        ? runOperation('abs', new Map([['x', x]]), libraryContext(run, x.library, node))
        : ((x && callMethod(run, x, '__abs__', [], node)) ?? absolute(run, x)),
    round,
    divmod: (run, { args: [a, b], node }) =>
      tuple([
        binaryOperation('//', a ?? none(run), b ?? none(run), operationContext(run, node)),
        binaryOperation('%', a ?? none(run), b ?? none(run), operationContext(run, node)),
      ]),
    pow: (run, { args: [a, b, m], node }) => {
      const power = binaryOperation('**', a ?? none(run), b ?? none(run), operationContext(run, node));
      return m ? binaryOperation('%', power, m, operationContext(run, node)) : power;
    },
    bin: (run, { args: [x] }) => inDigits(run, x, 2, '0b'),
    hex: (run, { args: [x] }) => inDigits(run, x, 16, '0x'),
    oct: (run, { args: [x] }) => inDigits(run, x, 8, '0o'),
    int: integer,
    float: floating,
    'int.bit_length': (run, { self }) => (self?.kind === 'int' ? int(self.value.toString(2).replace('-', '').length) : none(run)),
    'float.is_integer': (run, { self }) => (self?.kind === 'float' ? bool(Number.isInteger(self.value)) : none(run)),
    'int.item': (run, { self }) => self ?? none(run),
    'float.item': (run, { self }) => self ?? none(run),
  },
  effects: {
    len: length,
    sum,
    max: (run, call) => extreme(run, call, '>'),
    min: (run, call) => extreme(run, call, '<'),
    any: (run, call) => quantified(run, call, true),
    all: (run, call) => quantified(run, call, false),
    bool: (run, { args: [x] }) => {
      if (!x) return bool(false);
      const test = truth(run, x);
      return test.known === undefined
        ? unknown(run, 'unmodelled', 'bool', x.kind === 'unknown' ? x.symbol : undefined)
        : bool(test.known);
    },
  },
};

const none = (run: Run): Value => unknown(run, 'error', 'argument');

function absolute(run: Run, x: Value | undefined): Value {
  if (x?.kind === 'int') return int(x.value < 0 ? -x.value : x.value);
  if (x?.kind === 'float') return float(Math.abs(x.value));
  return x?.kind === 'bool' ? int(x.value ? 1 : 0) : unknown(run, 'unmodelled', 'abs');
}

function round(run: Run, { args: [x, digits], keywords, node }: BuiltinCall): Value {
  const given = digits ?? keywords.get('ndigits');
  const n = given?.kind === 'int' ? Number(given.value) : undefined;
  if (x?.kind === 'int') {
    if (given && given.kind !== 'none' && n === undefined) return unknown(run, 'unmodelled', 'round');
    return n === undefined || n >= 0 ? x : n < -30 ? int(0) : int(roundedWhole(BigInt(x.value), 10n ** BigInt(-n)));
  }
  if (x?.kind === 'float') {
    if (given && given.kind !== 'none' && n === undefined) return unknown(run, 'unmodelled', 'round');
    if (n === undefined) return Number.isFinite(x.value) ? int(roundHalfEven(x.value, 0)) : unknown(run, 'error', 'round');
    const rounded = float(roundHalfEven(x.value, n));
    return x.space ? { ...rounded, space: x.space } : rounded;
  }
  if (x?.kind === 'array') {
    const result = runOperation(
      'round',
      new Map<string, Value>([
        ['x', x],
        ['decimals', int(n ?? 0)],
      ]),
      libraryContext(run, x.library, node),
    );
    return result.kind === 'array' && result.shape?.length === 0 && n === undefined && x.library === 'numpy'
      ? toPython(result)
      : result;
  }
  return unknown(run, x?.kind === 'unknown' ? x.reason.key : 'unmodelled', 'round');
}

/** Halves go to the even multiple. */
function roundedWhole(x: bigint, unit: bigint): bigint {
  const rest = ((x % unit) + unit) % unit;
  const low = x - rest;
  const isUp = 2n * rest > unit || (2n * rest === unit && (low / unit) % 2n !== 0n);
  return isUp ? low + unit : low;
}

function integer(run: Run, { args: [x, given], keywords, node }: BuiltinCall): Value {
  const base = given ?? keywords.get('base');
  if (!x) return int(0);
  const own = callMethod(run, x, '__int__', [], node);
  if (own) return own;
  if (base) return inBase(run, x, base);
  switch (x.kind) {
    case 'int':
      return int(x.value);
    case 'bool':
      return int(x.value ? 1 : 0);
    case 'float':
      return Number.isFinite(x.value) ? int(Math.trunc(x.value)) : unknown(run, 'error', 'int');
    case 'text':
      return /^\s*[+-]?\d+(_\d+)*\s*$/.test(x.value)
        ? int(BigInt(x.value.trim().replaceAll('_', '').replace(/^\+/, '')))
        : unknown(run, 'error', `ValueError: invalid literal for int() with base 10: ${quoted(x.value)}`);
    case 'array': {
      const number = x.data?.data.length === 1 ? x.data.data[0] : undefined;
      return number === undefined || !Number.isFinite(number)
        ? unknown(run, x.reason?.key ?? 'unmodelled', 'int')
        : int(Math.trunc(number));
    }
    case 'unknown':
      return x.symbol === undefined ? unknown(run, x.reason.key, x.reason.name) : x;
    default:
      return unknown(run, 'unmodelled', 'int');
  }
}

function inDigits(run: Run, x: Value | undefined, radix: number, prefix: string): Value {
  if (x?.kind !== 'int') return unknown(run, 'unmodelled', 'int');
  const digits = x.value.toString(radix);
  return text(digits.startsWith('-') ? `-${prefix}${digits.slice(1)}` : prefix + digits);
}

/** `int('ff', 16)`. */
function inBase(run: Run, x: Value, base: Value): Value {
  const radix = base.kind === 'int' ? Number(base.value) : undefined;
  if (x.kind !== 'text' || radix === undefined || radix < 2 || radix > 36) return unknown(run, 'unmodelled', 'int');
  const [, sign = '', digits = ''] = /^\s*([+-]?)(?:0[xob])?([0-9a-z]+)\s*$/.exec(x.value.toLowerCase()) ?? [];
  const values = [...digits].map((digit) => Number.parseInt(digit, 36));
  if (values.length === 0 || values.length > 100 || values.some((value) => value >= radix)) return unknown(run, 'error', 'int');
  const whole = values.reduce((sum, value) => sum * BigInt(radix) + BigInt(value), 0n);
  return int(sign === '-' ? -whole : whole);
}

function floating(run: Run, { args: [x], node }: BuiltinCall): Value {
  if (!x) return float(0);
  const own = callMethod(run, x, '__float__', [], node);
  if (own) return own;
  switch (x.kind) {
    case 'int':
      return float(Number(x.value));
    case 'bool':
      return float(x.value ? 1 : 0);
    case 'float':
      return x;
    case 'text':
      return floatOfText(run, x.value);
    case 'array': {
      const number = x.data?.data.length === 1 ? x.data.data[0] : undefined;
      if (number !== undefined) return x.space ? { ...float(number), space: x.space } : float(number);
      const result = unknown(run, x.reason?.key ?? 'unmodelled', 'float');
      return x.space ? { ...result, space: x.space } : result;
    }
    case 'unknown':
      return x;
    default:
      return unknown(run, 'unmodelled', 'float');
  }
}

function floatOfText(run: Run, given: string): Value {
  const text = given.trim().toLowerCase();
  const special = /^([+-]?)(inf|infinity|nan)$/.exec(text);
  if (special)
    return float(special[2] === 'nan' ? Number.NaN : special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(text)
    ? float(Number(text))
    : unknown(run, 'error', `ValueError: could not convert string to float: ${quoted(given)}`);
}

/** How many items: known, or the symbol of an array's first size. */
function length(run: Run, { args, self, node }: BuiltinCall): Value {
  const x = args[0] ?? self;
  if (!x) return none(run);
  switch (x.kind) {
    case 'text':
      return int([...x.value].length);
    case 'tuple':
      return int(x.items.length);
    case 'range':
      return int(rangeLength(x));
    case 'array': {
      const size = x.shape?.[0];
      return size === undefined ? unknown(run, 'unmodelled', 'len') : dimValue(size);
    }
    case 'reference': {
      const state = stateOf(run, x);
      if ((state?.kind === 'list' || state?.kind === 'set') && state.items) return int(state.items.length);
      if (state?.kind === 'dict' && !state.open) return int(state.entries.size);
      if (state?.kind === 'instance') return callMethod(run, x, '__len__', [], node) ?? unknown(run, 'unmodelled', 'len');
      const size = state?.kind === 'libraryObject' ? dataLength(run, x, node) : undefined;
      if (size !== undefined) return int(size);
      const { items, bag = items } = itemsOf(run, x, node);
      return bag ? int(bag.length) : unknown(run, 'unmodelled', 'len');
    }
    case 'alternatives': {
      const lengths = x.of.map(({ value }) =>
        length(run, {
          args: [value],
          self,
          keywords: new Map(),
          node,
          given: { positional: [], keywords: new Map(), open: false, node },
        }),
      );
      const [first] = lengths;
      return first?.kind === 'int' && lengths.every((one) => one.kind === 'int' && one.value === first.value)
        ? first
        : unknown(run, 'branches', 'len');
    }
    default:
      return unknown(
        run,
        x.kind === 'unknown' ? x.reason.key : 'unmodelled',
        'len',
        x.kind === 'unknown' && x.symbol !== undefined ? `len(${x.symbol})` : undefined,
      );
  }
}

/** Python adds from the left, beginning with 0. */
function sum(run: Run, { args: [x, start], keywords, node }: BuiltinCall): Value {
  if (!x) return none(run);
  const { element, bag, items = bag?.every(({ kind }) => kind === 'int') ? bag : undefined } = itemsOf(run, x, node);
  if (!items) {
    const array = element?.kind === 'array' ? element : undefined;
    if (!array) return unknown(run, element?.kind === 'unknown' ? element.reason.key : 'unmodelled', 'sum');
    const rest = withoutElements(array);
    // Python goes through an array along its first axis.
    const form: Form | undefined = x.kind === 'array' && !start ? { op: 'sum', operands: [x], axis: 0 } : undefined;
    return { ...rest, ...(form ? { form } : {}), reason: array.reason ?? { key: 'loop' } };
  }
  if (items.length > run.budget.collection) return overBudget(run, 'collection');
  const nodes = { node, operands: [node, node] };
  let total: Value = start ?? keywords.get('start') ?? int(0);
  run.muted++;
  for (const item of items) total = binary(run, '+', total, item, nodes);
  run.muted--;
  if (total.kind !== 'float') return total;
  const form: Form = { op: 'sum', operands: items };
  return { kind: 'float', value: total.value, form };
}

/** Items of a set that are compared twice over. */
const mostCompared = 500;

function extreme(run: Run, call: BuiltinCall, operator: '>' | '<'): Value {
  const { args, keywords, node } = call;
  const [first] = args;
  if (!first) return none(run);
  const { items, element, bag }: Items = args.length > 1 ? { items: args } : itemsOf(run, first, node);
  const all = bag?.toReversed();
  if (bag && all && bag.length <= mostCompared) {
    // Of several that are largest the first counts, and which is first is not known.
    const [there, back] = [bag, all].map((each) => extreme(run, { ...call, args: [tuple(each)] }, operator));
    if (there && there === back) return there;
  }
  if (!items)
    return element?.kind === 'unknown' || !element ? unknown(run, 'unmodelled', operator === '>' ? 'max' : 'min') : element;
  const key = keywords.get('key');
  const [start, ...rest] = items;
  if (!start) return keywords.get('default') ?? unknown(run, 'error', 'empty');
  let best = start;
  let bestKey = key && key.kind !== 'none' ? callWith(run, key, [best], node) : best;
  for (const item of rest) {
    const itemKey = key && key.kind !== 'none' ? callWith(run, key, [item], node) : item;
    const known = comesFirst(run, operator, itemKey, bestKey, node);
    if (known === undefined) return unknown(run, 'unmodelled', operator === '>' ? 'max' : 'min');
    if (known) {
      best = item;
      bestKey = itemKey;
    }
  }
  return best;
}

function quantified(run: Run, { args: [x], node }: BuiltinCall, seeks: boolean): Value {
  if (!x) return none(run);
  const source = itemsOf(run, x, node);
  const items = source.items ?? source.bag;
  if (!items) return unknown(run, elementOf(run, source).kind === 'unknown' ? 'unmodelled' : 'loop', seeks ? 'any' : 'all');
  let open = false;
  for (const item of items) {
    const test = truth(run, item);
    if (test.known === undefined) open = true;
    else if (test.known === seeks) return bool(seeks);
  }
  return open ? unknown(run, 'unmodelled', seeks ? 'any' : 'all') : bool(!seeks);
}
