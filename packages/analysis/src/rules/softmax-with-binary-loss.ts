import { mismatchRule } from './engine/mismatch-rule.ts';

/** Binary cross-entropy on a softmax judges each class on its own. With two one-hot classes it equals cross-entropy: a hint at most. */
export const rule = mismatchRule({
  id: 'softmax-with-binary-loss',
  severity: 'warning',
  // Of one unit, `softmax-over-one-unit` speaks.
  matches: ({ wanted, space, accepts, classes }, consumer) =>
    consumer === 'loss' &&
    classes !== 1 &&
    wanted.includes('probabilities') &&
    space.name === 'probabilities' &&
    accepts.family === 'bernoulli' &&
    space.family === 'categorical',
  severityOf: ({ classes }) => (classes === 2 ? 'hint' : classes === undefined ? 'info' : 'warning'),
});
