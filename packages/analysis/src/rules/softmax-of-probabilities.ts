import { useAt } from './engine/choices.ts';
import { mismatchRule } from './engine/mismatch-rule.ts';
import { dropActivation } from './fixes/drop-activation.ts';

/** A softmax or sigmoid of what is a probability already flattens it towards uniform. */
export const rule = mismatchRule({
  id: 'softmax-of-probabilities',
  severity: 'warning',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'activation' && wanted.includes('logits') && space.name === 'probabilities',
  use: ({ event }) => useAt(event),
  fixes: dropActivation,
});
