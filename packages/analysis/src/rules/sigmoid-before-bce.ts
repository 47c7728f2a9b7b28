import { spaceOf } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import { originText, relatedOrigins } from './engine/origin.ts';
import { message, type Rule } from './engine/rule.ts';
import { dropAndUseLogitsLoss } from './fixes/with-logits.ts';

/** Right, but the fused form keeps its precision where the sigmoid saturates. */
export const rule: Rule = {
  id: 'sigmoid-before-bce',
  severity: 'hint',
  fix: 'unsafe',
  onCall(event, context) {
    const x = event.args.get('x');
    const space = x && spaceOf(x);
    if (event.library !== 'torch' || event.row.op !== 'binaryCrossEntropy') return;
    if (space?.name !== 'probabilities' || space.family !== 'bernoulli') return;
    context.report({
      place: event.ranges.get('x') ?? event.place,
      message: message('rule.sigmoid-before-bce', { consumer: shortName(event.row.name), origin: originText(space, context) }),
      related: relatedOrigins(space),
      fixes: dropAndUseLogitsLoss({ event, space }, context),
    });
  },
};
