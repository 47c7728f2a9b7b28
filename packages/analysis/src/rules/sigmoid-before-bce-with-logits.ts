import { fromLogits, mismatchRule } from './engine/mismatch-rule.ts';
import { dropActivation } from './fixes/drop-activation.ts';
import { dropFromLogits } from './fixes/logits-loss.ts';

/** σ(σ(x)) stays in [0.5, 0.731]: the loss never falls below 0.313 for y = 1 and 0.693 for y = 0. */
export const rule = mismatchRule({
  id: 'sigmoid-before-bce-with-logits',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, accepts }, consumer) =>
    consumer === 'loss' &&
    wanted.includes('logits') &&
    accepts.family === 'bernoulli' &&
    space.name === 'probabilities' &&
    space.family !== 'categorical',
  variant: fromLogits,
  fixes: (mismatch, context) => [...dropActivation(mismatch, context), ...dropFromLogits(mismatch, context)],
});
