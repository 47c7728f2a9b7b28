/** A call as it is written: the forms that need more than the value of what is called. */

import type { Call } from '@softlens/syntax';
import { castArray } from '../../operations/arrays/nested.ts';
import { lastOrder } from '../../operations/gradients/record.ts';
import { requireValue } from '../../resolve/commonjs.ts';
import { none, text } from '../../values/make.ts';
import type { ArrayValue, Reference, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import { readAttribute } from '../expressions/attributes.ts';
import { evaluate } from '../expressions/expressions.ts';
import { qualifiedValue, readBound } from '../expressions/names.ts';
import { changeTracked } from '../gradients/leaves.ts';
import { withoutGradients } from '../gradients/modes.ts';
import { superValue } from '../objects/classes.ts';
import { forgetContents, newDict, stateOf } from '../objects/objects.ts';
import { shuffledBy } from '../random/effects.ts';
import { record } from '../run/facts.ts';
import { hasRaised, isPython, type Run, unknown } from '../run/run.ts';
import { change } from '../state/aliases.ts';
import { bindChanged } from '../statements/assignment.ts';
import { type Arguments, evaluateArguments, withFirst } from './arguments.ts';
import { callValue } from './calls.ts';
import { effectOn, forgetOrder, lost, outPosition } from './in-place.ts';
import { indexedUpdate } from './indexed-updates.ts';
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
  if (hasRaised(run)) return unknown(run, 'error', 'raise');
  if (object.kind === 'reference' && method.kind === 'unknown') forget(run, object);
  const order = callee.name === 'shuffle' ? shuffledBy(run, method, args) : undefined;
  if (order) return shuffledTo(run, call, args, order.after);
  if (callee.name === 'shuffle' && isPython(run)) shuffled(run, call, args);
  const result =
    (object.kind === 'unknown' && method.kind === 'unknown' && callOfTensor(run, object, callee.name, args)) ||
    callValue(run, method, args);
  // `accelerator.backward(loss)`: gradients of anything may have been gathered.
  if (object.kind === 'unknown' && callee.name === 'backward') run.backwards = lastOrder();
  if (object.kind === 'array' && method.kind === 'unknown' && isInPlaceName(run, callee.name, object)) {
    const { space: _space, ...rest } = withoutElements(object);
    bindChanged(run, callee.object, changed(run, object, { ...rest, reason: { key: 'unread-call', name: callee.name } }));
  }
  if (isInPlace(run, callee.name, object, method)) {
    const now = callee.name === 'requires_grad_' ? result : changed(run, object, result);
    bindChanged(run, callee.object, now);
    return now; // what a further call in place changes: `x.mul_(0.9).add_(y)`
  }
  if (isNumpyInPlace(callee.name, object, method)) {
    bindChanged(run, callee.object, changed(run, object, afterMethod(run, callee.name, object, args)));
    return none;
  }
  return written(run, call, args, result);
}

/** A method of a list, a dict or a set that is not followed may do anything to it. */
function forget(run: Run, object: Reference): void {
  if (isPython(run) || stateOf(run, object)?.kind !== 'dict') forgetContents(run, object);
}

/** `a.sort()` and the like give None and change `a`: https://numpy.org/doc/stable/reference/arrays.ndarray.html */
const numpyInPlace: Readonly<Record<string, string | undefined>> = {
  sort: 'numpy.sort',
  fill: 'numpy.full_like',
  resize: undefined,
  partition: undefined,
  put: undefined,
  itemset: undefined,
};

const isNumpyInPlace = (name: string, object: Value, method: Value): object is ArrayValue =>
  object.kind === 'array' &&
  object.library === 'numpy' &&
  (method.kind === 'method' || method.kind === 'unknown') &&
  Object.hasOwn(numpyInPlace, name);

function afterMethod(run: Run, name: string, object: ArrayValue, args: Arguments): Value {
  const same = numpyInPlace[name];
  return same === undefined
    ? unknown(run, 'unread-call', name)
    : callValue(run, qualifiedValue(run, same), withFirst(args, object));
}

/** `np.multiply(a, b, out=c)` writes its result to `c`, in the dtype that `c` has. */
function written(run: Run, call: Call, args: Arguments, result: Value, position?: number): Value {
  const named = call.args.find(({ name }) => name === 'out');
  const target = named ? named.value : position === undefined ? undefined : call.args[position]?.value;
  const out = named ? args.keywords.get('out')?.value : args.positional[position ?? -1]?.value;
  if (!target || out?.kind !== 'array' || (out.library !== 'numpy' && out.library !== 'torch')) return result;
  const after =
    result.kind === 'array' && out.dtype && result.dtype && result.dtype !== out.dtype ? castArray(result, out.dtype) : result;
  const now = changed(run, out, after);
  bindChanged(run, target, now);
  return now;
}

/** PyTorch's `x.exp_()`: arrays are values here, so the name that holds the tensor gets the new one. */
const isInPlace = (run: Run, name: string, object: Value, method: Value): boolean =>
  method.kind === 'method' && isInPlaceName(run, name, object);

function isInPlaceName(run: Run, name: string, object: Value): boolean {
  if (!isPython(run) || !name.endsWith('_') || name.startsWith('_') || object.kind !== 'array') return false;
  return object.library === 'torch';
}

/** `nn.init.constant_(layer.weight, 0.5)` writes to what it is given, which may be a leaf. */
function initialised(run: Run, call: Call, callee: Value): Value {
  const args = evaluateArguments(run, call);
  if (hasRaised(run)) return unknown(run, 'error', 'raise');
  const order = shuffledBy(run, callee, args);
  if (order) return shuffledTo(run, call, args, order.after);
  const result = callValue(run, callee, args);
  const [first] = call.args;
  const given = args.positional[0]?.value;
  if (given && callee.kind === 'libraryFunction' && callee.row.inPlace && first?.kind === 'positional')
    bindChanged(
      run,
      first.value,
      withoutGradients(run, () => changed(run, given, result)),
    );
  const effect = effectOn(run, callee, args);
  if (effect && first) bindChanged(run, first.value, changed(run, effect.target, effect.after ?? effect.target));
  return written(run, call, args, result, outPosition(callee, call));
}

/** The order is known. */
function shuffledTo(run: Run, call: Call, args: Arguments, after: ArrayValue | undefined): Value {
  const [target, given] = [call.args[0]?.value, args.positional[0]?.value];
  if (after && target && given) bindChanged(run, target, changed(run, given, after));
  return none;
}

/** Whatever `rng` is, `rng.shuffle(items)` leaves them in another order. */
function shuffled(run: Run, call: Call, args: Arguments): void {
  const [target, given] = [call.args[0]?.value, args.positional[0]?.value];
  if (given?.kind === 'reference') forgetOrder(run, given);
  if (given?.kind === 'array' && target) bindChanged(run, target, changed(run, given, lost(given)));
}

/** `requires_grad_` has changed it already. */
const changed = (run: Run, before: Value, after: Value): Value =>
  before.kind === 'array' && before.library === 'torch'
    ? changeTracked(run, before, after)
    : before.kind === 'array'
      ? change(run, before, after)
      : after;

function specialCall(run: Run, call: Call): Value | undefined {
  if (call.callee.kind === 'attribute' && call.callee.object.kind === 'index' && isPython(run)) return indexedUpdate(run, call);
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
  if (scope === run.main?.scope) run.opaque = true;
  return newDict(
    run,
    [...scope.cells.keys()].flatMap((name) => {
      const value = readBound(run, scope, name);
      return value ? [[text(name), value] as const] : [];
    }),
  );
}
