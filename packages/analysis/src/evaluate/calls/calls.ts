/** Calling a value, whatever it is. */
import type { Range } from '@softlens/syntax';
import { callBuiltin } from '../../builtins/registry.ts';
import { callDType } from '../../operations/index.ts';
import type { DTypeValue, LibraryObject, Reference, Value } from '../../values/value.ts';
import { loseSettings } from '../gradients/optimizers.ts';
import { classAttribute, constructClass } from '../objects/classes.ts';
import { stateOf } from '../objects/objects.ts';
import { callInstance, callLibraryObject } from '../protocols/index.ts';
import { stepOptimizer } from '../protocols/weights.ts';
import { drawnByUnread } from '../random/effects.ts';
import { assume, inherit, isAssumed } from '../run/facts.ts';
import { freshSymbol, overBudget, type Run, step, unknown } from '../run/run.ts';
import { distribute, forEachCase } from '../state/alternatives.ts';
import { plain } from '../state/freeze.ts';
import { identityOf } from '../statements/conditions.ts';
import { type Arguments, argumentsOf, type Given, withFirst } from './arguments.ts';
import { libraryContext } from './context.ts';
import { callFunction } from './functions.ts';
import { callFunctionRow, callMethodRow, constructRow } from './library-calls.ts';

export function callValue(run: Run, callee: Value, args: Arguments): Value {
  return forEachCase(run, callee, (one) => callOne(run, one, args));
}

/** Calls a value with arguments that the program did not write. */
export const callWith = (run: Run, callee: Value, values: readonly Value[], node: Range): Value =>
  callValue(run, callee, argumentsOf(values, node));

function callOne(run: Run, callee: Value, args: Arguments): Value {
  switch (callee.kind) {
    case 'function':
      return callFunction(run, callee, args);
    case 'class':
      return constructClass(run, callee, args);
    case 'method':
      return callMethodValue(run, callee.self, callee.function, args);
    case 'partial':
      return callValue(run, callee.function, withPartial(callee, args));
    case 'libraryFunction':
      return callFunctionRow(run, callee, args);
    case 'libraryClass':
      return constructRow(run, callee, args);
    case 'builtin': {
      const result = callBuiltin(run, callee.name, undefined, args);
      return isAssumed(run, callee) ? assume(run, result) : result;
    }
    case 'dtype':
      return callDTypeValue(run, callee, args);
    case 'reference': {
      const state = stateOf(run, callee);
      if (state?.kind === 'instance') return callInstance(run, callee, state, args);
      if (state?.kind === 'libraryObject') return callLayer(run, callee, state, args);
      return unreadCall(run, callee, args);
    }
    default:
      return unreadCall(run, callee, args);
  }
}

/** A model may be made of models, the same one many times over: depth and steps are counted. */
function callLayer(run: Run, callee: Reference, state: LibraryObject, args: Arguments): Value {
  if (run.nesting >= run.budget.nesting) return overBudget(run, 'nesting');
  if (!step(run)) return overBudget(run, 'steps');
  run.nesting++;
  const result = callLibraryObject(run, callee, state, args);
  run.nesting--;
  return result;
}

/** `np.float32(0.1)`. */
function callDTypeValue(run: Run, callee: DTypeValue, args: Arguments): Value {
  const context = libraryContext(run, callee.library, args.node);
  const inputs = args.positional.slice(0, 1).map(({ value }) => value);
  return distribute(run, inputs, ([x]) => {
    const result = callDType(callee, x && plain(run, x), context);
    return x ? inherit(run, result, [x]) : result;
  });
}

function callMethodValue(run: Run, self: Value, fn: Value, args: Arguments): Value {
  if (fn.kind === 'builtin') return callBuiltin(run, fn.name, self, args);
  if (fn.kind === 'libraryFunction') return callMethodRow(run, self, fn, args);
  if (fn.kind === 'function') return callFunction(run, fn, withFirst(args, self), self);
  return callValue(run, fn, withFirst(args, self));
}

function withPartial(partial: Extract<Value, { kind: 'partial' }>, args: Arguments): Arguments {
  const keywords = new Map<string, Given>([...partial.keywords].map(([name, value]) => [name, { value }]));
  for (const [name, given] of args.keywords) keywords.set(name, given);
  return { ...args, positional: [...partial.positional.map((value) => ({ value })), ...args.positional], keywords };
}

/** A function that is neither in view nor in the tables: each call is a value of its own, whose parts can be told apart. */
function unreadCall(run: Run, callee: Value, args: Arguments): Value {
  for (const { value } of [...args.positional, ...args.keywords.values()])
    if (value.kind === 'reference') loseSettings(run, value);
  const drawn = drawnByUnread(run, callee, args);
  if (drawn) return drawn;
  const name =
    callee.kind === 'libraryName' ? callee.name : callee.kind === 'unknown' ? (callee.symbol ?? callee.reason.name) : undefined;
  if (name !== undefined && isTraining.test(name)) stepOptimizer(run, undefined);
  return unknown(
    run,
    callee.kind === 'unknown' && callee.reason.key === 'budget' ? 'budget' : 'unread-call',
    (name && shortName(name)) || undefined,
    symbolOfCall(run, callee, args),
  );
}

/** `trainer.fit(model)`, `train(net, …)` of something that is not in view: the weights of any model may be others afterwards. */
const isTraining = /(?:^|[._:])_?(?:fit|train|finetune|fine_tune|learn|optimi[sz]e)(?:_\w+)?$/;

/** Symbols name what made a value (`call@12#3.fit`): of that only the name is for readers. */
const shortName = (name: string): string =>
  (/^(?:\w+@|object\d)/.test(name) ? name.slice(name.lastIndexOf('.') + 1).replace(/^\w+[@\d#].*$/, '') : name)
    .slice(0, 60)
    .replace(/^(name|param):/, '');

/** A getter of constants (`config.get('loss')`) gives the same each time; other calls do not. */
function symbolOfCall(run: Run, callee: Value, args: Arguments): string {
  const subject = callee.kind === 'unknown' ? callee.symbol : undefined;
  if (subject?.endsWith('.get')) {
    const keys = args.positional.map(({ value }) => identityOf(value));
    if (!keys.includes(undefined)) return `${subject}(${keys.join()})`;
  }
  return freshSymbol(run, `call@${args.node.start}`);
}

/** Calls a method of the program's own classes by name, when the object has it. */
export function callMethod(run: Run, self: Value, name: string, values: readonly Value[], node: Range): Value | undefined {
  if (self.kind !== 'reference') return undefined;
  const state = stateOf(run, self);
  if (state?.kind !== 'instance') return undefined;
  const found = classAttribute(run, state.class, name);
  return found?.value.kind === 'function'
    ? callFunction(run, found.value, argumentsOf([self, ...values], node), self, found.owner)
    : undefined;
}
