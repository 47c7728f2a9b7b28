/** What a loop, a spread or a comprehension goes through. */

import { classMembers } from '@softlens/frameworks';
import type { Range } from '@softlens/syntax';
import { arrayItems } from '../../operations/index.ts';
import { int, text, tuple } from '../../values/make.ts';
import type { ListObject, Reference, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import { callMethod } from '../calls/calls.ts';
import { operationContext } from '../calls/context.ts';
import { classAttribute } from '../objects/classes.ts';
import { namedTupleItems } from '../objects/dataclasses.ts';
import { enumMembers } from '../objects/enums.ts';
import { entriesOf, setOrder, setState, stateOf } from '../objects/objects.ts';
import { iterateLibraryObject } from '../protocols/index.ts';
import { afterUnseen } from '../random/effects.ts';
import { drawOf, inherit } from '../run/facts.ts';
import { isPython, type Run, unknown } from '../run/run.ts';
import { joinValues } from '../state/alternatives.ts';
import { commitHeap, forkHeap } from '../state/heap.ts';

/** All items in order; or, where their number is not known, what each of them is like and which are surely the last. */
export interface Items {
  readonly items?: readonly Value[] | undefined;
  readonly element?: Value | undefined;
  readonly tail?: readonly Value[] | undefined;
  /** All items where only their order is not known: a set of texts. */
  readonly bag?: readonly Value[] | undefined;
  /** The first items of an iterator without an end. */
  readonly beginning?: readonly Value[] | undefined;
}

export function itemsOf(run: Run, value: Value, node: Range = { start: 0, end: 0 }): Items {
  switch (value.kind) {
    case 'tuple':
      return { items: value.items };
    case 'text':
      return value.value.length > run.budget.collection
        ? { element: unknown(run, 'budget') }
        : { items: [...value.value].map(text) };
    case 'range':
      return rangeItems(run, value);
    case 'array':
      return arrayElements(run, value, node);
    case 'class': {
      const members = enumMembers(value);
      return members ? { items: members } : { element: unknown(run, 'unmodelled', 'iteration') };
    }
    case 'reference':
      return objectItems(run, value, node);
    case 'alternatives': {
      const parts = value.of.map((one) => ({ items: itemsOf(run, one.value, node), when: one.when }));
      const length = parts[0]?.items.items?.length;
      if (length !== undefined && parts.every(({ items }) => items.items?.length === length)) {
        return {
          items: Array.from({ length }, (_, i) =>
            joinValues(
              run,
              parts.map(({ items, when }) => ({ value: items.items?.[i] as Value, when })),
            ),
          ),
        };
      }
      return {
        element: joinValues(
          run,
          parts.map(({ items, when }) => ({ value: elementOf(run, items), when })),
        ),
      };
    }
    case 'unknown':
      return { element: unknown(run, value.reason.key, value.reason.name, value.symbol && `${value.symbol}[]`) };
    default:
      return { element: unknown(run, 'unmodelled', 'iteration') };
  }
}

/** One value that stands for any of the items. */
export function elementOf(run: Run, items: Items): Value {
  if (items.element) return items.element;
  if (!items.items || items.items.length === 0) return unknown(run, 'unmodelled', 'iteration');
  return joinValues(
    run,
    items.items.slice(0, 16).map((value) => ({ value, when: [] })),
  );
}

export function rangeLength(range: Extract<Value, { kind: 'range' }>): number {
  return Math.max(0, Math.ceil((range.stop - range.start) / range.step));
}

function rangeItems(run: Run, range: Extract<Value, { kind: 'range' }>): Items {
  const length = rangeLength(range);
  if (!(length <= run.budget.collection)) return { element: unknown(run, 'loop') };
  run.steps += length >> 4; // loops within loops would make the same numbers over and over
  return { items: Array.from({ length }, (_, i) => int(range.start + i * range.step)) };
}

function arrayElements(run: Run, value: Extract<Value, { kind: 'array' }>, node: Range): Items {
  const length = value.shape?.[0];
  if (typeof length === 'number' && length > run.budget.turns && !value.data) return { element: anyItem(run, value) };
  const result = arrayItems(value, operationContext(run, node));
  if (!result) return { element: anyItem(run, value) };
  return { items: drawOf(run, value) ? result.map((item) => inherit(run, item, [value])) : result };
}

/** An item of an array along its first axis, without its data. */
function anyItem(run: Run, value: Extract<Value, { kind: 'array' }>): Value {
  run.unknowns++;
  const { scalar: _scalar, space, shape, ...rest } = withoutElements(value);
  const inner =
    space?.axis === undefined
      ? space
      : space.axis === 0
        ? undefined
        : { ...space, axis: space.axis > 0 ? space.axis - 1 : space.axis };
  return {
    ...rest,
    ...(shape ? { shape: shape.slice(1) } : {}),
    ...(inner ? { space: inner } : {}),
    reason: value.reason ?? { key: 'loop' },
  };
}

/** Whoever goes through an iterator leaves it empty. */
function drained(run: Run, iterator: Reference, state: ListObject): Items {
  const { items = [], endless, ...rest } = state;
  if (endless) return { element: elementOf(run, { items }), beginning: items };
  setState(run, iterator, { ...rest, items: [] });
  return { items };
}

/** Python's hashes of texts differ from run to run: a set of them comes in any order. That of objects is taken not to matter. */
function membersOf(run: Run, items: readonly Value[]): Items {
  const hasObjects = items.some(({ kind }) => kind === 'reference');
  const ordered = isPython(run) && !hasObjects ? setOrder(items) : items;
  return ordered ? { items: ordered } : { element: elementOf(run, { items }), bag: items };
}

function objectItems(run: Run, value: Extract<Value, { kind: 'reference' }>, node: Range): Items {
  const state = stateOf(run, value);
  switch (state?.kind) {
    case 'list':
      if (state.type === 'iterator' && state.items) return drained(run, value, state);
      return state.items
        ? { items: state.items }
        : { element: state.element ?? unknown(run, 'unmodelled', 'list'), tail: state.tail, bag: state.bag };
    case 'set':
      return state.items ? membersOf(run, state.items) : { element: unknown(run, 'unmodelled', 'set') };
    case 'dict': {
      const keys = [...state.entries.values()].map(({ key, value: item }) => (isPython(run) ? key : tuple([key, item])));
      if (!state.open) return { items: keys };
      return entriesOf(state)
        ? { element: elementOf(run, { items: keys }), bag: keys }
        : { element: unknown(run, 'unmodelled', 'dict') };
    }
    case 'libraryObject':
      // A loader draws as it begins: https://pytorch.org/docs/stable/data.html#multi-process-data-loading
      if (classMembers(state.row).protocol === 'dataset') afterUnseen(run);
      return iterateLibraryObject(run, value, state, node);
    case 'instance': {
      const items = namedTupleItems(run, value);
      if (items) return { items };
      if (classAttribute(run, state.class, '__iter__')) {
        const iterator = callMethod(run, value, '__iter__', [], node);
        if (iterator && iterator !== value && !(iterator.kind === 'reference' && iterator.id === value.id))
          return itemsOf(run, iterator, node);
        const drawn = drawnItems(run, value, node);
        if (drawn) return { items: drawn };
      }
      const counted = countedItems(run, value, node);
      if (counted) return { items: counted };
      const item = callMethod(run, value, '__getitem__', [unknown(run, 'loop')], node);
      return { element: item ?? unknown(run, 'unmodelled', 'iteration') };
    }
    default:
      return { element: unknown(run, 'unmodelled', 'iteration') };
  }
}

/** What `__next__` gives until it raises StopIteration; undefined where that is not certain. */
function drawnItems(run: Run, iterator: Reference, node: Range): readonly Value[] | undefined {
  const { heap, watching } = run;
  const before = forkHeap(heap);
  run.heap = before;
  run.watching++;
  const items: Value[] = [];
  let isWhole = false;
  while (items.length < maxDrawn) {
    const item = callMethod(run, iterator, '__next__', [], node);
    const { raised } = run;
    run.raised = undefined;
    if (raised) {
      const state = raised.value.kind === 'reference' ? stateOf(run, raised.value) : undefined;
      isWhole = state?.kind === 'instance' && state.class.definition.name === 'StopIteration';
      break;
    }
    if (!item || item.kind === 'unknown' || item.kind === 'alternatives') break;
    items.push(item);
  }
  run.watching = watching;
  run.heap = heap;
  if (!isWhole) return undefined;
  commitHeap(heap, before);
  return items;
}

const maxDrawn = 256;

/** Without `__iter__`, the items are those that `__getitem__` gives for 0, 1 … where `__len__` says how many. */
function countedItems(run: Run, sequence: Reference, node: Range): readonly Value[] | undefined {
  const state = stateOf(run, sequence);
  if (state?.kind !== 'instance' || !classAttribute(run, state.class, '__getitem__')) return undefined;
  if (classAttribute(run, state.class, '__iter__')) return undefined;
  const length = callMethod(run, sequence, '__len__', [], node);
  if (length?.kind !== 'int' || Number(length.value) > maxDrawn) return undefined;
  const all = Array.from({ length: Number(length.value) }, (_, i) => callMethod(run, sequence, '__getitem__', [int(i)], node));
  return all.every((item) => item !== undefined) ? all : undefined;
}
