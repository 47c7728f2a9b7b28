/** A call as it is written: the forms that need more than the value of what is called. */
import type { Call } from '@softlens/syntax';
import { requireValue } from '../../resolve/commonjs.ts';
import { none, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { readAttribute } from '../expressions/attributes.ts';
import { evaluate } from '../expressions/expressions.ts';
import { readBound } from '../expressions/names.ts';
import { superValue } from '../objects/classes.ts';
import { newDict } from '../objects/objects.ts';
import { record } from '../run/facts.ts';
import { isPython, type Run } from '../run/run.ts';
import { change } from '../state/aliases.ts';
import { bindChanged } from '../statements/assignment.ts';
import { evaluateArguments } from './arguments.ts';
import { callValue } from './calls.ts';
import { callOfTensor } from './tensor-calls.ts';

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
  const args = evaluateArguments(run, call);
  const result =
    (object.kind === 'unknown' && method.kind === 'unknown' && callOfTensor(run, object, callee.name, args)) ||
    callValue(run, method, args);
  if (object.kind === 'array' && method.kind === 'unknown' && isInPlaceName(run, callee.name, object)) {
    const { data: _data, form: _form, space: _space, ...rest } = object;
    bindChanged(run, callee.object, changed(run, object, { ...rest, reason: { key: 'unread-call', name: callee.name } }));
  }
  if (isInPlace(run, callee.name, object, method)) bindChanged(run, callee.object, changed(run, object, result));
  return result;
}

/** PyTorch's `x.exp_()`: arrays are values here, so the name that holds the tensor gets the new one. */
const isInPlace = (run: Run, name: string, object: Value, method: Value): boolean =>
  method.kind === 'method' && isInPlaceName(run, name, object);

function isInPlaceName(run: Run, name: string, object: Value): boolean {
  if (!isPython(run) || !name.endsWith('_') || name.startsWith('_') || object.kind !== 'array') return false;
  return object.library === 'torch' && name !== 'requires_grad_';
}

/** `nn.init.constant_(layer.weight, 0.5)` writes to what it is given. */
function initialised(run: Run, call: Call, callee: Value): Value {
  const args = evaluateArguments(run, call);
  const result = callValue(run, callee, args);
  const [first] = call.args;
  const given = args.positional[0]?.value;
  if (given && callee.kind === 'libraryFunction' && callee.row.inPlace && first?.kind === 'positional')
    bindChanged(run, first.value, changed(run, given, result));
  return result;
}

const changed = (run: Run, before: Value, after: Value): Value => (before.kind === 'array' ? change(run, before, after) : after);

function specialCall(run: Run, call: Call): Value | undefined {
  if (call.callee.kind !== 'name') return undefined;
  const { name } = call.callee;
  if (name === 'super') return superCall(run, call);
  if (name === 'locals' && call.args.length === 0 && isPython(run)) return localsDict(run);
  if (name === 'require' && !isPython(run) && readBound(run, run.frame.scope, name) === undefined) return requireValue(run, call);
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
