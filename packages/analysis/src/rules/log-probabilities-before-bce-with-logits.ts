import { mismatchRule } from './engine/mismatch-rule.ts';

export const rule = mismatchRule({
  id: 'log-probabilities-before-bce-with-logits',
  severity: 'error',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'loss' && wanted.includes('logits') && space.name === 'log-probabilities',
});
