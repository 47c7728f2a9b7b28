import type { Row } from '../../schema.ts';
import { classIndex } from '../spaces.ts';
import { both, functional, linalg, method, torch } from './site.ts';

const reduced = '(input: x, dim: axis=None, keepdim: keepdims=False, *, dtype=None)';
const spread = '(input: x, dim: axis=None, unbiased=True, keepdim: keepdims=False, *, correction=...)';
const flagged = '(input: x, dim: axis=None, keepdim: keepdims=False)';

export const rows: readonly Row[] = [
  ...both('sum', reduced, 'sum'),
  ...both('prod', reduced, 'prod'),
  ...both('mean', reduced, 'mean'),
  ...both('nansum', reduced, 'nansum'),
  ...both('nanmean', reduced, 'nanmean'),
  ...both('std', spread, 'std'),
  ...both('var', spread, 'var'),
  torch('std_mean', spread, 'spreadAndMean', { fixed: { root: true } }),
  torch('var_mean', spread, 'spreadAndMean', { fixed: { root: false } }),
  torch('cov', '(input: x, *, correction: ddof=1, fweights: _fweights=None, aweights: _aweights=None)', 'covariance'),
  torch('corrcoef', '(input: x)', 'correlation'),
  torch('histc', '(input: x, bins=100, min: low=0, max: high=0)', 'histogramCounts'),
  ...both('max', '(input: x, dim: axis=None, keepdim: keepdims=False)', 'torchMax'),
  ...both('min', '(input: x, dim: axis=None, keepdim: keepdims=False)', 'torchMin'),
  ...both('amax', '(input: x, dim: axis=(), keepdim: keepdims=False)', 'max'),
  ...both('amin', '(input: x, dim: axis=(), keepdim: keepdims=False)', 'min'),
  ...both('aminmax', '(input: x, *, dim: axis=None, keepdim: keepdims=False)', 'aminmax'),
  torch('argmax', flagged, 'argmax', { gives: [classIndex] }),
  method('argmax', flagged.replace('input', 'self'), 'argmax', { gives: [classIndex] }),
  torch('argmin', flagged, 'argmin'),
  method('argmin', flagged.replace('input', 'self'), 'argmin'),
  ...both('all', flagged, 'all'),
  ...both('any', flagged, 'any'),
  ...both('median', flagged, 'torchMedian'),
  ...both(
    'quantile',
    "(input: x, q, dim: axis=None, keepdim: keepdims=False, *, interpolation: _interpolation='linear')",
    'quantile',
  ),
  torch('count_nonzero', '(input: x, dim: axis=None)', 'countNonzero'),
  method('count_nonzero', '(self: x, dim: axis=None)', 'countNonzero'),
  ...both('logsumexp', '(input: x, dim: axis, keepdim: keepdims=False)', 'logSumExp'),
  torch('norm', "(input: x, p: order='fro', dim: axis=None, keepdim: keepdims=False, out: _out=None, dtype=None)", 'norm'),
  method('norm', "(self: x, p: order='fro', dim: axis=None, keepdim: keepdims=False, dtype=None)", 'norm'),
  linalg('norm', '(A: x, ord: order=None, dim: axis=None, keepdim: keepdims=False, *, out: _out=None, dtype=None)', 'norm', {
    fixed: { matrix: true },
  }),
  linalg('vector_norm', '(x, ord: order=2, dim: axis=None, keepdim: keepdims=False, *, dtype=None, out: _out=None)', 'norm'),
  ...both('cumsum', '(input: x, dim: axis, *, dtype=None)', 'cumsum'),
  ...both('cumprod', '(input: x, dim: axis, *, dtype=None)', 'cumprod'),
  ...both('cummax', '(input: x, dim: axis)', 'cummaxWithIndex'),
  ...both('cummin', '(input: x, dim: axis)', 'cumminWithIndex'),
  ...both('logcumsumexp', '(input: x, dim: axis)', 'logcumsumexp'),
  ...both('diff', '(input: x, n=1, dim: axis=-1, prepend: _prepend=None, append: _append=None)', 'diff'),
  functional('cosine_similarity', '(x1: x, x2: y, dim: axis=1, eps: epsilon=1e-08)', 'cosineSimilarity', {
    also: ['torch.cosine_similarity'],
  }),
  functional(
    'pairwise_distance',
    '(x1: x, x2: y, p: order=2.0, eps: epsilon=1e-06, keepdim: keepdims=False)',
    'pairwiseDistance',
    {
      also: ['torch.pairwise_distance'],
    },
  ),
  torch('cdist', "(x1: x, x2: y, p: order=2.0, compute_mode: _compute_mode='use_mm_for_euclid_dist_if_necessary')", 'cdist'),
];
