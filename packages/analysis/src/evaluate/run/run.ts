/**
 * What one analysis carries through the interpreter. A `Session` outlives single analyses: it holds the modules that were
 * evaluated because something imported them. A `Run` is one analysis; it is the only mutable thing of the interpreter.
 */
import type { Language, Module, Range as SourceRange } from '@softlens/syntax';
import type { ParsedDocument, Project } from '../../api.ts';
import type { Conditions } from '../../values/condition.ts';
import type { Place } from '../../values/space.ts';
import type { Tape } from '../../values/tape.ts';
import type { Draw, Reason, ReasonKey, Reference, Unknown, UserFunction, Value } from '../../values/value.ts';
import type { Callbacks } from '../calls/callbacks.ts';
import { loseAll } from '../random/state.ts';
import type { Aliases } from '../state/aliases.ts';
import type { Heap } from '../state/heap.ts';
import type { Test } from '../statements/conditions.ts';
import type { Budget } from './budget.ts';
import type { Recorder } from './facts.ts';
import type { Listener } from './listener.ts';
import type { Scope } from './scope.ts';
import type { Ids, Unit } from './unit.ts';

export interface Session {
  readonly project: Project;
  readonly base: Heap;
  /** Modules evaluated on import, by path. */
  readonly modules: Map<string, LoadedModule>;
  readonly scopes: Map<number, Scope>;
  /** What each document has imported, so that a result depends on imports of imports too. */
  readonly imports: Map<string, Set<string>>;
  /** Documents that imports looked for in vain: once one appears, what was concluded is out of date. */
  readonly missing: Set<string>;
  /** What module names stand for, by the folder that imports them: as long as nothing that is missing appears. */
  readonly resolved: Map<string, Resolution>;
  /** The module names that each document's imports asked for, and the documents that they stand for. */
  readonly asked: Map<string, Map<string, Asked>>;
  /** Documents whose text was looked at for the sake of each document, though it does not import them. */
  readonly reads: Map<string, Set<string>>;
  /** The documents that each document's imports looked for, and whether they are there. */
  readonly sought: Map<string, Map<string, boolean>>;
  /** Arrays that changed in place, and views of arrays. */
  readonly aliases: Aliases;
  /** The cells that gather gradients of what is no leaf: `retain_grad`; and those that tell of steps undone already. */
  readonly retained: WeakMap<Tape, number>;
  readonly undone: WeakMap<Tape, string>;
  /** Definitions of classes whose attributes were written from outside. */
  readonly changed: WeakSet<object>;
  nextScope: number;
  nextCell: number;
  nextSymbol: number;
}

/** What a module name stands for, and the documents that it could have stood for before. */
export interface Resolution {
  readonly path: string | undefined;
  readonly tried: readonly string[];
}

export interface Asked {
  readonly module: string;
  readonly level: number;
  readonly path: string | undefined;
}

export interface LoadedModule {
  readonly document: ParsedDocument;
  readonly scope: Scope;
  state: 'running' | 'done';
}

/** How a block was left before its end, and the heap and conditions at that point. */
export interface Exit {
  readonly kind: 'return' | 'break' | 'continue' | 'raise';
  readonly value: Value | undefined;
  readonly heap: Heap;
  readonly path: Conditions;
}

export interface Frame {
  readonly document: ParsedDocument;
  scope: Scope;
  readonly function?: UserFunction | undefined;
  /** The class in which the running method was found, for `super()`. */
  readonly owner?: Value | undefined;
  readonly self?: Value | undefined;
  exits: Exit[];
  readonly yields: Value[] | undefined;
  /** The conditions under which the generator began; what it yields under others may be missing. */
  readonly yieldPath?: Conditions;
  yieldsOpen?: true;
  /** False inside functions and classes. */
  readonly topLevel: boolean;
  /** The call that made this frame, and the frame it was made from. */
  readonly caller: Frame | undefined;
  readonly site: Place | undefined;
  readonly depth: number;
  /** The places of the calls that led here, once somebody asked. */
  via?: readonly Place[] | undefined;
}

/** Where values came from that were drawn at random. */
export interface Drawn {
  readonly values: WeakMap<object, Draw>;
  /** Whether there are any. */
  isUsed: boolean;
  /** Set once gradients rest on some: what they change does, too. */
  gradients?: Draw;
}

export interface Run {
  readonly session: Session;
  readonly budget: Budget;
  /** Silent and apart in annotations. */
  listener: Listener | undefined;
  recorder: Recorder | undefined;
  readonly rethrow: boolean;
  readonly trace: Set<string>;
  readonly dependencies: Set<string>;
  /** Definitions that something in view has called or constructed. */
  readonly called: Set<object>;
  /** Objects of the program that were made with models, losses or other objects. */
  readonly made: { readonly object: Reference; readonly path: Conditions }[];
  /** Function expressions of the document that may be called from outside. */
  readonly callbacks: Callbacks;
  /** Symbolic tests by the symbol of their unknown result. */
  readonly tests: Map<string, Test>;
  /** Results of functions that only compute, by function and arguments. */
  readonly memo: Map<string, Value>;
  /** The part of the program that runs, where what it reads and leaves is noted; and where its numbers come from. */
  unit: Unit | undefined;
  ids: Ids | undefined;
  /** The program's own scope, whose names keep their cells from analysis to analysis. */
  readonly main: { readonly scope: Scope; readonly ids: Ids } | undefined;
  /** True once something happened that is not noted part by part: the next analysis starts afresh. */
  opaque: boolean;
  /** Scopes that closures made in this run can read; those of imported modules are the session's. */
  readonly scopes: Map<number, Scope>;
  /** Values that rest on a conventional name taken at its word. */
  readonly assumed: WeakSet<object>;
  /** Values that rest on random numbers. */
  readonly drawn: Drawn;
  /** While > 0, random numbers are not followed. */
  dormant: number;
  /** What was computed with random numbers in the part that runs. */
  drawnWork: number;
  heap: Heap;
  path: Conditions;
  frame: Frame;
  steps: number;
  /** Where steps end now: for the statement, module or entry point that runs. */
  limit: number;
  /** Steps of the entry points that are done. */
  spent: number;
  /** Modules that were evaluated because this analysis imported them first. */
  imports: number;
  nesting: number;
  /** How many unknown values came up: a loop whose turns bring none is worth running to its end. */
  unknowns: number;
  /** While > 0, a `try` or `with` wants to know of an expression that certainly fails: the exception, and where. */
  watching: number;
  raised: { readonly value: Value; readonly path: Conditions; readonly frame: Frame } | undefined;
  /** The exception that a handler is handling. */
  handling: Value | undefined;
  /** Set once a tensor that wants a gradient was made: what is computed from it prints its `grad_fn`. */
  gradients?: true;
  /** Set once some model's weights became others than it began with, in a way that is not followed. */
  trained?: true;
  /** Under `torch.no_grad()`. */
  untracked?: boolean | undefined;
  /** How many of TensorFlow's tapes are recording. */
  recording?: number | undefined;
  /** How many of JAX's transformations are calling their function. */
  differentiating?: number;
  /** Set once gradients were gathered in a way that is not followed: what was there then (by its order) may have been reached. */
  backwards?: number;
  /** While > 0, nothing is recorded or announced: a first pass over a loop's body. */
  muted: number;
  /** How often something came up that a rule could speak of, how often for the first time, and what came up at each place. */
  told: number;
  news: number;
  readonly met: WeakMap<object, Set<string>>;
  /** Reads the text of annotations. */
  readonly parseExpression: ((text: string, language: Language) => Module) | undefined;
  /** True in annotations, where lists are arrays to operators. */
  lenient: boolean;
  /** What was seen of the expressions beside the code: in comments, and in a page's code spans. */
  readonly annotated: Map<object, Recorder>;
}

export const placeOf = (run: Run, range: SourceRange): Place => ({
  path: run.frame.document.path,
  start: range.start,
  end: range.end,
});

export function unknown(run: Run, key: ReasonKey, name?: string, symbol?: string): Unknown {
  run.unknowns++;
  const reason: Reason = name === undefined ? { key } : { key, name };
  return symbol === undefined ? { kind: 'unknown', reason } : { kind: 'unknown', reason, symbol };
}

export function overBudget(run: Run, what: string): Unknown {
  // What is left out may have drawn.
  loseAll(run);
  note(run, `budget: ${what} in ${run.frame.document.path}`);
  return unknown(run, 'budget', what);
}

/** In a `try`, what was just evaluated here certainly failed: what would use it does not run. */
export const hasRaised = ({ watching, raised, path, frame }: Run): boolean =>
  watching > 0 && raised !== undefined && raised.path === path && raised.frame === frame;

/** A line of the trace; the set keeps it short, as the same budget is often met many times. */
export function note(run: Run, line: string): void {
  run.unit?.notes.add(line);
  if (run.trace.size < 200) run.trace.add(line);
}

/** The number of a new cell, scope or symbol. */
export const nextId = (run: Run, counter: 'nextCell' | 'nextScope'): number =>
  run.ids ? run.ids.next(counter) : run.session[counter]++;

export function markCalled(run: Run, definition: object): void {
  run.called.add(definition);
  run.unit?.called.add(definition);
}

export function wasCalled(run: Run, definition: object): boolean {
  const was = run.called.has(definition);
  const { unit } = run;
  if (unit && !unit.called.has(definition) && !unit.asked.has(definition)) unit.asked.set(definition, was);
  return was;
}

export function dependOn(run: Run, path: string): void {
  run.dependencies.add(path);
  run.unit?.dependencies.add(path);
}

export function freshSymbol(run: Run, what: string): string {
  return `${what}#${run.ids ? run.ids.next(what) : run.session.nextSymbol++}`;
}

/** Runs `body` with at most so many further steps, none of them on the account of what surrounds it. */
export function withSteps<T>(run: Run, steps: number, body: () => T): T {
  const { steps: before, limit } = run;
  run.steps = 0;
  run.limit = run.spent > run.budget.totalSteps ? Math.min(steps, 1_500) : steps;
  try {
    return body();
  } finally {
    run.spent += run.steps;
    run.steps = before;
    run.limit = limit;
  }
}

/** True while the entry point has steps left; counts one. */
export function step(run: Run): boolean {
  return ++run.steps <= run.limit || pressed(run);
}

/** True once the limit is passed. */
export const isOver = (run: Run): boolean => run.steps > run.limit && !pressed(run);

/** Notes that a limit on steps decided something: with other limits the part that runs may end otherwise. */
export function pressed(run: Run): false {
  loseAll(run);
  if (run.unit) run.unit.pressed = true;
  return false;
}

/** Runs `body` under further conditions. */
export function underConditions<T>(run: Run, path: Conditions, body: () => T): T {
  const before = run.path;
  run.path = path;
  try {
    return body();
  } finally {
    run.path = before;
  }
}

/** Runs `body` in another frame. */
export function inFrame<T>(run: Run, frame: Frame, body: () => T): T {
  const before = run.frame;
  run.frame = frame;
  try {
    return body();
  } finally {
    run.frame = before;
  }
}

export const isPython = (run: Run): boolean => run.frame.document.language === 'python';
