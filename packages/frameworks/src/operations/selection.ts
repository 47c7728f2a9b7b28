import type { OperationInfo } from './operation-info.ts';

export const selectionOperations = {
  sort: {
    roles: ['x', 'axis', 'descending', 'stable'],
    does: 'Sorted along axis (−1); flattened when None is given. `descending` may be "DESCENDING" (TensorFlow).',
  },
  sortInPlace: { roles: ['x', 'axis'], does: 'ndarray.sort: changes x, gives None.' },
  sortWithIndex: { roles: ['x', 'axis', 'descending', 'stable'], does: 'The named pair (values, indices).' },
  argsort: { roles: ['x', 'axis', 'descending', 'stable'], does: 'Indices that sort.' },
  topkWithIndex: {
    roles: ['x', 'k', 'axis', 'largest', 'sorted'],
    does: 'The k largest along axis (−1), as the named pair (values, indices).',
  },
  kthWithIndex: { roles: ['x', 'k', 'axis', 'keepdims'], does: 'k-th smallest (1-based).' },
  modeWithIndex: { roles: ['x', 'axis', 'keepdims'], does: 'Most frequent along axis (−1).' },
  inTopK: { roles: ['target', 'x', 'k'], does: 'bool: is the target among the k largest of the last axis?' },
  partition: { roles: ['x', 'kth', 'axis'], does: 'Shape only.' },
  argpartition: { roles: ['x', 'kth', 'axis'], does: 'Shape only.' },
  unique: {
    roles: ['x', 'sorted', 'returnIndex', 'returnInverse', 'returnCounts', 'axis'],
    does: 'Sorted distinct elements, with what the flags ask for as a tuple (index, inverse, counts).',
  },
  bincount: { roles: ['x', 'weights', 'minlength'], does: 'Counts of 0, 1, …' },
  searchsorted: { roles: ['x', 'y', 'side', 'right'], does: 'Where y would stand in the sorted x.' },
  digitize: { roles: ['x', 'bins', 'right'], does: 'Index of the bin of each x.' },
  isin: { roles: ['x', 'y', 'invert'], does: 'bool.' },
  where: {
    roles: ['condition', 'x', 'y'],
    does: 'Elementwise choice; the condition alone gives the tuple of nonzero indices (TensorFlow: one [n, rank] array).',
  },
  select: { roles: ['conditions', 'choices', 'default'], does: 'First condition that holds.' },
  nonzero: { roles: ['x', 'asTuple'], does: 'asTuple True: a tuple of index arrays; False: one [n, rank] array.' },
  maskedFill: { roles: ['x', 'mask', 'value'], does: 'value where the mask holds.' },
  booleanMask: { roles: ['x', 'mask', 'axis'], does: 'The elements where the mask holds.' },
  take: {
    roles: ['x', 'indices', 'axis', 'batchDims', 'mode'],
    does: 'Rows of x along axis (flattened when None): shape = x before axis + indices + x after.',
  },
  takeAlong: { roles: ['x', 'indices', 'axis'], does: 'result[i][j] = x[i][indices[i][j]]: torch.gather, np.take_along_axis.' },
  gatherNd: { roles: ['x', 'indices', 'batchDims'], does: 'The last axis of indices addresses x.' },
  scatter: {
    roles: ['x', 'axis', 'indices', 'value', 'reduce'],
    does: 'x with x[i][indices[i][j]] = value[i][j]; `reduce` "add" or "multiply".',
  },
  indexFill: { roles: ['x', 'axis', 'indices', 'value'], does: 'value at the given indices of axis.' },
  putAlong: { roles: ['x', 'indices', 'value', 'axis'], does: 'In place; gives None.' },
  oneHot: {
    roles: ['x', 'classes', 'onValue', 'offValue', 'axis', 'dtype', 'plain'],
    does: 'New axis (last, or `axis`) of `classes` (−1 or None: largest index + 1).',
  },
  labelBinarize: { roles: ['x', 'classes', 'low', 'high', 'sparse'], does: 'One-hot rows of labels in the order of classes.' },
  tril: { roles: ['x', 'offset'], does: 'Lower triangle.' },
  triu: { roles: ['x', 'offset'], does: 'Upper triangle.' },
  bandPart: { roles: ['x', 'lower', 'upper'], does: 'tf.linalg.band_part.' },
  diagonal: { roles: ['x', 'offset', 'axis1', 'axis2'], does: 'x[i, i + offset] over two axes (0, 1).' },
  diag: { roles: ['x', 'offset'], does: 'A vector to a matrix, a matrix to its diagonal.' },
  sequenceMask: { roles: ['x', 'length', 'dtype'], does: 'x[..., None] > arange(length).' },
} as const satisfies Record<string, OperationInfo>;
