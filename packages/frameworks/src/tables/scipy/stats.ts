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
const distribution = (name: string) =>
  functionsOf(`scipy.stats.${name}`, {
    before: `https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.${name}.html`,
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
  stats('pearsonr', "(x, y, *, alternative: _alternative='two-sided')", 'pearson'),
  stats(
    'spearmanr',
    "(a: x, b: y=None, axis: _axis=0, nan_policy: _nan_policy='propagate', alternative: _alternative='two-sided')",
    'spearman',
  ),
  stats(
    'kendalltau',
    "(x, y, initial_lexsort: _initial=None, nan_policy: _nan_policy='propagate', method: _method='auto', variant: _variant='b', alternative: _alternative='two-sided')",
    'kendall',
  ),
  stats('linregress', "(x, y=None, alternative: _alternative='two-sided')", 'regression'),
  stats('skew', "(a: x, axis: _axis=0, bias=True, nan_policy: _nan_policy='propagate', *, keepdims: _keepdims=False)", 'moment', {
    fixed: { kind: 'skew' },
  }),
  stats(
    'kurtosis',
    "(a: x, axis: _axis=0, fisher=True, bias=True, nan_policy: _nan_policy='propagate', *, keepdims: _keepdims=False)",
    'moment',
    { fixed: { kind: 'kurtosis' } },
  ),
  stats('trim_mean', '(a: x, proportiontocut: proportion, axis: _axis=0)', 'moment', { fixed: { kind: 'trimmed' } }),
  stats('zscore', "(a: x, axis: _axis=0, ddof=0, nan_policy: _nan_policy='propagate')", 'zscore'),
  distance('jensenshannon', '(p: x, q: y, base=None, *, axis: _axis=0, keepdims: _keepdims=False)', 'jensenShannon', {
    accepts: [wantsDistribution('x'), wantsDistribution('y')],
  }),
  ...(['pdf', 'cdf', 'sf'] as const).flatMap((kind) => [
    distribution('logistic')(kind, '(x, loc=0, scale=1)', 'logisticDistribution', { fixed: { kind } }),
    distribution('expon')(kind, '(x, loc=0, scale=1)', 'exponentialDistribution', { fixed: { kind } }),
  ]),
  distribution('logistic')('ppf', '(q: x, loc=0, scale=1)', 'logisticDistribution', { fixed: { kind: 'ppf' } }),
  ...(['pdf', 'cdf'] as const).map((kind) =>
    distribution('uniform')(kind, '(x, loc=0, scale=1)', 'uniformDistribution', { fixed: { kind } }),
  ),
  distribution('poisson')('pmf', '(k: x, mu: mean, loc=0)', 'poissonPmf'),
  distribution('binom')('pmf', '(k: x, n, p, loc=0)', 'binomialPmf'),
  stats(
    'hmean',
    "(a: x, axis: _axis=0, dtype: _dtype=None, *, weights=None, nan_policy: _nan_policy='propagate', keepdims=False)",
    'meanOf',
    {
      fixed: { kind: 'harmonic' },
    },
  ),
  stats(
    'gmean',
    "(a: x, axis: _axis=0, dtype: _dtype=None, weights=None, *, nan_policy: _nan_policy='propagate', keepdims=False)",
    'meanOf',
    {
      fixed: { kind: 'geometric' },
    },
  ),
  stats('sem', "(a: x, axis: _axis=0, ddof: correction=1, nan_policy: _nan_policy='propagate')", 'meanOf', {
    fixed: { kind: 'error' },
  }),
  stats('rankdata', "(a: x, method='average', *, axis=None, nan_policy: _nan_policy='propagate')", 'ranks'),
  ...['euclidean', 'sqeuclidean', 'cityblock', 'chebyshev', 'cosine', 'hamming'].map((kind) =>
    distance(kind, '(u: x, v: y, w: weights=None)', 'vectorDistance', { fixed: { kind } }),
  ),
  distance('minkowski', '(u: x, v: y, p: order=2, w: weights=None)', 'vectorDistance', { fixed: { kind: 'minkowski' } }),
  distance('cdist', "(XA: x, XB: y, metric='euclidean', *, out: _out=None, w: weights=None, **kwargs: _kwargs)", 'rowDistances'),
  distance('pdist', "(X: x, metric='euclidean', *, out: _out=None, w: weights=None, **kwargs: _kwargs)", 'rowDistances'),
  linalg('det', '(a: x, overwrite_a: _overwrite=False, check_finite: _check=True)', 'det'),
  linalg('inv', '(a: x, overwrite_a: _overwrite=False, check_finite: _check=True)', 'inverse'),
  linalg('norm', '(a: x, ord: order=None, axis=None, keepdims=False, check_finite: _check_finite=True)', 'norm', {
    fixed: { matrix: true },
  }),
];
