import { mismatchRule } from './engine/mismatch-rule.ts';
import { nameDistributionArgument } from './fixes/distribution-argument.ts';

/** The probabilities of a distribution are normalised by their sum: logits or log-probabilities there are negative weights. */
export const rule = mismatchRule({
  id: 'logits-as-distribution-probabilities',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'distribution' &&
    wanted.includes('probabilities') &&
    (space.name === 'logits' || space.name === 'log-probabilities'),
  fixes: (mismatch, context) => nameDistributionArgument(mismatch, context, 'logits'),
});
