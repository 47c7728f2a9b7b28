/** Statements. Each answers whether control goes on behind it; other ways out are kept in the frame's exits. */
import type { If, Raise, Statement } from '@softlens/syntax';
import { exportStatement, importStatement } from '../../resolve/import.ts';
import type { Conditions } from '../../values/condition.ts';
import { none } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { callWith } from '../calls/calls.ts';
import { decorate } from '../calls/decorators.ts';
import { functionValue, maxYields, since } from '../calls/functions.ts';
import { annotationsBetween } from '../expressions/annotations.ts';
import { evaluate } from '../expressions/expressions.ts';
import { writeName } from '../expressions/names.ts';
import { defineClass } from '../objects/classes.ts';
import { afterUnseen } from '../random/effects.ts';
import { type Exit, isPython, note, overBudget, pressed, type Run, step } from '../run/run.ts';
import { createScope, functionScope, moduleScope } from '../run/scope.ts';
import { joinBranches } from '../state/alternatives.ts';
import { commitHeap, forkHeap, type Heap } from '../state/heap.ts';
import { assignPattern, augmentedAssign, deleteTarget } from './assignment.ts';
import { conjunction, type Test, truth } from './conditions.ts';
import { isException, newException } from './exceptions.ts';
import { leaveOut, leaveOutRest } from './left-out.ts';
import { isLeftOut } from './long-chains.ts';
import { countedLoop, forLoop, whileLoop } from './loops.ts';
import { matchStatement } from './matching.ts';
import { noteAssertedRank, noteUnpackedShape } from './ranks.ts';
import { tryStatement, withStatement } from './try.ts';

export function executeBlock(run: Run, statements: readonly Statement[]): boolean {
  for (const statement of statements) {
    if (!guarded(run, statement)) return false;
  }
  return true;
}

/** The one place where a fault of the interpreter itself is caught: it is logged, and the next statement goes on. */
function guarded(run: Run, statement: Statement): boolean {
  return run.frame.topLevel && !run.frame.function ? topLevelStatement(run, statement) : protectedStatement(run, statement);
}

/** One statement at the top level cannot use up the steps of those behind it: definitions are there in any case. */
function topLevelStatement(run: Run, statement: Statement): boolean {
  const { limit } = run;
  run.limit = run.steps + allowance(run, statement);
  const goesOn = protectedStatement(run, statement);
  const over = run.steps > run.limit;
  if (over) pressed(run);
  run.limit = limit;
  return goesOn || over;
}

/**
 * The steps that a statement of the top level may take. Where parts of the program are kept from edit to edit, what is left is told
 * in powers of two: then a step more or less before it seldom changes what a statement may do.
 */
export function allowance(run: Run, statement: Statement): number {
  const left = run.limit - run.steps;
  const share = run.heap.depth === 0 ? run.limit / 4 : run.budget.statementSteps;
  const isRounded = run.main !== undefined && left > 0 && left < share;
  const most = isRounded ? 2 ** Math.floor(Math.log2(left)) : Math.min(left, share);
  return Math.max(most, leastSteps(run, statement));
}

/** A very long program is not run to its end, though its definitions are read. */
function leastSteps(run: Run, { kind }: Statement): number {
  const isDefinition = kind === 'function' || kind === 'class' || kind === 'import' || kind === 'export';
  return isDefinition || run.steps < run.budget.totalSteps ? 300 : 0;
}

function protectedStatement(run: Run, statement: Statement): boolean {
  const { heap, path, frame, nesting, muted, lenient } = run;
  const { scope } = frame;
  // What was done before stays done, and the branches still join.
  if (!step(run)) {
    const lost = overBudget(run, 'steps');
    leaveOut(run, statement);
    return statement.kind === 'return' ? leave(run, 'return', lost) : true;
  }
  if (nesting >= run.budget.nesting) {
    overBudget(run, 'nesting');
    return true;
  }
  run.nesting++;
  try {
    const goesOn = execute(run, statement) && !isRaised(run);
    run.nesting = nesting;
    if (run.steps > run.limit) leaveOutRest(run, statement);
    annotationsBetween(run, statement);
    return goesOn;
  } catch (error) {
    if (run.rethrow && !(error instanceof RangeError)) throw error;
    note(run, faultText(`${frame.document.path}:${statement.start}`, error));
    Object.assign(run, { heap, path, frame, nesting, muted, lenient });
    frame.scope = scope;
    return true;
  }
}

/** Nesting that is too deep for the stack is a limit like others. */
export function faultText(where: string, error: unknown): string {
  const what = error instanceof Error ? error.message : 'unknown';
  return /call stack/.test(what) ? `budget: stack at ${where}` : `fault: ${where}: ${what}`;
}

/** In a `try`, an expression that certainly fails ends the block. */
function isRaised(run: Run): boolean {
  const { raised } = run;
  run.raised = undefined;
  if (!raised || raised.path !== run.path || raised.frame !== run.frame) return false;
  return !leave(run, 'raise', raised.value);
}

/** JavaScript's function declarations are there before the first statement runs. */
export function hoist(run: Run, statements: readonly Statement[]): void {
  if (isPython(run)) return;
  for (const statement of statements) {
    const declaration = statement.kind === 'export' && statement.declaration ? statement.declaration : statement;
    if (declaration.kind === 'function') writeName(run, declaration.name, functionValue(run, declaration), 'let');
  }
}

function execute(run: Run, statement: Statement): boolean {
  switch (statement.kind) {
    case 'expression':
      evaluate(run, statement.value);
      return !endsProgram(statement) && !isFull(run);
    case 'assign':
      return assign(run, statement);
    case 'augmentedAssign':
      augmentedAssign(run, statement);
      return true;
    case 'return': {
      const value = statement.value ? evaluate(run, statement.value) : none;
      return !(run.raised && isRaised(run)) && leave(run, 'return', value);
    }
    case 'break':
    case 'continue':
      return leave(run, statement.kind, undefined);
    case 'if':
      return ifStatement(run, statement);
    case 'for':
      return forLoop(run, statement);
    case 'cFor':
      return countedLoop(run, statement);
    case 'while':
      return whileLoop(run, statement);
    case 'with':
      return withStatement(run, statement);
    case 'try':
      return tryStatement(run, statement);
    case 'match':
      return matchStatement(run, statement);
    case 'function':
      writeName(run, statement.name, decorate(run, functionValue(run, statement), statement.decorators), 'let');
      return true;
    case 'class':
      writeName(run, statement.name, decorate(run, defineClass(run, statement), statement.decorators), 'let');
      return true;
    case 'import':
      importStatement(run, statement);
      return true;
    case 'export':
      return exportStatement(run, statement, (inner) => execute(run, inner));
    case 'delete':
      for (const target of statement.targets) deleteTarget(run, target);
      return true;
    case 'assert':
      return assertStatement(run, statement);
    case 'raise':
      return raiseStatement(run, statement);
    case 'scope':
      declareNames(run, statement.type, statement.names);
      return true;
    case 'block':
      return inBlock(run, () => executeBlock(run, statement.body));
    case 'opaqueStatement':
      afterUnseen(run);
      return opaque(run, statement.children);
    case 'pass':
      return true;
  }
}

function assign(run: Run, statement: Extract<Statement, { kind: 'assign' }>): boolean {
  if (!statement.value) {
    for (const target of statement.targets)
      if (target.kind === 'name' && statement.declaration) writeName(run, target.name, none, statement.declaration);
    return true;
  }
  const value = evaluate(run, statement.value);
  if (run.raised && isRaised(run)) return false;
  for (const target of statement.targets) assignPattern(run, target, value, statement.value, statement.declaration);
  noteUnpackedShape(run, statement);
  return true;
}

/** A generator that has yielded enough values stops there. */
const isFull = ({ frame }: Run): boolean => frame.yields !== undefined && frame.yields.length >= maxYields;

/** `sys.exit()` and the like end the program. */
function endsProgram(statement: Extract<Statement, { kind: 'expression' }>): boolean {
  const { value } = statement;
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind === 'name') return callee.name === 'exit' || callee.name === 'quit';
  return callee.kind === 'attribute' && callee.object.kind === 'name' && callee.object.name === 'sys' && callee.name === 'exit';
}

function leave(run: Run, kind: Exit['kind'], value: Value | undefined): false {
  run.frame.exits.push({ kind, value, heap: run.heap, path: run.path });
  return false;
}

/** A class that is raised is called without arguments; a bare `raise` raises again what is being handled. */
function raiseStatement(run: Run, statement: Raise): false {
  if (!statement.value) return leave(run, 'raise', run.handling);
  const value = evaluate(run, statement.value);
  if (isPython(run) && value.kind === 'class') return leave(run, 'raise', callWith(run, value, [], statement.value));
  return leave(run, 'raise', isException(run, value) ? value : undefined);
}

function ifStatement(run: Run, statement: If): boolean {
  const test = truth(run, evaluate(run, statement.test));
  const then = (): boolean => inBlock(run, () => executeBlock(run, statement.then));
  const otherwise = (): boolean => inBlock(run, () => executeBlock(run, statement.otherwise));
  if (test.known === undefined && isLeftOut(run, statement)) return joinSides(run, [runSide(run, test.whenFalse, otherwise)]);
  return branch(run, test, then, otherwise);
}

/** Runs the side that the test chooses, or both, each on a fork and under its conditions, and joins what goes on. */
export function branch(run: Run, test: Test, then: () => boolean, otherwise: () => boolean): boolean {
  if (test.known !== undefined) return test.known ? then() : otherwise();
  const sides = [runSide(run, test.whenTrue, then), runSide(run, test.whenFalse, otherwise)];
  return joinSides(run, sides);
}

export interface Side {
  readonly heap: Heap;
  readonly path: Conditions;
  readonly goesOn: boolean;
  readonly exits: number;
}

/** Runs `body` on a fork of the heap; the run's own heap and path are as before afterwards. */
export function runSide(run: Run, when: Conditions, body: () => boolean): Side | undefined {
  const { heap: base, path: before } = run;
  const path = conjunction(before, when);
  if (!path) return undefined;
  const exits = run.frame.exits.length;
  run.heap = forkHeap(base);
  run.path = path;
  const goesOn = body();
  const side = { heap: run.heap, path: run.path, goesOn, exits: run.frame.exits.length - exits };
  run.heap = base;
  run.path = before;
  return side;
}

export function joinSides(run: Run, all: readonly (Side | undefined)[]): boolean {
  const sides = all.filter((side) => side !== undefined);
  const { heap: base, path } = run;
  const open = sides.filter((side) => side.goesOn);
  const pending = sides.some((side) => side.exits > 0);
  const [only] = open;
  if (!only) return false;
  if (open.length === 1) {
    run.path = only.path;
    if (pending) run.heap = only.heap;
    else commitHeap(base, only.heap);
    return true;
  }
  const branches = open.map((side) => ({ heap: side.heap, when: since(path, side.path) }));
  joinBranches(run, base, branches, pending ? forkHeap(base) : base);
  return true;
}

/** Blocks are scopes in JavaScript only. */
export function inBlock<T>(run: Run, body: () => T): T {
  if (isPython(run)) return body();
  const { frame } = run;
  const outer = frame.scope;
  frame.scope = createScope(run, 'block', frame.document, outer);
  try {
    return body();
  } finally {
    frame.scope = outer;
  }
}

/** What is asserted holds from here on. */
function assertStatement(run: Run, statement: Extract<Statement, { kind: 'assert' }>): boolean {
  const test = truth(run, evaluate(run, statement.test));
  if (test.known === undefined) run.path = conjunction(run.path, test.whenTrue) ?? run.path;
  const message = statement.message && evaluate(run, statement.message);
  if (test.known !== false) {
    noteAssertedRank(run, statement.test);
    return true;
  }
  return leave(run, 'raise', newException(run, 'AssertionError', message ? [message] : []));
}

function declareNames(run: Run, type: 'global' | 'nonlocal', names: readonly string[]): void {
  const { scope } = run.frame;
  const own = functionScope(scope);
  if (own === run.main?.scope) run.opaque = true;
  own.declared ??= new Map();
  for (const name of names) {
    if (type === 'global') own.declared.set(name, moduleScope(own));
    else {
      for (let outer = own.parent; outer; outer = outer.parent) {
        if (outer.kind !== 'class' && outer.cells.has(name)) {
          own.declared.set(name, outer);
          break;
        }
      }
    }
  }
}

/** What is not modelled may still hold expressions; its statements are run as if they might not be. */
function opaque(run: Run, children: Extract<Statement, { kind: 'opaqueStatement' }>['children']): boolean {
  for (const child of children) {
    if (isStatement(child)) executeBlock(run, [child]);
    else evaluate(run, child);
  }
  return true;
}

const statementKinds: ReadonlySet<string> = new Set([
  'expression',
  'assign',
  'augmentedAssign',
  'return',
  'if',
  'for',
  'cFor',
  'while',
  'with',
  'try',
  'match',
  'function',
  'class',
  'import',
  'export',
  'delete',
  'assert',
  'raise',
  'scope',
  'block',
  'pass',
  'break',
  'continue',
  'opaqueStatement',
]);
type Child = Extract<Statement, { kind: 'opaqueStatement' }>['children'][number];
const isStatement = (child: Child): child is Statement => statementKinds.has(child.kind);
