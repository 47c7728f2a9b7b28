import { literalOf, spaceOf } from './engine/mismatch.ts';
import { producerOf } from './engine/origin.ts';
import { message, type Rule, samePlace } from './engine/rule.ts';
import { negatedSigmoid } from './fixes/stable-form.ts';

/**
 * 1 − σ(x) is exactly 0 from x ≈ 16.6 in float32 (36.7 in float64, 7.6 in float16), where σ(−x) still tells. Alone it is right
 * often enough, so it is a hint; its logarithm is another rule's business.
 */
export const rule: Rule = {
  id: 'one-minus-sigmoid',
  severity: 'hint',
  fix: 'safe',
  onOperator(event, context) {
    if (event.kind !== 'binary' || event.operator !== '-') return;
    const [one, probability] = event.operands;
    const space = probability && spaceOf(probability);
    if (!one || literalOf(one) !== 1 || space?.name !== 'probabilities' || space.family !== 'bernoulli') return;
    const producer = producerOf(space);
    const [, place] = event.operandPlaces;
    if (!producer || !place || !samePlace(producer.place, place)) return;
    context.report({
      place: event.place,
      message: message('rule.one-minus-sigmoid'),
      fixes: negatedSigmoid(event.place, place, context),
    });
  },
};
