/** A call as it is written: the forms that need more than the value of what is called. */
import type { Call, Expression } from '@softlens/syntax';
import { none, text } from '../values/make.ts';
import type { Value } from '../values/value.ts';
import { evaluateArguments } from './arguments.ts';
import { assignPattern } from './assignment.ts';
import { readAttribute } from './attributes.ts';
import { callValue } from './calls.ts';
import { superValue } from './classes.ts';
import { evaluate } from './expressions.ts';
import { record } from './facts.ts';
import { readBound } from './names.ts';
import { newDict } from './objects.ts';
import { isPython, type Run } from './run/run.ts';

export function evaluateCall(run: Run, call: Call): Value {
  const special = specialCall(run, call);
  if (special) return special;
  const { callee } = call;
  if (callee.kind !== 'attribute') return initialised(run, call, evaluate(run, callee));
  const object = evaluate(run, callee.object);
  if (callee.optional && object.kind === 'none') return none;
  const method = readAttribute(run, object, callee.name, callee);
  record(run, callee, 'expression', method);
  if (method.kind === 'libraryFunction') return initialised(run, call, method);
  const result = callValue(run, method, evaluateArguments(run, call));
  if (isInPlace(run, callee.name, object, method)) rebind(run, callee.object, result);
  return result;
}

/** PyTorch's `x.exp_()`: arrays are values here, so the name that holds the tensor gets the new one. */
function isInPlace(run: Run, name: string, object: Value, method: Value): boolean {
  if (!isPython(run) || !name.endsWith('_') || name.startsWith('_') || object.kind !== 'array') return false;
  return object.library === 'torch' && method.kind === 'method' && name !== 'requires_grad_';
}

/** `nn.init.constant_(layer.weight, 0.5)` writes to what it is given. */
function initialised(run: Run, call: Call, callee: Value): Value {
  const result = callValue(run, callee, evaluateArguments(run, call));
  const [first] = call.args;
  if (callee.kind === 'libraryFunction' && callee.row.inPlace && first?.kind === 'positional') rebind(run, first.value, result);
  return result;
}

function rebind(run: Run, target: Expression, value: Value): void {
  if (target.kind === 'name' || target.kind === 'attribute' || target.kind === 'index') assignPattern(run, target, value, target);
}

function specialCall(run: Run, call: Call): Value | undefined {
  if (call.callee.kind !== 'name') return undefined;
  const { name } = call.callee;
  if (name === 'super') return superCall(run, call);
  if (name === 'locals' && call.args.length === 0 && isPython(run)) return localsDict(run);
  if (name === 'require' && !isPython(run)) return undefined;
  return undefined;
}

/** `super()`, `super(Net, self)`; JavaScript's `super(…)` calls the base's constructor. */
function superCall(run: Run, call: Call): Value {
  if (isPython(run)) {
    for (const argument of call.args) evaluate(run, argument.value);
    return superValue(run);
  }
  const args = evaluateArguments(run, call);
  return callValue(run, readAttribute(run, superValue(run), 'constructor', call.callee), args);
}

/** `self.__dict__.update(locals())` and the like. */
function localsDict(run: Run): Value {
  const { scope } = run.frame;
  return newDict(
    run,
    [...scope.cells.keys()].flatMap((name) => {
      const value = readBound(run, scope, name);
      return value ? [[text(name), value] as const] : [];
    }),
  );
}
