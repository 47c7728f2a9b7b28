import { mismatchRule } from './engine/mismatch-rule.ts';

/** Log-loss of predicted classes is huge or infinite at every mistake: it wants predict_proba. */
export const rule = mismatchRule({
  id: 'hard-labels-before-log-loss',
  severity: 'error',
  matches: ({ wanted, space }, consumer) =>
    (consumer === 'metric' || consumer === 'other') && wanted.includes('probabilities') && space.name === 'class-index',
});
