/** Methods of lists and tuples. */

import { compare } from '../../evaluate/expressions/comparison.ts';
import { constantKey } from '../../evaluate/expressions/equality.ts';
import { readIndex } from '../../evaluate/expressions/indexing.ts';
import { followed, newList, openList, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { joinValues } from '../../evaluate/state/alternatives.ts';
import { truth } from '../../evaluate/statements/conditions.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { int, none } from '../../values/make.ts';
import type { ListObject, Reference, Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';
import { withinLimit } from './collections.ts';
import { order } from './iteration.ts';

interface Own {
  readonly reference: Reference;
  readonly list: ListObject;
}

function own(run: Run, self: Value | undefined): Own | undefined {
  const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  return self?.kind === 'reference' && state?.kind === 'list' ? { reference: self, list: state } : undefined;
}

/** What stays when the items change: the type of a deque, and how many it keeps. */
const kept = ({ type, limit }: ListObject): Pick<ListObject, 'kind' | 'type' | 'limit'> => ({
  kind: 'list',
  ...(type === undefined ? {} : { type }),
  ...(limit === undefined ? {} : { limit }),
});

/** Changes a list in place; without known items only what an item is like stays, and the `end` made of its own. */
function change(
  run: Run,
  self: Value | undefined,
  added: readonly Value[],
  edit: (items: readonly Value[]) => readonly Value[] | undefined,
  end: (own: readonly Value[]) => readonly Value[] = () => [],
): void {
  const target = own(run, self);
  if (!target) return;
  const { reference, list } = target;
  const items = list.items && edit(list.items);
  if (items && items.length <= run.budget.collection) {
    setState(run, reference, withinLimit({ ...kept(list), items }, 'left'));
    return;
  }
  if (items) overBudget(run, 'collection');
  const { element } = followed(run, list, added[0] && anyItem(run, added));
  setState(run, reference, openList(element, list.type === undefined ? end(list.items ?? list.tail ?? []) : []));
}

const anyItem = (run: Run, values: readonly Value[]): Value =>
  joinValues(
    run,
    values.slice(0, 16).map((value) => ({ value, when: [] })),
  );

/** The last item of a list of unknown length, or whatever one is like. */
function poppedEnd(run: Run, { reference, list }: Own, at: Value | undefined): Value {
  const { tail = [], ...rest } = list;
  setState(run, reference, at ? rest : { ...rest, ...openList(rest.element, tail.slice(0, -1)) });
  return (at ? undefined : tail.at(-1)) ?? list.element ?? unknown(run, 'unmodelled', 'pop');
}

const indexOf = (value: Value | undefined): number | undefined => (value?.kind === 'int' ? Number(value.value) : undefined);

export const listMethods: BuiltinTable = {
  effects: {
    'list.append': (run, { self, args: [x] }) => {
      const behind = (items: readonly Value[]): readonly Value[] => (x ? [...items, x] : items);
      if (x) change(run, self, [x], behind, behind);
      return none;
    },
    'list.extend': (run, { self, args: [x], node }) => {
      const source = x ? itemsOf(run, x, node) : {};
      change(
        run,
        self,
        source.items ?? (source.element ? [source.element] : []),
        (items) => source.items && [...items, ...source.items],
        (items) => (source.items ? [...items.slice(-16), ...source.items] : (source.tail ?? [])),
      );
      return none;
    },
    'list.insert': (run, { self, args: [at, x] }) => {
      const i = indexOf(at);
      if (x) change(run, self, [x], (items) => (i === undefined ? undefined : items.toSpliced(i, 0, x)));
      return none;
    },
    'list.pop': (run, { self, args: [at] }) => {
      const target = own(run, self);
      if (!target) return unknown(run, 'unmodelled', 'pop');
      if (!target.list.items) return poppedEnd(run, target, at);
      const i = at ? indexOf(at) : -1;
      const removed = i === undefined ? undefined : target.list.items.at(i);
      if (!removed || i === undefined) return unknown(run, 'error', 'pop');
      setState(run, target.reference, { ...kept(target.list), items: target.list.items.toSpliced(i, 1) });
      return removed;
    },
    'list.popleft': (run, { self }) => {
      const target = own(run, self);
      const [first, ...rest] = target?.list.items ?? [];
      if (!target || !first) return target?.list.element ?? unknown(run, 'unmodelled', 'popleft');
      setState(run, target.reference, { ...kept(target.list), items: rest });
      return first;
    },
    'list.remove': (run, { self, args: [x], node }) => {
      let known = true;
      change(run, self, [], (items) => {
        const i = x ? items.findIndex((item) => equals(run, item, x, node) !== false) : -1;
        known = i >= 0;
        return i < 0 || (x && equals(run, items[i] as Value, x, node) === undefined) ? undefined : items.toSpliced(i, 1);
      });
      return known ? none : unknown(run, 'error', 'ValueError');
    },
    'list.clear': (run, { self }) => {
      change(run, self, [], () => []);
      return none;
    },
    'list.reverse': (run, { self }) => {
      change(run, self, [], (items) => items.toReversed());
      return none;
    },
    'list.sort': (run, { self, keywords, node }) => {
      change(run, self, [], (items) => order(run, items, keywords, node));
      return none;
    },
    'list.copy': (run, { self, node }) => {
      const { items } = self ? itemsOf(run, self, node) : {};
      return items ? newList(run, items) : (self ?? none);
    },
    'list.__getitem__': getItem,
    'tuple.__getitem__': getItem,
    'list.__len__': length,
    'list.index': position,
    'list.count': count,
    'tuple.index': position,
    'tuple.count': count,
  },
};

function getItem(run: Run, { self, args: [index], node }: BuiltinCall): Value {
  return self && index ? readIndex(run, self, [index], node) : unknown(run, 'error', '__getitem__');
}

function length(run: Run, { self, node }: BuiltinCall): Value {
  const items = self && itemsOf(run, self, node).items;
  return items ? int(items.length) : unknown(run, 'unmodelled', 'len');
}

/** `[1.0, x].index(1)`: equal as `==` says. */
function equals(run: Run, item: Value, x: Value, node: BuiltinCall['node']): boolean | undefined {
  const [a, b] = [constantKey(item), constantKey(x)];
  if (a !== undefined && a === b) return true;
  run.muted++;
  const result = truth(run, compare(run, '==', item, x, { node, operands: [node, node] })).known;
  run.muted--;
  return result;
}

function position(run: Run, { self, args: [x, from, to], node }: BuiltinCall): Value {
  const items = self && itemsOf(run, self, node).items;
  if (!items || !x) return unknown(run, 'unmodelled', 'index');
  const [start, end] = [from ? indexOf(from) : 0, to ? indexOf(to) : items.length];
  if (start === undefined || end === undefined || start < 0 || end < 0) return unknown(run, 'unmodelled', 'index');
  for (let i = start; i < Math.min(end, items.length); i++) {
    const same = equals(run, items[i] as Value, x, node);
    if (same === undefined) return unknown(run, 'unmodelled', 'index');
    if (same) return int(i);
  }
  return unknown(run, 'error', 'ValueError');
}

function count(run: Run, { self, args: [x], node }: BuiltinCall): Value {
  const items = self && itemsOf(run, self, node).items;
  const tests = x && items?.map((item) => equals(run, item, x, node));
  if (!tests || tests.includes(undefined)) return unknown(run, 'unmodelled', 'count');
  return int(tests.filter((same) => same).length);
}
