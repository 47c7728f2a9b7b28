import { crossEntropyFloor } from './engine/floors.ts';
import { fromLogits, mismatchRule } from './engine/mismatch-rule.ts';
import { dropActivation } from './fixes/drop-activation.ts';
import { dropFromLogits } from './fixes/logits-loss.ts';

/** The loss applies log-softmax itself: softmax twice keeps it above ln(e + K − 1) − 1 and flattens the gradient. */
export const rule = mismatchRule({
  id: 'softmax-before-cross-entropy',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, accepts }, consumer) =>
    consumer === 'loss' &&
    wanted.includes('logits') &&
    accepts.family !== 'bernoulli' &&
    space.name === 'probabilities' &&
    space.family !== 'bernoulli',
  numbers: ({ classes }) => (classes === undefined || classes < 2 ? undefined : { classes, floor: crossEntropyFloor(classes) }),
  variant: fromLogits,
  fixes: (mismatch, context) => [...dropActivation(mismatch, context), ...dropFromLogits(mismatch, context)],
});
