/** functools, itertools, copy and operator. */

import { readAttribute } from '../../evaluate/attributes.ts';
import { callWith } from '../../evaluate/calls.ts';
import { readIndex } from '../../evaluate/indexing.ts';
import { elementOf, itemsOf } from '../../evaluate/iteration.ts';
import { allocate, newList, newOpenList, stateOf } from '../../evaluate/objects.ts';
import { binary } from '../../evaluate/operators.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { tuple } from '../../values/make.ts';
import type { HeapObject, Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';

export const functionalModules: BuiltinTable = {
  effects: {
    'functools.partial': (run, { args: [fn, ...positional], keywords }) =>
      fn ? { kind: 'partial', function: fn, positional, keywords } : unknown(run, 'error', 'partial'),
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
    'functools.keep': (run, { args }) => args.at(-1) ?? unknown(run, 'error', 'wraps'),
    'functools.lru_cache': (run, { args: [fn] }) => (fn?.kind === 'function' ? fn : keep(run)),
    'functools.cache': (run, { args: [fn] }) => fn ?? keep(run),
    'itertools.chain': (run, { args, node }) => chain(run, args, node),
    'itertools.chain.from_iterable': (run, { args: [source], node }) => {
      const items = source && itemsOf(run, source, node).items;
      return items ? chain(run, items, node) : newOpenList(run, undefined);
    },
    'itertools.product': product,
    'itertools.combinations': (run, { args: [source, size], node }) => combinations(run, source, size, node),
    'itertools.permutations': (run) => newOpenList(run, undefined),
    'itertools.count': (run) => newOpenList(run, unknown(run, 'loop', 'count')),
    'itertools.cycle': (run, { args: [source], node }) => newOpenList(run, source && elementOf(run, itemsOf(run, source, node))),
    'itertools.repeat': (run, { args: [value, times] }) =>
      value && times?.kind === 'int' && Number(times.value) <= run.budget.collection
        ? newList(run, new Array<Value>(Math.max(0, Number(times.value))).fill(value))
        : newOpenList(run, value),
    'itertools.islice': (run, { args: [source, a, b, c], node }) => {
      const slice: Value = {
        kind: 'slice',
        ...(b ? { lower: a, upper: b } : a ? { upper: a } : {}),
        ...(c ? { step: c } : {}),
      } as Extract<Value, { kind: 'slice' }>;
      const items = source && itemsOf(run, source, node).items;
      return items
        ? readIndex(run, newList(run, items), [slice], node)
        : newOpenList(run, source && elementOf(run, itemsOf(run, source, node)));
    },
    'itertools.accumulate': (run, { args: [source, fn], node }) => {
      const items = source && itemsOf(run, source, node).items;
      if (!items) return newOpenList(run, undefined);
      const totals: Value[] = [];
      for (const item of items) {
        const last = totals.at(-1);
        totals.push(
          !last
            ? item
            : fn
              ? callWith(run, fn, [last, item], node)
              : binary(run, '+', last, item, { node, operands: [node, node] }),
        );
      }
      return newList(run, totals);
    },
    'itertools.zip_longest': (run) => newOpenList(run, undefined),
    'copy.copy': (run, { args: [x] }) => copied(run, x, 1),
    'copy.deepcopy': (run, { args: [x] }) => copied(run, x, 8),
    'operator.itemgetter': (_run, { args }) => ({
      kind: 'partial',
      function: { kind: 'builtin', name: 'operator.getitem' },
      positional: args,
      keywords: new Map(),
    }),
    'operator.getitem': (run, { args: [key, object], node }) =>
      key && object ? readIndex(run, object, [key], node) : unknown(run, 'error', 'itemgetter'),
    'operator.attrgetter': (_run, { args }) => ({
      kind: 'partial',
      function: { kind: 'builtin', name: 'operator.getattr' },
      positional: args,
      keywords: new Map(),
    }),
    'operator.getattr': (run, { args: [name, object], node }) =>
      name?.kind === 'text' && object ? readAttribute(run, object, name.value, node) : unknown(run, 'error', 'attrgetter'),
    'operator.mul': (run, { args: [a, b], node }) =>
      a && b ? binary(run, '*', a, b, { node, operands: [node, node] }) : unknown(run, 'error', 'mul'),
    'operator.add': (run, { args: [a, b], node }) =>
      a && b ? binary(run, '+', a, b, { node, operands: [node, node] }) : unknown(run, 'error', 'add'),
  },
};

const keep = (_run: Run): Value => ({ kind: 'builtin', name: 'functools.keep' });

function chain(run: Run, sources: readonly Value[], node: BuiltinCall['node']): Value {
  const all = sources.map((source) => itemsOf(run, source, node));
  return all.every(({ items }) => items)
    ? newList(
        run,
        all.flatMap(({ items }) => items ?? []),
      )
    : newOpenList(run, all.map((one) => elementOf(run, one))[0]);
}

function product(run: Run, { args, keywords, node }: BuiltinCall): Value {
  const repeat = keywords.get('repeat');
  const times = repeat?.kind === 'int' ? Number(repeat.value) : 1;
  const sources = Array.from({ length: Math.min(times, 8) }, () => args)
    .flat()
    .map((arg) => itemsOf(run, arg, node));
  if (!sources.every(({ items }) => items)) return newOpenList(run, tuple(sources.map((source) => elementOf(run, source))));
  let rows: Value[][] = [[]];
  for (const { items } of sources) {
    if (rows.length * (items?.length ?? 0) > run.budget.collection) return overBudget(run, 'product');
    rows = rows.flatMap((row) => (items ?? []).map((item) => [...row, item]));
  }
  return newList(run, rows.map(tuple));
}

function combinations(run: Run, source: Value | undefined, size: Value | undefined, node: BuiltinCall['node']): Value {
  const items = source && itemsOf(run, source, node).items;
  if (!items || size?.kind !== 'int' || Number(size.value) !== 2 || items.length > 60) return newOpenList(run, undefined);
  return newList(
    run,
    items.flatMap((a, i) => items.slice(i + 1).map((b) => tuple([a, b]))),
  );
}

/** A copy of a mutable object, and of those within as deep as asked. */
function copied(run: Run, x: Value | undefined, depth: number): Value {
  if (!x) return unknown(run, 'error', 'copy');
  const state = x.kind === 'reference' && depth > 0 ? stateOf(run, x) : undefined;
  if (!state) return x;
  const inner = (value: Value): Value => (depth > 1 ? copied(run, value, depth - 1) : value);
  return allocate(run, copyState(state, inner));
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
