/** `object[index]`: reading, writing and slices. */
import type { Expression, Index, Range, Slice } from '@softlens/syntax';
import { indexerValue } from '../../builtins/python/numpy.ts';
import { assignIndex, indexArray } from '../../operations/index.ts';
import { int, none, text, tuple } from '../../values/make.ts';
import type { DictObject, ListObject, Reference, SliceValue, Value } from '../../values/value.ts';
import { callMethod, callWith } from '../calls/calls.ts';
import { operationContext } from '../calls/context.ts';
import { namedTupleItems } from '../objects/dataclasses.ts';
import { memberByName } from '../objects/enums.ts';
import { type Callable, foremost, isCallable, isPart } from '../objects/foremost.ts';
import { newList, setState, stateOf } from '../objects/objects.ts';
import { writeContainer } from '../protocols/containers.ts';
import { indexLibraryObject } from '../protocols/index.ts';
import { afterIndex } from '../random/effects.ts';
import { inherit } from '../run/facts.ts';
import { isPython, type Run, unknown } from '../run/run.ts';
import { isFollowed, noteView } from '../state/aliases.ts';
import { anyOf, distribute, forEachCase, joinValues } from '../state/alternatives.ts';
import { plain } from '../state/freeze.ts';
import { readCell, writeCell } from '../state/heap.ts';
import { notePart } from '../state/variables.ts';
import { identityOf } from '../statements/conditions.ts';
import { itemsOf, rangeLength } from '../statements/iteration.ts';
import { announce, tainted } from './announce.ts';
import { writeAttribute } from './attribute-writes.ts';
import { readAttribute } from './attributes.ts';
import { hashKey, isHeapObject } from './equality.ts';
import { evaluate } from './expressions.ts';

export function evaluateIndex(run: Run, expression: Index): Value {
  const object = evaluate(run, expression.object);
  if (expression.optional && object.kind === 'none') return none;
  const indices = evaluateIndices(run, expression.indices);
  afterIndex(run, object, indices);
  return readIndex(run, object, indices, expression);
}

export function evaluateIndices(run: Run, indices: readonly Expression[]): readonly Value[] {
  return indices.map((index) => evaluate(run, index));
}

export function sliceOf(run: Run, slice: Slice): SliceValue {
  return {
    kind: 'slice',
    ...(slice.lower ? { lower: evaluate(run, slice.lower) } : {}),
    ...(slice.upper ? { upper: evaluate(run, slice.upper) } : {}),
    ...(slice.step ? { step: evaluate(run, slice.step) } : {}),
  };
}

export function readIndex(run: Run, object: Value, indices: readonly Value[], node: Range): Value {
  return forEachCase(run, object, (one) => distribute(run, indices, (known) => readOne(run, one, known, node)));
}

function readOne(run: Run, object: Value, indices: readonly Value[], node: Range): Value {
  const [index] = indices;
  if (!index) return unknown(run, 'unmodelled', 'index');
  switch (object.kind) {
    case 'array': {
      const plainIndices = perAxis(indices).map((one) => plain(run, one));
      const context = operationContext(run, node);
      const result = tainted(run, [object, ...indices], indexArray(object, plainIndices, context));
      if (isFollowed(object) && plainIndices.every(isBasicIndex))
        noteView(run, result, object, (parent) => indexArray(parent, plainIndices, context), plainIndices.every(isWhole));
      notePart(result, object, plainIndices);
      announce(run, 'index', '[]', [object, ...plainIndices], result, { node, operands: [] });
      return result;
    }
    case 'tuple':
      if (object.type === 're.Match') return callWith(run, readAttribute(run, object, 'group', node), [index], node);
      return indexItems(run, object.items, index, tuple, 'tuple') ?? unknown(run, 'unmodelled', 'index');
    case 'text': {
      const chars = indexItems(
        run,
        [...object.value].map(text),
        index,
        (items) => text(items.map((item) => (item.kind === 'text' ? item.value : '')).join('')),
        'string',
      );
      return (
        chars ?? (index.kind === 'text' ? readAttribute(run, object, index.value, node) : unknown(run, 'unmodelled', 'index'))
      );
    }
    case 'range': {
      if (index.kind !== 'int') return unknown(run, 'unmodelled', 'index');
      const length = rangeLength(object);
      const i = Number(index.value) < 0 ? Number(index.value) + length : Number(index.value);
      return i >= 0 && i < length ? int(object.start + i * object.step) : unknown(run, 'error', 'index');
    }
    case 'reference':
      return readObject(run, object, indices, index, node);
    case 'unknown': {
      const key = identityOf(indices.length === 1 ? index : tuple(indices));
      const symbol = object.symbol !== undefined && key !== undefined ? `${object.symbol}[${key}]` : undefined;
      const cell = symbol === undefined ? undefined : readCell(run.heap, symbol);
      if (cell && !isHeapObject(cell)) return cell;
      const { key: reason, name } = object.reason;
      const item = unknown(run, reason, name, symbol);
      return index.kind === 'slice' ? { ...item, present: true } : item;
    }
    case 'libraryName':
      if (indexers.has(object.name)) return indexerValue(run, object.name, indices, node);
      return unknown(run, 'unmodelled', 'index');
    case 'class':
      return memberByName(run, object, index) ?? object;
    case 'libraryClass':
      return object; // `List[int]`, `Generic[T]`
    default:
      return unknown(run, 'unmodelled', 'index');
  }
}

/** What NumPy only indexes. */
const indexers: ReadonlySet<string> = new Set(['numpy.r_', 'numpy.c_', 'numpy.mgrid', 'numpy.ogrid']);

/** `x[np.triu_indices(3)]`, `x[(0, 1)]`: a tuple is what would stand between the brackets. */
function perAxis(indices: readonly Value[]): readonly Value[] {
  const [only, ...others] = indices;
  return only?.kind === 'tuple' && others.length === 0 ? only.items : indices;
}

/** Numbers, slices, new axes and the ellipsis give views; masks and index arrays give copies. */
const isBasicIndex = ({ kind }: Value): boolean => kind === 'int' || kind === 'slice' || kind === 'none' || kind === 'builtin';
/** `x[1]`: the elements lie as in `x`. */
const isWhole = ({ kind }: Value, i: number): boolean => kind === 'int' || (i === 0 && kind === 'none');

function readObject(
  run: Run,
  object: Extract<Value, { kind: 'reference' }>,
  indices: readonly Value[],
  index: Value,
  node: Range,
): Value {
  const state = stateOf(run, object);
  switch (state?.kind) {
    case 'list':
      return readList(run, object, state, indices, index, node);
    case 'dict':
      return readDict(run, object, state, indices.length === 1 ? index : tuple(indices), node);
    case 'libraryObject':
      return indexLibraryObject(run, object, state, index, node);
    case 'instance': {
      const own = namedTupleItems(run, object);
      if (own) return indexItems(run, own, index, tuple) ?? unknown(run, 'unmodelled', 'index');
      return (
        callMethod(run, object, '__getitem__', [indices.length === 1 ? index : tuple(indices)], node) ??
        (isPython(run)
          ? unknown(run, 'unread-attribute', '__getitem__')
          : index.kind === 'text'
            ? readAttribute(run, object, index.value, node)
            : unknown(run, 'unmodelled', 'index'))
      );
    }
    default:
      return unknown(run, 'unmodelled', 'index');
  }
}

function readList(run: Run, object: Value, list: ListObject, indices: readonly Value[], index: Value, node: Range): Value {
  if (index.kind === 'text' && !isPython(run)) return readAttribute(run, object, index.value, node);
  if (!list.items) {
    if (index.kind === 'slice') return object;
    const i = integerOf(index);
    const last = i !== undefined && i < 0 ? list.tail?.at(i) : undefined;
    return last ?? list.element ?? unknown(run, 'unmodelled', 'list');
  }
  if (indices.length > 1) return unknown(run, 'error', 'index');
  const result = indexItems(run, list.items, index, (items) => newList(run, items));
  if (result) return result;
  return list.items.length > 0 ? anyOf(run, list.items) : unknown(run, 'error', 'index');
}

/** An item or a slice of known items; undefined where the index is not known. */
/** The exception of a key that is not there; of others than plain texts and whole numbers only its class. */
function missingKey(key: Value): string {
  if (key.kind === 'int') return `KeyError: ${key.value}`;
  return key.kind === 'text' && /^[^'\\\n]*$/.test(key.value) ? `KeyError: '${key.value}'` : 'key';
}

function indexItems(
  run: Run,
  items: readonly Value[],
  index: Value,
  make: (items: readonly Value[]) => Value,
  what = 'list',
): Value | undefined {
  if (index.kind === 'slice') {
    const positions = slicePositions(index, items.length);
    return positions && make(positions.map((i) => items[i] as Value));
  }
  const i = integerOf(index);
  if (i === undefined) return undefined;
  const position = i < 0 && isPython(run) ? i + items.length : i;
  return items[position] ?? (isPython(run) ? unknown(run, 'error', `IndexError: ${what} index out of range`) : none);
}

function integerOf(value: Value): number | undefined {
  if (value.kind === 'int') return Number(value.value);
  if (value.kind === 'bool') return value.value ? 1 : 0;
  if (value.kind === 'array' && value.data && value.data.data.length === 1 && !value.data.dtype.includes('float'))
    return value.data.data[0];
  return undefined;
}

/** The positions that a slice takes from a sequence, as Python computes them. */
function slicePositions(slice: SliceValue, length: number): readonly number[] | undefined {
  const bound = (value: Value | undefined, fallback: number): number | undefined =>
    !value || value.kind === 'none' ? fallback : integerOf(value);
  const step = bound(slice.step, 1);
  if (step === undefined || step === 0) return undefined;
  const clamp = (i: number): number =>
    step > 0 ? Math.min(Math.max(i < 0 ? i + length : i, 0), length) : Math.min(Math.max(i < 0 ? i + length : i, -1), length - 1);
  const lower = slice.lower && slice.lower.kind !== 'none' ? integerOf(slice.lower) : step > 0 ? 0 : length - 1;
  const upper = slice.upper && slice.upper.kind !== 'none' ? integerOf(slice.upper) : step > 0 ? length : -length - 1;
  if (lower === undefined || upper === undefined) return undefined;
  const positions: number[] = [];
  for (let i = clamp(lower), end = clamp(upper); step > 0 ? i < end : i > end; i += step) positions.push(i);
  return positions;
}

/** A registry: an unknown key chooses among the entries, each under the condition that the key is this one. */
function readDict(run: Run, object: Reference, dict: DictObject, index: Value, node: Range): Value {
  const key = hashKey(run, index);
  if (key !== undefined) {
    const entry = dict.entries.get(key);
    if (entry) return entry.value;
    if (dict.factory && !dict.open) return madeEntry(run, object, dict.factory, index, node);
    return (
      dict.rest ??
      (isPython(run)
        ? dict.open
          ? unknown(run, 'unmodelled', 'key')
          : unknown(run, 'error', missingKey(index))
        : dict.open
          ? unknown(run, 'unmodelled', 'key')
          : none)
    );
  }
  // It makes an entry, of which nothing else is known.
  if (dict.factory) setState(run, object, { ...dict, entries: new Map(), open: true });
  const entries = dict.open ? [] : candidates(run, dict);
  if (entries.length === 0) return dict.rest ?? unknown(run, 'unmodelled', 'key');
  const subject = identityOf(index);
  const parts = entries.map(([to, { value }]) => ({
    value,
    when: subject === undefined ? [] : [{ subject, test: 'equals' as const, to, holds: true }],
  }));
  return joinValues(run, entries.length < dict.entries.size ? [...parts, { value: unknown(run, 'branches'), when: [] }] : parts);
}

type Entry = readonly [key: string, entry: { readonly key: Value; readonly value: Value }];

/** The entries that an unknown key may mean: of many, the classes and functions that are worth following. */
function candidates(run: Run, { entries, isNamespace }: DictObject): readonly Entry[] {
  if (!isNamespace && entries.size <= run.budget.alternatives) return [...entries];
  // `{'resnet20': (resnet20, 'weights.pth')}` has the class among other things.
  const callableOf = ([, { value }]: Entry): Callable | undefined =>
    value.kind === 'tuple' && !isNamespace ? value.items.find(isCallable) : isCallable(value) ? value : undefined;
  const callables = [...entries].filter((entry) => {
    const callable = callableOf(entry);
    return callable && !(isNamespace && isPart(run, callable));
  });
  return foremost(run, callables, callableOf);
}

/** A `defaultdict` makes the value of a missing key and keeps it. */
function madeEntry(run: Run, object: Reference, factory: Value, index: Value, node: Range): Value {
  const value = callWith(run, factory, [], node);
  writeIndex(run, object, [index], value, node);
  return value;
}

/** Writes an item. A new array comes back where the object is one, as arrays are values. */
export function writeIndex(run: Run, object: Value, indices: readonly Value[], value: Value, node: Range): Value | undefined {
  const [index] = indices;
  if (!index) return undefined;
  if (object.kind === 'array') {
    const at = perAxis(indices).map((one) => plain(run, one));
    // Not charged: the other elements are copied at once, and tables are filled element by element.
    return inherit(run, assignIndex(object, at, plain(run, value), operationContext(run, node)), [object, value]);
  }
  if (object.kind === 'unknown') {
    const key = identityOf(index);
    if (object.symbol !== undefined && key !== undefined) writeCell(run.heap, `${object.symbol}[${key}]`, value);
    return undefined;
  }
  if (object.kind !== 'reference') return undefined;
  const state = stateOf(run, object);
  if (state?.kind === 'list') writeList(run, object, state, index, value);
  else if (state?.kind === 'dict') writeDict(run, object, state, indices.length === 1 ? index : tuple(indices), value);
  else if (state?.kind === 'instance') {
    if (!callMethod(run, object, '__setitem__', [index, value], node) && !isPython(run) && index.kind === 'text')
      writeAttribute(run, object, index.value, value);
  } else if (state?.kind === 'libraryObject' && !writeContainer(run, state, index, value, node) && index.kind === 'text')
    writeAttribute(run, object, `[${index.value}]`, value);
  return undefined;
}

function writeList(run: Run, object: Extract<Value, { kind: 'reference' }>, list: ListObject, index: Value, value: Value): void {
  const i = integerOf(index);
  const { items } = list;
  if (items && i !== undefined) {
    const position = i < 0 ? i + items.length : i;
    const isAppended = position === items.length && !isPython(run);
    if (position >= 0 && (position < items.length || isAppended))
      setState(run, object, { ...list, items: [...items.slice(0, position), value, ...items.slice(position + 1)] });
    return;
  }
  if (items && index.kind === 'slice') {
    const changed = sliceAssigned(run, items, index, value);
    setState(run, object, changed && changed.length <= run.budget.collection ? { ...list, items: changed } : { kind: 'list' });
    return;
  }
  const known = items ?? (list.element ? [list.element] : []);
  const element = anyOf(run, [...known.slice(0, run.budget.alternatives), value]);
  setState(
    run,
    object,
    items
      ? {
          kind: 'list',
          items: items.map((old) =>
            joinValues(run, [
              { value: old, when: [] },
              { value, when: [] },
            ]),
          ),
        }
      : { kind: 'list', element },
  );
}

/** `items[1:3] = others`: a plain slice may change the length, one with a step may not. */
function sliceAssigned(run: Run, items: readonly Value[], slice: SliceValue, value: Value): readonly Value[] | undefined {
  const positions = slicePositions(slice, items.length);
  const { items: given } = itemsOf(run, value);
  const step = slice.step && slice.step.kind !== 'none' ? integerOf(slice.step) : 1;
  if (!positions || !given) return undefined;
  if (step === 1) {
    const lower = slice.lower && slice.lower.kind !== 'none' ? (integerOf(slice.lower) ?? 0) : 0;
    const start = positions[0] ?? Math.min(Math.max(lower < 0 ? lower + items.length : lower, 0), items.length);
    return items.toSpliced(start, positions.length, ...given);
  }
  if (given.length !== positions.length) return undefined;
  const changed = [...items];
  for (const [k, position] of positions.entries()) changed[position] = given[k] as Value;
  return changed;
}

/** Takes items out of a list or a dict. */
export function deleteIndex(run: Run, object: Value, indices: readonly Value[], node: Range): void {
  const [index] = indices;
  const state = object.kind === 'reference' ? stateOf(run, object) : undefined;
  if (object.kind !== 'reference' || !state || !index) return;
  if (state.kind === 'instance') callMethod(run, object, '__delitem__', [index], node);
  else if (state.kind === 'libraryObject') {
    const modules = state.fields.get('$modules');
    if (modules) deleteIndex(run, modules, indices, node);
  } else if (state.kind === 'dict') {
    const key = hashKey(run, indices.length === 1 ? index : tuple(indices));
    const entries = new Map(state.entries);
    if (key !== undefined) entries.delete(key);
    setState(run, object, key === undefined ? { ...state, open: true } : { ...state, entries });
  } else if (state.kind === 'list') {
    const { items } = state;
    const one = integerOf(index);
    const positions =
      index.kind === 'slice' && items
        ? slicePositions(index, items.length)
        : one === undefined || !items
          ? undefined
          : [one < 0 ? one + items.length : one];
    const gone = new Set(positions);
    setState(run, object, items && positions ? { ...state, items: items.filter((_, i) => !gone.has(i)) } : { kind: 'list' });
  }
}

/** A registry of more entries is not listed: each write copies it. */
const maxEntries = 200;

function writeDict(run: Run, object: Extract<Value, { kind: 'reference' }>, dict: DictObject, index: Value, value: Value): void {
  const key = hashKey(run, index);
  if (key === undefined) {
    const rest = dict.rest ? anyOf(run, [dict.rest, value]) : value;
    setState(run, object, { ...dict, open: true, rest });
    return;
  }
  if (dict.entries.size >= maxEntries && !dict.entries.has(key)) {
    if (!dict.open) setState(run, object, { ...dict, open: true });
    return;
  }
  setState(run, object, { ...dict, entries: new Map(dict.entries).set(key, { key: index, value }) });
}
