/** `try` and `with`: exceptions that certainly come go to their handler; else the handlers may run from any point of the body. */
import type { ExceptHandler, Expression, Try, With } from '@softlens/syntax';
import { isInstance } from '../../builtins/python/types.ts';
import { none } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { callMethod } from '../calls/calls.ts';
import { readAttribute } from '../expressions/attributes.ts';
import { evaluate } from '../expressions/expressions.ts';
import { enterMode, keepingMode } from '../gradients/modes.ts';
import { stateOf } from '../objects/objects.ts';
import { afterUnseen } from '../random/effects.ts';
import { type Exit, freshSymbol, type Run, unknown } from '../run/run.ts';
import { commitHeap, forkHeap } from '../state/heap.ts';
import { assignPattern } from './assignment.ts';
import { truth } from './conditions.ts';
import { executeBlock, joinSides, runSide, type Side } from './statements.ts';

export function tryStatement(run: Run, statement: Try): boolean {
  const from = run.frame.exits.length;
  const goesOn = withHandlers(run, statement);
  return finish(run, from, goesOn, () => executeBlock(run, statement.finalizer), statement.finalizer.length > 0);
}

function withHandlers(run: Run, statement: Try): boolean {
  const unknownsBefore = run.unknowns;
  const exitsBefore = run.frame.exits.length;
  const body = runSide(
    run,
    [],
    () => watched(run, () => executeBlock(run, statement.body)) && executeBlock(run, statement.otherwise),
  );
  const exception = certainRaise(run, exitsBefore, body);
  if (exception) {
    const caught = statement.handlers.length === 0 ? 'none' : handlerOf(run, statement.handlers, exception);
    if (caught === 'none') return body !== undefined && joinSides(run, [body]) && false;
    if (caught !== 'unknown') {
      run.frame.exits.splice(exitsBefore);
      commitHeap(run.heap, exception.heap);
      return handle(run, caught, exception.value);
    }
  }
  if (statement.handlers.length === 0) return joinSides(run, [body]);
  const raised = takeRaises(run, exitsBefore);
  if (run.unknowns === unknownsBefore && !raised && body) return joinSides(run, [body]);
  return anyHandler(run, statement, body);
}

/** The body may have come to its end, or any of the handlers may have run. */
function anyHandler(run: Run, statement: Try, body: Side | undefined): boolean {
  const subject = freshSymbol(run, 'raises');
  const sides: (Side | undefined)[] = [];
  if (body)
    sides.push({
      ...body,
      path: body.path.length === run.path.length ? [...body.path, { subject, test: 'truthy', holds: false }] : body.path,
    });
  for (const [i, handler] of statement.handlers.entries()) {
    const when = [
      { subject: `${subject}.${i}`, test: 'truthy', holds: true },
      { subject, test: 'truthy', holds: true },
    ] as const;
    sides.push(
      runSide(run, when, () => {
        // Nobody knows how far the body came.
        afterUnseen(run);
        return handle(run, handler, unknown(run, 'error', 'exception'));
      }),
    );
  }
  return joinSides(run, sides);
}

function handle(run: Run, handler: ExceptHandler, exception: Value): boolean {
  if (handler.type) evaluate(run, handler.type);
  if (handler.target) assignPattern(run, handler.target, exception, undefined, 'let');
  const { handling } = run;
  run.handling = exception;
  const goesOn = executeBlock(run, handler.body);
  run.handling = handling;
  return goesOn;
}

/** Runs what stands in a `try` or `with`: there, an expression that certainly fails ends the block. */
function watched(run: Run, body: () => boolean): boolean {
  run.watching++;
  try {
    return body();
  } finally {
    run.watching--;
    run.raised = undefined;
  }
}

/** The one way out of the body, when it is an exception under no further condition. */
function certainRaise(run: Run, from: number, body: Side | undefined): (Exit & { readonly value: Value }) | undefined {
  const [only, ...more] = run.frame.exits.slice(from);
  if (!body || body.goesOn || more.length > 0 || only?.kind !== 'raise' || only.value === undefined) return undefined;
  if (only.value.kind === 'unknown' || only.path.length !== run.path.length) return undefined;
  return { ...only, value: only.value };
}

/** The first handler whose class the exception has. */
function handlerOf(run: Run, handlers: readonly ExceptHandler[], exception: Exit): ExceptHandler | 'none' | 'unknown' {
  for (const handler of handlers) {
    if (!handler.type || !exception.value) return handler;
    // The exception lives in the state that the body left.
    const { heap } = run;
    run.heap = forkHeap(exception.heap);
    const test = isInstance(run, exception.value, evaluate(run, handler.type));
    run.heap = heap;
    if (test.kind !== 'bool') return 'unknown';
    if (test.value) return handler;
  }
  return 'none';
}

/** Exceptions of the body end in its handlers. */
function takeRaises(run: Run, from: number): boolean {
  const { exits } = run.frame;
  const kept = exits.slice(from).filter((exit) => exit.kind !== 'raise');
  const raised = kept.length < exits.length - from;
  exits.splice(from, exits.length - from, ...kept);
  return raised;
}

/** What is done on every way out: at the end of the block, and before what left it goes on its way. */
function finish(run: Run, from: number, goesOn: boolean, last: () => boolean, isNeeded: boolean): boolean {
  if (!isNeeded) return goesOn;
  const { heap, path, frame } = run;
  const pending = frame.exits.splice(from);
  const left: Exit[] = [];
  for (const exit of pending) {
    run.heap = forkHeap(exit.heap);
    run.path = exit.path;
    if (last()) left.push({ ...exit, heap: run.heap });
    left.push(...frame.exits.splice(from));
  }
  run.heap = heap;
  run.path = path;
  frame.exits.push(...left);
  return goesOn && last();
}

export function withStatement(run: Run, statement: With): boolean {
  const suppressing = suppressed(run, statement);
  if (suppressing) return withHandlers(run, suppressing);
  return keepingMode(run, () => withManagers(run, statement));
}

/** `with suppress(KeyError):` is a `try` whose handler does nothing: https://docs.python.org/3/library/contextlib.html#contextlib.suppress */
function suppressed(run: Run, { items: [only, ...more], body, start, end }: With): Try | undefined {
  const call = only?.context;
  if (!only || only.target || more.length > 0 || call?.kind !== 'call') return undefined;
  const callee = evaluate(run, call.callee);
  if (callee.kind !== 'libraryName' || callee.name !== 'contextlib.suppress') return undefined;
  const type: Expression = {
    kind: 'sequence',
    type: 'tuple',
    elements: call.args.map(({ value }) => value),
    start: call.argsRange.start,
    end: call.argsRange.end,
  };
  return { kind: 'try', body, handlers: [{ type, body: [], start, end }], otherwise: [], finalizer: [], start, end };
}

/** Whether what a manager does is not in view: it may seed, and put back what it found. */
function mayDraw(run: Run, manager: Value): boolean {
  const kind = manager.kind === 'reference' ? stateOf(run, manager)?.kind : undefined;
  return kind !== 'instance' && kind !== 'libraryObject';
}

function withManagers(run: Run, statement: With): boolean {
  const managers: Value[] = [];
  for (const { context, target } of statement.items) {
    const manager = evaluate(run, context);
    enterMode(run, manager);
    if (mayDraw(run, manager)) afterUnseen(run);
    const entered = callMethod(run, manager, '__enter__', [], context) ?? yielded(run, manager) ?? manager;
    if (target) assignPattern(run, target, entered, context);
    managers.unshift(manager);
  }
  const exits = managers.filter((manager) => hasExit(run, manager));
  const unseen = managers.some((manager) => mayDraw(run, manager));
  if (exits.length === 0) {
    const goesOn = executeBlock(run, statement.body);
    if (unseen) afterUnseen(run);
    return goesOn;
  }
  const from = run.frame.exits.length;
  const body = runSide(run, [], () => watched(run, () => executeBlock(run, statement.body)));
  const exception = certainRaise(run, from, body);
  if (!exception) {
    const leave = (): boolean => {
      for (const manager of exits) callMethod(run, manager, '__exit__', [none, none, none], statement);
      return true;
    };
    return finish(run, from, joinSides(run, [body]), leave, true);
  }
  run.frame.exits.splice(from);
  commitHeap(run.heap, exception.heap);
  let current: Value = exception.value;
  for (const manager of exits) {
    const type = current.kind === 'none' ? none : readAttribute(run, current, '__class__', statement);
    const result = callMethod(run, manager, '__exit__', [type, current, none], statement) ?? none;
    if (truth(run, result).known !== false) current = none;
  }
  if (current.kind === 'none') return true;
  run.frame.exits.push({ kind: 'raise', value: current, heap: run.heap, path: run.path });
  return false;
}

const hasExit = (run: Run, manager: Value): boolean => {
  const state = manager.kind === 'reference' ? stateOf(run, manager) : undefined;
  return state?.kind === 'instance' && readAttribute(run, manager, '__exit__', { start: 0, end: 0 }).kind === 'method';
};

/** What a function under `contextlib.contextmanager` yields. */
function yielded(run: Run, manager: Value): Value | undefined {
  const state = manager.kind === 'reference' ? stateOf(run, manager) : undefined;
  return state?.kind === 'list' && state.type === 'iterator' ? (state.items?.[0] ?? none) : undefined;
}
