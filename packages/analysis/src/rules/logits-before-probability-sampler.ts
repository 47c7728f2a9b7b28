import { mismatchRule } from './engine/mismatch-rule.ts';

export const rule = mismatchRule({
  id: 'logits-before-probability-sampler',
  severity: 'error',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'sampler' &&
    wanted.includes('probabilities') &&
    !wanted.includes('logits') &&
    (space.name === 'logits' || space.name === 'log-probabilities'),
});
