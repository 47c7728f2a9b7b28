import { mismatchRule } from './engine/mismatch-rule.ts';
import { nameDistributionArgument } from './fixes/distribution-argument.ts';

/** The logits of a distribution go through a softmax or sigmoid: probabilities there give a flatter distribution. */
export const rule = mismatchRule({
  id: 'probabilities-as-distribution-logits',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'distribution' && wanted.includes('logits') && space.name === 'probabilities',
  fixes: (mismatch, context) => nameDistributionArgument(mismatch, context, 'probs'),
});
