import { applicable, spaceOf } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import { originText, relatedOrigins } from './engine/origin.ts';
import { message, type Rule } from './engine/rule.ts';
import { dropActivation } from './fixes/drop-activation.ts';

/** Log-softmax twice changes nothing: it is only spent twice. */
export const rule: Rule = {
  id: 'log-softmax-before-cross-entropy',
  severity: 'hint',
  fix: 'unsafe',
  onCall(event, context) {
    const x = event.args.get('x');
    const space = x && spaceOf(x);
    if (event.row.op !== 'crossEntropy' || space?.name !== 'log-probabilities') return;
    if (!applicable(event).some(({ role, space: wanted }) => role === 'x' && wanted.includes('logits'))) return;
    context.report({
      place: event.ranges.get('x') ?? event.place,
      message: message('rule.log-softmax-before-cross-entropy', {
        consumer: shortName(event.row.name),
        origin: originText(space, context),
      }),
      related: relatedOrigins(space),
      fixes: dropActivation({ space }, context),
    });
  },
};
