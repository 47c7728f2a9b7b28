import { mismatchRule } from './engine/mismatch-rule.ts';
import { takeLossOf } from './fixes/other-name.ts';

export const rule = mismatchRule({
  id: 'one-hot-targets-for-sparse-loss',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space }, consumer) =>
    consumer === 'target' && wanted.includes('class-index') && !wanted.includes('one-hot') && space.name === 'one-hot',
  fixes: takeLossOf('one-hot'),
});
