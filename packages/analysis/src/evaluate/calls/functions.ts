/** Functions of the program: values, parameters, bodies and results. */
import type { FunctionDefinition, FunctionExpression, Parameter, Statement } from '@softlens/syntax';
import { none, text, tuple } from '../../values/make.ts';
import type { UserFunction, Value } from '../../values/value.ts';
import { isHeapObject } from '../expressions/equality.ts';
import { evaluate } from '../expressions/expressions.ts';
import { writeName } from '../expressions/names.ts';
import { underCustomRule } from '../gradients/custom-rules.ts';
import { keepingMode } from '../gradients/modes.ts';
import { allocate, newDict, newIterator, newList, newOpenList, setState, stateOf } from '../objects/objects.ts';
import { unfollowed } from '../random/state.ts';
import { record } from '../run/facts.ts';
import { memoised } from '../run/memo.ts';
import { type Frame, freshSymbol, inFrame, markCalled, overBudget, placeOf, pressed, type Run, unknown } from '../run/run.ts';
import { createScope, type Scope } from '../run/scope.ts';
import { joinBranches, joinValues } from '../state/alternatives.ts';
import { commitHeap, forkHeap, readCell } from '../state/heap.ts';
import { assignPattern } from '../statements/assignment.ts';
import { elementOf } from '../statements/iteration.ts';
import { executeBlock, hoist } from '../statements/statements.ts';
import { widenHeap } from '../statements/widening.ts';
import type { Arguments, Given } from './arguments.ts';
import { noteCallback } from './callbacks.ts';

export function functionValue(run: Run, definition: FunctionDefinition | FunctionExpression): UserFunction {
  const { scope, document } = run.frame;
  const closure = scope.kind === 'class' && scope.parent ? scope.parent : scope;
  keepScopes(run, closure);
  const defaults = new Map<string, Value>();
  for (const parameter of definition.params) {
    if (parameter.default && parameter.target.kind === 'name' && document.language === 'python') {
      defaults.set(parameter.target.name, evaluate(run, parameter.default));
    }
  }
  const fn: UserFunction = { kind: 'function', definition, path: document.path, scope: closure.id, defaults };
  noteCallback(run, fn, definition);
  return fn;
}

/** A closure can read the scopes around it for as long as it lives. */
function keepScopes(run: Run, closure: Scope): void {
  const kept = run.heap.depth === 0 ? run.session.scopes : run.scopes;
  for (let scope: Scope | undefined = closure; scope && (run.unit || !kept.has(scope.id)); scope = scope.parent) {
    kept.set(scope.id, scope);
    if (kept === run.scopes) run.unit?.scopes.set(scope.id, scope);
  }
}

/** Calls a function of the program. `self` and `owner` serve `super()`. */
export function callFunction(run: Run, fn: UserFunction, args: Arguments, self?: Value, owner?: Value): Value {
  markCalled(run, fn.definition);
  const closure = run.scopes.get(fn.scope) ?? run.session.scopes.get(fn.scope);
  if (!closure) return unknown(run, 'unmodelled', 'closure');
  if (run.frame.depth >= run.budget.depth) {
    forgetScopes(run, closure);
    return overBudget(run, 'depth');
  }
  if (isOpen(args) && recursionOf(run, fn) > deepest(run, args)) {
    forgetScopes(run, closure);
    return overBudget(run, 'recursion');
  }
  const body = (): Value =>
    fn.untracked === undefined
      ? invoke(run, fn, closure, args, self, owner)
      : keepingMode(run, () => {
          run.untracked = fn.untracked;
          return invoke(run, fn, closure, args, self, owner);
        });
  // What computes with constants only is a calculation, which is worth its end; a check wants no numbers.
  const isShared = isOpen(args) || (run.recorder === undefined && args.positional.every(({ value }) => isNumber(value)));
  const act = (): Value => memoised(run, fn, args, () => (isShared ? withShare(run, body) : body()));
  // What is remembered does not run each time that it is called.
  const result = isRemembered(fn) ? unfollowed(run, act) : act();
  return underCustomRule(run, fn, result, args.node);
}

/** `@lru_cache`, `@cached_property`, `@memory.cache`, `@tf.function`, which runs once for all calls. */
function isRemembered({ definition }: UserFunction): boolean {
  if (definition.kind !== 'function' || definition.decorators.length === 0) return false;
  return definition.decorators.some((decorator) => {
    const callee = decorator.kind === 'call' ? decorator.callee : decorator;
    const name = callee.kind === 'name' || callee.kind === 'attribute' ? callee.name : '';
    return /cache|memo|once|^(?:function|jit|njit|trace)$/i.test(name);
  });
}

/** A call cannot use up the steps of what comes after it: it gets a part of what is left, a smaller one deeper down. */
function withShare(run: Run, body: () => Value): Value {
  const { limit } = run;
  const left = limit - run.steps;
  const share = run.frame.depth < 2 ? 0.6 : 0.35;
  run.limit = run.steps + Math.max(Math.min(leastShare, left * 0.6), left * share);
  const value = body();
  const over = run.steps > run.limit;
  if (over) pressed(run);
  run.limit = limit;
  return named(run, over && value.kind === 'none' ? overBudget(run, 'steps') : value);
}

/** What is read of an unknown result is the same each time: `args = parse(); if args.loss == 'ce'`. */
const named = (run: Run, value: Value): Value =>
  value.kind === 'unknown' && value.symbol === undefined ? { ...value, symbol: freshSymbol(run, 'result') } : value;

const leastShare = 3_000;

/** Arguments of which something is not known: a recursion with them may have no end in sight. */
const isOpen = (args: Arguments): boolean =>
  args.open ||
  args.positional.length === 0 ||
  args.positional.some(({ value }) => value.kind === 'unknown' || value.kind === 'alternatives' || value.kind === 'reference');

/** A walk over objects of the program comes to its end where each turn knows what it is given. */
const deepest = (run: Run, { open, positional }: Arguments): number =>
  run.listener === undefined && !open && positional.length > 0 && positional.every(({ value }) => isGiven(value)) ? 12 : 2;

const isGiven = (value: Value): boolean => value.kind !== 'unknown' && value.kind !== 'alternatives';

/** A call that is not run may have changed what the function closes over. */
function forgetScopes(run: Run, closure: Scope): void {
  for (let scope: Scope | undefined = closure; scope?.kind === 'function'; scope = scope.parent)
    for (const cell of scope.cells.values()) {
      const value = readCell(run.heap, cell);
      const state = value && !isHeapObject(value) && value.kind === 'reference' ? stateOf(run, value) : undefined;
      if (!value || isHeapObject(value) || value.kind !== 'reference') continue;
      if (state?.kind === 'list') setState(run, value, { kind: 'list' });
      else if (state?.kind === 'dict') setState(run, value, { ...state, open: true, entries: new Map() });
      else if (state?.kind === 'set') setState(run, value, { kind: 'set' });
    }
}

const isNumber = ({ kind }: Value): boolean => kind === 'int' || kind === 'float' || kind === 'bool';

/** How often the function is running already. */
function recursionOf(run: Run, fn: UserFunction): number {
  let count = 0;
  for (let frame: Frame | undefined = run.frame; frame; frame = frame.caller)
    if (frame.function?.definition === fn.definition) count++;
  return count;
}

function invoke(
  run: Run,
  fn: UserFunction,
  closure: Scope,
  args: Arguments,
  self: Value | undefined,
  owner: Value | undefined,
): Value {
  const { definition } = fn;
  const arrow = definition.kind === 'functionExpression' && definition.arrow;
  const boundSelf = self ?? (arrow ? run.frame.self : undefined);
  const boundOwner = owner ?? fn.owner ?? (arrow ? run.frame.owner : undefined);
  const frame: Frame = {
    document: closure.document,
    scope: createScope(run, 'function', closure.document, closure),
    function: fn,
    exits: [],
    yields: definition.generator ? [] : undefined,
    yieldPath: run.path,
    topLevel: false,
    caller: run.frame,
    site: placeOf(run, args.node),
    depth: run.frame.depth + 1,
    self: boundSelf,
    owner: boundOwner,
    via: undefined,
  };
  return inFrame(run, frame, () => {
    if (!arrow && closure.document.language !== 'python')
      writeName(run, 'this', boundSelf ?? unknown(run, 'parameter', 'this'), 'let');
    bindParameters(run, fn, args, boundSelf);
    return definition.generator ? runGenerator(run, definition.body) : runBody(run, definition.body);
  });
}

/** A generator is run at once, though Python runs it as it is drawn from: when it changes what is around it, nobody knows. */
function runGenerator(run: Run, body: readonly Statement[]): Value {
  const base = run.heap;
  run.heap = forkHeap(base);
  const value = unfollowed(run, () => runBody(run, body));
  const after = run.heap;
  run.heap = base;
  widenHeap(run, base, after, base, 'second');
  // Its parameters were bound before.
  for (const cell of deadCells(run) ?? []) base.writes.delete(cell);
  return value;
}

function bindParameters(run: Run, fn: UserFunction, args: Arguments, self: Value | undefined): void {
  const python = run.frame.document.language === 'python';
  const rest: Given[] = [...args.positional];
  if (!python && self && rest[0]?.value === self) rest.shift();
  const keywords = new Map(args.keywords);
  for (const parameter of fn.definition.params) {
    const value = parameterValue(run, fn, parameter, rest, keywords, args);
    const target = parameter.target.kind === 'defaultPattern' ? parameter.target.target : parameter.target;
    assignPattern(run, target, value, undefined, 'let');
    if (run.recorder && target.kind === 'name') record(run, target, 'parameter', value, { name: target.name });
  }
}

function parameterValue(
  run: Run,
  fn: UserFunction,
  parameter: Parameter,
  rest: Given[],
  keywords: Map<string, Given>,
  args: Arguments,
): Value {
  const name = parameter.target.kind === 'name' ? parameter.target.name : undefined;
  if (parameter.kind === 'rest') {
    const items = rest.splice(0).map(({ value }) => value);
    if (args.open) return allocate(run, { kind: 'list' });
    return run.frame.document.language === 'python' ? tuple(items) : newList(run, items);
  }
  if (parameter.kind === 'restDict') {
    const dict = newDict(
      run,
      [...keywords].map(([key, given]) => [text(key), given.value] as const),
    );
    keywords.clear();
    return dict;
  }
  const named = name !== undefined && parameter.kind !== 'positionalOnly' ? keywords.get(name) : undefined;
  if (named && name !== undefined) {
    keywords.delete(name);
    return named.value;
  }
  const positional = parameter.kind === 'keywordOnly' ? undefined : rest.shift();
  if (positional && !(positional.value.kind === 'none' && parameter.default && run.frame.document.language !== 'python'))
    return positional.value;
  const fallback = name === undefined ? undefined : fn.defaults.get(name);
  if (fallback) return fallback;
  if (parameter.default) return evaluate(run, parameter.default);
  if (run.frame.document.language !== 'python' && !args.open) return none;
  return unknown(run, 'parameter', name, `param:${functionName(fn)}.${name ?? fn.definition.params.indexOf(parameter)}`);
}

export const functionName = (fn: UserFunction): string => {
  if (fn.name !== undefined) return fn.name;
  const { definition } = fn;
  return definition.kind === 'function' ? definition.name : (definition.name ?? `lambda@${definition.start}`);
};

/** Runs the body in the frame that was entered; every way out contributes its value and its state. */
function runBody(run: Run, body: readonly Statement[]): Value {
  const { frame } = run;
  const entry = run.heap;
  const path = run.path;
  hoist(run, body);
  const goesOn = executeBlock(run, body);
  const ends: { value: Value; heap: Run['heap']; when: Run['path'] }[] = [];
  for (const exit of frame.exits) {
    if (exit.kind === 'return') ends.push({ value: exit.value ?? none, heap: exit.heap, when: since(path, exit.path) });
  }
  if (goesOn) ends.push({ value: none, heap: run.heap, when: since(path, run.path) });
  run.path = path;
  const [only] = ends;
  if (!only && frame.yields && !frame.yieldsOpen && frame.exits.length === 0 && frame.yields.length >= leastYields) {
    run.heap = entry;
    return newIterator(run, frame.yields, true);
  }
  if (!only && frame.yields && frame.exits.length === 0) {
    run.heap = entry;
    return newOpenList(run, frame.yields.length > 0 ? elementOf(run, { items: frame.yields }) : undefined);
  }
  if (!only) {
    const [raise, ...others] = frame.exits;
    const isCertain = raise?.kind === 'raise' && raise.value && others.length === 0 && raise.path.length === path.length;
    if (run.watching > 0 && isCertain && raise.value && frame.caller) {
      commitHeap(entry, raise.heap);
      run.raised = { value: raise.value, path, frame: frame.caller };
    }
    run.heap = entry;
    return unknown(run, 'error', 'raise');
  }
  const locals = deadCells(run);
  if (ends.length > 1 || only.heap !== entry) joinBranches(run, entry, ends, entry, locals);
  run.heap = entry;
  for (const cell of locals ?? []) entry.writes.delete(cell);
  if (frame.yields) return generatorOf(run, frame);
  return joinValues(run, ends);
}

/** A generator is run at once, up to so many values: one without an end is left there. */
export const maxYields = 256;

/** Turns after which an endless loop is left that knows no more of what it yields. */
export const leastYields = 16;

/** Values that a test or a loop of unknown length yields may be missing, or come again. */
const generatorOf = (run: Run, { yields = [], yieldsOpen }: Frame): Value =>
  yieldsOpen ? newOpenList(run, yields.length > 0 ? elementOf(run, { items: yields }) : undefined) : newIterator(run, yields);

/** The variables of a call that nothing closed over: nobody can read them any more. */
function deadCells(run: Run): ReadonlySet<number> | undefined {
  const { scope } = run.frame;
  return run.scopes.has(scope.id) || run.session.scopes.has(scope.id) ? undefined : new Set(scope.cells.values());
}

/** The conditions that were added to a path. */
export function since(before: Run['path'], after: Run['path']): Run['path'] {
  return after.length >= before.length && before.every((condition, i) => after[i] === condition)
    ? after.slice(before.length)
    : after;
}
