/** The collections module. */

import { constantKey } from '../../evaluate/equality.ts';
import { itemsOf } from '../../evaluate/iteration.ts';
import { allocate, newDict, newList, newOpenList } from '../../evaluate/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { int, tuple } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';
import { dictOf } from './iteration.ts';

export const collectionsModule: BuiltinTable = {
  effects: {
    'collections.OrderedDict': dictOf,
    'collections.defaultdict': (run, { args: [factory] }) => {
      if (!factory || factory.kind === 'none') return newDict(run, []);
      return allocate(run, { kind: 'dict', entries: new Map(), open: false, factory });
    },
    'collections.Counter': counter,
    'collections.deque': (run, { args: [x], node }) => {
      if (!x) return newList(run, []);
      const { items, element } = itemsOf(run, x, node);
      return items ? newList(run, items) : newOpenList(run, element);
    },
    'collections.namedtuple': (run, { args: [, names], node }) => {
      const fields =
        names?.kind === 'text' ? names.value.split(/[\s,]+/).filter((name) => name !== '') : fieldNames(run, names, node);
      if (!fields) return unknown(run, 'unmodelled', 'namedtuple');
      return {
        kind: 'partial',
        function: { kind: 'builtin', name: 'namedtuple.new' },
        positional: [tuple(fields.map((value): Value => ({ kind: 'text', value })))],
        keywords: new Map(),
      };
    },
    'namedtuple.new': (run, { args: [names, ...values], keywords }) => {
      const fields = names?.kind === 'tuple' ? names.items.map((name) => (name.kind === 'text' ? name.value : '')) : [];
      const items = fields.map((name, i) => values[i] ?? keywords.get(name) ?? unknown(run, 'parameter', name));
      return { kind: 'tuple', items, names: fields };
    },
    'types.SimpleNamespace': dictOf,
  },
};

function fieldNames(run: Run, names: Value | undefined, node: BuiltinCall['node']): readonly string[] | undefined {
  const items = names && itemsOf(run, names, node).items;
  return items?.every((item) => item.kind === 'text')
    ? items.flatMap((item) => (item.kind === 'text' ? [item.value] : []))
    : undefined;
}

function counter(run: Run, { args: [x], node }: BuiltinCall): Value {
  const items = x ? itemsOf(run, x, node).items : [];
  const entries = new Map<string, { key: Value; value: Value }>();
  for (const item of items ?? []) {
    const key = constantKey(item);
    if (key === undefined)
      return allocate(run, { kind: 'dict', entries: new Map(), open: true, rest: unknown(run, 'unmodelled', 'Counter') });
    const before = entries.get(key)?.value;
    entries.set(key, { key: item, value: int(before?.kind === 'int' ? Number(before.value) + 1 : 1) });
  }
  return allocate(run, { kind: 'dict', entries, open: !items, rest: items ? int(0) : unknown(run, 'unmodelled', 'Counter') });
}
