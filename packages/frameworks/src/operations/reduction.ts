import type { OperationInfo } from './operation-info.ts';

const reduction = (does: string, ...more: string[]): OperationInfo => ({
  roles: ['x', 'axis', 'keepdims', 'dtype', ...more],
  does,
});

export const reductionOperations = {
  sum: reduction('Σ. bool and small ints sum in the default int.', 'initial', 'where'),
  prod: reduction('Π.', 'initial', 'where'),
  mean: reduction('Integers give the default float (torch refuses them; tensorflow keeps the dtype).', 'where'),
  max: reduction('Largest.', 'initial', 'where'),
  min: reduction('Smallest.', 'initial', 'where'),
  all: reduction('bool.', 'where'),
  any: reduction('bool.', 'where'),
  countNonzero: reduction('int.'),
  var: reduction('Σ(x − mean)²/(n − correction).', 'correction', 'unbiased', 'mean'),
  std: reduction('√var.', 'correction', 'unbiased', 'mean'),
  spreadAndMean: { roles: ['x', 'axis', 'keepdims', 'correction', 'unbiased', 'root'], does: 'The pair (√var or var, mean).' },
  moments: { roles: ['x', 'axis', 'keepdims'], does: 'The pair (mean, variance).' },
  median: reduction('The mean of the two middle ones.'),
  quantile: reduction('Linear interpolation at `q` in [0, 1]; `percent` when q is in [0, 100].', 'q', 'percent', 'method'),
  argmax: reduction('Index of the first largest; of the flattened array when axis is None.'),
  argmin: reduction('Index of the first smallest.'),
  nansum: reduction('NaN as 0.'),
  nanmean: reduction('Ignoring NaN.'),
  nanmax: reduction('Ignoring NaN.'),
  nanmin: reduction('Ignoring NaN.'),
  nanstd: reduction('Ignoring NaN.', 'correction'),
  nanvar: reduction('Ignoring NaN.', 'correction'),
  ptp: reduction('max − min.'),
  average: { roles: ['x', 'axis', 'weights', 'keepdims', 'returned'], does: 'Weighted mean.' },
  renorm: {
    roles: ['x', 'order', 'axis', 'limit'],
    does: 'Slices along the axis whose norm is over the limit are scaled to it.',
  },
  norm: {
    roles: ['x', 'order', 'axis', 'keepdims', 'dtype', 'matrix'],
    does: 'Vector norm (order 2, any number, inf) along axis, over everything without; "fro" too; two axes with an order are a matrix norm, and so is `matrix` with an order, no axis and a 2-D x.',
  },
  torchMax: {
    roles: ['x', 'axis', 'keepdims'],
    does: 'torch.max: alone the largest; with an integer axis the named pair (values, indices); with a tensor in `axis` the elementwise maximum.',
  },
  torchMin: { roles: ['x', 'axis', 'keepdims'], does: 'torch.min, likewise.' },
  torchMedian: { roles: ['x', 'axis', 'keepdims'], does: 'torch.median: the lower of the two; with an axis (values, indices).' },
  aminmax: { roles: ['x', 'axis', 'keepdims'], does: 'The named pair (min, max).' },
  cumsum: {
    roles: ['x', 'axis', 'dtype', 'exclusive', 'reverse'],
    does: 'Running sum; of the flattened array when axis is None.',
  },
  cumprod: { roles: ['x', 'axis', 'dtype', 'exclusive', 'reverse'], does: 'Running product.' },
  cummaxWithIndex: { roles: ['x', 'axis'], does: 'Running maximum and where it is.' },
  cumminWithIndex: { roles: ['x', 'axis'], does: 'Running minimum and where it is.' },
  cumulativeMax: { roles: ['x', 'axis'], does: 'Running maximum.' },
  logcumsumexp: { roles: ['x', 'axis'], does: 'Running log-sum-exp.' },
  diff: { roles: ['x', 'n', 'axis'], does: 'Differences of neighbours, n times (1), along axis (−1).' },
} as const satisfies Record<string, OperationInfo>;
