import { mismatchRule } from './engine/mismatch-rule.ts';
import { useLogitsLoss } from './fixes/logits-loss.ts';

export const rule = mismatchRule({
  id: 'logits-before-nll-loss',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, event }, consumer) =>
    consumer === 'loss' &&
    wanted.includes('log-probabilities') &&
    !wanted.includes('logits') &&
    space.name === 'logits' &&
    event.row.op !== 'klDiv',
  fixes: useLogitsLoss,
});
