/** Facts outlive the heap: references take their state with them. */
import type { HeapObject, Reference, Value } from '../../values/value.ts';
import { stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
import { current } from './aliases.ts';

const maxDepth = 4;
const maxItems = 2000;

export function freeze(run: Run, value: Value, depth = maxDepth): Value {
  switch (value.kind) {
    case 'reference':
      return freezeReference(run, value, depth);
    case 'tuple':
      return depth > 0 && isDeepTuple(value, run) ? { ...value, items: freezeAll(run, value.items, depth) } : value;
    case 'alternatives':
      return value.of.some((one) => isDeep(one.value, run))
        ? { kind: 'alternatives', of: value.of.map((one) => ({ value: freeze(run, one.value, depth), when: one.when })) }
        : value;
    case 'method':
      return { ...value, self: freeze(run, value.self, Math.min(depth, 1)) };
    case 'array':
      return current(run, value);
    default:
      return value;
  }
}

interface Frozen {
  readonly id: number;
  readonly value: Reference;
  /** The objects within, with the states that they had: while they have them still, it is the same. */
  readonly within: ReadonlyMap<number, Within>;
}

interface Within {
  readonly reference: Reference;
  readonly state: HeapObject | undefined;
}

/** By state, which does not change (objects get new ones), and depth. */
const frozen = new WeakMap<HeapObject, Frozen[]>();
/** The objects met while one is frozen, by their number. */
let met: Map<number, Within> | undefined;

/** Models are read in every other line, and rarely change in between. */
function freezeReference(run: Run, reference: Reference, depth: number): Reference {
  const state = stateOf(run, reference);
  met?.set(reference.id, { reference, state });
  if (!state || depth <= 0) return { kind: 'reference', id: reference.id };
  const byDepth = frozen.get(state) ?? [];
  const known = byDepth[depth];
  if (known && known.id === reference.id && !run.session.aliases.changed && isStill(run, known.within)) {
    if (met) for (const [id, one] of known.within) met.set(id, one);
    return known.value;
  }
  const outer = met;
  const within = new Map<number, Within>();
  met = within;
  try {
    const value: Reference = { kind: 'reference', id: reference.id, state: freezeState(run, state, depth - 1) };
    byDepth[depth] = { id: reference.id, value, within };
    frozen.set(state, byDepth);
    return value;
  } finally {
    met = outer;
    if (outer) for (const [id, one] of within) outer.set(id, one);
  }
}

function isStill(run: Run, within: Frozen['within']): boolean {
  for (const { reference, state } of within.values()) if (stateOf(run, reference) !== state) return false;
  return true;
}

/** Tuples do not change; one that is made of others many times over is looked through once. */
const deepTuples = new WeakMap<Value, boolean>();
/** Likewise where an array counts as deep. */
const tuplesOfArrays = new WeakMap<Value, boolean>();

function isDeepTuple(tuple: Extract<Value, { kind: 'tuple' }>, run: Run): boolean {
  const known = (run.session.aliases.changed ? tuplesOfArrays : deepTuples).get(tuple);
  if (known !== undefined) return known;
  const deep = tuple.items.some((item) => isDeep(item, run));
  if (tuple.items.some((item) => item.kind === 'tuple'))
    (run.session.aliases.changed ? tuplesOfArrays : deepTuples).set(tuple, deep);
  return deep;
}

/** Whether a value holds an object somewhere, or an array that may have changed: most hold none, and are their own frozen form. */
function isDeep(value: Value, run: Run): boolean {
  switch (value.kind) {
    case 'reference':
    case 'method':
      return true;
    case 'array':
      return run.session.aliases.changed;
    case 'tuple':
      return isDeepTuple(value, run);
    case 'alternatives':
      return value.of.some((one) => isDeep(one.value, run));
    default:
      return false;
  }
}

const freezeAll = (run: Run, items: readonly Value[], depth: number): readonly Value[] =>
  items.length > maxItems ? items : items.map((item) => freeze(run, item, depth));

function freezeState(run: Run, state: HeapObject, depth: number): HeapObject {
  switch (state.kind) {
    case 'list':
      if (state.items)
        return state.items.some((item) => isDeep(item, run)) ? { ...state, items: freezeAll(run, state.items, depth) } : state;
      return state.element
        ? {
            ...state,
            element: freeze(run, state.element, depth),
            ...(state.tail ? { tail: freezeAll(run, state.tail, depth) } : {}),
          }
        : state;
    case 'set':
    case 'generator':
      return state;
    case 'dict': {
      if (![...state.entries.values()].some((entry) => isDeep(entry.value, run))) return state;
      const entries = [...state.entries].map(
        ([text, { key, value }]) => [text, { key, value: freeze(run, value, depth) }] as const,
      );
      return { ...state, entries: new Map(entries) };
    }
    case 'instance':
      return { ...state, fields: freezeMap(run, state.fields, Math.min(depth, 2)) };
    case 'libraryObject':
      return { ...state, args: freezeMap(run, state.args, depth), fields: freezeMap(run, state.fields, Math.min(depth, 2)) };
  }
}

function freezeMap(run: Run, map: ReadonlyMap<string, Value>, depth: number): ReadonlyMap<string, Value> {
  if (depth <= 0 || ![...map.values()].some((one) => isDeep(one, run))) return map;
  return new Map([...map].map(([name, value]) => [name, freeze(run, value, depth - 1)]));
}

/** What operations see: lists are tuples, other references carry their state. */
export function plain(run: Run, value: Value): Value {
  if (!isDeep(value, run)) return value;
  parts = 0;
  return plainWithin(run, value, 12);
}

/** Parts that one value may have: lists may hold themselves, or each other over and over. */
const maxParts = 50_000;
let parts = 0;

function plainWithin(run: Run, value: Value, depth: number): Value {
  if (++parts > maxParts) return isDeep(value, run) ? { kind: 'unknown', reason: { key: 'too-large' } } : value;
  switch (value.kind) {
    case 'reference': {
      const state = stateOf(run, value);
      if (state?.kind === 'list' || state?.kind === 'set') {
        if (!state.items) return freeze(run, value, 2);
        if (depth <= 0) return { kind: 'reference', id: value.id };
        const space = state.kind === 'list' ? state.space : undefined;
        return {
          kind: 'tuple',
          items: state.items.map((item) => plainWithin(run, item, depth - 1)),
          ...(space ? { space } : {}),
        };
      }
      return depth > 0 ? freeze(run, value, 2) : value;
    }
    case 'tuple':
      return depth > 0 && isDeepTuple(value, run)
        ? { ...value, items: value.items.map((item) => plainWithin(run, item, depth - 1)) }
        : value;
    case 'alternatives':
      return {
        kind: 'alternatives',
        of: value.of.map((one) => ({ value: plainWithin(run, one.value, depth - 1), when: one.when })),
      };
    case 'array':
      return current(run, value);
    default:
      return value;
  }
}
