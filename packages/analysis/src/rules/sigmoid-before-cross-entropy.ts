import { mismatchRule } from './engine/mismatch-rule.ts';
import { dropActivation } from './fixes/drop-activation.ts';

/** Scores squeezed into 0..1 before the softmax of the loss: with K classes it cannot fall below ln(e + K − 1) − 1 either. */
export const rule = mismatchRule({
  id: 'sigmoid-before-cross-entropy',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, accepts }, consumer) =>
    consumer === 'loss' &&
    wanted.includes('logits') &&
    accepts.family !== 'bernoulli' &&
    space.name === 'probabilities' &&
    space.family === 'bernoulli',
  fixes: dropActivation,
});
