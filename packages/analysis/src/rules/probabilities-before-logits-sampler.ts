import { formOf } from '../operations/activations/formulas.ts';
import { consumerOf } from './engine/consumer.ts';
import { applicable } from './engine/mismatch.ts';
import { mismatchRule, shortName } from './engine/mismatch-rule.ts';
import { message } from './engine/rule.ts';
import { dropActivation } from './fixes/drop-activation.ts';

export const rule = mismatchRule({
  id: 'probabilities-before-logits-sampler',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) => consumer === 'sampler' && wanted.includes('logits') && space.name === 'probabilities',
  fixes: dropActivation,
  /** `exp(scores)`: weights, of which the softmax makes something else. What has a space is told by it. */
  onCall(event, context) {
    for (const { role, space } of applicable(event)) {
      const x = event.args.get(role);
      const takesLogits = space === 'logits' || space.includes('logits');
      if (!x || !takesLogits || consumerOf(event, role) !== 'sampler') continue;
      if (formOf(x)?.op !== 'exp' || (x.kind === 'array' && x.space)) continue;
      const words = message('rule.probabilities-before-logits-sampler.exp', { consumer: shortName(event.row.name) });
      context.report({ place: event.ranges.get(role) ?? event.place, message: words });
    }
  },
});
