import { mismatchRule } from './engine/mismatch-rule.ts';
import { applySoftmax } from './fixes/activation.ts';

export const rule = mismatchRule({
  id: 'logits-before-probability-sampler',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'sampler' &&
    wanted.includes('probabilities') &&
    !wanted.includes('logits') &&
    (space.name === 'logits' || space.name === 'log-probabilities'),
  fixes: applySoftmax,
});
