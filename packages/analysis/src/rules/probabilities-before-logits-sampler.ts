import { mismatchRule } from './engine/mismatch-rule.ts';

export const rule = mismatchRule({
  id: 'probabilities-before-logits-sampler',
  severity: 'error',
  matches: ({ wanted, space }, consumer) => consumer === 'sampler' && wanted.includes('logits') && space.name === 'probabilities',
});
