import { fromLogits, mismatchRule } from './engine/mismatch-rule.ts';
import { useLogitsLoss } from './fixes/logits-loss.ts';

/** Raw scores where the loss takes the logarithm of a probability: NaN, an exception, or silent clipping. */
export const rule = mismatchRule({
  id: 'logits-before-probability-loss',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) => consumer === 'loss' && wanted.includes('probabilities') && space.name === 'logits',
  variant: fromLogits,
  fixes: useLogitsLoss,
});
