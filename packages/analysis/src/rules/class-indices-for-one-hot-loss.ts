import { mismatchRule } from './engine/mismatch-rule.ts';

export const rule = mismatchRule({
  id: 'class-indices-for-one-hot-loss',
  severity: 'error',
  matches: ({ wanted, space, accepts }, consumer) =>
    consumer === 'target' &&
    accepts.family === 'categorical' &&
    wanted.includes('one-hot') &&
    !wanted.includes('class-index') &&
    space.name === 'class-index',
});
