/** Whether two values claim the same, and the keys under which constants are found in dicts and conditions. */

import type { NdArray } from '@softlens/core';
import { sameSpace } from '../../values/same.ts';
import type { ArrayValue, HeapObject, UserClass, Value } from '../../values/value.ts';
import type { Run } from '../run/run.ts';
import { readCell } from '../state/heap.ts';

/** Parts that one comparison looks at: what holds itself over and over has more of them than anybody waits for. */
const maxCompared = 20_000;
let compared = 0;

export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  compared = 0;
  return sameWithin(a, b, 6);
}

function sameWithin(a: Value, b: Value, depth: number): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || depth <= 0 || ++compared > maxCompared) return false;
  switch (a.kind) {
    case 'none':
      return true;
    case 'unknown':
      return (
        b.kind === 'unknown' &&
        a.symbol === b.symbol &&
        a.rank === b.rank &&
        sameSpace(a.space, b.space) &&
        a.reason.key === b.reason.key &&
        a.reason.name === b.reason.name
      );
    case 'bool':
    case 'text':
      return a.value === (b as typeof a).value && (a.kind !== 'text' || a.scalar === (b as typeof a).scalar);
    case 'int':
    case 'float':
      return Object.is(a.value, (b as typeof a).value) && sameSpace(a.space, (b as typeof a).space);
    case 'array':
      return sameArray(a, b as ArrayValue);
    case 'dtype':
      return a.dtype === (b as typeof a).dtype && a.library === (b as typeof a).library;
    case 'tuple': {
      const other = b as typeof a;
      return (
        a.items.length === other.items.length && a.items.every((item, i) => sameWithin(item, other.items[i] as Value, depth - 1))
      );
    }
    case 'range': {
      const other = b as typeof a;
      return a.start === other.start && a.stop === other.stop && a.step === other.step;
    }
    case 'slice': {
      const other = b as typeof a;
      return (
        sameOptional(a.lower, other.lower, depth) &&
        sameOptional(a.upper, other.upper, depth) &&
        sameOptional(a.step, other.step, depth)
      );
    }
    case 'reference':
      return a.id === (b as typeof a).id && sameState(a.state, (b as typeof a).state, depth - 1);
    case 'function':
      return a.definition === (b as typeof a).definition && a.scope === (b as typeof a).scope;
    case 'class':
      return a.definition === (b as typeof a).definition && a.path === (b as typeof a).path;
    case 'method':
      return sameWithin(a.self, (b as typeof a).self, depth - 1) && sameWithin(a.function, (b as typeof a).function, depth - 1);
    case 'partial':
      return false;
    case 'module':
      return a.path === (b as typeof a).path;
    case 'libraryName':
    case 'builtin':
      return a.name === (b as typeof a).name;
    case 'libraryFunction':
    case 'libraryClass':
      return a.row === (b as typeof a).row;
    case 'alternatives': {
      const other = b as typeof a;
      return (
        a.of.length === other.of.length && a.of.every((one, i) => sameWithin(one.value, other.of[i]?.value as Value, depth - 1))
      );
    }
  }
}

/** Frozen lists and dicts are compared by content; objects by what they are. */
function sameState(a: HeapObject | undefined, b: HeapObject | undefined, depth: number): boolean {
  if (a === b || !a || !b) return a === b;
  if (a.kind === 'list' && b.kind === 'list') {
    if (!a.items || !b.items)
      return a.items === b.items && sameOptional(a.element, b.element, depth) && sameItems(a.tail ?? [], b.tail ?? [], depth);
    return sameItems(a.items, b.items, depth);
  }
  if (a.kind === 'dict' && b.kind === 'dict') {
    if (a.open !== b.open || a.entries.size !== b.entries.size) return false;
    return [...a.entries].every(([key, { value }]) => sameOptional(value, b.entries.get(key)?.value, depth));
  }
  if (a.kind === 'set' && b.kind === 'set')
    return a.items === b.items || (a.items !== undefined && b.items !== undefined && sameItems(a.items, b.items, depth));
  return a.kind === b.kind;
}

const sameItems = (a: readonly Value[], b: readonly Value[], depth: number): boolean =>
  a.length === b.length && a.every((item, i) => sameWithin(item, b[i] as Value, depth));

function sameOptional(a: Value | undefined, b: Value | undefined, depth: number): boolean {
  return a === b || (a !== undefined && b !== undefined && sameWithin(a, b, depth - 1));
}

function sameArray(a: ArrayValue, b: ArrayValue): boolean {
  if (a.library !== b.library || a.dtype !== b.dtype || a.scalar !== b.scalar || !sameSpace(a.space, b.space)) return false;
  // Of two with the same numbers only one may be what gradients flow to.
  if (a.tape !== b.tape) return false;
  if (a.texts || b.texts) return a.texts?.join('\0') === b.texts?.join('\0') && a.shape?.join() === b.shape?.join();
  if (a.partial || b.partial) return a.partial === b.partial;
  if (a.data || b.data) return a.data !== undefined && b.data !== undefined && sameData(a.data, b.data);
  if (!a.shape || !b.shape) return a.shape === b.shape;
  return a.shape.length === b.shape.length && a.shape.every((dim, i) => dim === b.shape?.[i]);
}

function sameData(a: NdArray, b: NdArray): boolean {
  if (a === b) return true;
  if (a.shape.length !== b.shape.length || !a.shape.every((size, i) => size === b.shape[i])) return false;
  for (let i = 0; i < a.data.length; i++) if (!Object.is(a.data[i], b.data[i])) return false;
  return true;
}

/**
 * The text under which a hashable constant is found: `s:name`, `i:3`. As in Python `1`, `1.0` and `True` are one key.
 * Undefined for what is not a known constant.
 */
export function constantKey(value: Value): string | undefined {
  if (value.kind !== 'tuple') return keyOf(value);
  keyed = 0;
  return keyOf(value);
}

/** The key under which a dict or a set finds a value: objects that Python takes for equal have the same. */
export function hashKey(run: Run, value: Value): string | undefined {
  if (value.kind !== 'tuple' && value.kind !== 'reference') return keyOf(value);
  keyed = 0;
  return keyOf(value, (id) => readCell(run.heap, id));
}

/** Items that the key of one tuple may have: tuples may be made of each other many times over. */
const maxKeyed = 2_000;
let keyed = 0;

function keyOf(value: Value, cellOf?: (id: number) => Value | HeapObject | undefined): string | undefined {
  switch (value.kind) {
    case 'none':
      return 'n:None';
    case 'bool':
      return value.value ? 'i:1' : 'i:0';
    case 'int':
      return `i:${value.value}`;
    case 'float':
      return Number.isInteger(value.value) ? `i:${value.value}` : `f:${value.value}`;
    case 'text':
      return `s:${value.value}`;
    case 'dtype':
      return `d:${value.library}.${value.dtype}`;
    case 'tuple': {
      const keys: string[] = [];
      for (const item of value.items) {
        const key = ++keyed > maxKeyed ? undefined : keyOf(item, cellOf);
        if (key === undefined) return undefined;
        keys.push(key);
      }
      return `(${keys.join(',')})`;
    }
    case 'reference':
      return cellOf ? keyOfObject(value.id, cellOf) : `r:${value.id}`;
    case 'class':
      return `c:${value.path}:${value.definition.start}`;
    case 'function':
      return `u:${value.path}:${value.definition.start}:${value.scope}`;
    case 'libraryClass':
    case 'libraryFunction':
      return `l:${value.row.name}`;
    case 'builtin':
      return `b:${value.name}`;
    case 'array':
      return value.scalar && value.data ? keyOfNumber(Number(value.data.data[0])) : undefined;
    default:
      return undefined;
  }
}

/** Lists, dicts and sets cannot be keys; a frozen dataclass is found by its fields, other objects by what they are. */
function keyOfObject(id: number, cellOf: (id: number) => Value | HeapObject | undefined): string | undefined {
  const state = cellOf(id);
  if (!state || !isHeapObject(state) || state.kind === 'libraryObject') return `r:${id}`;
  const keys = (values: Iterable<Value>): readonly (string | undefined)[] =>
    Array.from(values, (item) => (++keyed > maxKeyed ? undefined : keyOf(item, cellOf)));
  if (state.kind === 'set' && state.frozen && state.items) {
    const members = keys(state.items);
    return members.includes(undefined) ? undefined : `{${members.toSorted().join(',')}}`;
  }
  if (state.kind !== 'instance') return undefined;
  const { class: cls } = state;
  const fields = cls.dataclass ? keys(state.fields.values()) : [];
  if (cls.dataclass) return cls.frozen && !fields.includes(undefined) ? `p:${keyOf(cls)}(${fields.join(',')})` : undefined;
  return comparesItself(cls) ? undefined : `r:${id}`;
}

const comparesItself = (cls: UserClass, depth = 0): boolean =>
  cls.members.has('__eq__') ||
  cls.members.has('__hash__') ||
  (depth < 20 && cls.bases.some((base) => base.kind === 'class' && comparesItself(base, depth + 1)));

/** NumPy's scalars are found under the keys of Python's numbers. */
const keyOfNumber = (x: number): string => (Number.isInteger(x) ? `i:${x}` : `f:${x}`);

export function isHeapObject(cell: Value | HeapObject): cell is HeapObject {
  return (
    cell.kind === 'list' ||
    cell.kind === 'dict' ||
    cell.kind === 'set' ||
    cell.kind === 'instance' ||
    cell.kind === 'libraryObject' ||
    cell.kind === 'generator'
  );
}
