import { mismatchRule } from './engine/mismatch-rule.ts';
import { predictProbabilities } from './fixes/other-name.ts';

/** scikit-learn's scores of probabilities: they are no losses to train with. */
const scores: ReadonlySet<string> = new Set(['logLoss', 'brier']);

/** Log-loss of predicted classes is huge or infinite at every mistake: it wants predict_proba. */
export const rule = mismatchRule({
  id: 'hard-labels-before-log-loss',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, event }, consumer) =>
    event.row.op !== undefined &&
    scores.has(event.row.op) &&
    consumer !== 'target' &&
    wanted.includes('probabilities') &&
    space.name === 'class-index',
  fixes: predictProbabilities,
});
