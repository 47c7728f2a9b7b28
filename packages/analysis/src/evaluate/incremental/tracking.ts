/**
 * An analysis that knows the one before. The program is run part by part, a statement of the top level or an entry point at a time; a
 * part that is the same and finds what it found is not run again: what it left is taken over.
 */

import { type Module, outlineOf, type Statement } from '@softlens/syntax';
import type { ParsedDocument } from '../../api.ts';
import { lastOrder } from '../../operations/gradients/record.ts';
import { importsTorch } from '../calls/tensor-calls.ts';
import { createRecorder } from '../run/facts.ts';
import type { Listener } from '../run/listener.ts';
import { dependOn, markCalled, note, type Run, type Session } from '../run/run.ts';
import { createScope } from '../run/scope.ts';
import { createUnit, type Unit } from '../run/unit.ts';
import { commitHeap, type Heap, readCell } from '../state/heap.ts';
import { sameCondition } from '../statements/conditions.ts';
import { edited } from './coordinates.ts';
import { createLasting, identityOf, isUsable, type Kept, type Lasting, type Result, type Surroundings } from './kept.ts';
import { type Learned, learn } from './learned.ts';
import { createPlaces, type Places } from './places.ts';
import { type Comparison, createComparison, sameOnes } from './same.ts';
import { anchorsOf, slotsOf } from './statements.ts';

export interface Tracking {
  readonly document: ParsedDocument;
  readonly body: readonly Statement[];
  readonly lasting: Lasting;
  /** Tells the rules what happened, with offsets for coordinates. */
  listening(listener: Listener): Listener;
  /** Runs a part of the program, or takes over what it left; pauses where it does. `key` is what it is; of one key there is one part. */
  part(run: Run, top: Heap, part: Part, act: () => Generator<void, boolean>): Generator<void, boolean>;
  /** What was learned, and what is kept of it: nothing when parts of this program cannot be told apart. */
  facts(): Learned;
  kept(run: Run, dependencies: readonly string[]): Kept | undefined;
  /** True when something was taken over that may not hold. */
  isWrong(run: Run): boolean;
}

export interface Part {
  readonly key: object | string;
  /** A name that it has after an edit still. */
  readonly name: string;
  /** The steps that it may take at most. */
  readonly allowance: number;
  /** Whether it is what becomes of the objects that were made before it. */
  readonly takesObjects?: true;
}

export function createTracking(session: Session, source: ParsedDocument, earlier: Kept | undefined): Tracking {
  const before = earlier && isUsable(earlier, session, source) ? earlier : undefined;
  const coordinates = before
    ? edited(before.coordinates, before.source.text, source.text, anchorsOf(before.slots, outlineOf(source.module)))
    : identityOf(source).coordinates;
  const slots = before ? slotsOf(source.module, before.slots, coordinates) : identityOf(source).slots;
  const body = slots.map(({ node }) => node);
  const { kind, language, comments, errors, start, end } = source.module;
  const module: Module = { kind, language, body, comments, errors, start, end };
  const document: ParsedDocument = Object.assign(before?.document ?? {}, { ...source, module });
  const lasting = before?.lasting ?? createLasting();
  const places = createPlaces(source.path, coordinates, source.module);
  const results = new Map<unknown, Result>();
  const named = new Map<string, Result>();
  let repeated = 0;
  let learned: Learned | undefined;

  const take = (run: Run, top: Heap, part: Part, result: Result): void => {
    repeated++;
    keepResult(part, result);
    repeat(run, top, result);
  };
  const keepResult = (part: Part, result: Result): void => {
    results.set(part.key, result);
    named.set(part.name, result);
  };

  /** Faults are noted with the place where they happened, and may depend on what the stack held. */
  const isOpaque = (run: Run): boolean =>
    run.opaque || places.isLost() || session.modules.has(source.path) || [...run.trace].some((line) => faulty.test(line));

  return {
    document,
    body,
    lasting,
    listening: (listener) => heardBy(listener, places),
    *part(run, top, part, act) {
      const known = before?.results.get(part.key);
      if (known && isCurrent(run, top, known, part.allowance)) {
        take(run, top, part, known);
        return known.goesOn;
      }
      const older = before?.names.get(part.name);
      const result = yield* recorded(run, top, part, lasting, act);
      keepResult(part, older ? likeBefore(run, top, result, older, lasting) : result);
      return result.goesOn;
    },
    facts() {
      learned = learn([...results.values()], slots, coordinates, places, before?.learned);
      return learned;
    },
    kept(run, dependencies) {
      if (isOpaque(run) || !learned) return undefined;
      const versions = dependencies.flatMap((path) =>
        path === source.path ? [] : [[path, session.project.module(path)?.version] as const],
      );
      return {
        session,
        source,
        document,
        coordinates,
        slots,
        results,
        names: named,
        learned,
        lasting,
        versions: new Map(versions),
        usesTorch: importsTorch(source),
        isLost: places.isLost,
        edits: (before?.edits ?? 0) + 1,
      };
    },
    isWrong: (run) => repeated > 0 && isOpaque(run),
  };
}

const faulty = /^fault|budget: stack/;

/** The program's scope, the same for all edits. */
export function mainScope(run: Run, { lasting, document }: Tracking) {
  lasting.scope ??= createScope(run, 'module', document);
  return lasting.scope;
}

function heardBy(listener: Listener, places: Places): Listener {
  return {
    onCall(event, run) {
      if (listener.onCall?.(places.callEvent(event), run)) run.unit?.heard.push({ kind: 'call', event });
    },
    onOperator(event, run) {
      if (listener.onOperator?.(places.operatorEvent(event), run)) run.unit?.heard.push({ kind: 'operator', event });
    },
  };
}

function* recorded(
  run: Run,
  top: Heap,
  part: Part,
  lasting: Lasting,
  act: () => Generator<void, boolean>,
): Generator<void, Result> {
  const unit = createUnit();
  const recorder = createRecorder(run.frame.document.path);
  const before = surroundings(run);
  const found = part.takesObjects && [...run.made];
  const [steps, spent, made] = [run.steps, run.spent, part.takesObjects ? 0 : run.made.length];
  Object.assign(run, { unit, recorder, ids: lasting.idsOf(part.name) });
  top.root.watch = unit.cells;
  let goesOn = true;
  let isDone = false;
  try {
    goesOn = yield* act();
    if (run.heap !== top) commitHeap(top, run.heap);
    run.heap = top;
    isDone = true;
  } finally {
    top.root.watch = undefined;
    Object.assign(run, { unit: undefined, ids: undefined });
    if (!isDone) run.opaque = true;
  }
  const writes = new Map([...unit.cells.written].filter((key) => top.writes.has(key)).map((key) => [key, top.writes.get(key)]));
  if (run.raised || run.handling) run.opaque = true;
  return {
    unit,
    allowance: part.allowance,
    before,
    after: surroundings(run),
    writes,
    ...(found ? { found } : {}),
    made: run.made.slice(made),
    steps: run.steps - steps,
    spent: run.spent - spent,
    isLate: run.spent > run.budget.totalSteps,
    goesOn,
    expressions: [...recorder.expressions.values()],
    bindings: [...recorder.bindings.values()],
  };
}

/** Seeds and names that a value rests on. */
function restsOn({ drawn, assumed }: Lasting, value: object): unknown {
  const draw = drawn.values.get(value);
  return draw ? `${draw.source} ${draw.seed}` : assumed.has(value);
}

const surroundings = ({ path, gradients, trained, backwards }: Run): Surroundings => ({
  path,
  gradients: gradients === true,
  trained: trained === true,
  backwards: backwards !== undefined,
});

/** True when running the part again would find what it found. */
function isCurrent(run: Run, top: Heap, { unit, before, allowance, spent, isLate, found }: Result, allowed: number): boolean {
  if (allowed < allowance || (unit.pressed && allowed !== allowance)) return false;
  if (isLate || run.spent + spent > run.budget.totalSteps) return false;
  if (
    before.gradients !== (run.gradients === true) ||
    before.trained !== (run.trained === true) ||
    before.backwards !== (run.backwards !== undefined) ||
    !samePath(before.path, run.path)
  )
    return false;
  if (found && !sameObjects(found, run.made)) return false;
  for (const [key, cell] of unit.cells.read) if (readCell(top, key) !== cell) return false;
  for (const [key, test] of unit.tests.read) if (run.tests.get(key) !== test) return false;
  for (const [key, value] of unit.memo.read) if (run.memo.get(key) !== value) return false;
  for (const [definition, was] of unit.asked) if (run.called.has(definition) !== was) return false;
  return true;
}

const sameObjects = (a: Run['made'], b: Run['made']): boolean =>
  a.length === b.length && a.every((one, i) => one.object.id === b[i]?.object.id && samePath(one.path, b[i]?.path ?? []));

const samePath = (a: Run['path'], b: Run['path']): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((one, i) => {
      const other = b[i];
      return other !== undefined && sameCondition(one, other);
    }));

/** Leaves what the part left. */
function repeat(run: Run, top: Heap, result: Result): void {
  const { unit } = result;
  for (const [key, cell] of result.writes) top.writes.set(key, cell);
  for (const [key, test] of unit.tests.written) run.tests.set(key, test);
  for (const [key, value] of unit.memo.written) run.memo.set(key, value);
  for (const definition of unit.called) markCalled(run, definition);
  for (const [id, scope] of unit.scopes) run.scopes.set(id, scope);
  for (const line of unit.notes) note(run, line);
  for (const path of unit.dependencies) dependOn(run, path);
  if (result.found) run.made.length = 0;
  run.made.push(...result.made);
  run.path = result.after.path;
  if (result.after.gradients) run.gradients = true;
  if (result.after.trained) run.trained = true;
  if (result.after.backwards) run.backwards = lastOrder();
  run.steps += result.steps;
  run.spent += result.spent;
  for (const heard of unit.heard) {
    if (heard.kind === 'call') run.listener?.onCall?.(heard.event, run);
    else run.listener?.onOperator?.(heard.event, run);
  }
}

/** What an edited part leaves is what it left before, value by value, where nothing of it changed: then others need not run again. */
function likeBefore(run: Run, top: Heap, result: Result, older: Result, lasting: Lasting): Result {
  const outside = new Set<unknown>(older.unit.cells.read.values());
  const compare = () => createComparison((value) => restsOn(lasting, value), outside);
  const comparison = compare();
  const isSame =
    comparison.same(result.writes, older.writes) &&
    comparison.same(result.unit.tests.written, older.unit.tests.written) &&
    comparison.same(result.unit.memo.written, older.unit.memo.written) &&
    comparison.same(result.unit.scopes, older.unit.scopes);
  if (!isSame) return partlyLikeBefore(run, top, result, older, compare);
  for (const [key, cell] of older.writes) top.writes.set(key, cell);
  const { tests, memo, scopes } = older.unit;
  for (const [key, test] of tests.written) run.tests.set(key, test);
  for (const [key, value] of memo.written) run.memo.set(key, value);
  for (const [id, scope] of scopes) run.scopes.set(id, scope);
  const unit: Unit = {
    ...result.unit,
    tests: { ...result.unit.tests, written: tests.written },
    memo: { ...result.unit.memo, written: memo.written },
    scopes,
  };
  return { ...result, unit, writes: older.writes };
}

/** Some of its cells, and tests. */
function partlyLikeBefore(run: Run, top: Heap, result: Result, older: Result, compare: () => Comparison): Result {
  const written = new Map(result.unit.tests.written);
  for (const key of sameOnes(written, older.unit.tests.written, compare)) {
    const test = older.unit.tests.written.get(key);
    if (!test) continue;
    written.set(key, test);
    run.tests.set(key, test);
  }
  const writes = new Map(result.writes);
  for (const key of sameOnes(writes, older.writes, compare)) {
    const cell = older.writes.get(key);
    writes.set(key, cell);
    top.writes.set(key, cell);
  }
  return { ...result, unit: { ...result.unit, tests: { ...result.unit.tests, written } }, writes };
}
