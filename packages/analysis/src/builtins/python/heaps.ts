/** heapq and bisect: https://docs.python.org/3/library/heapq.html, https://docs.python.org/3/library/bisect.html */

import { callWith } from '../../evaluate/calls/calls.ts';
import { newIterator, newList, newOpenList, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { itemsOf } from '../../evaluate/statements/iteration.ts';
import { int, none } from '../../values/make.ts';
import type { ListObject, Reference, Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';
import { comesFirst, order } from './iteration.ts';

export const heapsModule: BuiltinTable = {
  effects: {
    'heapq.heappush': (run, { args: [heap, item], node }) => {
      edit(run, heap, (items) => item && up(run, [...items, item], items.length, 0, node));
      return none;
    },
    'heapq.heappop': (run, { args: [heap], node }) => pop(run, heap, node),
    'heapq.heapify': (run, { args: [heap], node }) => {
      edit(run, heap, (items) => {
        let all: Value[] | undefined = [...items];
        for (let i = Math.floor(items.length / 2) - 1; i >= 0 && all; i--) all = down(run, all, i, node);
        return all;
      });
      return none;
    },
    'heapq.heappushpop': (run, { args: [heap, item], node }) => {
      const first = heap && itemsIn(run, heap)?.[0];
      if (!item || (first && comesFirst(run, '<', first, item, node) === undefined)) return unknown(run, 'unmodelled', 'heap');
      if (!first || !comesFirst(run, '<', first, item, node)) return item;
      edit(run, heap, (items) => down(run, [item, ...items.slice(1)], 0, node));
      return first;
    },
    'heapq.heapreplace': (run, { args: [heap, item], node }) => {
      const first = heap && itemsIn(run, heap)?.[0];
      edit(run, heap, (items) => item && down(run, [item, ...items.slice(1)], 0, node));
      return first ?? unknown(run, 'unmodelled', 'heap');
    },
    'heapq.merge': (run, { args, keywords, node }) => {
      const all = args.map((source) => itemsOf(run, source, node).items);
      const isKnown = all.every((items) => items !== undefined);
      // Of sorted sources, what comes out is sorted, equal items in the order of the sources.
      const merged = isKnown ? order(run, all.flat() as readonly Value[], keywords, node) : undefined;
      return merged ? newIterator(run, merged) : newOpenList(run, undefined);
    },
    'heapq.nlargest': (run, call) => extremes(run, call, true),
    'heapq.nsmallest': (run, call) => extremes(run, call, false),
    'bisect.bisect': (run, call) => bisect(run, call, 'right'),
    'bisect.bisect_right': (run, call) => bisect(run, call, 'right'),
    'bisect.bisect_left': (run, call) => bisect(run, call, 'left'),
    'bisect.insort': (run, call) => insort(run, call, 'right'),
    'bisect.insort_right': (run, call) => insort(run, call, 'right'),
    'bisect.insort_left': (run, call) => insort(run, call, 'left'),
  },
};

function listOf(run: Run, value: Value | undefined): { readonly reference: Reference; readonly list: ListObject } | undefined {
  const state = value?.kind === 'reference' ? stateOf(run, value) : undefined;
  return value?.kind === 'reference' && state?.kind === 'list' ? { reference: value, list: state } : undefined;
}

const itemsIn = (run: Run, value: Value): readonly Value[] | undefined => listOf(run, value)?.list.items;

/** Without an order that is known, only the kind of the items stays. */
function edit(run: Run, heap: Value | undefined, change: (items: readonly Value[]) => readonly Value[] | undefined): void {
  const own = listOf(run, heap);
  if (!own) return;
  const items = own.list.items && change(own.list.items);
  setState(run, own.reference, items && items.length <= run.budget.collection ? { ...own.list, items } : { kind: 'list' });
}

function pop(run: Run, heap: Value | undefined, node: BuiltinCall['node']): Value {
  const items = heap && itemsIn(run, heap);
  const [first] = items ?? [];
  if (!items) return unknown(run, 'unmodelled', 'heap');
  if (!first) return unknown(run, 'error', 'index');
  edit(run, heap, () => {
    const last = items.at(-1);
    return items.length === 1 || !last ? [] : down(run, [last, ...items.slice(1, -1)], 0, node);
  });
  return first;
}

/** `_siftdown` of CPython: the item at `at` rises towards `start`. */
function up(run: Run, items: Value[], at: number, start: number, node: BuiltinCall['node']): Value[] | undefined {
  const item = items[at] as Value;
  let position = at;
  while (position > start) {
    const parent = (position - 1) >> 1;
    const less = comesFirst(run, '<', item, items[parent] as Value, node);
    if (less === undefined) return undefined;
    if (!less) break;
    items[position] = items[parent] as Value;
    position = parent;
  }
  items[position] = item;
  return items;
}

/** `_siftup` of CPython: the smaller child moves up until a leaf is reached, and the item rises from there. */
function down(run: Run, items: Value[], at: number, node: BuiltinCall['node']): Value[] | undefined {
  const item = items[at] as Value;
  let position = at;
  for (let child = 2 * position + 1; child < items.length; child = 2 * position + 1) {
    const right = child + 1;
    if (right < items.length) {
      const less = comesFirst(run, '<', items[child] as Value, items[right] as Value, node);
      if (less === undefined) return undefined;
      if (!less) child = right;
    }
    items[position] = items[child] as Value;
    position = child;
  }
  items[position] = item;
  return up(run, items, position, at, node);
}

function extremes(run: Run, { args: [n, source, given], keywords, node }: BuiltinCall, largest: boolean): Value {
  const items = source && itemsOf(run, source, node).items;
  const key = given ?? keywords.get('key');
  const options = new Map<string, Value>([
    ['reverse', { kind: 'bool', value: largest }],
    ...(key ? [['key', key] as const] : []),
  ]);
  const ordered = items && n?.kind === 'int' ? order(run, items, options, node) : undefined;
  return ordered && n?.kind === 'int'
    ? newList(run, ordered.slice(0, Math.max(0, Number(n.value))))
    : newOpenList(run, undefined);
}

function placeOf(run: Run, { args: [list, x], keywords, node }: BuiltinCall, side: 'left' | 'right'): number | undefined {
  const items = list && itemsOf(run, list, node).items;
  const key = keywords.get('key');
  if (!items || !x) return undefined;
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle] as Value;
    const own = key && key.kind !== 'none' ? callWith(run, key, [item], node) : item;
    const before = side === 'left' ? comesFirst(run, '<', own, x, node) : comesFirst(run, '<', x, own, node);
    if (before === undefined) return undefined;
    if (before === (side === 'left')) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bisect(run: Run, call: BuiltinCall, side: 'left' | 'right'): Value {
  const place = call.args.length > 2 ? undefined : placeOf(run, call, side);
  return place === undefined ? unknown(run, 'unmodelled', 'bisect') : int(place);
}

function insort(run: Run, call: BuiltinCall, side: 'left' | 'right'): Value {
  const [list, x] = call.args;
  const place = placeOf(run, call, side);
  edit(run, list, (items) => (place === undefined || !x ? undefined : items.toSpliced(place, 0, x)));
  return none;
}
