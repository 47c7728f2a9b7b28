import { mismatchRule } from './engine/mismatch-rule.ts';

/** A class index has no gradient, and is no score. */
export const rule = mismatchRule({
  id: 'argmax-before-loss',
  severity: 'error',
  matches: ({ space, event }, consumer) =>
    consumer === 'loss' && !event.row.name.startsWith('sklearn.') && space.name === 'class-index',
});
