import { literalOf, spaceOf } from './engine/mismatch.ts';
import { message, type Rule } from './engine/rule.ts';

/** Dividing logits by 0 gives infinities and NaN: the limit of temperature 0 is argmax. */
export const rule: Rule = {
  id: 'temperature-zero',
  severity: 'error',
  onOperator(event, context) {
    if (event.kind !== 'binary' || event.operator !== '/') return;
    const [scores, temperature] = event.operands;
    if (!scores || !temperature || literalOf(temperature) !== 0 || spaceOf(scores)?.name !== 'logits') return;
    context.report({ place: event.place, message: message('rule.temperature-zero') });
  },
  onCall(event, context) {
    if (!event.args.has('temperature') || literalOf(event.args.get('temperature')) !== 0) return;
    context.report({ place: event.ranges.get('temperature') ?? event.place, message: message('rule.temperature-zero') });
  },
};
