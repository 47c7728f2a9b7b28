/** The collections module. */

import { hashKey } from '../../evaluate/expressions/equality.ts';
import { allocate, newDict, newOpenList, newUnordered, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { elementOf, itemsOf } from '../../evaluate/statements/iteration.ts';
import { int, none, text, tuple } from '../../values/make.ts';
import type { ListObject, Value } from '../../values/value.ts';
import { type BuiltinCall, type BuiltinTable, callBuiltin } from '../registry.ts';
import { dictOf } from './iteration.ts';

export const collectionsModule: BuiltinTable = {
  effects: {
    'collections.OrderedDict': (run, call) => typed(run, dictOf(run, call), 'OrderedDict'),
    'collections.defaultdict': (run, call) => {
      const [factory, ...rest] = call.args;
      const made = dictOf(run, { ...call, args: rest });
      const state = made.kind === 'reference' ? stateOf(run, made) : undefined;
      if (!factory || factory.kind === 'none' || made.kind !== 'reference' || state?.kind !== 'dict') return made;
      setState(run, made, { ...state, factory });
      return made;
    },
    'collections.Counter': counter,
    'collections.deque': (run, { args: [x, given], keywords, node }) => {
      const { items, element } = x ? itemsOf(run, x, node) : { items: [] };
      const limit = given ?? keywords.get('maxlen');
      const size = limit?.kind === 'int' ? { limit: Number(limit.value) } : {};
      if (limit && limit.kind !== 'int' && limit.kind !== 'none') return newOpenList(run, element);
      return items
        ? allocate(run, withinLimit({ kind: 'list', items, type: 'deque', ...size }, 'left'))
        : newOpenList(run, element);
    },
    'list.appendleft': (run, { self, args: [x] }) => added(run, self, x ? [x] : undefined, 'right'),
    'list.extendleft': (run, { self, args: [x], node }) =>
      added(run, self, (x && itemsOf(run, x, node).items)?.toReversed(), 'right'),
    'list.rotate': (run, { self, args: [n] }) => {
      const list = listOf(run, self);
      if (!list || self?.kind !== 'reference') return none;
      const by = n === undefined ? 1 : n.kind === 'int' ? Number(n.value) : undefined;
      const { items } = list;
      if (!items || by === undefined) setState(run, self, { ...open(list), element: elementOf(run, { items: items ?? [] }) });
      else {
        const at = items.length === 0 ? 0 : (((items.length - by) % items.length) + items.length) % items.length;
        setState(run, self, { ...list, items: [...items.slice(at), ...items.slice(0, at)] });
      }
      return none;
    },
    'collections.namedtuple': (run, { args: [type, names], keywords, node }) => {
      const fields =
        names?.kind === 'text' ? names.value.split(/[\s,]+/).filter((name) => name !== '') : fieldNames(run, names, node);
      if (!fields) return unknown(run, 'unmodelled', 'namedtuple');
      return {
        kind: 'partial',
        function: { kind: 'builtin', name: 'namedtuple.new' },
        positional: [
          tuple([type ?? text(''), ...fields.map(text)]),
          tuple(itemsOf(run, keywords.get('defaults') ?? tuple([]), node).items ?? []),
        ],
        keywords: new Map(),
      };
    },
    'namedtuple.new': (run, { args: [names, defaults, ...values], keywords }) => {
      const [type = '', ...fields] =
        names?.kind === 'tuple' ? names.items.map((name) => (name.kind === 'text' ? name.value : '')) : [];
      const last = defaults?.kind === 'tuple' ? defaults.items : [];
      const items = fields.map(
        (name, i) => values[i] ?? keywords.get(name) ?? last[i - fields.length + last.length] ?? unknown(run, 'parameter', name),
      );
      return { kind: 'tuple', items, names: fields, type };
    },
    'namedtuple.make': (run, { args: [names, defaults, source], node, given }) => {
      const items = source && itemsOf(run, source, node).items;
      if (!items || !names || !defaults) return unknown(run, 'unmodelled', '_make');
      const positional = [names, defaults, ...items].map((value) => ({ value }));
      return callBuiltin(run, 'namedtuple.new', undefined, { ...given, positional });
    },
    'tuple._asdict': (run, { self }) =>
      self?.kind === 'tuple' && self.names
        ? newDict(
            run,
            self.items.map((item, i) => [text(self.names?.[i] ?? ''), item] as const),
          )
        : unknown(run, 'error', '_asdict'),
    'tuple._replace': (run, { self, keywords }) =>
      self?.kind === 'tuple' && self.names
        ? { ...self, items: self.items.map((item, i) => keywords.get(self.names?.[i] ?? '') ?? item) }
        : unknown(run, 'error', '_replace'),
    'types.SimpleNamespace': dictOf,
  },
};

function listOf(run: Run, self: Value | undefined): ListObject | undefined {
  const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  return state?.kind === 'list' ? state : undefined;
}

const open = ({ items: _items, ...rest }: ListObject): ListObject => rest;

function added(run: Run, self: Value | undefined, values: readonly Value[] | undefined, drop: 'left' | 'right'): Value {
  const list = listOf(run, self);
  if (!list || self?.kind !== 'reference') return none;
  if (!values || !list.items) setState(run, self, open(list));
  else setState(run, self, withinLimit({ ...list, items: [...values, ...list.items] }, drop));
  return none;
}

/** A deque with `maxlen` drops items at the other end than they are added. */
export function withinLimit(list: ListObject, drop: 'left' | 'right'): ListObject {
  const { items, limit } = list;
  if (!items || limit === undefined || items.length <= limit) return list;
  return { ...list, items: drop === 'left' ? items.slice(items.length - limit) : items.slice(0, limit) };
}

/** Marks what `dict` would make as a dict of this type. */
function typed(run: Run, made: Value, type: 'OrderedDict' | 'Counter'): Value {
  const state = made.kind === 'reference' ? stateOf(run, made) : undefined;
  if (made.kind === 'reference' && state?.kind === 'dict') setState(run, made, { ...state, type });
  return made;
}

function fieldNames(run: Run, names: Value | undefined, node: BuiltinCall['node']): readonly string[] | undefined {
  const items = names && itemsOf(run, names, node).items;
  return items?.every((item) => item.kind === 'text')
    ? items.flatMap((item) => (item.kind === 'text' ? [item.value] : []))
    : undefined;
}

/** Counts of items, or the counts that a dict or keywords give. Keys that are missing count as 0. */
function counter(run: Run, { args: [x], keywords, node }: BuiltinCall): Value {
  const entries = new Map<string, { key: Value; value: Value }>();
  const open = (): Value => unknown(run, 'unmodelled', 'Counter');
  const given = x?.kind === 'reference' ? stateOf(run, x) : undefined;
  if (given?.kind === 'dict') for (const [key, entry] of given.entries) entries.set(key, entry);
  const source = x && given?.kind !== 'dict' ? itemsOf(run, x, node) : undefined;
  const items = given?.kind === 'dict' ? (given.open ? undefined : []) : x ? (source?.items ?? source?.bag) : [];
  for (const item of items ?? []) {
    const key = hashKey(run, item);
    if (key === undefined) return allocate(run, { kind: 'dict', entries: new Map(), open: true, rest: open() });
    const before = entries.get(key)?.value;
    entries.set(key, { key: entries.get(key)?.key ?? item, value: int(before?.kind === 'int' ? Number(before.value) + 1 : 1) });
  }
  for (const [name, value] of keywords) entries.set(`s:${name}`, { key: text(name), value });
  const made = { kind: 'dict', entries, open: !items, rest: items ? int(0) : open(), type: 'Counter' } as const;
  return source?.bag ? newUnordered(run, made) : allocate(run, made);
}
