import { mismatchRule } from './engine/mismatch-rule.ts';

export const rule = mismatchRule({
  id: 'log-probabilities-before-probability-loss',
  severity: 'error',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'loss' && wanted.includes('probabilities') && space.name === 'log-probabilities',
});
