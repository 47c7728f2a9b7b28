/** functools, copy and operator. */

import type { BinaryOperator, CompareOperator } from '@softlens/syntax';
import { argumentsOf } from '../../evaluate/calls/arguments.ts';
import { callValue, callWith } from '../../evaluate/calls/calls.ts';
import { functionName } from '../../evaluate/calls/functions.ts';
import { readAttribute } from '../../evaluate/expressions/attributes.ts';
import { compare, notOf } from '../../evaluate/expressions/comparison.ts';
import { readIndex } from '../../evaluate/expressions/indexing.ts';
import { binary, unary } from '../../evaluate/expressions/operators.ts';
import { asLeaf, asWeight, isWeight } from '../../evaluate/gradients/leaves.ts';
import { allocate, stateOf } from '../../evaluate/objects/objects.ts';
import { isParameter, noteParameter } from '../../evaluate/protocols/weights.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { current } from '../../evaluate/state/aliases.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { untaped } from '../../operations/gradients/record.ts';
import { tuple } from '../../values/make.ts';
import type { ArrayValue, HeapObject, Value } from '../../values/value.ts';
import type { BuiltinTable, Implementation } from '../registry.ts';

const binaryOperators = [
  ['add', '+'],
  ['sub', '-'],
  ['mul', '*'],
  ['truediv', '/'],
  ['floordiv', '//'],
  ['mod', '%'],
  ['pow', '**'],
  ['matmul', '@'],
  ['and_', '&'],
  ['or_', '|'],
  ['xor', '^'],
] as const;
const comparisons = [
  ['eq', '=='],
  ['ne', '!='],
  ['lt', '<'],
  ['le', '<='],
  ['gt', '>'],
  ['ge', '>='],
  ['is_', 'is'],
  ['is_not', 'is not'],
] as const;

const applied =
  (operator: BinaryOperator): Implementation =>
  (run, { args: [a, b], node }) =>
    a && b ? binary(run, operator, a, b, { node, operands: [node, node] }) : unknown(run, 'error', operator);
const compared =
  (operator: CompareOperator): Implementation =>
  (run, { args: [a, b], node }) =>
    a && b ? compare(run, operator, a, b, { node, operands: [node, node] }) : unknown(run, 'error', operator);

export const functionalModules: BuiltinTable = {
  effects: {
    'functools.partial': (run, { args: [fn, ...positional], keywords }) =>
      fn ? { kind: 'partial', function: fn, positional, keywords: new Map(keywords) } : unknown(run, 'error', 'partial'),
    'functools.reduce': (run, { args: [fn, source, start], node }) => {
      const items = source && itemsOf(run, source, node).items;
      if (!fn || !items) return unknown(run, 'unmodelled', 'reduce');
      const all = start ? [start, ...items] : items;
      const [first, ...rest] = all;
      return rest.reduce<Value>(
        (total, item) => callWith(run, fn, [total, item], node),
        first ?? unknown(run, 'error', 'reduce'),
      );
    },
    'functools.wraps': (_run, { args: [fn] }) => ({
      kind: 'partial',
      function: { kind: 'builtin', name: 'functools.keep' },
      positional: fn ? [fn] : [],
      keywords: new Map(),
    }),
    'functools.keep': (run, { args }) => {
      const [wrapped, fn = wrapped] = args;
      if (fn?.kind === 'function' && wrapped?.kind === 'function' && fn !== wrapped)
        return { ...fn, name: functionName(wrapped) };
      return fn ?? unknown(run, 'error', 'wraps');
    },
    'functools.lru_cache': (run, { args: [fn] }) => (fn?.kind === 'function' ? fn : keep(run)),
    'functools.cache': (run, { args: [fn] }) => fn ?? keep(run),
    'copy.copy': (run, { args: [x] }) => copied(run, x, 1),
    'copy.deepcopy': (run, { args: [x] }) => copied(run, x, 8),
    'operator.itemgetter': (_run, { args }) => ({
      kind: 'partial',
      function: { kind: 'builtin', name: 'operator.items' },
      positional: args,
      keywords: new Map(),
    }),
    'operator.items': (run, { args, node }) => {
      const [object, keys] = [args.at(-1), args.slice(0, -1)];
      if (!object || keys.length === 0) return unknown(run, 'error', 'itemgetter');
      const items = keys.map((key) => readIndex(run, object, [key], node));
      return items.length === 1 && items[0] ? items[0] : tuple(items);
    },
    'operator.getitem': (run, { args: [object, key], node }) =>
      key && object ? readIndex(run, object, [key], node) : unknown(run, 'error', 'getitem'),
    'operator.attrgetter': (_run, { args }) => ({
      kind: 'partial',
      function: { kind: 'builtin', name: 'operator.getattr' },
      positional: args,
      keywords: new Map(),
    }),
    'operator.methodcaller': (_run, { args, keywords }) => ({
      kind: 'partial',
      function: { kind: 'builtin', name: 'operator.callMethod' },
      positional: [tuple(args)],
      keywords: new Map(keywords),
    }),
    'operator.callMethod': (run, { args: [asked, object], keywords, node }) => {
      const [name, ...args] = asked?.kind === 'tuple' ? asked.items : [];
      if (name?.kind !== 'text' || !object) return unknown(run, 'error', 'methodcaller');
      return callValue(run, readAttribute(run, object, name.value, node), argumentsOf(args, node, keywords));
    },
    'operator.getattr': (run, { args: [name, object], node }) =>
      name?.kind === 'text' && object ? readAttribute(run, object, name.value, node) : unknown(run, 'error', 'attrgetter'),
    ...Object.fromEntries(binaryOperators.map(([name, operator]) => [`operator.${name}`, applied(operator)])),
    ...Object.fromEntries(comparisons.map(([name, operator]) => [`operator.${name}`, compared(operator)])),
    'operator.neg': (run, { args: [x], node }) =>
      x ? unary(run, '-', x, { node, operands: [node] }) : unknown(run, 'error', 'neg'),
    'operator.not_': (run, { args: [x] }) => (x ? notOf(run, x) : unknown(run, 'error', 'not_')),
    'operator.contains': (run, { args: [a, b], node }) =>
      a && b ? compare(run, 'in', b, a, { node, operands: [node, node] }) : unknown(run, 'error', 'contains'),
  },
};

const keep = (_run: Run): Value => ({ kind: 'builtin', name: 'functools.keep' });

/** A copy of a mutable object, and of those within as deep as asked. What is met twice is copied once. */
function copied(run: Run, x: Value | undefined, depth: number, copies = new Map<unknown, Value>()): Value {
  if (!x) return unknown(run, 'error', 'copy');
  const deep = depth > 1;
  if (x.kind === 'array') return deep || x.library === 'numpy' ? copiedArray(run, x, copies) : x;
  if (x.kind === 'tuple' && deep) return { ...x, items: x.items.map((item) => copied(run, item, depth - 1, copies)) };
  const state = x.kind === 'reference' && depth > 0 ? stateOf(run, x) : undefined;
  if (!state || x.kind !== 'reference') return x;
  const before = copies.get(x.id);
  if (before) return before;
  const inner = (value: Value): Value => (deep ? copied(run, value, depth - 1, copies) : value);
  const copy = allocate(run, copyState(state, inner));
  copies.set(x.id, copy);
  return copy;
}

/** A tensor over memory of its own; a parameter stays one. */
function copiedArray(run: Run, given: ArrayValue, copies: Map<unknown, Value>): Value {
  const x = current(run, given);
  if (x.kind !== 'array' || !x.data) return x.kind === 'array' && isWeight(x) ? asWeight({ ...x }) : x;
  const before = copies.get(x.data.data);
  if (before) return before;
  const own: ArrayValue = { ...untaped(x), data: { ...x.data, data: x.data.data.slice() } };
  const parameter = isParameter(run, x);
  const copy = x.tape?.kind === 'leaf' ? asLeaf(run, own, x.tape.parameter === true) : own;
  if (parameter) noteParameter(run, copy);
  copies.set(x.data.data, copy);
  return copy;
}

function copyState(state: HeapObject, inner: (value: Value) => Value): HeapObject {
  switch (state.kind) {
    case 'list':
      return state.items ? { ...state, items: state.items.map(inner) } : state;
    case 'dict':
      return {
        ...state,
        entries: new Map([...state.entries].map(([text, { key, value }]) => [text, { key, value: inner(value) }])),
      };
    case 'instance':
    case 'libraryObject':
      return { ...state, fields: new Map([...state.fields].map(([name, value]) => [name, inner(value)])) };
    default:
      return state;
  }
}
