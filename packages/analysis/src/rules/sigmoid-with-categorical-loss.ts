import { mismatchRule } from './engine/mismatch-rule.ts';
import { useSoftmax } from './fixes/activation.ts';

/** Independent probabilities where the loss expects a distribution over classes: they do not compete, gradients are weak or wrong. */
export const rule = mismatchRule({
  id: 'sigmoid-with-categorical-loss',
  severity: 'warning',
  fix: 'unsafe',
  matches: ({ wanted, space, accepts }, consumer) =>
    consumer === 'loss' &&
    wanted.includes('probabilities') &&
    space.name === 'probabilities' &&
    accepts.family === 'categorical' &&
    space.family === 'bernoulli',
  fixes: useSoftmax,
});
