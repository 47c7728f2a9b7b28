import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { wantsDistribution } from '../spaces.ts';

const stats = functionsOf('scipy.stats', {
  before: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.',
  after: '.html',
});
const distance = functionsOf('scipy.spatial.distance', {
  before: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.',
  after: '.html',
});
const linalg = functionsOf('scipy.linalg', {
  before: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.linalg.',
  after: '.html',
});

const norm = functionsOf('scipy.stats.norm', {
  before: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.norm.html',
});
const bernoulli = functionsOf('scipy.stats.bernoulli', {
  before: 'https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.bernoulli.html',
});

export const rows: readonly Row[] = [
  stats('entropy', '(pk: x, qk: y=None, base=None, axis=0)', 'entropyOf', {
    accepts: [wantsDistribution('x'), wantsDistribution('y')],
  }),
  ...(
    [
      ['pdf', 'normalPdf'],
      ['logpdf', 'normalLogPdf'],
      ['cdf', 'normalCdf'],
      ['sf', 'normalSurvival'],
    ] as const
  ).map(([name, op]) => norm(name, '(x, loc=0, scale=1)', op)),
  norm('ppf', '(q: x, loc=0, scale=1)', 'normalQuantile'),
  bernoulli('pmf', '(k: x, p, loc: _loc=0)', 'bernoulliPmf'),
  stats('zscore', "(a: x, axis: _axis=0, ddof=0, nan_policy: _nan_policy='propagate')", 'zscore'),
  distance('jensenshannon', '(p: x, q: y, base=None, *, axis: _axis=0, keepdims: _keepdims=False)', 'jensenShannon', {
    accepts: [wantsDistribution('x'), wantsDistribution('y')],
  }),
  linalg('norm', '(a: x, ord: order=None, axis=None, keepdims=False, check_finite: _check_finite=True)', 'norm', {
    fixed: { matrix: true },
  }),
];
