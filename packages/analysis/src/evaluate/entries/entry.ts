/** Entry points: what the document does when it runs, its importers, then everything that nothing in view calls. */
import type { ClassDefinition, FunctionDefinition, Language, Module, Statement } from '@softlens/syntax';
import type { FileAnalysis, ParsedDocument } from '../../api.ts';
import { moduleFrame } from '../../resolve/modules.ts';
import type { UserClass, UserFunction, Value } from '../../values/value.ts';
import { argumentsOf } from '../calls/arguments.ts';
import { handedOver, runCallbacks } from '../calls/callbacks.ts';
import { callValue } from '../calls/calls.ts';
import { callFunction } from '../calls/functions.ts';
import { isAnnotation, leadingAnnotations, trailingAnnotations } from '../expressions/annotations.ts';
import { readBound } from '../expressions/names.ts';
import { isDivisible, type Kept } from '../incremental/kept.ts';
import type { Learned } from '../incremental/learned.ts';
import { createTracking, mainScope, type Part, type Tracking } from '../incremental/tracking.ts';
import { classAttribute, constructClass } from '../objects/classes.ts';
import { afterUnseen } from '../random/effects.ts';
import type { Budget } from '../run/budget.ts';
import { createRecorder, factsOf } from '../run/facts.ts';
import type { Listener } from '../run/listener.ts';
import { type Frame, note, type Run, type Session, wasCalled, withSteps } from '../run/run.ts';
import { createScope, type Scope } from '../run/scope.ts';
import { forkHeap, writeCell } from '../state/heap.ts';
import { allowance, executeBlock, faultText, hoist } from '../statements/statements.ts';
import { createAlike } from './alike.ts';
import { runEscaped } from './escaped.ts';
import { endingNames } from './liveness.ts';
import { isRelevant } from './relevance.ts';

export interface AnalysisOptions {
  readonly session: Session;
  readonly budget: Budget;
  readonly listener: Listener | undefined;
  readonly rethrow: boolean;
  readonly facts: boolean;
  /** What is kept of the analysis before the last edit; absent where nothing is to be kept. */
  readonly memory?: Memory;
  readonly parseExpression?: (text: string, language: Language) => Module;
}

export interface Memory {
  readonly before: Kept | undefined;
  after?: Kept | undefined;
  /** What was taken over may not hold: the analysis has to start afresh. */
  isWrong?: boolean;
}

export function* analysisSteps(options: AnalysisOptions, path: string): Generator<void, FileAnalysis> {
  const { session, budget } = options;
  const document = session.project.module(path);
  if (!document) return { path, facts: [], findings: [], dependencies: [path], trace: [`missing: ${path}`] };
  const { memory } = options;
  const isTracked = memory !== undefined && options.facts && isDivisible(document, session);
  const tracking = isTracked ? createTracking(session, document, memory.before) : undefined;
  const run = createRun(options, document, tracking);
  const body = tracking?.body ?? document.module.body;
  const main = openMain(run, tracking?.document ?? document);
  const part = partsOf(run, tracking);
  yield* program(run, body, part, isReadInOrder(document) ? endingNames(body) : []);
  yield* part({ key: 'escaped', name: 'escaped', allowance: 0, takesObjects: true }, function* () {
    entry(run, budget.entrySteps, () => runEscaped(run));
    yield;
    return true;
  });
  const importers = session.project.importers?.(path) ?? [];
  for (const importer of importers.slice(0, budget.importers)) {
    yield* runImporter(run, importer);
  }
  const findingsOnly = !options.facts && document.language === 'python';
  const isAlike = createAlike(run, document);
  let entries = 0;
  for (const callable of callablesOf(body)) {
    if (findingsOnly && !isRelevant(run, document, callable)) continue;
    if (findingsOnly && callable.kind === 'function' && isAlike(callable)) continue;
    if (++entries > budget.entries) {
      note(run, `budget: entries in ${path}`);
      break;
    }
    const { told, news } = run;
    const isNew = !wasCalled(run, callable);
    yield* part({ key: entryKey(callable), name: `entry ${callable.start}`, allowance: 0 }, function* () {
      yield* enter(run, main.frame, callable);
      return true;
    });
    if (findingsOnly && callable.kind === 'function' && isNew) isAlike.ran(callable, run.told > told, run.news > news);
  }
  if (document.language !== 'python') entry(run, budget.entrySteps, () => runCallbacks(run));
  const dependencies = dependenciesOf(run, path);
  const learned = tracking?.facts();
  const facts = run.recorder && !tracking ? factsOf(run.recorder) : [];
  if (memory) Object.assign(memory, { after: tracking?.kept(run, dependencies), isWrong: tracking?.isWrong(run) ?? false });
  const rest = { path, findings: [], dependencies, sought: session.sought, trace: [...run.trace] };
  return learned ? withFacts(rest, learned) : { ...rest, facts };
}

const withFacts = (rest: Omit<FileAnalysis, 'facts'>, learned: Learned): FileAnalysis => ({
  ...rest,
  get facts() {
    return learned.all();
  },
  factsIn: learned.within,
});

/** The document, what the run read, and what that imported in turn. */
function dependenciesOf(run: Run, path: string): readonly string[] {
  const found = new Set([path, ...run.dependencies]);
  for (const one of found) for (const imported of run.session.imports.get(one) ?? []) found.add(imported);
  for (const one of [...found]) for (const read of run.session.reads.get(one) ?? []) found.add(read);
  return [...found];
}

type Parts = (part: Part, act: () => Generator<void, boolean>) => Generator<void, boolean>;

function partsOf(run: Run, tracking: Tracking | undefined): Parts {
  const top = run.heap;
  return (part, act) => (tracking ? tracking.part(run, top, part, act) : act());
}

const entryKeys = new WeakMap<Callable, object>();

/** A definition is a statement too. */
function entryKey(definition: Callable): object {
  const known = entryKeys.get(definition) ?? {};
  entryKeys.set(definition, known);
  return known;
}

function createRun(options: AnalysisOptions, document: ParsedDocument, tracking: Tracking | undefined): Run {
  const { session, budget, listener, rethrow, facts } = options;
  const scope: Scope = { id: 0, kind: 'module', parent: undefined, document, cells: new Map() };
  const run: Run = {
    session,
    budget,
    listener: listener && tracking ? tracking.listening(listener) : listener,
    rethrow,
    recorder: facts ? createRecorder(document.path) : undefined,
    trace: new Set(),
    dependencies: new Set([document.path]),
    called: new Set(),
    made: [],
    callbacks: { path: document.path, waiting: new Map(), ran: 0 },
    tests: new Map(),
    memo: new Map(),
    unit: undefined,
    ids: undefined,
    main: undefined,
    opaque: false,
    scopes: new Map(),
    assumed: tracking?.lasting.assumed ?? new WeakSet(),
    drawn: tracking?.lasting.drawn ?? { values: new WeakMap(), isUsed: false },
    dormant: 0,
    drawnWork: 0,
    heap: forkHeap(session.base),
    path: [],
    frame: { document, scope, exits: [], yields: undefined, topLevel: true, caller: undefined, site: undefined, depth: 0 },
    steps: 0,
    limit: budget.steps,
    spent: 0,
    imports: 0,
    nesting: 0,
    unknowns: 0,
    muted: 0,
    watching: 0,
    raised: undefined,
    handling: undefined,
    told: 0,
    news: 0,
    met: new WeakMap(),
    parseExpression: options.parseExpression,
    annotated: new Map(),
    lenient: false,
  };
  return tracking ? { ...run, main: { scope: mainScope(run, tracking), ids: tracking.lasting.names } } : run;
}

/** The document as the program that is run: a scope of its own, `__name__ == '__main__'`. */
function openMain(run: Run, document: ParsedDocument): { readonly frame: Frame } {
  const scope = run.main?.scope ?? createScope(run, 'module', document);
  run.frame = moduleFrame({ document, scope, state: 'running' }, undefined);
  return { frame: run.frame };
}

/** Comments and a page's code spans read names too, wherever they stand. */
const isReadInOrder = ({ language, module, asides }: ParsedDocument): boolean =>
  language === 'python' && !asides?.length && !module.comments.some(isAnnotation);

/**
 * Runs the top level, pausing between its statements; all of them share one account of steps, and what is known of the path. `ending`
 * says which names end with each statement.
 */
function* program(
  run: Run,
  body: readonly Statement[],
  part: Parts,
  ending: readonly (readonly string[])[] = [],
): Generator<void, void> {
  const { scope } = run.frame;
  Object.assign(run, { nesting: 0, limit: run.budget.steps, steps: 0, path: [] });
  caught(run, () => {
    hoist(run, body);
    leadingAnnotations(run);
  });
  for (const [i, statement] of body.entries()) {
    const name = `statement ${statement.start}`;
    Object.assign(run, { nesting: 0, limit: run.budget.steps, drawnWork: 0 });
    const goesOn = yield* part({ key: statement, name, allowance: allowance(run, statement) }, function* () {
      const before = new Set(run.callbacks.waiting.keys());
      let comesBack = true;
      caught(run, () => {
        comesBack = executeBlock(run, [statement]);
      });
      const handed = handedOver(run, before);
      if (handed.length > 0) entry(run, run.budget.entrySteps, () => runCallbacks(run, before, handed));
      return comesBack;
    });
    for (const ended of ending[i] ?? []) endName(run, scope, ended);
    yield;
    if (!goesOn) break;
  }
  run.nesting = 0;
  caught(run, () => trailingAnnotations(run));
  run.spent += run.steps;
  Object.assign(run, { steps: 0, path: [] });
}

function endName(run: Run, scope: Scope, name: string): void {
  const cell = scope.cells.get(name);
  if (cell !== undefined) writeCell(run.heap, cell, undefined);
}

/** Runs one entry point: fresh steps, and the state afterwards kept only when it is the program itself. */
function entry(run: Run, steps: number, body: () => void): void {
  run.nesting = 0;
  run.path = [];
  run.drawnWork = 0;
  // Whoever calls it may have drawn.
  afterUnseen(run);
  caught(run, () => withSteps(run, steps, body));
  run.path = [];
}

function caught(run: Run, body: () => void): void {
  try {
    body();
  } catch (error) {
    if (run.rethrow) throw error;
    note(run, faultText(run.frame.document.path, error));
  }
}

/** Another document that imports this one: what it calls here is seen with its arguments. */
function* runImporter(run: Run, path: string): Generator<void, void> {
  const document = run.session.project.module(path);
  if (!document || path === run.frame.document.path) return;
  run.dependencies.add(path);
  const { frame, heap } = run;
  run.heap = forkHeap(run.session.base);
  const opened = openMain(run, document);
  yield* program(run, document.module.body, (_, act) => act());
  entry(run, run.budget.entrySteps, () => runEscaped(run));
  for (const callable of callablesOf(document.module.body).slice(0, 40)) {
    yield* enter(run, opened.frame, callable);
  }
  run.frame = frame;
  run.heap = heap;
}

type Callable = FunctionDefinition | ClassDefinition;

/** Functions and classes at the top level, also in its branches, in source order. */
function callablesOf(statements: readonly Statement[], depth = 0): readonly Callable[] {
  if (depth > 8) return [];
  return statements.flatMap((statement): readonly Callable[] => {
    switch (statement.kind) {
      case 'function':
      case 'class':
        return [statement];
      case 'if':
        return [...callablesOf(statement.then, depth + 1), ...callablesOf(statement.otherwise, depth + 1)];
      case 'try':
        return [
          ...callablesOf(statement.body, depth + 1),
          ...statement.handlers.flatMap((handler) => callablesOf(handler.body, depth + 1)),
        ];
      case 'with':
      case 'block':
        return callablesOf(statement.body, depth + 1);
      case 'export':
        return statement.declaration ? callablesOf([statement.declaration], depth + 1) : [];
      default:
        return [];
    }
  });
}

/** Runs a function or class that nothing has called, with arguments of which nothing is known; pauses between methods. */
function* enter(run: Run, frame: Frame, definition: Callable): Generator<void, void> {
  const base = run.heap;
  const before = new Set(run.callbacks.waiting.keys());
  run.heap = forkHeap(base);
  run.frame = { ...frame, exits: [], topLevel: false };
  let methods: readonly (() => void)[] = [];
  entry(run, run.budget.entrySteps, () => {
    const value = definedValue(run, frame.scope, definition);
    if (definition.kind === 'class')
      methods = value?.kind === 'class' && value.definition === definition ? methodCalls(run, value) : [];
    else if (!wasCalled(run, definition) && value) callUnknown(run, value, definition);
  });
  const made = run.heap;
  for (const call of methods) {
    run.heap = forkHeap(made);
    entry(run, run.budget.entrySteps, call);
    yield;
  }
  run.heap = made;
  entry(run, run.budget.entrySteps, () => {
    runEscaped(run);
    runCallbacks(run, before);
  });
  run.heap = base;
  run.frame = frame;
  yield;
}

/** The value that a definition got, when its name still has it. */
function definedValue(run: Run, scope: Scope, definition: Callable): Value | undefined {
  const bound = readBound(run, scope, definition.name);
  const candidates = bound?.kind === 'alternatives' ? bound.of.map(({ value }) => value) : bound ? [bound] : [];
  return (
    candidates.find((value) => (value.kind === 'function' || value.kind === 'class') && value.definition === definition) ??
    wrapped(candidates[0], definition)
  );
}

/** A decorated function may be held by a partial. */
function wrapped(value: Value | undefined, definition: Callable): Value | undefined {
  return value?.kind === 'partial' && value.function.kind === 'function' && value.function.definition === definition
    ? value.function
    : undefined;
}

function callUnknown(run: Run, value: Value, definition: Callable): void {
  callValue(run, value, { ...argumentsOf([], definition), open: false });
}

/** Methods that frameworks call, first of all the one that calling an instance means. */
const firstMethods = ['forward', '__call__', 'call', 'training_step', 'validation_step', 'test_step', 'predict_step', 'setup'];

/** Makes an instance, and a call of each of its methods that has not run when its turn comes. */
function methodCalls(run: Run, cls: UserClass): readonly (() => void)[] {
  const { definition } = cls;
  const pending = methodsOf(cls).filter(({ fn }) => !wasCalled(run, fn.definition));
  if (pending.length === 0) return [];
  const instance = constructClass(run, cls, argumentsOf([], definition));
  setUp(run, cls, instance);
  return pending.flatMap(({ name, fn }) => {
    if (name === '__init__' || name === 'constructor') return [];
    const self: Value = fn.decoration === 'class' ? cls : instance;
    const isStatic = fn.decoration === 'static';
    return () => {
      if (wasCalled(run, fn.definition)) return;
      callFunction(run, fn, argumentsOf(isStatic ? [] : [self], definition), isStatic ? undefined : self, cls);
    };
  });
}

/** What test runners call before every test: https://docs.python.org/3/library/unittest.html#unittest.TestCase.setUp and pytest's. */
const setUpMethods = ['setUpClass', 'setup_class', 'setUp', 'setup_method'];

function setUp(run: Run, cls: UserClass, instance: Value): void {
  for (const name of setUpMethods) {
    const found = classAttribute(run, cls, name);
    if (found?.value.kind !== 'function' || found.value.decoration === 'static') continue;
    const self = found.value.decoration === 'class' ? cls : instance;
    callFunction(run, found.value, argumentsOf([self], found.value.definition), self, found.owner);
  }
}

interface Method {
  readonly name: string;
  readonly fn: UserFunction;
}

function methodsOf(cls: UserClass): readonly Method[] {
  const methods = [...cls.members].flatMap(([name, fn]) => (fn.kind === 'function' ? [{ name, fn }] : []));
  const rank = ({ name }: Method): number => {
    const i = firstMethods.indexOf(name);
    return i < 0 ? firstMethods.length : i;
  };
  return methods.toSorted((a, b) => rank(a) - rank(b));
}
