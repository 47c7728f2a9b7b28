import { mismatchRule } from './engine/mismatch-rule.ts';

/** A metric that thresholds at 0.5, or takes a logarithm, sees raw scores. */
export const rule = mismatchRule({
  id: 'logits-before-metric',
  severity: 'warning',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'metric' && wanted.includes('probabilities') && (space.name === 'logits' || space.name === 'log-probabilities'),
});
