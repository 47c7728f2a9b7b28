import type { OperatorEvent } from '../evaluate/run/listener.ts';
import { isChoice, useOf } from './engine/choices.ts';
import { literalOf, spaceOf } from './engine/mismatch.ts';
import { originText, relatedOrigins } from './engine/origin.ts';
import { edit, message, type Rule } from './engine/rule.ts';

/**
 * 0.5 splits probabilities; logits split at 0: σ(0) = 0.5. Compared with 0.5, scores between 0 and 0.5 land on the wrong side. A layer's
 * output may as well be a quantity that is learned: only where a loss or an activation takes it for scores is it called one.
 */
export const rule: Rule = {
  id: 'threshold-on-logits',
  severity: 'warning',
  fix: 'unsafe',
  onOperator(event, context) {
    if (event.kind !== 'compare' || !/^[<>]=?$/.test(event.operator)) return;
    const at = event.operands.findIndex((operand) => literalOf(operand) === 0.5);
    const other = event.operands[1 - at];
    const space = at < 0 || !other ? undefined : spaceOf(other);
    // A task that the configuration picks comes with its own model.
    if (space?.name !== 'logits' || space.family === 'categorical' || event.conditions.some(isChoice)) return;
    context.report({
      place: event.place,
      message: message('rule.threshold-on-logits', { origin: originText(space, context) }),
      use: useOf(space, event),
      needsClasses: true,
      related: relatedOrigins(space),
      fixes: zeroInstead(event, at),
    });
  },
};

function zeroInstead(event: OperatorEvent, at: number) {
  const place = event.operandPlaces[at];
  return place ? [{ title: message('fix.threshold-zero'), safety: 'unsafe' as const, edits: [edit(place, '0')] }] : [];
}
