import { mismatchRule } from './engine/mismatch-rule.ts';
import { dropActivation } from './fixes/drop-activation.ts';

export const rule = mismatchRule({
  id: 'probabilities-before-logits-sampler',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) => consumer === 'sampler' && wanted.includes('logits') && space.name === 'probabilities',
  fixes: dropActivation,
});
