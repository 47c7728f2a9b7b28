import { mismatchRule } from './engine/mismatch-rule.ts';

export const rule = mismatchRule({
  id: 'logits-as-targets',
  severity: 'error',
  matches: ({ space, event }, consumer) =>
    consumer === 'target' && event.row.op !== 'klDiv' && (space.name === 'logits' || space.name === 'log-probabilities'),
});
