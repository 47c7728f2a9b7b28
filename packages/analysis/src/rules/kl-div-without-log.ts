import { mismatchRule } from './engine/mismatch-rule.ts';
import { takeLogSoftmax } from './fixes/log-softmax.ts';

/** PyTorch's KLDivLoss takes log-probabilities first: anything else gives a number that is no divergence and may be negative. */
export const rule = mismatchRule({
  id: 'kl-div-without-log',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, event }, consumer) =>
    consumer === 'loss' && event.row.op === 'klDiv' && wanted.includes('log-probabilities') && space.name !== 'log-probabilities',
  fixes: takeLogSoftmax,
});
