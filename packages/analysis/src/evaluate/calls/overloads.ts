/** Operators of the program's own classes: https://docs.python.org/3/reference/datamodel.html#special-method-names */
import type { CompareOperator, Range, UnaryOperator } from '@softlens/syntax';
import { bool } from '../../values/make.ts';
import type { InstanceObject, Value } from '../../values/value.ts';
import { classAttribute, hasUnknownBase, libraryBase } from '../objects/classes.ts';
import { dataFields, namedTupleItems } from '../objects/dataclasses.ts';
import { isMember } from '../objects/enums.ts';
import { stateOf } from '../objects/objects.ts';
import { isPython, type Run, unknown } from '../run/run.ts';
import { callMethod } from './calls.ts';

const methods: Readonly<Partial<Record<CompareOperator, readonly [own: string, reflected: string]>>> = {
  '==': ['__eq__', '__eq__'],
  '!=': ['__ne__', '__ne__'],
  '<': ['__lt__', '__gt__'],
  '>': ['__gt__', '__lt__'],
  '<=': ['__le__', '__ge__'],
  '>=': ['__ge__', '__le__'],
};

export function instanceOf(run: Run, value: Value): InstanceObject | undefined {
  if (value.kind !== 'reference') return undefined;
  const state = stateOf(run, value);
  return state?.kind === 'instance' ? state : undefined;
}

/** `compareItems` compares the fields of dataclasses and named tuples. Undefined where no instance takes part. */
export function compareInstances(
  run: Run,
  operator: CompareOperator,
  a: Value,
  b: Value,
  node: Range,
  compareItems: (a: readonly Value[], b: readonly Value[]) => Value,
): Value | undefined {
  const names = methods[operator];
  if (!names || !isPython(run)) return undefined;
  const [left, right] = [instanceOf(run, a), instanceOf(run, b)];
  if (!left && !right) return undefined;
  const own =
    callMethod(run, a, names[0], [b], node) ??
    (left?.class.completed ? completedOrder(run, operator, a, b, node) : undefined) ??
    callMethod(run, b, names[1], [a], node);
  if (own) return own;
  if (operator === '!=') {
    const same = compareInstances(run, '==', a, b, node, compareItems);
    return same?.kind === 'bool' ? bool(!same.value) : same && unknown(run, 'unmodelled', operator);
  }
  if (operator !== '==') {
    const [ownA, ownB] = [
      left?.class.ordered && dataFields(run, a, 'compare'),
      right?.class.ordered && dataFields(run, b, 'compare'),
    ];
    if (!ownA || !ownB || left?.class.definition !== right?.class.definition) return undefined;
    return compareItems(
      ownA.map(([, field]) => field),
      ownB.map(([, field]) => field),
    );
  }
  const [tupleA, tupleB] = [itemsOfTuple(run, a), itemsOfTuple(run, b)];
  if (tupleA && tupleB) return compareItems(tupleA, tupleB);
  if (!left || !right) return a.kind === 'unknown' || b.kind === 'unknown' ? undefined : bool(false);
  const [fieldsA, fieldsB] = [dataFields(run, a, 'compare'), dataFields(run, b, 'compare')];
  if (fieldsA && fieldsB) {
    if (left.class.definition !== right.class.definition) return bool(false);
    return compareItems(
      fieldsA.map(([, field]) => field),
      fieldsB.map(([, field]) => field),
    );
  }
  if (isInherited(run, left) || isInherited(run, right)) return undefined;
  return bool(a.kind === 'reference' && b.kind === 'reference' && a.id === b.id);
}

/**
 * The comparison that `@total_ordering` makes of the one that the class has.
 * https://docs.python.org/3/library/functools.html#functools.total_ordering
 */
function completedOrder(run: Run, operator: CompareOperator, a: Value, b: Value, node: Range): Value | undefined {
  const state = instanceOf(run, a);
  const root = state && orders.find((one) => classAttribute(run, state.class, methods[one]?.[0] ?? ''));
  if (!root || !orders.some((one) => one === operator)) return undefined;
  const known = (value: Value | undefined): boolean | undefined => (value?.kind === 'bool' ? value.value : undefined);
  const holds = known(callMethod(run, a, methods[root]?.[0] ?? '', [b], node));
  if (holds === undefined) return unknown(run, 'unmodelled', operator);
  const isStrict = root === '<' || root === '>';
  // `a >= b` of a class that has `<` is `not a < b`; `a <= b` is that or `a == b`; `a > b` neither.
  if (operator === (isStrict ? opposites : reversed)[root]) return bool(!holds);
  const same = known(compareInstances(run, '==', a, b, node, () => unknown(run, 'unmodelled', '==')));
  if (same === undefined) return unknown(run, 'unmodelled', operator);
  const isSameWay = operator.startsWith(root.charAt(0));
  if (isStrict) return bool(isSameWay ? holds || same : !holds && !same);
  return bool(isSameWay ? holds && !same : !holds || same);
}

/** Which of them counts where a class has several. */
const orders = ['<', '<=', '>', '>='] as const;
const opposites: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = { '<': '>=', '>': '<=' };
const reversed: Readonly<Partial<Record<CompareOperator, CompareOperator>>> = { '<=': '>', '>=': '<' };

/** A base that is not in view may bring any method. */
const isInherited = (run: Run, state: InstanceObject): boolean =>
  hasUnknownBase(run, state.class) && libraryBase(run, state.class) === undefined;

const itemsOfTuple = (run: Run, value: Value): readonly Value[] | undefined =>
  value.kind === 'tuple' ? value.items : namedTupleItems(run, value);

const unaryMethods: Readonly<Partial<Record<UnaryOperator, string>>> = { '-': '__neg__', '+': '__pos__', '~': '__invert__' };

export function unaryOfInstance(run: Run, operator: UnaryOperator, value: Value, node: Range): Value | undefined {
  const name = unaryMethods[operator];
  return name === undefined ? undefined : callMethod(run, value, name, [], node);
}

/** `__contains__`; without one Python goes through the items. */
export const containedIn = (run: Run, item: Value, container: Value, node: Range): Value | undefined =>
  callMethod(run, container, '__contains__', [item], node);

/** `__bool__`, else `__len__`; an instance without either is true. */
export function truthOfInstance(run: Run, value: Value, node: Range): Value | undefined {
  const state = instanceOf(run, value);
  if (!state || isMember(run, value)) return undefined;
  const name = ['__bool__', '__len__'].find((one) => classAttribute(run, state.class, one));
  return name === undefined ? undefined : callMethod(run, value, name, [], node);
}
