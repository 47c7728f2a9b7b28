/** What was seen of every expression of the analysed document, and its summary as facts. */
import type { Range } from '@softlens/syntax';
import type { CallFact, Certainty, Fact } from '../../api.ts';
import type { Place } from '../../values/space.ts';
import type { Value } from '../../values/value.ts';
import { sameValue } from '../expressions/equality.ts';
import { reasonOf } from '../state/alternatives.ts';
import { freeze } from '../state/freeze.ts';
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
  const certainty: Certainty = isUnknown(value) ? 'unknown' : entry.assumed ? 'assumed' : 'exact';
  const fact: Writable<Fact> = { start, end, kind: entry.kind, value, certainty, topLevel: entry.topLevel };
  if (entry.name !== undefined) fact.name = entry.name;
  if (entry.valueRange) fact.valueRange = { start: entry.valueRange.start, end: entry.valueRange.end };
  if (value.kind === 'unknown' || (value.kind === 'array' && !value.data && !value.texts)) fact.reason = reasonOf(value);
  if (entry.call) fact.call = entry.call;
  if (entry.asked) fact.asked = true;
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
