/** Python's functions of iterables: https://docs.python.org/3/library/functions.html */

import { callMethod, callWith } from '../../evaluate/calls/calls.ts';
import { compare } from '../../evaluate/expressions/comparison.ts';
import {
  allocate,
  newBag,
  newDict,
  newIterator,
  newList,
  newOpenList,
  newSet,
  setState,
  stateOf,
} from '../../evaluate/objects/objects.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { truth } from '../../evaluate/statements/conditions.ts';
import { elementOf, itemsOf } from '../../evaluate/statements/iteration.ts';
import { int, none, text, tuple } from '../../values/make.ts';
import type { ListObject, Reference, Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';

export const iterationFunctions: BuiltinTable = {
  pure: { range, slice: (_run, { args }) => sliceOf(args) },
  effects: {
    enumerate,
    zip,
    map: mapped,
    filter: filtered,
    sorted: (run, call) => sorted(run, call),
    reversed: (run, { args: [x], node }) => {
      const { items, element } = x ? itemsOf(run, x, node) : {};
      return items ? newIterator(run, items.toReversed()) : newOpenList(run, element);
    },
    list: (run, { args: [x], node }) => {
      if (!x) return newList(run, []);
      const { items, element, bag } = itemsOf(run, x, node);
      return items ? newList(run, items) : newBag(run, bag ?? [], element);
    },
    tuple: (run, { args: [x], node }) => {
      const { items, element } = x ? itemsOf(run, x, node) : { items: [], element: undefined };
      return items ? tuple(items) : newOpenList(run, element);
    },
    set: (run, { args: [x], node }) => setOf(run, x, node),
    frozenset: (run, { args: [x], node }) => {
      const made = setOf(run, x, node);
      const state = stateOf(run, made);
      if (state?.kind === 'set') setState(run, made, { ...state, frozen: true });
      return made;
    },
    dict: dictOf,
    iter: (run, { args: [x], node }) => {
      if (!x) return none;
      if (iteratorState(run, x)) return x;
      const { items, element } = itemsOf(run, x, node);
      return items ? newIterator(run, items) : newOpenList(run, element);
    },
    next: nextOf,
  },
};

function range(run: Run, { args }: BuiltinCall): Value {
  const numbers = args.map((arg) =>
    arg.kind === 'int'
      ? Number(arg.value)
      : arg.kind === 'bool'
        ? Number(arg.value)
        : arg.kind === 'array' && arg.data?.data.length === 1
          ? arg.data.data[0]
          : undefined,
  );
  const [first, second] = numbers;
  const step = numbers.length > 2 ? numbers[2] : 1;
  if (numbers.includes(undefined) || first === undefined || step === undefined || step === 0)
    return newOpenList(run, unknown(run, 'loop', 'range'));
  return second === undefined
    ? { kind: 'range', start: 0, stop: first, step }
    : { kind: 'range', start: first, stop: second, step };
}

function sliceOf(args: readonly Value[]): Value {
  const [a, b, step] = args;
  const [lower, upper] = args.length === 1 ? [undefined, a] : [a, b];
  return { kind: 'slice', ...(lower ? { lower } : {}), ...(upper ? { upper } : {}), ...(step ? { step } : {}) };
}

function enumerate(run: Run, { args: [x, start], keywords, node }: BuiltinCall): Value {
  if (!x) return none;
  const first = start ?? keywords.get('start');
  const from = first?.kind === 'int' ? Number(first.value) : 0;
  const source = itemsOf(run, x, node);
  if (source.items)
    return newIterator(
      run,
      source.items.map((item, i) => tuple([int(from + i), item])),
    );
  return newOpenList(run, tuple([unknown(run, 'loop', 'enumerate'), elementOf(run, source)]));
}

function zip(run: Run, { args, given, node }: BuiltinCall): Value {
  if (given.open) return newOpenList(run, undefined);
  const rows = sideBySide(run, args, node);
  if (rows) return newIterator(run, rows.map(tuple));
  return newOpenList(run, tuple(args.map((arg) => elementOf(run, itemsOf(run, arg, node)))));
}

function mapped(run: Run, { args: [fn, ...sources], node }: BuiltinCall): Value {
  if (!fn) return none;
  const rows = sideBySide(run, sources, node);
  if (!rows) {
    const elements = sources.map((source) => elementOf(run, itemsOf(run, source, node)));
    return newOpenList(run, callWith(run, fn, elements, node));
  }
  if (rows.length > run.budget.turns * 4) return overBudget(run, 'map');
  return newIterator(
    run,
    rows.map((row) => callWith(run, fn, row, node)),
  );
}

function filtered(run: Run, { args: [fn, source], node }: BuiltinCall): Value {
  if (!fn || !source) return none;
  const { items, element } = itemsOf(run, source, node);
  if (!items || items.length > run.budget.turns * 4) return newOpenList(run, element);
  const kept: Value[] = [];
  for (const item of items) {
    const test = truth(run, fn.kind === 'none' ? item : callWith(run, fn, [item], node));
    if (test.known === undefined) return newOpenList(run, elementOf(run, { items }));
    if (test.known) kept.push(item);
  }
  return newIterator(run, kept);
}

/** A new sorted list; a list of unknown order where a comparison is not known. */
function sorted(run: Run, { args: [x], keywords, node }: BuiltinCall): Value {
  if (!x) return none;
  const { items, element, bag } = itemsOf(run, x, node);
  const ordered = items ? order(run, items, keywords, node) : bag && orderOfBag(run, bag, keywords, node);
  return ordered ? newList(run, ordered) : newOpenList(run, items ? elementOf(run, { items }) : element);
}

/** Sorted, where no two count as equal: which of them would come first depends on the order they had. */
function orderOfBag(
  run: Run,
  items: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  node: BuiltinCall['node'],
): readonly Value[] | undefined {
  const [there, back] = [items, items.toReversed()].map((all) => order(run, all, keywords, node));
  return there?.every((item, i) => item === back?.[i]) ? there : undefined;
}

export function order(
  run: Run,
  items: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  node: BuiltinCall['node'],
): readonly Value[] | undefined {
  const key = keywords.get('key');
  const reverse = keywords.get('reverse');
  if (reverse && reverse.kind !== 'bool' && reverse.kind !== 'int') return undefined;
  const down = reverse?.kind === 'bool' ? reverse.value : reverse?.kind === 'int' && reverse.value !== 0;
  const keyed = items.map((item) => ({ item, key: key && key.kind !== 'none' ? callWith(run, key, [item], node) : item }));
  let known = true;
  const less = (a: Value, b: Value): boolean => {
    const result = comesFirst(run, '<', a, b, node);
    if (result === undefined) known = false;
    return result === true;
  };
  const compare = (a: { key: Value }, b: { key: Value }): number => (less(a.key, b.key) ? -1 : less(b.key, a.key) ? 1 : 0);
  // Python keeps the order of equal items also when it sorts downwards.
  const result = keyed.toSorted(down ? (a, b) => compare(b, a) : compare).map(({ item }) => item);
  return known ? result : undefined;
}

/** Whether `a < b` or `a > b`, where it is known; the rules hear nothing of it. */
export function comesFirst(run: Run, operator: '<' | '>', a: Value, b: Value, node: BuiltinCall['node']): boolean | undefined {
  run.muted++;
  const result = truth(run, compare(run, operator, a, b, { node, operands: [node, node] }));
  run.muted--;
  return result.known;
}

function setOf(run: Run, x: Value | undefined, node: BuiltinCall['node']): Reference {
  const { items, bag } = x ? itemsOf(run, x, node) : { items: [] };
  const all = items ?? bag;
  return all ? newSet(run, all) : allocate(run, { kind: 'set' });
}

export function dictOf(run: Run, { args: [x], keywords, given, node }: BuiltinCall): Value {
  const entries: [Value, Value][] = [];
  let open = given.open;
  const state = x?.kind === 'reference' ? stateOf(run, x) : undefined;
  if (state?.kind === 'dict') {
    for (const { key, value } of state.entries.values()) entries.push([key, value]);
    open ||= state.open;
  } else if (x) {
    const { items } = itemsOf(run, x, node);
    for (const item of items ?? []) {
      const pair = itemsOf(run, item, node).items;
      if (pair?.length === 2 && pair[0] && pair[1]) entries.push([pair[0], pair[1]]);
      else open = true;
    }
    open ||= !items;
  }
  for (const [name, value] of keywords) entries.push([text(name), value]);
  const made = newDict(run, entries);
  const now = stateOf(run, made);
  if (open && now?.kind === 'dict') setState(run, made, { ...now, open: true });
  return made;
}

/** An iterator gives its first item and keeps the rest. */
function nextOf(run: Run, { args: [x, fallback], node }: BuiltinCall): Value {
  if (!x) return none;
  const state = iteratorState(run, x);
  if (x.kind !== 'reference' || !state?.items) {
    const own = x.kind === 'reference' ? callMethod(run, x, '__next__', [], node) : undefined;
    return own ?? elementOf(run, itemsOf(run, x, node));
  }
  const [first, ...rest] = state.items;
  if (!first) return state.endless ? unknown(run, 'budget', 'next') : (fallback ?? unknown(run, 'error', 'StopIteration'));
  setState(run, x, { ...state, items: rest });
  return first;
}

export function setIterator(run: Run, x: Value, items: readonly Value[]): void {
  const state = iteratorState(run, x);
  if (state && x.kind === 'reference') setState(run, x, { ...state, items });
}

export function iteratorState(run: Run, x: Value): ListObject | undefined {
  const state = x.kind === 'reference' ? stateOf(run, x) : undefined;
  return state?.kind === 'list' && state.type === 'iterator' ? state : undefined;
}

/**
 * The items of several sources side by side, as many as the shortest has. An iterator that is given twice, as in
 * `zip(it, it)`, is drawn from in turn; one without an end is as long as needed.
 */
export function sideBySide(run: Run, sources: readonly Value[], node: BuiltinCall['node']): readonly Value[][] | undefined {
  const drawn = sources.map((source, i) => drawnFrom(run, sources, source, i, node));
  if (drawn.some((one) => one === undefined)) return undefined;
  const known = drawn.flatMap((one) => one ?? []);
  const finite = known.filter(({ endless }) => !endless);
  if (finite.length === 0 && known.length > 0) return undefined;
  const length = Math.min(...finite.map(({ items }) => items.length));
  if (known.some(({ items }) => items.length < length)) return undefined;
  for (const { leave } of known) leave(length);
  return Array.from({ length: Number.isFinite(length) ? length : 0 }, (_, i) => known.map(({ items }) => items[i] as Value));
}

interface Drawn {
  readonly items: readonly Value[];
  readonly endless: boolean;
  /** Takes so many items off the iterator. */
  leave(count: number): void;
}

function drawnFrom(run: Run, sources: readonly Value[], source: Value, i: number, node: BuiltinCall['node']): Drawn | undefined {
  const state = iteratorState(run, source);
  if (source.kind === 'reference' && state?.items) {
    const same = sources.flatMap((other, j) => (other.kind === 'reference' && other.id === source.id ? [j] : []));
    const all = state.items;
    const full = Math.floor(all.length / same.length) * same.length;
    const items = all.slice(0, full).filter((_, j) => j % same.length === same.indexOf(i));
    const leave = (count: number): void => setState(run, source, { ...state, items: all.slice(count * same.length) });
    return { items, endless: state.endless === true, leave };
  }
  const { items } = itemsOf(run, source, node);
  return items && { items, endless: false, leave: () => undefined };
}
