/** Methods of dicts. */

import { hashKey } from '../../evaluate/expressions/equality.ts';
import { readIndex, writeIndex } from '../../evaluate/expressions/indexing.ts';
import {
  allocate,
  entriesOf,
  newBag,
  newIterator,
  newList,
  newOpenList,
  setState,
  stateOf,
} from '../../evaluate/objects/objects.ts';
import { isPython, type Run, unknown } from '../../evaluate/run/run.ts';
import { anyOf, joinValues } from '../../evaluate/state/alternatives.ts';
import { type Items, itemsOf } from '../../evaluate/statements/iteration.ts';
import { bool, int, none, tuple } from '../../values/make.ts';
import type { DictObject, Reference, Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';
import { dictOf } from './iteration.ts';

interface Own {
  readonly reference: Reference;
  readonly dict: DictObject;
}

function own(run: Run, self: Value | undefined): Own | undefined {
  const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  return self?.kind === 'reference' && state?.kind === 'dict' ? { reference: self, dict: state } : undefined;
}

export const dictMethods: BuiltinTable = {
  effects: {
    'dict.get': get,
    'dict.keys': (run, { self }) => listed(run, self, ({ key }) => key, 'dict_keys'),
    'dict.values': (run, { self }) => listed(run, self, ({ value }) => value, 'dict_values'),
    'dict.items': (run, { self }) => listed(run, self, ({ key, value }) => tuple([key, value]), 'dict_items'),
    'dict.copy': (run, { self }) => {
      const target = own(run, self);
      if (!target) return self ?? none;
      const { of: _of, ...dict } = target.dict;
      return allocate(run, dict);
    },
    'dict.update': (run, call) => {
      const target = own(run, call.self);
      if (target && isCounter(target.dict)) return count(run, target, call);
      const given = dictOf(run, call);
      const state = given.kind === 'reference' ? stateOf(run, given) : undefined;
      if (!target) return none;
      if (state?.kind !== 'dict') {
        setState(run, target.reference, { ...target.dict, open: true });
        return none;
      }
      setState(run, target.reference, {
        ...target.dict,
        entries: new Map([...target.dict.entries, ...state.entries]),
        open: target.dict.open || state.open,
      });
      return none;
    },
    'dict.setdefault': (run, { self, args: [key, fallback], node }) => {
      const target = own(run, self);
      const text = key && hashKey(run, key);
      const known = text === undefined ? undefined : target?.dict.entries.get(text);
      if (known) return known.value;
      if (self && key) writeIndex(run, self, [key], fallback ?? none, node);
      return target?.dict.open ? unknown(run, 'unmodelled', 'setdefault') : (fallback ?? none);
    },
    'dict.pop': (run, { self, args: [key, fallback], node }) => {
      const target = own(run, self);
      const text = key && hashKey(run, key);
      if (!target || !key || text === undefined) return unknown(run, 'unmodelled', 'pop');
      const known = target.dict.entries.get(text);
      if (!known) return fallback ?? readIndex(run, target.reference, [key], node);
      const entries = new Map(target.dict.entries);
      entries.delete(text);
      setState(run, target.reference, { ...target.dict, entries });
      return known.value;
    },
    'dict.clear': (run, { self }) => {
      const target = own(run, self);
      if (target) setState(run, target.reference, { kind: 'dict', entries: new Map(), open: false });
      return none;
    },
    'dict.__setitem__': (run, { self, args: [key, value], node }) => {
      if (self && key && value) writeIndex(run, self, [key], value, node);
      return none;
    },
    'dict.move_to_end': (run, { self, args: [key, last], keywords }) => {
      const target = own(run, self);
      const text = key && hashKey(run, key);
      const entry = text === undefined ? undefined : target?.dict.entries.get(text);
      if (!target || text === undefined || !entry) return none;
      const to = last ?? keywords.get('last');
      const rest = [...target.dict.entries].filter(([one]) => one !== text);
      const moved = [text, entry] as const;
      setState(run, target.reference, {
        ...target.dict,
        entries: new Map(to?.kind === 'bool' && !to.value ? [moved, ...rest] : [...rest, moved]),
      });
      return none;
    },
    'dict.most_common': mostCommon,
    'dict.__getitem__': (run, { self, args: [key], node }) =>
      self && key ? readIndex(run, self, [key], node) : unknown(run, 'error', 'key'),
    'dict.__contains__': (run, { self, args: [key] }) => {
      const target = own(run, self);
      const text = key && hashKey(run, key);
      if (!target || text === undefined) return unknown(run, 'unmodelled', 'in');
      return !entriesOf(target.dict) && !target.dict.entries.has(text)
        ? unknown(run, 'unmodelled', 'in')
        : bool(target.dict.entries.has(text));
    },
    'dict.popitem': (run, { self }) => {
      const target = own(run, self);
      const last = target && [...target.dict.entries].at(-1);
      if (!target || !last || target.dict.open) return unknown(run, 'unmodelled', 'popitem');
      setState(run, target.reference, { ...target.dict, entries: new Map([...target.dict.entries].slice(0, -1)) });
      return tuple([last[1].key, last[1].value]);
    },
    'dict.subtract': (run, call) => {
      const target = own(run, call.self);
      if (target) count(run, target, call, -1);
      return none;
    },
    'dict.elements': (run, { self }) => {
      const target = own(run, self);
      const counts = target && !target.dict.open ? countsOf(target.dict) : undefined;
      return counts
        ? newIterator(
            run,
            counts.flatMap(({ key, count: n }) => new Array<Value>(Math.min(Math.max(0, n), 5000)).fill(key)),
          )
        : newOpenList(run, undefined);
    },
    'dict.total': (run, { self }) => {
      const target = own(run, self);
      const counts = target && !target.dict.open ? countsOf(target.dict) : undefined;
      return counts ? int(counts.reduce((sum, { count }) => sum + count, 0)) : unknown(run, 'unmodelled', 'total');
    },
    'dict.fromkeys': (run, { args: [keys, value], node, given }) =>
      dictOf(run, { self: undefined, args: [fromKeys(run, keys, value ?? none, node)], keywords: new Map(), node, given }),
  },
};

interface Counted {
  readonly key: Value;
  readonly value: Value;
  readonly count: number;
}

function countsOf(dict: DictObject): readonly Counted[] | undefined {
  const all = [...dict.entries.values()].flatMap(({ key, value }) =>
    value.kind === 'int' ? [{ key, value, count: Number(value.value) }] : [],
  );
  return all.length === dict.entries.size ? all : undefined;
}

/** Largest counts first; equal ones in the order they were met. */
function mostCommon(run: Run, { self, args: [n] }: BuiltinCall): Value {
  const target = own(run, self);
  const counts = target && !target.dict.open ? countsOf(target.dict) : undefined;
  if (!counts || (n && n.kind !== 'int' && n.kind !== 'none')) return newOpenList(run, undefined);
  const sorted = counts.toSorted((a, b) => b.count - a.count).map(({ key, value }) => tuple([key, value]));
  return newList(run, n?.kind === 'int' ? sorted.slice(0, Number(n.value)) : sorted);
}

/** Missing keys count as 0. */
const isCounter = (dict: DictObject): boolean => dict.rest?.kind === 'int' && !dict.factory;

/** `Counter.update` adds what it is given. */
function count(run: Run, { reference, dict }: Own, { args: [x], node }: BuiltinCall, sign: 1 | -1 = 1): Value {
  const given = x?.kind === 'reference' ? stateOf(run, x) : undefined;
  const source: Items = x ? itemsOf(run, x, node) : { items: [] };
  const items = source.items ?? source.bag;
  const entries = new Map(dict.entries);
  const isWhole = items !== undefined && entriesOf(dict) !== undefined;
  let open = !isWhole;
  for (const item of items ?? []) {
    const text = hashKey(run, item);
    const by = given?.kind === 'dict' && text !== undefined ? given.entries.get(text)?.value : int(1);
    const before = text === undefined ? undefined : (entries.get(text)?.value ?? int(0));
    if (text === undefined || by?.kind !== 'int' || before?.kind !== 'int') open = true;
    else entries.set(text, { key: item, value: int(Number(before.value) + sign * Number(by.value)) });
  }
  const isShuffled = isWhole && !open && (dict.open || (source.bag !== undefined && entries.size > 1));
  setState(run, reference, { ...dict, entries, ...(isShuffled ? { open: true, complete: entries } : { open }) });
  return none;
}

function fromKeys(run: Run, keys: Value | undefined, value: Value, node: BuiltinCall['node']): Value {
  const items = keys && itemsOf(run, keys, node).items;
  return items
    ? newList(
        run,
        items.map((key) => tuple([key, value])),
      )
    : newOpenList(run, undefined);
}

function get(run: Run, { self, args: [key, fallback], node }: BuiltinCall): Value {
  const target = own(run, self);
  if (!target || !key) return unknown(run, 'unmodelled', 'get');
  const { dict, reference } = target;
  const text = hashKey(run, key);
  if (text !== undefined) {
    const known = dict.entries.get(text);
    if (known) return known.value;
    return entriesOf(dict) ? (fallback ?? none) : unknown(run, 'unmodelled', 'get');
  }
  const chosen = readIndex(run, reference, [key], node);
  if (chosen.kind === 'unknown') return chosen;
  const found = chosen.kind === 'alternatives' ? chosen.of : [{ value: chosen, when: [] }];
  return joinValues(run, [...found, { value: fallback ?? none, when: [] }]);
}

function listed(
  run: Run,
  self: Value | undefined,
  pick: (entry: { readonly key: Value; readonly value: Value }) => Value,
  type: 'dict_keys' | 'dict_values' | 'dict_items',
): Value {
  const target = own(run, self);
  if (!target) return unknown(run, 'unmodelled', 'dict');
  const values = [...target.dict.entries.values()].map(pick);
  if (!target.dict.open)
    return allocate(run, isPython(run) ? { kind: 'list', items: values, type } : { kind: 'list', items: values });
  const { rest } = target.dict;
  if (entriesOf(target.dict)) return newBag(run, values, values.length > 0 ? anyOf(run, values) : undefined);
  const extra = rest ? [pick({ key: unknown(run, 'unmodelled', 'key'), value: rest })] : [];
  const all = [...values, ...extra];
  return newOpenList(
    run,
    all.length > 0
      ? joinValues(
          run,
          all.map((value) => ({ value, when: [] })),
        )
      : undefined,
  );
}
