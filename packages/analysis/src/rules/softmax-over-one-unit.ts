import { axisOfSoftmax, softmaxOps } from './engine/softmax-axis.ts';
import { applicable, literalOf, spaceOf } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import type { Value } from '../values/value.ts';
import { message, type Rule } from './engine/rule.ts';

/** A softmax over one unit is always 1: nothing is learned. Cross-entropy on one unit is always 0 for the same reason. */
export const rule: Rule = {
  id: 'softmax-over-one-unit',
  severity: 'error',
  onCall(event, context) {
    const x = event.args.get('x');
    if (event.kind !== 'construct' && x?.kind === 'array' && x.shape) {
      const axis = softmaxOps.has(event.row.op ?? '') ? axisOfSoftmax(event) : lossAxis(event, x.shape.length);
      if (axis !== undefined && x.shape.at(axis) === 1 && x.shape.length > (axis < 0 ? 0 : axis)) {
        context.report({ place: event.place, message: message('rule.softmax-over-one-unit', { function: shortName(event.row.name) }) });
      }
    }
    if (x && softmaxOps.has(event.row.op ?? '') && isInsertedAxis(x, axisOfSoftmax(event))) {
      context.report({ place: event.place, message: message('rule.softmax-over-one-unit', { function: shortName(event.row.name) }) });
    }
    if (event.kind === 'construct' && isOneUnitSoftmaxLayer(event.args)) {
      context.report({ place: event.place, message: message('rule.softmax-over-one-unit', { function: shortName(event.row.name) }) });
    }
  },
};

/** `softmax(expand_dims(x, -1))`, of whatever rank x is. */
function isInsertedAxis(x: Value, axis: number | undefined): boolean {
  const form = x.kind === 'array' && !x.shape ? x.form : undefined;
  return form?.op === 'unsqueeze' && axis !== undefined && form.axis === axis;
}

function isOneUnitSoftmaxLayer(args: ReadonlyMap<string, Parameters<typeof literalOf>[0] & object>): boolean {
  return literalOf(args.get('units')) === 1 && literalOf(args.get('activation')) === 'softmax';
}

/** The class axis of a categorical cross-entropy over logits with class indices as targets. */
function lossAxis(event: Parameters<NonNullable<Rule['onCall']>>[0], rank: number): number | undefined {
  const accepts = applicable(event).find(({ role }) => role === 'x');
  const target = event.args.get('target');
  if (event.row.op !== 'crossEntropy' || !accepts || rank < 2 || (target && spaceOf(target)?.name === 'probabilities')) return undefined;
  return 1;
}
