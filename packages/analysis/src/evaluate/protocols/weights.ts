/**
 * The weights of PyTorch's layers: drawn at random until the program writes them (`layer.weight.data = …`, `copy_`, `nn.init`,
 * `load_state_dict` of a literal), and again unknown once an optimizer has stepped.
 */
import type { NdArray } from '@softlens/core';
import { classMembers } from '@softlens/frameworks';
import { untaped } from '../../operations/gradients/record.ts';
import { bool } from '../../values/make.ts';
import type { ArrayValue, HeapObject, LibraryObject, Reference, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import { isHeapObject } from '../expressions/equality.ts';
import { asLeaf, asWeight } from '../gradients/leaves.ts';
import { setState, stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
import { change, current } from '../state/aliases.ts';
import { type Cell, type CellKey, type Heap, readCell, writeCell } from '../state/heap.ts';
import { batchBuffer, isBatchNorm, runningStatistics } from './batch-norm.ts';
import { weightShapes } from './weight-shapes.ts';

const weighted: ReadonlySet<string> = new Set([
  'dense',
  'embedding',
  'embeddingBag',
  'conv',
  'prelu',
  'bilinear',
  'sameShape',
  'layerNorm',
  'groupNorm',
  'batchNorm',
]);
const recurrentNames = /^(?:weight|bias)_[ih]h/;
const weightNames: ReadonlySet<string> = new Set(['weight', 'bias']);

/** `layer.weight` before anything has been written to it. */
export function weightAttribute(state: LibraryObject, name: string): Value | undefined {
  const op = classMembers(state.row).call?.op;
  if (state.library !== 'torch' || op === undefined) return undefined;
  const isRecurrent = recurrentNames.test(name) && op.startsWith('recurrent');
  if (!isRecurrent && (!weightNames.has(name) || !weighted.has(op))) return undefined;
  if (name === 'bias' && isFalse(state.args.get('_bias'))) return { kind: 'none' };
  const shape = weightShapes(state)?.[name];
  if (isRecurrent && !shape) return undefined;
  return asWeight({ kind: 'array', library: 'torch', dtype: 'float32', ...(shape ? { shape } : {}), reason: { key: 'learned' } });
}

/** Of a normalising layer that nothing has trained: 1 and 0. */
export function initialWeight(run: Run, state: LibraryObject, name: string, shape: ArrayValue['shape']): ArrayValue | undefined {
  const sizes = shape?.map(Number);
  if (run.trained || !begins(state) || !sizes || !sizes.every(Number.isSafeInteger)) return undefined;
  const count = sizes.reduce((all, size) => all * size, 1);
  if (count > maxInitial || isOther(state.args.get('_dtype'))) return undefined;
  const data: NdArray = { dtype: 'float32', shape: sizes, data: new Float64Array(count).fill(firstOf(state, name)) };
  const leaf = asLeaf(run, { kind: 'array', library: 'torch', dtype: 'float32', shape: sizes, data }, true);
  noteParameter(run, leaf);
  return leaf;
}

/** Layers whose first weights are no random numbers. */
const begins = ({ args }: LibraryObject): boolean => args.has('_affine') || args.has('_init');

function firstOf({ args }: LibraryObject, name: string): number {
  const begin = args.get('_init');
  return begin?.kind === 'float' || begin?.kind === 'int' ? Number(begin.value) : name === 'weight' ? 1 : 0;
}

const maxInitial = 4096;
const isOther = (dtype: Value | undefined): boolean => dtype !== undefined && dtype.kind !== 'none';

const isFalse = (value: Value | undefined): boolean => value?.kind === 'bool' && !value.value;

/** The constructor's arguments with what has been written to the layer since: weights, and whether it trains. */
export function ownArguments(run: Run, state: LibraryObject): ReadonlyMap<string, Value> {
  const written = [...state.fields].filter(
    ([name, value]) =>
      ((weightNames.has(name) || recurrentNames.test(name)) && value.kind === 'array') ||
      (name === 'training' && value.kind === 'bool'),
  );
  const further: [string, Value][] = begins(state) && !run.trained ? [['initial', bool(true)]] : [];
  if (isBatchNorm(state)) further.push(...runningStatistics(state).map(([role, value]): [string, Value] => [role, value]));
  return written.length + further.length === 0 ? state.args : new Map([...state.args, ...further, ...written]);
}

const parameters = new WeakMap<Run, Set<NdArray['data']>>();

/** Notes that an optimizer may change these numbers. */
export function noteParameter(run: Run, value: Value | undefined): void {
  if (value?.kind !== 'array' || !value.data) return;
  const known = parameters.get(run) ?? new Set();
  parameters.set(run, known.add(value.data.data));
  run.opaque = true;
}

export const isParameter = (run: Run, { data }: ArrayValue): boolean =>
  data !== undefined && parameters.get(run)?.has(data.data) === true;

/** `optimizer.step()`: the numbers of its parameters are not known any more. */
export function stepOptimizer(run: Run, state: LibraryObject | undefined): void {
  run.trained = true;
  const given = state?.args.get('_params');
  const changed = new Set<NdArray['data']>();
  const complete = given !== undefined && buffersOf(run, given, changed, 4);
  if (!complete) for (const buffer of parameters.get(run) ?? []) changed.add(buffer);
  if (changed.size === 0) return;
  run.opaque = true;
  for (const key of keysOf(run.heap)) {
    const cell = readCell(run.heap, key);
    const now = cell && forgotten(cell, changed);
    if (now && now !== cell) writeCell(run.heap, key, now);
  }
}

/** False where not all parameters could be listed. */
function buffersOf(run: Run, value: Value, into: Set<NdArray['data']>, depth: number): boolean {
  if (value.kind === 'array') {
    if (value.data) into.add(value.data.data);
    return true;
  }
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  const items =
    value.kind === 'tuple'
      ? value.items
      : state?.kind === 'list'
        ? // Of a model's parameters, whatever the model has by now.
          state.type === 'iterator'
          ? undefined
          : state.items
        : state?.kind === 'dict' && !state.open
          ? [...state.entries.values()].filter(({ key }) => key.kind === 'text' && key.value === 'params').map((one) => one.value)
          : undefined;
  return items !== undefined && depth > 0 && items.map((item) => buffersOf(run, item, into, depth - 1)).every(Boolean);
}

function keysOf(heap: Heap): ReadonlySet<CellKey> {
  const keys = new Set<CellKey>();
  for (let layer: Heap | undefined = heap; layer; layer = layer.parent) for (const key of layer.writes.keys()) keys.add(key);
  return keys;
}

function forgotten(cell: Cell, changed: ReadonlySet<NdArray['data']>): Cell {
  return isHeapObject(cell) ? forgottenObject(cell, changed) : forgottenValue(cell, changed);
}

function forgottenValue(value: Value, changed: ReadonlySet<NdArray['data']>): Value {
  if (value.kind === 'tuple') {
    const items = value.items.map((item) => forgottenValue(item, changed));
    return items.every((item, i) => item === value.items[i]) ? value : { ...value, items };
  }
  if (value.kind !== 'array' || !value.data || !changed.has(value.data.data)) return value;
  const rest = withoutElements(value);
  return { ...rest, reason: { key: 'learned' } };
}

function forgottenObject(object: HeapObject, changed: ReadonlySet<NdArray['data']>): HeapObject {
  switch (object.kind) {
    case 'list': {
      const items = object.items?.map((item) => forgottenValue(item, changed));
      return !items || items.every((item, i) => item === object.items?.[i]) ? object : { ...object, items };
    }
    case 'dict': {
      const entries = [...object.entries].map(
        ([key, entry]) => [key, { ...entry, value: forgottenValue(entry.value, changed) }] as const,
      );
      return entries.every(([key, entry]) => object.entries.get(key)?.value === entry.value)
        ? object
        : { ...object, entries: new Map(entries) };
    }
    case 'instance':
    case 'libraryObject': {
      const fields = [...object.fields].map(([name, value]) => [name, forgottenValue(value, changed)] as const);
      return fields.every(([name, value]) => object.fields.get(name) === value) ? object : { ...object, fields: new Map(fields) };
    }
    default:
      return object;
  }
}

/** Layers that do something else in training. */
const keepsMode: ReadonlySet<string> = new Set(['dropout', 'batchNorm']);

/** `model.eval()`, `model.train()`: reaches the layers inside. */
export function setTraining(run: Run, self: Value | undefined, training: boolean, depth = 8): void {
  if (self?.kind !== 'reference' || depth === 0) return;
  const state = stateOf(run, self);
  if (state?.kind === 'list') for (const item of state.items ?? []) setTraining(run, item, training, depth - 1);
  if (state?.kind === 'dict') for (const { value } of state.entries.values()) setTraining(run, value, training, depth - 1);
  if (state?.kind !== 'instance' && state?.kind !== 'libraryObject') return;
  if (state.kind === 'libraryObject' && keepsMode.has(classMembers(state.row).call?.op ?? ''))
    setState(run, self, { ...state, fields: new Map(state.fields).set('training', { kind: 'bool', value: training }) });
  for (const value of state.fields.values()) setTraining(run, value, training, depth - 1);
}

/** `load_state_dict({'fc.weight': tensor, …})` with known keys, which it gives; anything else leaves the weights unknown. */
export function loadState(run: Run, self: Value | undefined, given: Value | undefined): readonly string[] | undefined {
  const state = given?.kind === 'reference' ? stateOf(run, given) : undefined;
  if (self?.kind !== 'reference') return undefined;
  if (state?.kind !== 'dict' || state.open) {
    run.trained = true;
    forgetWeights(run, self, 8);
    return undefined;
  }
  const names: string[] = [];
  for (const { key, value } of state.entries.values()) {
    if (key.kind !== 'text') continue;
    names.push(key.value);
    writePath(run, self, key.value.split('.'), current(run, value));
  }
  return names;
}

function forgetWeights(run: Run, self: Reference, depth: number): void {
  const state = stateOf(run, self);
  if (depth === 0 || (state?.kind !== 'instance' && state?.kind !== 'libraryObject')) return;
  const fields = [...state.fields].map(([name, value]): readonly [string, Value] => {
    if (value.kind === 'reference') forgetWeights(run, value, depth - 1);
    if (value.kind !== 'array' || !value.data || !parameters.get(run)?.has(value.data.data)) return [name, value];
    return [name, forgottenValue(value, new Set([value.data.data]))];
  });
  setState(run, self, { ...state, fields: new Map(fields) });
}

function writePath(run: Run, object: Reference, path: readonly string[], value: Value): void {
  const [name, ...rest] = path;
  const state = stateOf(run, object);
  if (name === undefined || (state?.kind !== 'instance' && state?.kind !== 'libraryObject')) return;
  if (rest.length === 0) {
    const before = state.fields.get(name);
    const isBuffer =
      state.kind === 'instance'
        ? before?.kind === 'array' && before.data && !isParameter(run, before)
        : batchBuffer(state, name) !== undefined;
    const now = isBuffer ? (value.kind === 'array' ? { ...untaped(value) } : value) : loaded(run, before, value);
    if (!isBuffer) noteParameter(run, now);
    setState(run, object, { ...state, fields: new Map(state.fields).set(name, now) });
    return;
  }
  const inner = state.fields.get(name) ?? itemOf(run, state, name);
  if (inner?.kind === 'reference') writePath(run, inner, rest, value);
}

/** The parameter with the numbers that it was given. */
function loaded(run: Run, before: Value | undefined, value: Value): Value {
  if (value.kind !== 'array' || !value.data) return value;
  const own = { ...untaped(value) };
  if (before?.kind === 'array' && before.data) return change(run, before, before.tape ? { ...own, tape: before.tape } : own);
  return asLeaf(run, own, true);
}

/** A layer of a container by its number or name, also where the module is a class over one. */
function itemOf(run: Run, state: HeapObject, name: string): Value | undefined {
  const base = state.kind === 'instance' ? state.fields.get('$base') : undefined;
  const inner = base?.kind === 'reference' ? stateOf(run, base) : undefined;
  if (inner) return inner.kind === 'instance' ? undefined : itemOf(run, inner, name);
  const modules = state.kind === 'libraryObject' ? state.fields.get('$modules') : undefined;
  const held = modules?.kind === 'reference' ? stateOf(run, modules) : undefined;
  if (held?.kind === 'dict') return held.entries.get(`s:${name}`)?.value;
  return held?.kind === 'list' ? held.items?.[Number(name)] : undefined;
}
