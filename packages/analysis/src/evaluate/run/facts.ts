/** What was seen of every expression of the analysed document, and its summary as facts. */
import type { Range } from '@softlens/syntax';
import type { CallFact, Certainty, Fact } from '../../api.ts';
import type { Place } from '../../values/space.ts';
import type { ArrayValue, Draw, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import { sameValue } from '../expressions/equality.ts';
import { reasonOf } from '../state/alternatives.ts';
import { freeze } from '../state/freeze.ts';
import { readCell } from '../state/heap.ts';
import { generalize } from '../statements/widening.ts';
import type { Frame, Run } from './run.ts';

const maxObservations = 4;

interface Observation {
  readonly raw: Value;
  readonly value: Value;
}

export interface Entry {
  readonly range: Range;
  /** A parameter is bound as every name is, and then told apart. */
  kind: Fact['kind'];
  readonly name: string | undefined;
  readonly valueRange: Range | undefined;
  readonly topLevel: boolean;
  readonly via: readonly Place[];
  readonly seen: Observation[];
  /** What all values have in common, once there are too many to list. */
  general: Value | undefined;
  assumed: boolean;
  drawn?: Draw;
  /** A comment asks for it. */
  asked?: true;
  call?: CallFact;
}

export interface Recorder {
  readonly path: string;
  /** Expressions, and bindings of names and parameters: one node may be read and bound (`x += 1`). */
  readonly expressions: Map<Range, Entry>;
  readonly bindings: Map<Range, Entry>;
}

export const createRecorder = (path: string): Recorder => ({ path, expressions: new Map(), bindings: new Map() });

export interface Details {
  readonly name?: string;
  readonly valueRange?: Range;
}

const noDetails: Details = {};

/** Notes the value of an expression, binding or parameter, when it belongs to the analysed document. */
export function record(run: Run, node: Range, kind: Fact['kind'], value: Value, details: Details = noDetails): void {
  const { recorder } = run;
  if (!recorder || run.muted > 0 || run.frame.document.path !== recorder.path) return;
  const entry = entryOf(run, recorder, node, kind, details);
  if (kind === 'parameter') entry.kind = kind;
  if (isAssumed(run, value)) entry.assumed = true;
  const draw = entry.drawn ?? drawOf(run, value);
  if (draw) entry.drawn = draw;
  const last = entry.seen.at(-1);
  if (last?.raw === value && value.kind !== 'reference') return;
  if (entry.general?.kind === 'unknown') return;
  const frozen = freeze(run, value);
  if (entry.general) {
    entry.general = generalize(entry.general, frozen);
    return;
  }
  if (entry.seen.some((seen) => sameValue(seen.value, frozen))) return;
  if (entry.seen.length === maxObservations) entry.general = common(entry, frozen);
  else entry.seen.push({ raw: value, value: frozen });
}

/** Adds to an expression's fact which row was called. The first call wins. */
export function recordCall(run: Run, node: Range, call: () => CallFact): void {
  const { recorder } = run;
  if (!recorder || run.muted > 0 || run.frame.document.path !== recorder.path) return;
  const entry = entryOf(run, recorder, node, 'expression', noDetails);
  if (!entry.call) entry.call = call();
}

function entryOf(run: Run, recorder: Recorder, node: Range, kind: Fact['kind'], details: Details): Entry {
  const entries = kind === 'expression' ? recorder.expressions : recorder.bindings;
  const known = entries.get(node);
  if (known) return known;
  const entry: Entry = {
    range: node,
    kind,
    name: details.name,
    valueRange: details.valueRange,
    topLevel: run.frame.topLevel,
    via: viaOf(run),
    seen: [],
    general: undefined,
    assumed: false,
  };
  entries.set(node, entry);
  return entry;
}

/** The places of the calls that led here, outermost first. */
export function viaOf(run: Run): readonly Place[] {
  const { frame } = run;
  if (frame.via) return frame.via;
  const places: Place[] = [];
  for (let one: Frame | undefined = frame; one; one = one.caller) if (one.site) places.push(one.site);
  places.reverse();
  frame.via = places;
  return places;
}

export const isAssumed = (run: Run, value: Value): boolean =>
  run.assumed.has(value) || ('assumed' in value && value.assumed === true);

/** Marks a value as resting on a conventional name. Constants without identity of their own stay unmarked. */
export function assume<T extends Value>(run: Run, value: T): T {
  if (value.kind === 'none' || value.kind === 'unknown') return value;
  const own = { ...value };
  run.assumed.add(own);
  return own;
}

/** Marks a value as drawn at random. */
export function markDrawn<T extends Value>(run: Run, value: T, draw: Draw): T {
  if (value.kind === 'none' || value.kind === 'unknown') return value;
  const own = { ...value };
  run.drawn.values.set(own, draw);
  run.drawn.isUsed = true;
  return own;
}

/** What a result rests on is what its inputs rest on. Where much was computed with random numbers already, these are not known. */
export function inherit(run: Run, result: ArrayValue, inputs: readonly Value[]): ArrayValue;
export function inherit(run: Run, result: Value, inputs: readonly Value[]): Value;
export function inherit(run: Run, result: Value, inputs: readonly Value[]): Value {
  const draw = drawOfAny(run, inputs) ?? (result.kind === 'array' ? run.drawn.gradients : undefined);
  const own = draw ? withinBudget(run, result, inputs, draw) : result;
  return inputs.some((input) => isAssumed(run, input)) ? assume(run, own) : own;
}

/** The elements that go into and come out of what one statement or entry computes with random numbers; each step counts as some. */
const mostWork = 120_000;
const workOfStep = 16;

function withinBudget(run: Run, result: Value, inputs: readonly Value[], draw: Draw): Value {
  run.drawnWork += inputs.reduce((sum, input) => sum + sizeOf(input), workOfStep + sizeOf(result));
  if (run.drawnWork <= mostWork || (result.kind !== 'array' && result.kind !== 'float' && result.kind !== 'int'))
    return markDrawn(run, result, draw);
  run.unknowns++;
  const reason = { key: 'budget' } as const;
  if (result.kind === 'array') return markDrawn(run, { ...withoutElements(result), reason }, draw);
  return { kind: 'unknown', reason, ...(result.space ? { space: result.space } : {}) };
}

const sizeOf = (value: Value): number => (value.kind === 'array' ? (value.data?.data.length ?? 0) : 1);

/** The random numbers that a value rests on, itself or one of the first of its items. */
export const drawOf = (run: Run, value: Value): Draw | undefined => drawOfAny(run, [value]);

function drawOfAny(run: Run, values: readonly Value[], depth = 3): Draw | undefined {
  if (!run.drawn.isUsed) return undefined;
  for (const value of values.slice(0, depth === 3 ? values.length : mostItems)) {
    const own = run.drawn.values.get(value);
    if (own) return own;
    const inner = depth > 0 ? itemsWithin(run, value) : undefined;
    const draw = inner && drawOfAny(run, inner, depth - 1);
    if (draw) return draw;
  }
  return undefined;
}

const mostItems = 8;

function itemsWithin(run: Run, value: Value): readonly Value[] | undefined {
  if (value.kind === 'tuple') return value.items;
  const cell = value.kind === 'reference' ? readCell(run.heap, value.id) : undefined;
  return cell?.kind === 'list' ? cell.items : undefined;
}

export function factsOf(recorder: Recorder): readonly Fact[] {
  const facts: Fact[] = [];
  for (const entries of [recorder.expressions, recorder.bindings])
    for (const entry of entries.values()) if (entry.seen.length > 0) facts.push(factOf(entry));
  return facts.sort((a, b) => a.start - b.start || b.end - a.end);
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What several parts of the program saw of one expression, in their order. */
export function joined(entries: readonly Entry[]): Entry | undefined {
  const [first, ...others] = entries;
  if (!first || others.length === 0) return first;
  const all: Entry = { ...first, seen: [...first.seen] };
  for (const other of others) {
    if (other.kind === 'parameter') all.kind = other.kind;
    if (other.assumed) all.assumed = true;
    if (other.drawn && !all.drawn) all.drawn = other.drawn;
    if (other.asked) all.asked = true;
    if (!all.call && other.call) all.call = other.call;
    for (const one of other.seen) add(all, one);
    if (other.general) all.general = generalize(all.general ?? common(all, other.general), other.general);
  }
  return all;
}

function add(entry: Entry, one: Observation): void {
  if (entry.general?.kind === 'unknown') return;
  if (entry.general) entry.general = generalize(entry.general, one.value);
  else if (entry.seen.some((seen) => sameValue(seen.value, one.value))) return;
  else if (entry.seen.length === maxObservations) entry.general = common(entry, one.value);
  else entry.seen.push(one);
}

const common = (entry: Entry, value: Value): Value => entry.seen.reduce((all, { value: one }) => generalize(all, one), value);

/** Written field by field: there are some ten facts a line. */
export function factOf(entry: Entry): Fact {
  const value = summary(entry);
  const { start, end } = entry.range;
  const certainty: Certainty = isUnknown(value) ? 'unknown' : entry.assumed || entry.drawn ? 'assumed' : 'exact';
  const fact: Writable<Fact> = { start, end, kind: entry.kind, value, certainty, topLevel: entry.topLevel };
  if (entry.name !== undefined) fact.name = entry.name;
  if (entry.valueRange) fact.valueRange = { start: entry.valueRange.start, end: entry.valueRange.end };
  if (value.kind === 'unknown' || (value.kind === 'array' && !value.data && !value.texts)) fact.reason = reasonOf(value);
  if (entry.call) fact.call = entry.call;
  if (entry.asked) fact.asked = true;
  if (entry.drawn) fact.drawn = entry.drawn;
  if (entry.via.length > 0) fact.via = entry.via;
  return fact;
}

const isUnknown = (value: Value): boolean =>
  value.kind === 'unknown' ||
  (value.kind === 'array' && !value.data && !value.shape && !value.dtype && !value.space) ||
  (value.kind === 'alternatives' && value.of.every((one) => one.value.kind === 'unknown'));

function summary(entry: Entry): Value {
  const [first] = entry.seen;
  if (entry.general) return entry.general;
  if (!first) return { kind: 'unknown', reason: { key: 'branches' } };
  if (entry.seen.length === 1) return first.value;
  const of = entry.seen.flatMap(({ value }) => (value.kind === 'alternatives' ? value.of : [{ value, when: [] }]));
  const distinct = of.filter((one, i) => of.findIndex((other) => sameValue(other.value, one.value)) === i);
  return distinct.length === 1 && distinct[0] ? distinct[0].value : { kind: 'alternatives', of: distinct };
}
