import { mismatchRule } from './engine/mismatch-rule.ts';
import { takeLossOf } from './fixes/other-name.ts';

export const rule = mismatchRule({
  id: 'class-indices-for-one-hot-loss',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, accepts }, consumer) =>
    consumer === 'target' &&
    accepts.family === 'categorical' &&
    wanted.includes('one-hot') &&
    !wanted.includes('class-index') &&
    space.name === 'class-index',
  fixes: takeLossOf('class-index'),
});
