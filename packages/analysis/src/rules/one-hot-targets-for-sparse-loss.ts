import { mismatchRule } from './engine/mismatch-rule.ts';

export const rule = mismatchRule({
  id: 'one-hot-targets-for-sparse-loss',
  severity: 'error',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'target' && wanted.includes('class-index') && !wanted.includes('one-hot') && space.name === 'one-hot',
});
