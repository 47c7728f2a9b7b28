/** Mutable objects: allocation, state, and joining the states that branches left. */
import type { Conditions } from '../../values/condition.ts';
import { text } from '../../values/make.ts';
import type { DictObject, HeapObject, InstanceObject, ListObject, Reference, Value } from '../../values/value.ts';
import { constantKey, hashKey, isHeapObject } from '../expressions/equality.ts';
import { joinedGenerators } from '../random/state.ts';
import { isPython, nextId, type Run } from '../run/run.ts';
import { type Guarded, joinValues } from '../state/alternatives.ts';
import { readCell, writeCell } from '../state/heap.ts';
import { stored } from './typed-arrays.ts';

export function allocate(run: Run, object: HeapObject): Reference {
  const id = nextId(run, 'nextCell');
  writeCell(run.heap, id, object);
  return { kind: 'reference', id };
}

export function stateOf(run: Run, reference: Reference): HeapObject | undefined {
  const cell = readCell(run.heap, reference.id);
  return cell && isHeapObject(cell) ? cell : reference.state;
}

/** A list, a dict or a set may hold anything from now on. */
export function forgetContents(run: Run, object: Reference): void {
  const state = stateOf(run, object);
  if (state?.kind === 'list') setState(run, object, { kind: 'list' });
  else if (state?.kind === 'set') setState(run, object, { kind: 'set' });
  else if (state?.kind === 'dict') setState(run, object, { kind: 'dict', entries: new Map(), open: true });
}

export function setState(run: Run, reference: Reference, state: HeapObject): void {
  const before = state.kind === 'list' && !isPython(run) ? stateOf(run, reference) : undefined;
  const typed = before?.kind === 'list' ? before.typed : undefined;
  writeCell(run.heap, reference.id, typed !== undefined && state.kind === 'list' ? stored(state, typed) : state);
  if (state.kind === 'dict' && state.of) writeFields(run, state.of, state);
}

/** `__dict__` of an instance: its fields by name. */
export function fieldsDict(run: Run, instance: Reference, { fields }: InstanceObject): Reference {
  const entries = [...fields].flatMap(([name, value]) =>
    name.startsWith('$') ? [] : [[`s:${name}`, { key: text(name), value }] as const],
  );
  return allocate(run, { kind: 'dict', entries: new Map(entries), open: false, of: instance });
}

function writeFields(run: Run, instance: Reference, { entries, open }: DictObject): void {
  const state = stateOf(run, instance);
  if (state?.kind !== 'instance') return;
  const own = [...state.fields].filter(([name]) => name.startsWith('$'));
  const written = [...entries.values()].flatMap(({ key, value }) => (key.kind === 'text' ? [[key.value, value] as const] : []));
  setState(run, instance, { ...state, fields: new Map([...own, ...written]), open: state.open || open });
}

export const newList = (run: Run, items: readonly Value[]): Reference => allocate(run, { kind: 'list', items });

/** What `iter`, `zip`, `map` and generators give: each item once. JavaScript's are arrays here. */
export const newIterator = (run: Run, items: readonly Value[], endless = false): Reference =>
  allocate(
    run,
    isPython(run) ? { kind: 'list', items, type: 'iterator', ...(endless ? { endless } : {}) } : { kind: 'list', items },
  );

/** A list of unknown length whose items are like `element`. */
export const newOpenList = (run: Run, element: Value | undefined): Reference =>
  allocate(run, element ? { kind: 'list', element } : { kind: 'list' });

/** A list of these in an order that is not known; one that knows less where they are not constants. */
export function newBag(run: Run, items: readonly Value[], element: Value | undefined): Reference {
  const known = items.length > 0 && items.every(isConstant) ? { bag: items } : {};
  return allocate(run, { kind: 'list', ...(element ? { element } : {}), ...known });
}

/** What a list holds that two orders of the same turns fill: in any order where both hold the same constants. */
export function shuffledList(run: Run, there: readonly Value[], back: readonly Value[]): ListObject {
  const all = [...there, ...back].slice(0, 2 * longestTail);
  const element = joinValues(
    run,
    all.map((value) => ({ value, when: [] })),
  );
  return { kind: 'list', element, ...(there.every(isConstant) && sameMembers(there, back) ? { bag: there } : {}) };
}

/** Whether the same constants are there, as often as they are, in whatever order. */
export function sameMembers(a: readonly Value[] | undefined, b: readonly Value[] | undefined): boolean {
  if (!a || !b || a.length !== b.length) return a === b;
  const keys = [a, b].map((all) => all.map((item) => constantKey(item) ?? '').sort());
  return !keys[0]?.includes('') && keys[0]?.every((key, i) => key === keys[1]?.[i]) === true;
}

const isConstant = (value: Value): boolean => value.kind !== 'reference' && constantKey(value)?.includes('r:') === false;

/** All entries of a dict, in an order that means something only where the dict is not open. */
export function entriesOf(dict: DictObject): DictObject['entries'] | undefined {
  if (!dict.open) return dict.entries;
  const isWhole = dict.rest === undefined || (dict.type === 'Counter' && dict.rest.kind === 'int' && dict.rest.value === 0);
  return isWhole && dict.complete === dict.entries ? dict.entries : undefined;
}

/** A dict of these entries in an order that is not known. */
export const newUnordered = (run: Run, dict: DictObject): Reference =>
  allocate(run, dict.open || dict.entries.size < 2 ? dict : { ...dict, open: true, complete: dict.entries });

/** The most values that the end of a list of unknown length keeps. */
const longestTail = 16;

/** A list of unknown length that ends with these values. */
export function openList(element: Value | undefined, tail: readonly Value[]): ListObject {
  return { kind: 'list', ...(element ? { element } : {}), ...(tail.length > 0 ? { tail: tail.slice(-longestTail) } : {}) };
}

/** A list with known values behind its own; past the budget, or where its own are not known, these are its end. */
export function appended(run: Run, list: ListObject, values: readonly Value[]): ListObject {
  if (list.items && list.items.length + values.length <= run.budget.collection)
    return { kind: 'list', items: [...list.items, ...values] };
  return openList(anyOf(run, list, values), [...(list.items ?? list.tail ?? []).slice(-longestTail), ...values]);
}

/** A list with values of unknown number behind its own. */
export const followed = (run: Run, list: ListObject, element: Value | undefined, tail: readonly Value[] = []): ListObject =>
  openList(anyOf(run, list, element ? [element] : []), tail);

function anyOf(run: Run, list: ListObject, values: readonly Value[]): Value | undefined {
  const own = list.items?.slice(0, longestTail) ?? (list.element ? [list.element] : []);
  const all = [...own, ...values.slice(0, longestTail)];
  if (all.length === 0) return undefined;
  return joinValues(
    run,
    all.map((value) => ({ value, when: [] })),
  );
}

export function newDict(run: Run, entries: Iterable<readonly [Value, Value]>): Reference {
  const map = new Map<string, { key: Value; value: Value }>();
  let open = false;
  for (const [key, value] of entries) {
    const text = hashKey(run, key);
    if (text === undefined) open = true;
    else map.set(text, { key, value });
  }
  return allocate(run, { kind: 'dict', entries: map, open });
}

/**
 * The order in which CPython goes through a set: whole numbers lie in its table at their remainder, where each has a place of
 * its own. The table's size depends on how the set came to be. The order of anything else depends on hashes, which differ from
 * run to run for texts; undefined then. https://github.com/python/cpython/blob/3.11/Objects/setobject.c
 */
export function setOrder(items: readonly Value[]): readonly Value[] | undefined {
  if (items.length < 2) return items;
  const numbers = items.map((item) =>
    item.kind === 'int' && Number.isSafeInteger(Number(item.value)) ? Number(item.value) : Number.NaN,
  );
  if (numbers.some(Number.isNaN)) return undefined;
  const [first, ...others] = tableSizes(items.length).map((size) => orderInTable(numbers, size));
  if (!first || !others.every((order) => order?.every((place, i) => place === first[i]))) return undefined;
  return first.map((i) => items[i] as Value);
}

/** A set that grows has four times as much room as items, one made of a literal twice as much. */
function tableSizes(count: number): readonly number[] {
  if (count < 5) return [8];
  if (count >= 19) return [];
  return [2 ** Math.ceil(Math.log2(2 * count + 1)), 32];
}

function orderInTable(numbers: readonly number[], size: number): readonly number[] | undefined {
  const places = numbers.map((x) => (((x === -1 ? -2 : x) % size) + size) % size);
  if (new Set(places).size < places.length) return undefined;
  return places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
}

/** Equal items count once; an item that cannot be compared leaves the set open. */
export function newSet(run: Run, items: readonly Value[]): Reference {
  const unique = new Map<string, Value>();
  for (const item of items) {
    const key = hashKey(run, item);
    if (key === undefined) return allocate(run, { kind: 'set' });
    if (!unique.has(key)) unique.set(key, item);
  }
  return allocate(run, { kind: 'set', items: [...unique.values()] });
}

interface GuardedObject {
  readonly value: HeapObject;
  readonly when: Conditions;
}

export function mergeObjects(run: Run, parts: readonly GuardedObject[]): HeapObject {
  const [first, ...rest] = parts as [GuardedObject, ...GuardedObject[]];
  if (rest.every((part) => part.value === first.value)) return first.value;
  switch (first.value.kind) {
    case 'list':
      return mergeLists(run, parts);
    case 'dict':
      return mergeDicts(run, parts);
    case 'set':
      return { kind: 'set' };
    case 'instance': {
      const instances = parts.filter(
        (part): part is { value: InstanceObject; when: Conditions } => part.value.kind === 'instance',
      );
      const fields = mergeMaps(
        run,
        instances.map(({ value, when }) => ({ map: value.fields, when })),
      );
      return { ...first.value, fields, open: instances.some(({ value }) => value.open) };
    }
    case 'libraryObject': {
      const objects = parts.flatMap((part) =>
        part.value.kind === 'libraryObject' ? [{ map: part.value.fields, when: part.when }] : [],
      );
      return { ...first.value, fields: mergeMaps(run, objects) };
    }
    case 'generator':
      return joinedGenerators(parts.map(({ value }) => value));
  }
}

function mergeLists(run: Run, parts: readonly GuardedObject[]): ListObject {
  const lists = parts.flatMap(({ value, when }) => (value.kind === 'list' ? [{ list: value, when }] : []));
  const [first] = lists;
  const length = first?.list.items?.length;
  if (length !== undefined && lists.every(({ list }) => list.items?.length === length)) {
    const items = Array.from({ length }, (_, i) =>
      joinValues(
        run,
        lists.map(({ list, when }) => ({ value: list.items?.[i] as Value, when })),
      ),
    );
    return { kind: 'list', items, ...(first?.list.typed !== undefined && { typed: first.list.typed }) };
  }
  const elements = lists.flatMap(({ list, when }): Guarded[] =>
    list.items ? list.items.map((value) => ({ value, when })) : list.element ? [{ value: list.element, when }] : [],
  );
  if (elements.length === 0) return { kind: 'list' };
  return openList(joinValues(run, elements), commonTail(run, lists));
}

/** What lists of any lengths end with, counted from their ends. */
function commonTail(run: Run, lists: readonly { readonly list: ListObject; readonly when: Conditions }[]): readonly Value[] {
  const ends = lists.map(({ list, when }) => ({ end: list.items ?? list.tail ?? [], when }));
  const length = Math.min(longestTail, ...ends.map(({ end }) => end.length));
  return Array.from({ length }, (_, i) =>
    joinValues(
      run,
      ends.map(({ end, when }) => ({ value: end.at(i - length) as Value, when })),
    ),
  );
}

function mergeDicts(run: Run, parts: readonly GuardedObject[]): DictObject {
  const dicts = parts.flatMap(({ value, when }) => (value.kind === 'dict' ? [{ dict: value, when }] : []));
  const merged = mergeEntries(
    dicts.map(({ dict, when }) => ({ map: dict.entries, when })),
    (first, guarded) => ({
      key: first.key,
      value: joinValues(
        run,
        guarded.map(({ value, when }) => ({ value: value.value, when })),
      ),
    }),
  );
  // An entry that only some sides have may be missing.
  const factory = dicts[0]?.dict.factory;
  const open = dicts.some(({ dict }) => dict.open);
  const shuffled =
    !open && dicts.some(({ dict }) => !sameOrder(dict.entries, merged)) ? { open: true, complete: merged } : { open };
  return { kind: 'dict', entries: merged, ...shuffled, ...(factory ? { factory } : {}) };
}

/** Keys that two sides have in another order: which one it is, nobody knows. */
function sameOrder(some: ReadonlyMap<string, unknown>, all: ReadonlyMap<string, unknown>): boolean {
  if (some.size !== all.size) return true;
  const keys = all.keys();
  for (const key of some.keys()) if (keys.next().value !== key) return false;
  return true;
}

interface GuardedMap<T> {
  readonly map: ReadonlyMap<string, T>;
  readonly when: Conditions;
}

/** Large tables are joined often and differ in little: what all sides share is taken as it is. */
function mergeEntries<T>(
  maps: readonly GuardedMap<T>[],
  join: (first: T, parts: readonly { readonly value: T; readonly when: Conditions }[]) => T,
): ReadonlyMap<string, T> {
  const [first, ...rest] = maps;
  if (!first) return new Map();
  if (rest.every(({ map }) => map === first.map)) return first.map;
  const [other] = rest;
  const grown = rest.length === 1 && other ? (extension(first.map, other.map) ?? extension(other.map, first.map)) : undefined;
  if (grown) return grown;
  const merged = new Map<string, T>();
  const add = (name: string, own: T): void => {
    const isShared = maps.every(({ map }) => map.get(name) === own);
    merged.set(
      name,
      isShared
        ? own
        : join(
            own,
            maps.flatMap(({ map, when }) => valueIn(map, name, when)),
          ),
    );
  };
  for (const { map } of maps) for (const [name, own] of map) if (!merged.has(name)) add(name, own);
  return merged;
}

/** The longer map, when it holds the shorter one as it is and goes on: one side added to a registry. */
export function extension<T>(
  shorter: ReadonlyMap<string, T>,
  longer: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> | undefined {
  if (shorter.size > longer.size) return undefined;
  const names = longer.keys();
  for (const [name, value] of shorter) if (names.next().value !== name || longer.get(name) !== value) return undefined;
  return longer;
}

function valueIn<T>(
  map: ReadonlyMap<string, T>,
  name: string,
  when: Conditions,
): { readonly value: T; readonly when: Conditions }[] {
  const value = map.get(name);
  return value === undefined ? [] : [{ value, when }];
}

const mergeMaps = (run: Run, maps: readonly GuardedMap<Value>[]): ReadonlyMap<string, Value> =>
  mergeEntries(maps, (_first, parts) => joinValues(run, parts));

/** The items of a tuple, list or set, when all are known. */
export function knownItems(run: Run, value: Value): readonly Value[] | undefined {
  if (value.kind === 'tuple') return value.items;
  if (value.kind !== 'reference') return undefined;
  const state = stateOf(run, value);
  return state?.kind === 'list' || state?.kind === 'set' ? state.items : undefined;
}
