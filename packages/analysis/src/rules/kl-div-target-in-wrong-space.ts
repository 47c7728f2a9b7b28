import { mismatchRule } from './engine/mismatch-rule.ts';

/** The target is a distribution, or its logarithm with log_target=True. */
export const rule = mismatchRule({
  id: 'kl-div-target-in-wrong-space',
  severity: 'error',
  matches: ({ space, event }, consumer) =>
    consumer === 'target' &&
    event.row.op === 'klDiv' &&
    (space.name === 'logits' || space.name === 'log-probabilities' || space.name === 'probabilities'),
});
