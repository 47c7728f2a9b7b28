import { mismatchRule } from './engine/mismatch-rule.ts';
import { thresholdAtZero } from './fixes/logits-threshold.ts';

/** A metric that thresholds at 0.5, or takes a logarithm, sees raw scores. */
export const rule = mismatchRule({
  id: 'logits-before-metric',
  severity: 'warning',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'metric' && wanted.includes('probabilities') && (space.name === 'logits' || space.name === 'log-probabilities'),
  fixes: thresholdAtZero,
});
