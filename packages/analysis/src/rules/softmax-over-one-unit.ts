import type { CallEvent } from '../evaluate/run/listener.ts';
import type { Value } from '../values/value.ts';
import { useAt } from './engine/choices.ts';
import { applicable, literalOf, spaceOf } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import { producerOf } from './engine/origin.ts';
import { message, type Rule, type RuleContext } from './engine/rule.ts';
import { axisOfSoftmax, softmaxOps } from './engine/softmax-axis.ts';
import { writesSoftmaxLayer } from './engine/written-softmax.ts';
import { isInBranch } from './fixes/nodes.ts';

/** A softmax over one unit is always 1: nothing is learned. Cross-entropy on one unit is always 0 for the same reason. */
export const rule: Rule = {
  id: 'softmax-over-one-unit',
  severity: 'error',
  onCall(event, context) {
    const isOne =
      event.kind === 'construct' ? isOneUnitSoftmaxLayer(event.args) && writesSoftmaxLayer(event, context) : isOverOneUnit(event);
    if (!isOne || isChosen(event, context) || isOfTestsOnly(event)) return;
    context.report({
      place: event.made ?? event.place,
      message: message('rule.softmax-over-one-unit', {
        function: event.kind === 'construct' ? 'softmax' : shortName(event.row.name),
      }),
      ...(event.kind === 'construct' ? { use: useAt(event) } : {}),
    });
  },
};

/** `softmax(z) if several else sigmoid(z)`: who meant one unit takes the other branch. */
function isChosen({ kind, conditions, place }: CallEvent, context: RuleContext): boolean {
  const document = context.document(place.path);
  return kind !== 'construct' && conditions.length > 0 && document !== undefined && isInBranch(document, place);
}

/** A library's softmax over the single unit of a model that only its tests make: its users have more. */
function isOfTestsOnly({ kind, place, args }: CallEvent): boolean {
  if (kind === 'construct' || isTest(place.path)) return false;
  const x = args.get('x');
  const space = x && spaceOf(x);
  const producer = space && producerOf(space)?.place;
  return producer !== undefined && isTest(producer.path);
}

const isTest = (path: string): boolean => /(?:^|\/)(?:tests?\/|test_[^/]*$|[^/]*_test\.[^/]*$|conftest\.py$)/.test(path);

/** Sizes alone may be those of a placeholder: the one unit must be a layer's, or an axis that was put in just before. */
function isOverOneUnit(event: CallEvent): boolean {
  const x = event.args.get('x');
  if (x?.kind !== 'array') return false;
  const isSoftmax = softmaxOps.has(event.row.op ?? '');
  if (!x.shape) return isSoftmax && isInsertedAxis(x, axisOfSoftmax(event));
  const rank = x.shape.length;
  const axis = isSoftmax ? axisOfSoftmax(event) : lossAxis(event, rank);
  if (axis === undefined || axis >= rank || x.shape.at(axis) !== 1) return false;
  const scores = x.space?.name === 'logits' ? x.space.axis : undefined;
  const inserted = x.form?.op === 'unsqueeze' ? x.form.axis : undefined;
  return [scores, inserted].some((one) => one !== undefined && placed(one, rank) === placed(axis, rank));
}

const placed = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);

/** `softmax(expand_dims(x, -1))`, of whatever rank x is. */
function isInsertedAxis(x: Value, axis: number | undefined): boolean {
  const form = x.kind === 'array' && !x.shape ? x.form : undefined;
  return form?.op === 'unsqueeze' && axis !== undefined && form.axis === axis;
}

/** `Dense(1, activation='softmax')`, by name or with the function. */
function isOneUnitSoftmaxLayer(args: ReadonlyMap<string, Value>): boolean {
  const activation = args.get('activation');
  const isSoftmax =
    activation?.kind === 'libraryFunction' ? softmaxOps.has(activation.row.op ?? '') : literalOf(activation) === 'softmax';
  return isSoftmax && literalOf(args.get('features')) === 1;
}

/** The class axis of a categorical cross-entropy over logits with class indices as targets. */
function lossAxis(event: Parameters<NonNullable<Rule['onCall']>>[0], rank: number): number | undefined {
  const accepts = applicable(event).find(({ role }) => role === 'x');
  const target = event.args.get('target');
  if (event.row.op !== 'crossEntropy' || !accepts || rank < 2 || (target && spaceOf(target)?.name === 'probabilities'))
    return undefined;
  return 1;
}
