import { mismatchRule } from './engine/mismatch-rule.ts';
import { dropActivation } from './fixes/drop-activation.ts';

export const rule = mismatchRule({
  id: 'softmax-before-bce-with-logits',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, accepts }, consumer) =>
    consumer === 'loss' &&
    wanted.includes('logits') &&
    accepts.family === 'bernoulli' &&
    space.name === 'probabilities' &&
    space.family === 'categorical',
  fixes: dropActivation,
});
