import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { classIndex, wantsDistribution, wantsLogits, wantsProbabilities } from '../spaces.ts';

const random = functionsOf('jax.random', { before: 'https://docs.jax.dev/en/latest/_autosummary/jax.random.', after: '.html' });
const sharding = 'out_sharding: _out_sharding=None';

export const rows: readonly Row[] = [
  random(
    'categorical',
    '(key: _key, logits: x, axis=-1, shape=None, replace: replacement=True, mode: _mode=None)',
    'sampleCategorical',
    {
      accepts: [wantsLogits('x', 'categorical', { role: 'axis' })],
      gives: [classIndex],
    },
  ),
  random(
    'bernoulli',
    "(key: _key, p: x=0.5, shape=None, mode: _mode='low', *, out_sharding: _out_sharding=None)",
    'sampleBernoulli',
    { accepts: [wantsProbabilities()] },
  ),
  random('choice', '(key: _key, a: x, shape=(), replace=True, p: weights=None, axis=0, mode: _mode=None)', 'choice', {
    accepts: [wantsDistribution('weights')],
  }),
  random('normal', `(key: _key, shape=(), dtype=None, *, ${sharding})`, 'random', { fixed: { distribution: 'normal' } }),
  random('uniform', `(key: _key, shape=(), dtype=None, minval: low=0.0, maxval: high=1.0, *, ${sharding})`, 'random', {
    fixed: { distribution: 'uniform' },
  }),
  random('randint', `(key: _key, shape, minval: low, maxval: high, dtype=None, *, ${sharding})`, 'random', {
    fixed: { distribution: 'integers' },
  }),
  random('truncated_normal', `(key: _key, lower: low, upper: high, shape=None, dtype=None, *, ${sharding})`, 'random', {
    fixed: { distribution: 'truncated' },
  }),
  random('gumbel', `(key: _key, shape=(), dtype=None, mode: _mode=None, *, ${sharding})`, 'random', {
    fixed: { distribution: 'gumbel' },
  }),
  random('permutation', `(key: _key, x, axis=0, independent: _independent=False, *, ${sharding})`, 'permutation'),
  random('PRNGKey', '(seed: _seed, *, impl: _impl=None)'),
  random('key', '(seed: _seed, *, impl: _impl=None)'),
  random('split', '(key: _key, num: _num=2)'),
];
