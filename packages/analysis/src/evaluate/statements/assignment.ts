/** Assigning to names, attributes, items and patterns. */
import type { AugmentedAssign, Expression, Pattern, Range } from '@softlens/syntax';
import { castArray } from '../../operations/arrays/nested.ts';
import { none } from '../../values/make.ts';
import type { ArrayValue, DType, Value } from '../../values/value.ts';
import { argumentsOf } from '../calls/arguments.ts';
import { callMethod } from '../calls/calls.ts';
import { callFunction } from '../calls/functions.ts';
import { writeAttribute } from '../expressions/attribute-writes.ts';
import { readAttribute } from '../expressions/attributes.ts';
import { compare, notOf } from '../expressions/comparison.ts';
import { evaluate } from '../expressions/expressions.ts';
import { deleteIndex, evaluateIndices, writeIndex } from '../expressions/indexing.ts';
import { deleteName, rewriteName, writeName } from '../expressions/names.ts';
import { binary } from '../expressions/operators.ts';
import { changeTracked, requireGradient } from '../gradients/leaves.ts';
import { classAttribute } from '../objects/classes.ts';
import { appended, followed, newDict, newList, setState, stateOf } from '../objects/objects.ts';
import { record } from '../run/facts.ts';
import { isPython, type Run, unknown } from '../run/run.ts';
import { change, isFollowed, isMutable, isView } from '../state/aliases.ts';
import { casesOf, joinValues } from '../state/alternatives.ts';
import { truth } from './conditions.ts';
import { itemsOf } from './iteration.ts';

type Declaration = 'const' | 'let' | 'var' | undefined;

/** Binds `target` to `value`; `source` is the expression whose value it gets, when one is written. */
export function assignPattern(run: Run, target: Pattern, value: Value, source?: Range, declaration?: Declaration): void {
  switch (target.kind) {
    case 'name':
      writeName(run, target.name, value, declaration);
      if (run.recorder) recordBinding(run, target, target.name, value, source);
      return;
    case 'attribute': {
      const object = evaluate(run, target.object);
      // Arrays are values here: PyTorch's `weight.data = …` gives the weight's place a new one.
      if (object.kind === 'array' && target.name === 'data') assignData(run, target.object, object, value);
      else if (object.kind === 'array' && target.name === 'requires_grad' && value.kind === 'bool')
        bindChanged(run, target.object, requireGradient(run, object, value.value));
      else if (object.kind === 'array' && (target.name === 'shape' || target.name === 'dtype' || target.name === 'flat'))
        bindChanged(run, target.object, changeTracked(run, object, unknown(run, 'unmodelled', target.name)));
      else writeAttribute(run, object, target.name, value);
      if (run.recorder) recordBinding(run, target, target.name, value, source);
      return;
    }
    case 'index':
      assignIndex(run, target, value);
      return;
    case 'sequencePattern':
      assignSequence(run, target.elements, value, declaration);
      return;
    case 'objectPattern':
      assignObject(run, target, value, declaration);
      return;
    case 'starPattern':
      assignPattern(run, target.target, value, source, declaration);
      return;
    case 'defaultPattern': {
      const missing = value.kind === 'none';
      assignPattern(run, target.target, missing ? evaluate(run, target.value) : value, source, declaration);
      return;
    }
    case 'opaque':
      for (const child of target.children) evaluate(run, child);
  }
}

const recordBinding = (run: Run, target: Range, name: string, value: Value, source: Range | undefined): void =>
  record(run, target, 'binding', value, source ? { name, valueRange: source } : { name });

/** Arrays are values: the thing that holds one gets the changed one. */
function assignIndex(run: Run, target: Extract<Pattern, { kind: 'index' }>, value: Value): void {
  const object = evaluate(run, target.object);
  const indices = evaluateIndices(run, target.indices);
  const changed = writeIndex(run, object, indices, value, target);
  if (changed) bindChanged(run, target.object, object.kind === 'array' ? changeTracked(run, object, changed) : changed);
}

/** The place that held an array gets what it became; a name where it is bound, which may be outside the running function. */
export function bindChanged(run: Run, target: Expression, value: Value): void {
  if (target.kind === 'name' && rewriteName(run, target.name, value))
    record(run, target, 'binding', value, { name: target.name });
  else if (target.kind === 'attribute' || (target.kind === 'index' && !isView(run, value)))
    assignPattern(run, target, value, target);
}

function assignSequence(run: Run, elements: readonly Pattern[], value: Value, declaration: Declaration): void {
  const star = elements.findIndex((element) => element.kind === 'starPattern');
  const parts = unpack(run, value, elements.length, star);
  elements.forEach((element, i) => {
    assignPattern(run, element, parts(i), undefined, declaration);
  });
}

/** The value for each position of the left side. */
function unpack(run: Run, value: Value, count: number, star: number): (i: number) => Value {
  const cases = casesOf(run, value).map((one) => ({ ...one, part: unpackOne(run, one.value, count, star) }));
  const [only] = cases;
  if (cases.length === 1 && only) return only.part;
  return (i) =>
    joinValues(
      run,
      cases.map(({ part, when }) => ({ value: part(i), when })),
    );
}

function unpackOne(run: Run, value: Value, count: number, star: number): (i: number) => Value {
  const { items, element } = itemsOf(run, value);
  if (!items) {
    return (i) => {
      if (i === star) return newList(run, []);
      if (value.kind === 'unknown' && value.symbol)
        return unknown(run, value.reason.key, value.reason.name, `${value.symbol}[i:${i}]`);
      return element ?? unknown(run, 'unmodelled', 'unpacking');
    };
  }
  if (star < 0) {
    // Made only where it is needed: a loop in which something is not known does not go on turn by turn.
    const short = (): Value => (isPython(run) ? unknown(run, 'error', 'unpacking') : none);
    return (i) => (isPython(run) && items.length !== count ? short() : (items[i] ?? short()));
  }
  const after = count - star - 1;
  return (i) => {
    if (i < star) return items[i] ?? unknown(run, 'error', 'unpacking');
    if (i === star) return newList(run, items.slice(star, items.length - after));
    return items[items.length - after + (i - star - 1)] ?? unknown(run, 'error', 'unpacking');
  };
}

/** The tensor stays the same one, and goes on requiring gradients. */
function assignData(run: Run, target: Expression, before: ArrayValue, value: Value): void {
  const after = value.kind === 'array' && before.tape ? change(run, before, { ...value, tape: before.tape }) : value;
  if (target.kind === 'name' || target.kind === 'attribute' || target.kind === 'index')
    assignPattern(run, target, after, undefined);
}

function assignObject(
  run: Run,
  target: Extract<Pattern, { kind: 'objectPattern' }>,
  value: Value,
  declaration: Declaration,
): void {
  const taken: string[] = [];
  for (const { key, target: inner } of target.entries) {
    const name = evaluate(run, key);
    if (name.kind === 'text') taken.push(name.value);
    const part = name.kind === 'text' ? readAttribute(run, value, name.value, key) : unknown(run, 'unmodelled', 'destructuring');
    assignPattern(run, inner, part, undefined, declaration);
  }
  if (!target.rest) return;
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  const rest =
    state?.kind === 'dict'
      ? [...state.entries.values()].filter(({ key }) => key.kind !== 'text' || !taken.includes(key.value))
      : [];
  assignPattern(
    run,
    target.rest,
    newDict(
      run,
      rest.map(({ key, value: item }) => [key, item] as const),
    ),
    undefined,
    declaration,
  );
}

const inPlace: Readonly<Partial<Record<AugmentedAssign['operator'], string>>> = {
  '+': '__iadd__',
  '-': '__isub__',
  '*': '__imul__',
  '/': '__itruediv__',
};

/** `x += y`: lists change in place, everything else is bound anew. */
export function augmentedAssign(run: Run, statement: AugmentedAssign): void {
  const { target, operator } = statement;
  if (target.kind !== 'name' && target.kind !== 'attribute' && target.kind !== 'index') {
    evaluate(run, statement.value);
    return;
  }
  const before = evaluate(run, target);
  if (operator === 'and' || operator === 'or' || operator === '??') {
    const test =
      operator === '??'
        ? truth(run, notOf(run, compare(run, 'is', before, none, { node: statement, operands: [target, target] })))
        : truth(run, before);
    const keep = test.known !== undefined && test.known !== (operator === 'and');
    const value = keep ? before : evaluate(run, statement.value);
    assignPattern(
      run,
      target,
      test.known === undefined
        ? joinValues(run, [
            { value: before, when: operator === 'and' ? test.whenFalse : test.whenTrue },
            { value, when: operator === 'and' ? test.whenTrue : test.whenFalse },
          ])
        : value,
      statement.value,
    );
    return;
  }
  const value = evaluate(run, statement.value);
  const after =
    extend(run, operator, before, value) ??
    callMethod(run, before, inPlace[operator] ?? '', [value], statement) ??
    inPlaceOf(run, before, binary(run, operator, before, value, { node: statement, operands: [target, statement.value] }));
  assignPattern(run, target, after, statement.value);
}

/** NumPy's and PyTorch's arrays change where they are, and keep their dtype and shape. */
function inPlaceOf(run: Run, before: Value, after: Value): Value {
  if (!isMutable(before) || !isFollowed(before) || before.variable) return after;
  if (after.kind !== 'array' || !before.dtype || !after.dtype) return changeTracked(run, before, withoutData(before, after));
  if (after.shape && after.shape.join() !== before.shape?.join()) return unknown(run, 'error', 'output shape');
  if (after.dtype === before.dtype) return changeTracked(run, before, after);
  if (!canHold(before.dtype, after.dtype)) return unknown(run, 'error', `${after.dtype} to ${before.dtype}`);
  return changeTracked(run, before, castArray(after, before.dtype));
}

/** What an array holds once something unknown was added to it. */
function withoutData({ library, dtype, shape }: ArrayValue, after: Value): ArrayValue {
  const reason = after.kind === 'unknown' || after.kind === 'array' ? after.reason : undefined;
  return {
    kind: 'array',
    library,
    ...(dtype ? { dtype } : {}),
    ...(shape ? { shape } : {}),
    reason: reason ?? { key: 'unmodelled' },
  };
}

/** `same_kind` casting: never from floats to integers, nor from numbers to bool. */
const canHold = (own: DType, given: DType): boolean => kindOf(own) >= kindOf(given);
const kindOf = (dtype: DType): number => (dtype === 'bool' ? 0 : dtype.includes('float') ? 2 : 1);

function extend(run: Run, operator: string, before: Value, value: Value): Value | undefined {
  if (operator !== '+' || before.kind !== 'reference' || !isPython(run)) return undefined;
  const state = stateOf(run, before);
  if (state?.kind !== 'list') return undefined;
  const { items, element, tail } = itemsOf(run, value);
  const known = state.items && items && state.items.length + items.length <= run.budget.collection;
  if (known) setState(run, before, { kind: 'list', items: [...(state.items ?? []), ...items] });
  else setState(run, before, items ? appended(run, state, items) : followed(run, state, element, tail));
  return before;
}

/** `del name`, `del items[1:3]`, `del table['key']`, `del object.name`. */
export function deleteTarget(run: Run, target: Pattern): void {
  if (target.kind === 'name') deleteName(run, target.name);
  else if (target.kind === 'index') deleteIndex(run, evaluate(run, target.object), evaluateIndices(run, target.indices), target);
  else if (target.kind === 'sequencePattern') for (const element of target.elements) deleteTarget(run, element);
  else if (target.kind === 'attribute') {
    const object = evaluate(run, target.object);
    const state = object.kind === 'reference' ? stateOf(run, object) : undefined;
    if (object.kind !== 'reference' || state?.kind !== 'instance') return;
    const property = classAttribute(run, state.class, target.name);
    const deleter = property?.value.kind === 'function' ? property.value.deleter : undefined;
    if (deleter) {
      callFunction(run, deleter, argumentsOf([object], target), object, property?.owner);
      return;
    }
    const fields = new Map(state.fields);
    fields.delete(target.name);
    setState(run, object, { ...state, fields });
  }
}
