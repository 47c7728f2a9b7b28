/** Comparisons: numbers and arrays go to the operations; identity, membership and equality are the language's own. */
import { type NdArray, roundTo } from '@softlens/core';
import type { CompareOperator, Range } from '@softlens/syntax';
import { compareOperation } from '../../operations/index.ts';
import { bool, tuple } from '../../values/make.ts';
import type { Reference, Value } from '../../values/value.ts';
import { operationContext } from '../calls/context.ts';
import { compareInstances, containedIn } from '../calls/overloads.ts';
import { isMemberOf, unmixed } from '../objects/enums.ts';
import { entriesOf, knownItems, stateOf } from '../objects/objects.ts';
import { freshSymbol, isPython, overBudget, type Run, step, unknown } from '../run/run.ts';
import { distribute } from '../state/alternatives.ts';
import { plain } from '../state/freeze.ts';
import {
  decide,
  identityOf,
  negate,
  type Order,
  orderedTest,
  symbolicBool,
  symbolicEquals,
  symbolicIn,
  truth,
} from '../statements/conditions.ts';
import { itemsOf } from '../statements/iteration.ts';
import { announce, type OperandNodes, tainted } from './announce.ts';
import { isList, setItems } from './collection-operators.ts';
import { constantKey, hashKey, sameValue } from './equality.ts';

export function compare(run: Run, operator: CompareOperator, left: Value, right: Value, nodes: OperandNodes): Value {
  return distribute(run, [left, right], ([a, b]) => {
    if (!a || !b) return unknown(run, 'unmodelled');
    const [left, right] = operator === 'is' || operator === 'is not' ? [a, b] : [unmixed(run, a), unmixed(run, b)];
    const own =
      compareInstances(run, operator, left, right, nodes.node, (x, y) =>
        operator === '==' || operator === '!=' ? sequencesEqual(run, x, y) : compare(run, operator, tuple(x), tuple(y), nodes),
      ) ?? languageCompare(run, operator, left, right);
    if (own) return own;
    const operands = [plain(run, left), plain(run, right)] as const;
    const result = tainted(run, [a, b], compareOperation(operator, operands[0], operands[1], operationContext(run, nodes.node)));
    const value = result.kind === 'unknown' && !result.symbol ? ordering(run, operator, a, b, result) : result;
    announce(run, 'compare', operator, operands, value, nodes);
    return value;
  });
}

/** Identity, membership and equality of what is not a number. */
function languageCompare(run: Run, operator: CompareOperator, a: Value, b: Value): Value | undefined {
  switch (operator) {
    case 'is':
    case 'is not': {
      const result = identical(run, a, b);
      return operator === 'is' ? result : notOf(run, result);
    }
    case 'in':
    case 'not in': {
      const result = contains(run, a, b);
      return operator === 'in' ? result : notOf(run, result);
    }
    case 'instanceof':
      return unknown(run, 'unmodelled', 'instanceof');
    case '==':
    case '!=': {
      const result = equal(run, a, b);
      return result && operator === '!=' ? notOf(run, result) : result;
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
      return sequencesOrdered(run, operator, a, b);
    default:
      return undefined;
  }
}

function identical(run: Run, a: Value, b: Value): Value {
  if (a.kind === 'unknown' || b.kind === 'unknown') {
    const [subject, other] = a.kind === 'unknown' ? [a, b] : [b, a];
    if (other.kind === 'none' && subject.kind === 'unknown' && subject.present) return bool(false);
    if (other.kind === 'none' || other.kind === 'bool') return symbolicEquals(run, subject, other);
    return unknown(run, 'unmodelled', 'is');
  }
  if (a.kind === 'none' || b.kind === 'none') return bool(a.kind === b.kind);
  if (a.kind === 'array' || b.kind === 'array') return a.kind === b.kind ? unknown(run, 'unmodelled', 'is') : bool(false);
  return bool(sameValue(a, b));
}

/** Undefined where arrays or numbers are compared: that is the operations' work. */
function equal(run: Run, a: Value, b: Value): Value | undefined {
  if (a.kind === 'array' || b.kind === 'array') return undefined;
  if (a.kind === 'unknown' || b.kind === 'unknown') return symbolicEquals(run, a, b);
  const [keyA, keyB] = [constantKey(a), constantKey(b)];
  if (keyA !== undefined && keyB !== undefined && a.kind !== 'reference' && b.kind !== 'reference') {
    if (a.kind === 'float' && Number.isNaN(a.value)) return bool(false);
    return keyA === keyB && keyA.includes('f:NaN') ? unknown(run, 'unmodelled', 'nan') : bool(keyA === keyB);
  }
  if (a.kind === 'reference' && b.kind === 'reference' && a.id === b.id) return bool(true);
  const [setA, setB] = [setItems(run, a), setItems(run, b)];
  if (setA && setB) return setsEqual(run, setA, setB);
  const [itemsA, itemsB] = [knownItems(run, a), knownItems(run, b)];
  if (itemsA && itemsB) return sameSort(run, a, b) ? sequencesEqual(run, itemsA, itemsB) : bool(false);
  if (a.kind === 'reference' && b.kind === 'reference') return objectsEqual(run, a, b);
  if (a.kind === 'none' || b.kind === 'none' || a.kind === 'text' || b.kind === 'text') return bool(false);
  return undefined;
}

/** Dicts of the same keys and equal values are equal. */
function objectsEqual(run: Run, a: Reference, b: Reference): Value {
  const [left, right] = [stateOf(run, a), stateOf(run, b)];
  if (left?.kind === 'instance' && right?.kind === 'instance') {
    const own = compareInstances(run, '==', a, b, nowhere, (x, y) => sequencesEqual(run, x, y));
    return own ?? unknown(run, 'unmodelled', '==');
  }
  if (left?.kind !== 'dict' || right?.kind !== 'dict' || left.open || right.open) return unknown(run, 'unmodelled', '==');
  if (left.entries.size !== right.entries.size) return bool(false);
  return nested(run, () => {
    for (const [key, { value }] of left.entries) {
      const other = right.entries.get(key);
      if (!other) return bool(false);
      const same = equal(run, value, other.value);
      if (same?.kind !== 'bool') return unknown(run, 'unmodelled', '==');
      if (!same.value) return same;
    }
    return bool(true);
  });
}

/** Lists and dicts may hold themselves, and each other many times over: depth and steps are counted. */
function nested(run: Run, body: () => Value): Value {
  if (run.nesting >= run.budget.nesting) return overBudget(run, 'nesting');
  if (!step(run)) return overBudget(run, 'steps');
  run.nesting++;
  const result = body();
  run.nesting--;
  return result;
}

function setsEqual(run: Run, a: readonly Value[], b: readonly Value[]): Value {
  const keys = new Set(b.map((item) => hashKey(run, item)));
  return bool(a.length === b.length && a.every((item) => keys.has(hashKey(run, item))));
}

/** A list never equals a tuple, nor a set. */
const sameSort = (run: Run, a: Value, b: Value): boolean =>
  a.kind === b.kind && (setItems(run, a) === undefined) === (setItems(run, b) === undefined);

function sequencesEqual(run: Run, a: readonly Value[], b: readonly Value[]): Value {
  if (a.length !== b.length) return bool(false);
  return nested(run, () => itemsEqual(run, a, b));
}

function itemsEqual(run: Run, a: readonly Value[], b: readonly Value[]): Value {
  for (const [i, item] of a.entries()) {
    // Whether both are the same object, which makes a NaN equal to itself in a collection, is not followed.
    if (isNan(item) && isNan(b[i] as Value)) return unknown(run, 'unmodelled', 'nan');
    const same = equal(run, item, b[i] as Value);
    if (same?.kind !== 'bool') return unknown(run, 'unmodelled', '==');
    if (!same.value) return same;
  }
  return bool(true);
}

function bagOf(run: Run, value: Value): readonly Value[] | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'list' ? state.bag : undefined;
}

const isNan = (value: Value): boolean => value.kind === 'float' && Number.isNaN(value.value);

/** `a <= b` of sets: whether b has all of a. */
function subset(run: Run, operator: Order, a: readonly Value[], b: readonly Value[]): Value {
  const [small, large] = operator === '<' || operator === '<=' ? [a, b] : [b, a];
  const keys = new Set(large.map((item) => hashKey(run, item)));
  const isProper = operator === '<' || operator === '>';
  return bool(small.every((item) => keys.has(hashKey(run, item))) && (!isProper || small.length < large.length));
}

/** Tuples, lists and sets in order: the first items that differ decide. */
function sequencesOrdered(run: Run, operator: Order, a: Value, b: Value): Value | undefined {
  if (a.kind === 'text' && b.kind === 'text') {
    const order = a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    return bool(operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0);
  }
  const sets = [setItems(run, a), setItems(run, b)] as const;
  if (sets[0] && sets[1]) return subset(run, operator, sets[0], sets[1]);
  if (!isPython(run) || a.kind !== b.kind || (a.kind !== 'tuple' && !(isList(run, a) && isList(run, b)))) return undefined;
  const [itemsA, itemsB] = [knownItems(run, a), knownItems(run, b)];
  if (!itemsA || !itemsB) return undefined;
  for (const [i, item] of itemsA.entries()) {
    const other = itemsB[i];
    if (!other) break;
    const same =
      equal(run, item, other) ?? compareOperation('==', plain(run, item), plain(run, other), operationContext(run, nowhere));
    const { known } = truth(run, same);
    if (known === undefined) return undefined;
    if (!known) return compare(run, operator, item, other, { node: nowhere, operands: [] });
  }
  const [m, n] = [itemsA.length, itemsB.length];
  return bool(operator === '<' ? m < n : operator === '>' ? m > n : operator === '<=' ? m <= n : m >= n);
}

const nowhere: Range = { start: 0, end: 0 };

function contains(run: Run, item: Value, container: Value): Value {
  const member = container.kind === 'class' ? isMemberOf(run, container, item) : undefined;
  if (member) return member;
  if (item.kind === 'text' && container.kind === 'array' && container.texts) return bool(container.texts.includes(item.value));
  if (container.kind === 'array' && container.data) return inArray(item, container.data);
  if (item.kind === 'text' && container.kind === 'text') return bool(container.value.includes(item.value));
  if (container.kind === 'reference') {
    const state = stateOf(run, container);
    if (state?.kind === 'dict') return inDict(run, item, state);
    const own = containedIn(run, item, container, nowhere);
    if (own) return own;
    const items = state?.kind === 'instance' ? itemsOf(run, container, nowhere).items : undefined;
    if (items) return contains(run, item, tuple(items));
  }
  if (container.kind === 'range' && item.kind === 'int') {
    const offset = Number(item.value) - container.start;
    const last = container.stop - container.start;
    return bool(
      offset % container.step === 0 && (container.step > 0 ? offset >= 0 && offset < last : offset <= 0 && offset > last),
    );
  }
  const items = knownItems(run, container) ?? bagOf(run, container);
  if (!items) {
    const [a, b] = [identityOf(item), identityOf(container)];
    return a !== undefined && b !== undefined
      ? symbolicBool(run, `${a} in ${b}`, truth(run, unknown(run, 'parameter', undefined, `${a} in ${b}`)))
      : unknown(run, 'unmodelled', 'in');
  }
  if (item.kind === 'unknown') return symbolicIn(run, item, items);
  if (isNan(item) && items.some(isNan)) return unknown(run, 'unmodelled', 'nan');
  const results = items.map((other) => equal(run, item, other));
  if (results.some((result) => result?.kind === 'bool' && result.value)) return bool(true);
  return results.every((result) => result?.kind === 'bool') ? bool(false) : unknown(run, 'unmodelled', 'in');
}

/** `label in row`: whether any element equals it. */
function inArray(item: Value, { data, dtype }: NdArray): Value {
  const number =
    item.kind === 'int' || item.kind === 'float'
      ? Number(item.value)
      : item.kind === 'bool'
        ? Number(item.value)
        : item.kind === 'array' && item.data?.data.length === 1
          ? item.data.data[0]
          : undefined;
  return number === undefined
    ? { kind: 'unknown', reason: { key: 'unmodelled', name: 'in' } }
    : bool(!Number.isNaN(number) && Array.from(data, Number).includes(dtype.includes('float') ? roundTo(number, dtype) : number));
}

function inDict(run: Run, item: Value, dict: Extract<ReturnType<typeof stateOf>, { kind: 'dict' }>): Value {
  if (item.kind === 'unknown')
    return dict.open
      ? unknown(run, 'unmodelled', 'in')
      : symbolicIn(
          run,
          item,
          [...dict.entries.values()].map(({ key }) => key),
        );
  const key = hashKey(run, item);
  if (key !== undefined && dict.entries.has(key)) return bool(true);
  return !entriesOf(dict) || key === undefined ? unknown(run, 'unmodelled', 'in') : bool(false);
}

/** `lr > 0` for an unknown `lr`: a test that is the same wherever it is made. */
function ordering(run: Run, operator: CompareOperator, a: Value, b: Value, result: Extract<Value, { kind: 'unknown' }>): Value {
  run.unknowns++;
  const [left, right] = [identityOf(a), identityOf(b)];
  if (left === undefined || right === undefined) return result;
  const symbol = `${left}${operator}${right}`;
  const ordered = isOrder(operator) ? orderedTest(operator, a, b) : undefined;
  return symbolicBool(run, symbol, decide(run, ordered ?? truth(run, { ...result, symbol })));
}

const isOrder = (operator: CompareOperator): operator is Order => /^[<>]=?$/.test(operator);

export function notOf(run: Run, value: Value): Value {
  return distribute(run, [value], ([one]) => {
    const test = negate(truth(run, one as Value));
    if (test.known !== undefined) return bool(test.known);
    const symbol = one && identityOf(one);
    return symbol === undefined ? symbolicBool(run, freshSymbol(run, 'not'), test) : symbolicBool(run, `not ${symbol}`, test);
  });
}
