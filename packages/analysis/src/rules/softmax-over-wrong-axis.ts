import { spaceOf } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import { originText, relatedOrigins } from './engine/origin.ts';
import { message, type Rule } from './engine/rule.ts';
import { axisOfSoftmax, softmaxOps } from './engine/softmax-axis.ts';
import { normaliseAlong } from './fixes/axis.ts';

/** The scores of a layer lie along its last axis; a softmax along the batch makes the examples compete instead of the classes. */
export const rule: Rule = {
  id: 'softmax-over-wrong-axis',
  severity: 'error',
  fix: 'unsafe',
  onCall(event, context) {
    if (!softmaxOps.has(event.row.op ?? '') || event.kind === 'construct') return;
    const x = event.args.get('x');
    const axis = axisOfSoftmax(event);
    const space = x && spaceOf(x);
    if (x?.kind !== 'array' || !x.shape || x.shape.length < 2 || axis === undefined || space?.name !== 'logits') return;
    if (space.axis === undefined || isSizeOne(x.shape.at(space.axis))) return;
    const rank = x.shape.length;
    const [along, classes] = [normal(axis, rank), normal(space.axis, rank)];
    // Of three axes the first may be time: attention over the steps of a sequence.
    if (along !== 0 || along === classes || rank === 3) return;
    context.report({
      place: event.made ?? event.place,
      message: message('rule.softmax-over-wrong-axis', {
        function: shortName(event.row.name),
        axis: along,
        classes,
        origin: originText(space, context),
      }),
      related: relatedOrigins(space),
      fixes: normaliseAlong(classes, event, context),
    });
  },
};

const normal = (axis: number, rank: number): number => (axis < 0 ? axis + rank : axis);
const isSizeOne = (size: unknown): boolean => size === 1;
