/** The itertools module: https://docs.python.org/3/library/itertools.html */

import { callWith } from '../../evaluate/calls/calls.ts';
import { constantKey } from '../../evaluate/expressions/equality.ts';
import { binary } from '../../evaluate/expressions/operators.ts';
import { newIterator, newOpenList } from '../../evaluate/objects/objects.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { truth } from '../../evaluate/statements/conditions.ts';
import { elementOf, itemsOf } from '../../evaluate/statements/iteration.ts';
import { int, none, tuple } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';
import { iteratorState, setIterator, sideBySide } from './iteration.ts';

/** Items that an iterator without an end lists. */
const listed = 256;

export const itertoolsModule: BuiltinTable = {
  effects: {
    'itertools.chain': (run, { args, given, node }) => (given.open ? newOpenList(run, undefined) : chain(run, args, node)),
    'itertools.chain.from_iterable': (run, { args: [source], node }) => {
      const items = source && itemsOf(run, source, node).items;
      return items ? chain(run, items, node) : newOpenList(run, undefined);
    },
    'itertools.product': product,
    'itertools.combinations': chosen((items, size) => combinations(items, size, 1)),
    'itertools.combinations_with_replacement': chosen((items, size) => combinations(items, size, 0)),
    'itertools.permutations': chosen(permutations),
    'itertools.count': count,
    'itertools.cycle': (run, { args: [source], node }) => {
      const items = source && itemsOf(run, source, node).items;
      if (!items || items.length === 0) return newOpenList(run, undefined);
      return newIterator(
        run,
        Array.from({ length: listed }, (_, i) => items[i % items.length] as Value),
        true,
      );
    },
    'itertools.repeat': (run, { args: [value = none, times] }) => {
      const n = times?.kind === 'int' ? Math.max(0, Number(times.value)) : undefined;
      if ((times && n === undefined) || (n ?? 0) > run.budget.collection) return newOpenList(run, value);
      return newIterator(run, new Array<Value>(n ?? listed).fill(value), n === undefined);
    },
    'itertools.islice': slice,
    'itertools.accumulate': accumulate,
    'itertools.zip_longest': zipLongest,
    'itertools.pairwise': (run, { args: [source], node }) => {
      const items = source && itemsOf(run, source, node).items;
      return items
        ? newIterator(
            run,
            items.slice(1).map((item, i) => tuple([items[i] as Value, item])),
          )
        : open(run, source, node);
    },
    'itertools.starmap': (run, { args: [fn, source], node }) => {
      const items = source && itemsOf(run, source, node).items;
      const rows = items?.map((item) => itemsOf(run, item, node).items);
      if (!fn || !rows?.every((row) => row !== undefined)) return newOpenList(run, undefined);
      return newIterator(
        run,
        rows.map((row) => callWith(run, fn, row, node)),
      );
    },
    'itertools.compress': (run, { args: [data, selectors], node }) => {
      const rows = data && selectors && sideBySide(run, [data, selectors], node);
      return rows
        ? where(
            run,
            rows.map(([item]) => item as Value),
            rows.map((row) => row[1] as Value),
          )
        : open(run, data, node);
    },
    'itertools.filterfalse': (run, { args: [fn, source], node }) => {
      const items = source && itemsOf(run, source, node).items;
      if (!fn || !items) return open(run, source, node);
      const tests = items.map((item) => truth(run, fn.kind === 'none' ? item : callWith(run, fn, [item], node)).known);
      return tests.includes(undefined)
        ? open(run, source, node)
        : newIterator(
            run,
            items.filter((_, i) => tests[i] === false),
          );
    },
    'itertools.takewhile': (run, call) => split(run, call, (items, end) => items.slice(0, end)),
    'itertools.dropwhile': (run, call) => split(run, call, (items, end) => items.slice(end)),
    'itertools.groupby': groupBy,
    'itertools.tee': (run, { args: [source, n], node }) => {
      const items = source && itemsOf(run, source, node).items;
      const copies = n?.kind === 'int' ? Number(n.value) : 2;
      return items
        ? tuple(Array.from({ length: Math.min(copies, 16) }, () => newIterator(run, items)))
        : unknown(run, 'unmodelled', 'tee');
    },
  },
};

function open(run: Run, source: Value | undefined, node: BuiltinCall['node']): Value {
  return newOpenList(run, source && elementOf(run, itemsOf(run, source, node)));
}

function chain(run: Run, sources: readonly Value[], node: BuiltinCall['node']): Value {
  const all = sources.map((source) => itemsOf(run, source, node));
  return all.every(({ items }) => items)
    ? newIterator(
        run,
        all.flatMap(({ items }) => items ?? []),
      )
    : newOpenList(run, all.map((one) => elementOf(run, one))[0]);
}

function product(run: Run, { args, keywords, given, node }: BuiltinCall): Value {
  if (given.open) return newOpenList(run, undefined);
  const repeat = keywords.get('repeat');
  const times = repeat?.kind === 'int' ? Number(repeat.value) : 1;
  const once = args.map((arg) => itemsOf(run, arg, node));
  const sources = Array.from({ length: Math.min(times, 12) }, () => once).flat();
  if (!sources.every(({ items }) => items)) return newOpenList(run, tuple(sources.map((source) => elementOf(run, source))));
  let rows: Value[][] = [[]];
  for (const { items } of sources) {
    if (rows.length * (items?.length ?? 0) > run.budget.collection) return overBudget(run, 'product');
    rows = rows.flatMap((row) => (items ?? []).map((item) => [...row, item]));
  }
  return newIterator(run, rows.map(tuple));
}

/** Tuples of so many positions, in the order of Python's documentation; undefined where there are too many. */
type Choose = (items: number, size: number) => Iterable<readonly number[]>;

function chosen(choose: Choose): Implementation {
  return (run, { args: [source, size], keywords, given, node }) => {
    const items = source && !given.open ? itemsOf(run, source, node).items : undefined;
    const asked = size ?? keywords.get('r');
    const n =
      asked?.kind === 'int' ? Number(asked.value) : asked === undefined || asked.kind === 'none' ? items?.length : undefined;
    if (!items || n === undefined || !(n >= 0)) return newOpenList(run, undefined);
    if (n > run.budget.nesting) return overBudget(run, 'combinations');
    const rows: Value[] = [];
    for (const places of choose(items.length, n)) {
      if (rows.length >= run.budget.collection) return overBudget(run, 'combinations');
      rows.push(tuple(places.map((i) => items[i] as Value)));
    }
    return newIterator(run, rows);
  };
}

function* combinations(length: number, size: number, gap: 0 | 1, from = 0): Generator<readonly number[]> {
  // Where fewer are left than are asked for, there is nothing to look for.
  const last = gap === 1 ? length - size : length - 1;
  if (size === 0) yield [];
  else for (let i = from; i <= last; i++) for (const rest of combinations(length, size - 1, gap, i + gap)) yield [i, ...rest];
}

function* permutations(length: number, size: number, used: readonly number[] = []): Generator<readonly number[]> {
  if (used.length === size) yield used;
  else if (size <= length)
    for (let i = 0; i < length; i++) if (!used.includes(i)) yield* permutations(length, size, [...used, i]);
}

function count(run: Run, { args: [start, step], keywords, node }: BuiltinCall): Value {
  const by = step ?? keywords.get('step') ?? int(1);
  const items: Value[] = [start ?? keywords.get('start') ?? int(0)];
  while (items.length < listed) items.push(binary(run, '+', items.at(-1) as Value, by, { node, operands: [node, node] }));
  return newIterator(run, items, true);
}

function slice(run: Run, { args: [source, a, b, c], node }: BuiltinCall): Value {
  if (!source) return unknown(run, 'error', 'islice');
  const [start, stop] = b ? [number(a) ?? 0, number(b)] : [0, number(a)];
  const step = number(c) ?? 1;
  const state = iteratorState(run, source);
  const items = state?.items ?? itemsOf(run, source, node).items;
  const end = stop ?? (state?.endless ? undefined : items?.length);
  if (!items || end === undefined || (state?.endless && end > items.length)) return open(run, source, node);
  if (state) setIterator(run, source, items.slice(end));
  return newIterator(
    run,
    items.slice(start, end).filter((_, i) => i % step === 0),
  );
}

const number = (value: Value | undefined): number | undefined => (value?.kind === 'int' ? Number(value.value) : undefined);

function accumulate(run: Run, { args: [source, given], keywords, node }: BuiltinCall): Value {
  const items = source && itemsOf(run, source, node).items;
  if (!items) return newOpenList(run, undefined);
  const fn = given ?? keywords.get('func');
  const initial = keywords.get('initial');
  const totals: Value[] = [];
  for (const item of initial && initial.kind !== 'none' ? [initial, ...items] : items) {
    const last = totals.at(-1);
    const next =
      last && fn && fn.kind !== 'none'
        ? callWith(run, fn, [last, item], node)
        : last && binary(run, '+', last, item, { node, operands: [node, node] });
    totals.push(next ?? item);
  }
  return newIterator(run, totals);
}

function zipLongest(run: Run, { args, keywords, node }: BuiltinCall): Value {
  const sources = args.map((arg) => itemsOf(run, arg, node).items);
  const fill = keywords.get('fillvalue') ?? none;
  if (!sources.every((items) => items !== undefined)) return newOpenList(run, undefined);
  const length = Math.max(0, ...sources.map((items) => items.length));
  return newIterator(
    run,
    Array.from({ length }, (_, i) => tuple(sources.map((items) => items[i] ?? fill))),
  );
}

function where(run: Run, items: readonly Value[], selectors: readonly Value[]): Value {
  const tests = selectors.map((one) => truth(run, one).known);
  return tests.includes(undefined)
    ? newOpenList(run, elementOf(run, { items }))
    : newIterator(
        run,
        items.filter((_, i) => tests[i]),
      );
}

function split(
  run: Run,
  { args: [fn, source], node }: BuiltinCall,
  part: (items: readonly Value[], end: number) => readonly Value[],
): Value {
  const items = source && (iteratorState(run, source)?.items ?? itemsOf(run, source, node).items);
  if (!fn || !items) return open(run, source, node);
  const ends = source && iteratorState(run, source)?.endless;
  for (const [i, item] of items.entries()) {
    const { known } = truth(run, callWith(run, fn, [item], node));
    if (known === undefined) return newOpenList(run, elementOf(run, { items }));
    if (!known) return newIterator(run, part(items, i), ends === true && part(items, i).length > i);
  }
  return ends ? newOpenList(run, elementOf(run, { items })) : newIterator(run, part(items, items.length));
}

function groupBy(run: Run, { args: [source, given], keywords, node }: BuiltinCall): Value {
  const items = source && itemsOf(run, source, node).items;
  const fn = given ?? keywords.get('key');
  const groups: { readonly key: Value; readonly text: string; readonly items: Value[] }[] = [];
  for (const item of items ?? []) {
    const key = fn && fn.kind !== 'none' ? callWith(run, fn, [item], node) : item;
    const text = constantKey(key);
    if (text === undefined) return newOpenList(run, undefined);
    const last = groups.at(-1);
    if (last?.text === text) last.items.push(item);
    else groups.push({ key, text, items: [item] });
  }
  if (!items) return newOpenList(run, undefined);
  return newIterator(
    run,
    groups.map((group) => tuple([group.key, newIterator(run, group.items)])),
  );
}
