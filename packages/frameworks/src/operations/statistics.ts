import type { OperationInfo } from './operation-info.ts';

/** Closed forms of scipy.stats, distances, and scikit-learn's preprocessing. */
export const statisticsOperations = {
  logisticDistribution: { roles: ['x', 'loc', 'scale', 'kind'], does: '`kind`: pdf, cdf, sf, ppf of the logistic distribution.' },
  exponentialDistribution: {
    roles: ['x', 'loc', 'scale', 'kind'],
    does: '`kind`: pdf, cdf, sf of the exponential distribution.',
  },
  uniformDistribution: { roles: ['x', 'loc', 'scale', 'kind'], does: '`kind`: pdf, cdf of the uniform on [loc, loc + scale].' },
  poissonPmf: { roles: ['x', 'mean', 'loc'], does: 'The probability of x events.' },
  binomialPmf: { roles: ['x', 'n', 'p', 'loc'], does: 'The probability of x successes of n.' },
  meanOf: {
    roles: ['x', 'kind', 'weights', 'keepdims', 'correction'],
    does: '`kind`: harmonic or geometric mean, or the standard error, of a list.',
  },
  ranks: {
    roles: ['x', 'method', 'axis'],
    does: 'Ranks from 1; ties share the average, the lowest or the highest, or are dense.',
  },
  vectorDistance: {
    roles: ['x', 'y', 'order', 'kind', 'weights'],
    does: '`kind`: euclidean, sqeuclidean, cityblock, chebyshev, cosine, hamming, minkowski, of two vectors.',
  },
  rowDistances: {
    roles: ['x', 'y', 'metric', 'weights'],
    does: 'Distances of all rows of x to all of y; without y the pairs i < j of x.',
  },
  rowSimilarities: { roles: ['x', 'y'], does: 'Cosines between the rows.' },
  normalizeRows: { roles: ['x', 'kind', 'axis', 'returnNorm'], does: 'Rows over their l1, l2 or max norm; rows of zeros stay.' },
  standardScale: {
    roles: ['x', 'withMean', 'withSpread', 'axis', 'lists'],
    does: 'Columns less their mean, over their standard deviation.',
  },
  standardFit: { roles: ['x', 'withMean', 'withSpread'], does: 'What standardScale learns: mean_, var_, scale_ of the columns.' },
  rangeFit: {
    roles: ['x', 'range'],
    does: 'What rangeScale learns: data_min_, data_max_, data_range_, scale_, min_ of the columns.',
  },
  rangeScale: { roles: ['x', 'range', 'axis', 'lists'], does: 'Columns stretched to a range.' },
  encodeLabels: { roles: ['x'], does: 'Each label’s place among the sorted distinct ones.' },
  encodeBinary: {
    roles: ['x', 'low', 'high', 'sparse'],
    does: 'One column per sorted distinct label; two labels make one column.',
  },
  encodeOneHot: {
    roles: ['x', 'sparse', 'sparseOutput', 'drop', 'categories', 'dtype', 'least', 'most'],
    does: 'One column per distinct value of each column.',
  },
  encodeLabelSets: { roles: ['x', 'classes', 'sparse'], does: 'One row per set of labels, one column per label.' },
} as const satisfies Record<string, OperationInfo>;
