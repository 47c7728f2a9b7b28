import type { Place } from '../values/space.ts';
import { literalOf, spaceOf } from './engine/mismatch.ts';
import { message, type Rule, type RuleContext } from './engine/rule.ts';

/** Dividing logits by 0 gives infinities and NaN: the limit of temperature 0 is argmax. */
export const rule: Rule = {
  id: 'temperature-zero',
  severity: 'error',
  onOperator(event, context) {
    if (event.kind !== 'binary' || event.operator !== '/') return;
    const [scores, temperature] = event.operands;
    if (!scores || !temperature || literalOf(temperature) !== 0 || spaceOf(scores)?.name !== 'logits') return;
    if (isCounted(event.operandPlaces[1], context)) return;
    context.report({ place: event.place, message: message('rule.temperature-zero') });
  },
  onCall(event, context) {
    if (!event.args.has('temperature') || literalOf(event.args.get('temperature')) !== 0) return;
    context.report({ place: event.ranges.get('temperature') ?? event.place, message: message('rule.temperature-zero') });
  },
};

/** `total / count`, where `count += 1` is written too: a mean, whose count is 0 only where nothing was counted. */
function isCounted(divisor: Place | undefined, context: RuleContext): boolean {
  const text = divisor && context.document(divisor.path)?.text;
  const name = text?.slice(divisor?.start, divisor?.end) ?? '';
  if (text === undefined || !/^[\w.]+$/.test(name)) return false;
  return new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}\\s*(?:\\+=|\\+\\+)`).test(text);
}
