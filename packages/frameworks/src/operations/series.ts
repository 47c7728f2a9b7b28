import type { OperationInfo } from './operation-info.ts';

/** Functions of lists of numbers: sets, edits, statistics of pairs, filters. All but the first axis' length is as NumPy has it. */
export const seriesOperations = {
  flatNonzero: { roles: ['x'], does: 'Indices of what is not zero in the flattened array.' },
  setIntersection: { roles: ['x', 'y'], does: 'Sorted distinct elements of both.' },
  setUnion: { roles: ['x', 'y'], does: 'Sorted distinct elements of either.' },
  setDifference: { roles: ['x', 'y'], does: 'Sorted distinct elements of x that y lacks.' },
  insertItems: { roles: ['x', 'at', 'value', 'axis'], does: 'x with values before an index; flattened without axis.' },
  deleteItems: { roles: ['x', 'at', 'axis'], does: 'x without some indices; flattened without axis.' },
  lexsort: { roles: ['keys'], does: 'Indices that sort by the last key, then the one before …' },
  histogram: { roles: ['x', 'bins', 'range', 'density', 'weights'], does: 'The pair (counts, edges); the last bin is closed.' },
  histogramCounts: { roles: ['x', 'bins', 'low', 'high'], does: 'Counts only (torch.histc), in the dtype of x.' },
  covariance: { roles: ['x', 'y', 'rowvar', 'bias', 'ddof'], does: 'Covariances of the rows of x (and y), over n − 1.' },
  correlation: { roles: ['x', 'y', 'rowvar'], does: 'Covariances over the product of the standard deviations.' },
  interpolate: { roles: ['x', 'xp', 'fp', 'left', 'right'], does: 'Piecewise linear between known points, constant outside.' },
  trapezoid: { roles: ['y', 'x', 'step', 'axis'], does: 'The integral by the trapezoidal rule along the last axis.' },
  convolve: { roles: ['x', 'y', 'mode', 'turned'], does: 'Discrete convolution of two lists: full, same or valid.' },
  triangleIndices: { roles: ['rows', 'columns', 'offset', 'upper'], does: 'Row and column indices of a triangle.' },
  openMesh: { roles: ['arrays'], does: 'np.ix_: each list along an axis of its own.' },
} as const satisfies Record<string, OperationInfo>;
