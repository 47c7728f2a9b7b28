/**
 * The operations that rows name in `op`, with their roles: the contract between the tables and `packages/analysis/src/operations`.
 * A role that a row's signature does not have is absent, and the operation's own default holds (given in `does` where it matters).
 *
 * Conventions
 * - `x`, `y`, `target`, `weight`, `condition`, `mask`, `indices` are arrays, numbers or nested sequences.
 * - `axis` is an integer, a tuple of integers, or None for all axes; negative counts from the end.
 * - A role that a rest parameter carries is a tuple: `x.view(2, 3)` and `x.view((2, 3))` give `(2, 3)` and `((2, 3),)`;
 *   an operation with `shape`, `axes` or `repeats` unwraps the second.
 * - `dtype` None keeps the operation's natural dtype in the dialect. Roles that begin with `_` are ignored.
 * - `reduction` is 'none', 'mean', 'sum' (also 'batchmean' where named, 'sum_over_batch_size' and 'auto' meaning the mean).
 * - Operations named `…WithIndex` give the pair (values, indices).
 * - Layers have unknown weights: they give shapes, and no space unless the row's `gives` says so.
 */
export interface OperationInfo {
  readonly roles: readonly string[];
  readonly does: string;
}

const unary = (does: string): OperationInfo => ({ roles: ['x', 'dtype'], does });
const binary = (does: string): OperationInfo => ({ roles: ['x', 'y', 'dtype'], does });
const reduction = (does: string, ...more: string[]): OperationInfo => ({
  roles: ['x', 'axis', 'keepdims', 'dtype', ...more],
  does,
});
const lossRoles = ['x', 'target', 'weight', 'reduction', 'sizeAverage', 'reduce'];
const convolution = ['x', 'channels', 'kernel', 'stride', 'padding', 'dilation', 'rank', 'layout', 'outputPadding', 'multiplier'];
const pooling = ['x', 'kernel', 'stride', 'padding', 'dilation', 'ceil', 'rank', 'layout', 'withIndices'];

const creation = {
  array: {
    roles: ['data', 'dtype', 'shape', 'copy', 'ndmin'],
    does: 'An array of nested sequences, numbers or an array; `shape` reshapes or fills (tf.constant).',
  },
  convert: {
    roles: ['x', 'dtype', 'library'],
    does: 'The same data as an array of another library (`library`: numpy, torch, tensorflow, jax, tfjs, list).',
  },
  zeros: { roles: ['shape', 'dtype'], does: 'Zeros, of the default float.' },
  ones: { roles: ['shape', 'dtype'], does: 'Ones, of the default float.' },
  full: { roles: ['shape', 'value', 'dtype'], does: 'One value everywhere; its dtype unless `dtype`.' },
  empty: { roles: ['shape', 'dtype'], does: 'Unknown data of a known shape (reason `random`).' },
  zerosLike: { roles: ['x', 'dtype', 'shape'], does: 'Zeros in the shape and dtype of x.' },
  onesLike: { roles: ['x', 'dtype', 'shape'], does: 'Ones in the shape and dtype of x.' },
  fullLike: { roles: ['x', 'value', 'dtype', 'shape'], does: 'One value in the shape and dtype of x.' },
  emptyLike: { roles: ['x', 'dtype', 'shape'], does: 'Unknown data in the shape and dtype of x.' },
  eye: { roles: ['rows', 'columns', 'offset', 'dtype', 'batch'], does: 'Identity matrix; columns default to rows.' },
  arange: {
    roles: ['start', 'stop', 'step', 'dtype'],
    does: "As Python's range: `start` alone is the stop; all integers give the default int, else the default float.",
  },
  linspace: {
    roles: ['start', 'stop', 'num', 'endpoint', 'dtype', 'axis'],
    does: 'num values from start to stop; endpoint included unless False.',
  },
  logspace: { roles: ['start', 'stop', 'num', 'endpoint', 'base', 'dtype'], does: 'base ** linspace.' },
  meshgrid: { roles: ['arrays', 'indexing'], does: 'Coordinate grids; indexing "xy" or "ij".' },
  random: {
    roles: ['shape', 'dtype', 'distribution', 'low', 'high', 'loc', 'scale'],
    does: 'Unknown data of a known shape; `distribution` is normal, uniform, integers or another word. Integers have the default int. `high` None means low is the high.',
  },
  randomLike: { roles: ['x', 'dtype', 'distribution', 'low', 'high'], does: 'Unknown data in the shape and dtype of x.' },
  permutation: {
    roles: ['x', 'dtype', 'axis'],
    does: 'A random order of range(x), or of the rows of x: unknown data, known shape.',
  },
  choice: {
    roles: ['x', 'shape', 'replace', 'weights', 'axis'],
    does: 'Random elements of x (or of range(x)): unknown data of the shape given, a scalar without.',
  },
  sampleCategorical: {
    roles: ['x', 'count', 'replacement', 'axis', 'shape', 'dtype'],
    does: 'Class indices drawn along an axis (the last): [..., count], or x without the axis when there is no count.',
  },
  sampleBernoulli: { roles: ['x', 'shape'], does: '0 or 1 in the shape of x, dtype of x.' },
  distributionSample: {
    roles: ['probs', 'logits', 'loc', 'concentration', 'shape', 'kind'],
    does: 'A sample: shape + batch shape (+ event shape). `kind`: categorical (drops the last axis), oneHot, bernoulli, relaxed, dirichlet, normal, other.',
  },
  distributionLogProb: {
    roles: ['probs', 'logits', 'x', 'kind'],
    does: 'log probability of x, in the batch shape: exact for categorical and bernoulli with known parameters.',
  },
  distributionEntropy: {
    roles: ['probs', 'logits', 'kind'],
    does: 'Entropy in nats, in the batch shape: exact for categorical and bernoulli.',
  },
  distributionProbs: {
    roles: ['probs', 'logits', 'kind'],
    does: 'The probabilities: probs normalised (categorical) or as given, else softmax or sigmoid of logits.',
  },
  distributionLogits: {
    roles: ['probs', 'logits', 'kind'],
    does: 'The logits: normalised to log-probabilities (categorical), or log-odds (bernoulli).',
  },
} as const satisfies Record<string, OperationInfo>;

const elementwise = {
  exp: unary('e^x.'),
  exp2: unary('2^x.'),
  expm1: unary('e^x − 1.'),
  log: { roles: ['x', 'dtype', 'base'], does: 'Natural logarithm; of a `base` where given.' },
  log2: unary('Base 2.'),
  log10: unary('Base 10.'),
  log1p: unary('log(1 + x).'),
  sqrt: unary('√x.'),
  rsqrt: unary('1/√x.'),
  cbrt: unary('∛x.'),
  square: unary('x².'),
  reciprocal: unary('1/x.'),
  abs: unary('|x|.'),
  sign: unary('−1, 0, 1.'),
  negative: unary('−x.'),
  positive: unary('x.'),
  floor: unary('Down.'),
  ceil: unary('Up.'),
  trunc: unary('Towards zero.'),
  frac: unary('x − trunc(x).'),
  round: { roles: ['x', 'decimals'], does: 'To even at ties, at `decimals` digits.' },
  sin: unary('Radians.'),
  cos: unary('Radians.'),
  tan: unary('Radians.'),
  arcsin: unary(''),
  arccos: unary(''),
  arctan: unary(''),
  sinh: unary(''),
  cosh: unary(''),
  tanh: unary(''),
  arcsinh: unary(''),
  arccosh: unary(''),
  arctanh: unary(''),
  degrees: unary('From radians.'),
  radians: unary('From degrees.'),
  erf: unary(''),
  erfc: unary(''),
  erfinv: unary(''),
  ndtr: unary('Φ(x), the normal distribution function.'),
  logNdtr: unary('log Φ(x).'),
  lgamma: unary('log|Γ(x)|.'),
  gamma: unary('Γ(x).'),
  digamma: unary(''),
  isnan: unary('bool.'),
  isinf: unary('bool.'),
  isfinite: unary('bool.'),
  logicalNot: unary('bool.'),
  bitwiseNot: unary('~x.'),
  nanToNum: {
    roles: ['x', 'nan', 'posinf', 'neginf'],
    does: 'NaN to 0 (or `nan`), infinities to the largest finite numbers of the dtype.',
  },
  add: { roles: ['x', 'y', 'scale', 'dtype'], does: 'x + scale·y (scale 1).' },
  subtract: { roles: ['x', 'y', 'scale', 'dtype'], does: 'x − scale·y.' },
  multiply: binary('x·y.'),
  divide: { roles: ['x', 'y', 'rounding', 'dtype'], does: 'True division; `rounding` "floor" or "trunc".' },
  divideNoNan: binary('x/y, and 0 where y is 0.'),
  floorDivide: binary('⌊x/y⌋.'),
  remainder: binary('Sign of the divisor.'),
  fmod: binary('Sign of the dividend.'),
  power: binary('x^y.'),
  maximum: binary('NaN if either is.'),
  minimum: binary('NaN if either is.'),
  fmax: binary('Ignores NaN.'),
  fmin: binary('Ignores NaN.'),
  arctan2: binary('arctan2(x, y) with x the first argument.'),
  hypot: binary('√(x² + y²).'),
  logaddexp: binary('log(e^x + e^y).'),
  logaddexp2: binary('Base 2.'),
  xlogy: binary('x·log y, 0 where x is 0.'),
  xlog1py: binary('x·log(1 + y), 0 where x is 0.'),
  squaredDifference: binary('(x − y)².'),
  entr: unary('−x·log x; 0 at 0, −∞ below.'),
  relEntr: binary('x·log(x/y).'),
  klDivElement: binary('x·log(x/y) − x + y.'),
  equal: binary('bool.'),
  notEqual: binary('bool.'),
  less: binary('bool.'),
  lessEqual: binary('bool.'),
  greater: binary('bool.'),
  greaterEqual: binary('bool.'),
  logicalAnd: binary('bool.'),
  logicalOr: binary('bool.'),
  logicalXor: binary('bool.'),
  bitwiseAnd: binary(''),
  bitwiseOr: binary(''),
  bitwiseXor: binary(''),
  isclose: { roles: ['x', 'y', 'rtol', 'atol', 'equalNan'], does: '|x − y| ≤ atol + rtol·|y|, elementwise.' },
  allclose: {
    roles: ['x', 'y', 'rtol', 'atol', 'equalNan'],
    does: 'All of isclose: a Python bool (an array where the library gives one).',
  },
  arrayEqual: { roles: ['x', 'y', 'equalNan'], does: 'Same shape and elements: a Python bool.' },
  assertClose: { roles: ['x', 'y', 'rtol', 'atol', 'equalNan'], does: 'None.' },
  clip: { roles: ['x', 'low', 'high', 'dtype'], does: 'Between low and high, either may be None.' },
  lerp: { roles: ['x', 'y', 'weight'], does: 'x + weight·(y − x).' },
  addcmul: { roles: ['x', 'y', 'z', 'value'], does: 'x + value·y·z.' },
  addcdiv: { roles: ['x', 'y', 'z', 'value'], does: 'x + value·y/z.' },
  addN: { roles: ['arrays'], does: 'The sum of a list of arrays.' },
  heaviside: binary('0, y at 0, 1.'),
} as const satisfies Record<string, OperationInfo>;

const activations = {
  softmax: {
    roles: ['x', 'axis', 'dtype', 'temperature', 'where', 'mask', 'stable'],
    does: 'Of x/temperature along axis. axis None: see the row\'s axis rule (`gives`), "all" or torch-implicit. dtype casts first.',
  },
  logSoftmax: { roles: ['x', 'axis', 'dtype', 'temperature', 'where', 'mask'], does: 'log(softmax(x)).' },
  softmin: { roles: ['x', 'axis', 'dtype'], does: 'softmax(−x).' },
  sparsemax: { roles: ['x', 'axis'], does: 'Projection on the simplex.' },
  hardmax: { roles: ['x', 'axis'], does: '1 at the largest, 0 elsewhere.' },
  gumbelSoftmax: { roles: ['x', 'temperature', 'hard', 'axis'], does: 'Unknown data, shape of x.' },
  logSumExp: { roles: ['x', 'axis', 'keepdims', 'weights', 'where'], does: 'log Σ weights·e^x.' },
  sigmoid: unary('1/(1 + e^−x).'),
  logSigmoid: unary('log sigmoid(x).'),
  logit: { roles: ['x', 'epsilon', 'dtype'], does: 'log(x/(1 − x)); with epsilon x is clamped to [ε, 1 − ε] first.' },
  relu: unary('max(x, 0).'),
  relu6: unary('min(max(x, 0), 6).'),
  reluKeras: {
    roles: ['x', 'slope', 'high', 'threshold'],
    does: 'slope·(x − threshold) below the threshold, x above, at most `high` (None).',
  },
  leakyRelu: { roles: ['x', 'slope'], does: 'slope·x below 0.' },
  prelu: { roles: ['x', 'weight'], does: 'weight·x below 0.' },
  elu: { roles: ['x', 'alpha'], does: 'alpha·(e^x − 1) below 0.' },
  celu: { roles: ['x', 'alpha'], does: 'alpha·(e^(x/alpha) − 1) below 0.' },
  selu: unary(''),
  gelu: { roles: ['x', 'approximate'], does: 'x·Φ(x); tanh form when approximate is "tanh" or True.' },
  silu: unary('x·sigmoid(x).'),
  mish: unary('x·tanh(softplus(x)).'),
  softplus: { roles: ['x', 'beta', 'threshold'], does: 'log(1 + e^(beta·x))/beta; x itself where beta·x > threshold.' },
  softsign: unary('x/(1 + |x|).'),
  tanhshrink: unary('x − tanh x.'),
  softshrink: { roles: ['x', 'lambda'], does: 'Towards 0 by lambda.' },
  hardshrink: { roles: ['x', 'lambda'], does: '0 where |x| ≤ lambda.' },
  threshold: { roles: ['x', 'threshold', 'value'], does: 'value where x ≤ threshold.' },
  hardtanh: { roles: ['x', 'low', 'high'], does: 'Between low (−1) and high (1).' },
  hardSigmoid: unary('relu6(x + 3)/6.'),
  hardSigmoidKeras2: unary('0.2·x + 0.5 between 0 and 1.'),
  hardSwish: unary('x·relu6(x + 3)/6.'),
  squareplus: { roles: ['x', 'b'], does: '(x + √(x² + b))/2.' },
  glu: { roles: ['x', 'axis'], does: 'a·sigmoid(b), the halves of x along axis.' },
  exponential: unary('e^x, as an activation.'),
  standardize: { roles: ['x', 'axis', 'epsilon', 'mean', 'variance'], does: '(x − mean)/√(variance + ε).' },
  normalize: { roles: ['x', 'order', 'axis', 'epsilon'], does: 'x divided by max(its norm along axis, ε).' },
  l2Normalize: { roles: ['x', 'axis', 'epsilon'], does: 'x·rsqrt(max(Σx², ε)).' },
} as const satisfies Record<string, OperationInfo>;

const reductions = {
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
  moments: { roles: ['x', 'axis', 'keepdims'], does: 'The pair (mean, variance).' },
  median: reduction('The mean of the two middle ones.'),
  quantile: reduction('Linear interpolation at `q` in [0, 1]; `percent` when q is in [0, 100].', 'q', 'percent', 'method'),
  argmax: reduction('Index of the first largest; of the flattened array when axis is None.'),
  argmin: reduction('Index of the first smallest.'),
  nansum: reduction('NaN as 0.'),
  nanmean: reduction('Ignoring NaN.'),
  nanmax: reduction('Ignoring NaN.'),
  nanmin: reduction('Ignoring NaN.'),
  nanstd: reduction('', 'correction'),
  nanvar: reduction('', 'correction'),
  ptp: reduction('max − min.'),
  average: { roles: ['x', 'axis', 'weights', 'keepdims', 'returned'], does: 'Weighted mean.' },
  norm: {
    roles: ['x', 'order', 'axis', 'keepdims', 'dtype'],
    does: 'Vector norm (order 2, any number, inf) along axis, over everything without; "fro" too; two axes with an order are a matrix norm.',
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
  cummaxWithIndex: { roles: ['x', 'axis'], does: '' },
  cumminWithIndex: { roles: ['x', 'axis'], does: '' },
  cumulativeMax: { roles: ['x', 'axis'], does: 'Running maximum.' },
  logcumsumexp: { roles: ['x', 'axis'], does: '' },
  diff: { roles: ['x', 'n', 'axis'], does: 'Differences of neighbours, n times (1), along axis (−1).' },
  cov: { roles: ['x'], does: 'Shape only.' },
} as const satisfies Record<string, OperationInfo>;

const selection = {
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
  modeWithIndex: { roles: ['x', 'axis', 'keepdims'], does: '' },
  inTopK: { roles: ['target', 'x', 'k'], does: 'bool: is the target among the k largest of the last axis?' },
  partition: { roles: ['x', 'kth', 'axis'], does: 'Shape only.' },
  argpartition: { roles: ['x', 'kth', 'axis'], does: 'Shape only.' },
  unique: {
    roles: ['x', 'sorted', 'returnIndex', 'returnInverse', 'returnCounts', 'axis'],
    does: 'Sorted distinct elements, with what the flags ask for as a tuple (index, inverse, counts).',
  },
  bincount: { roles: ['x', 'weights', 'minlength'], does: 'Counts of 0, 1, …' },
  searchsorted: { roles: ['x', 'y', 'side', 'right'], does: 'Where y would stand in the sorted x.' },
  digitize: { roles: ['x', 'bins', 'right'], does: '' },
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
  indexFill: { roles: ['x', 'axis', 'indices', 'value'], does: '' },
  putAlong: { roles: ['x', 'indices', 'value', 'axis'], does: 'In place; gives None.' },
  oneHot: {
    roles: ['x', 'classes', 'onValue', 'offValue', 'axis', 'dtype'],
    does: 'New axis (last, or `axis`) of `classes` (−1 or None: largest index + 1).',
  },
  labelBinarize: { roles: ['x', 'classes'], does: 'One-hot rows of labels in the order of classes.' },
  tril: { roles: ['x', 'offset'], does: 'Lower triangle.' },
  triu: { roles: ['x', 'offset'], does: 'Upper triangle.' },
  bandPart: { roles: ['x', 'lower', 'upper'], does: 'tf.linalg.band_part.' },
  diagonal: { roles: ['x', 'offset', 'axis1', 'axis2'], does: '' },
  diag: { roles: ['x', 'offset'], does: 'A vector to a matrix, a matrix to its diagonal.' },
  sequenceMask: { roles: ['x', 'length', 'dtype'], does: 'x[..., None] > arange(length).' },
} as const satisfies Record<string, OperationInfo>;

const shapes = {
  reshape: { roles: ['x', 'shape', 'order'], does: 'One −1 is worked out.' },
  reshapeLike: { roles: ['x', 'y'], does: 'view_as.' },
  flatten: { roles: ['x', 'start', 'end'], does: 'Axes start…end joined (0, −1).' },
  unflatten: { roles: ['x', 'axis', 'shape'], does: 'One axis to several.' },
  squeeze: { roles: ['x', 'axis'], does: 'Drops axes of size 1 (all, or those given; torch leaves others alone).' },
  expandDims: { roles: ['x', 'axis'], does: 'New axes of size 1.' },
  permute: { roles: ['x', 'axes'], does: 'New order of axes; reversed without (axes None).' },
  swapAxes: { roles: ['x', 'first', 'second'], does: '' },
  moveAxis: { roles: ['x', 'source', 'destination'], does: '' },
  matrixTranspose: { roles: ['x'], does: 'Last two axes swapped (torch.t: 2-D).' },
  broadcastTo: { roles: ['x', 'shape'], does: '' },
  expand: { roles: ['x', 'shape'], does: 'broadcastTo, with −1 keeping a size.' },
  expandLike: { roles: ['x', 'y'], does: 'broadcastTo the shape of y.' },
  broadcastArrays: { roles: ['arrays'], does: 'A list of all in the common shape.' },
  tile: { roles: ['x', 'repeats'], does: 'np.tile, Tensor.repeat, tf.tile.' },
  repeat: { roles: ['x', 'repeats', 'axis'], does: 'np.repeat: each element, flattened when axis is None.' },
  concatenate: { roles: ['arrays', 'axis', 'dtype'], does: 'Along axis (0).' },
  stack: { roles: ['arrays', 'axis', 'dtype'], does: 'Along a new axis (0).' },
  vstack: { roles: ['arrays'], does: '' },
  hstack: { roles: ['arrays'], does: '' },
  columnStack: { roles: ['arrays'], does: '' },
  append: { roles: ['x', 'y', 'axis'], does: 'np.append: flattened when axis is None.' },
  split: {
    roles: ['x', 'sections', 'axis'],
    does: 'np.split, tf.split: into n equal parts, or at indices (numpy) or of sizes (tensorflow).',
  },
  arraySplit: { roles: ['x', 'sections', 'axis'], does: 'np.array_split: parts may differ by one.' },
  splitSizes: { roles: ['x', 'sizes', 'axis'], does: 'torch.split: pieces of one size, or of the sizes listed.' },
  chunk: { roles: ['x', 'chunks', 'axis'], does: 'At most n pieces of ⌈size/n⌉.' },
  unbind: { roles: ['x', 'axis', 'num'], does: 'A tuple of slices along axis (0).' },
  narrow: { roles: ['x', 'axis', 'start', 'length'], does: '' },
  selectIndex: { roles: ['x', 'axis', 'index'], does: 'x[..., index, ...].' },
  slice: { roles: ['x', 'begin', 'size'], does: 'tf.slice; −1 to the end.' },
  pad: {
    roles: ['x', 'widths', 'mode', 'value', 'layout'],
    does: '`layout` "numpy": [[before, after], …]; "torch": flat, last axis first.',
  },
  flip: { roles: ['x', 'axis'], does: 'All axes when None.' },
  roll: { roles: ['x', 'shift', 'axis'], does: '' },
  atleast: { roles: ['x', 'rank'], does: '' },
  shapeOf: { roles: ['x', 'axis'], does: 'The shape as a tuple, or one size.' },
  shapeTensor: { roles: ['x', 'dtype'], does: 'The shape as an int array (tf.shape).' },
  rankOf: { roles: ['x'], does: 'Number of axes.' },
  sizeOf: { roles: ['x', 'axis'], does: 'Number of elements.' },
  padSequence: { roles: ['arrays', 'batchFirst', 'value'], does: 'Shape only.' },
  vectorize: { roles: ['function'], does: 'The function itself (np.vectorize, jax.vmap of elementwise code).' },
  upsample: { roles: ['x', 'size', 'scale', 'rank', 'layout'], does: 'Shape only.' },
} as const satisfies Record<string, OperationInfo>;

const algebra = {
  matmul: {
    roles: ['x', 'y', 'transposeX', 'transposeY', 'dtype'],
    does: 'Broadcasting over leading axes; 1-D operands as in NumPy.',
  },
  dot: binary('np.dot: inner product, matmul, or over the last and last but one axis.'),
  inner: binary(''),
  outer: binary(''),
  vdot: binary('Flattened.'),
  vecdot: { roles: ['x', 'y', 'axis'], does: 'Σ x·y along axis.' },
  addmm: { roles: ['x', 'y', 'z', 'beta', 'scale'], does: 'beta·x + scale·(y @ z).' },
  tensordot: { roles: ['x', 'y', 'axes'], does: '' },
  einsum: { roles: ['equation', 'operands'], does: '' },
  linear: { roles: ['x', 'weight', 'bias'], does: 'x @ weightᵀ + bias.' },
  bilinear: { roles: ['x', 'y', 'features'], does: 'Shape only.' },
  trace: { roles: ['x'], does: '' },
  det: { roles: ['x'], does: '' },
  inverse: { roles: ['x'], does: '' },
  solve: { roles: ['x', 'y'], does: '' },
  cosineSimilarity: { roles: ['x', 'y', 'axis', 'epsilon'], does: '' },
  pairwiseDistance: { roles: ['x', 'y', 'order', 'epsilon', 'keepdims'], does: '' },
  cdist: { roles: ['x', 'y', 'order'], does: '' },
  kron: binary(''),
  cross: { roles: ['x', 'y', 'axis'], does: '' },
} as const satisfies Record<string, OperationInfo>;

const casts = {
  cast: { roles: ['x', 'dtype'], does: '' },
  castLike: { roles: ['x', 'y'], does: 'To the dtype of y.' },
  to: { roles: ['x', 'target', 'dtype'], does: 'Tensor.to: the target is a dtype, a device (no change), or a tensor.' },
  identity: { roles: ['x'], does: 'x: detach, cpu, contiguous, clone, stop_gradient.' },
  item: { roles: ['x', 'index'], does: 'The one element (or that at index) as a Python number.' },
  tolist: { roles: ['x'], does: 'Nested lists of Python numbers; a number for a 0-d array.' },
  isFloat: { roles: ['x'], does: 'A Python bool.' },
  copyInto: { roles: ['x', 'y'], does: 'Tensor.copy_, fill_: x becomes y (broadcast).' },
  finfo: { roles: ['dtype'], does: 'An object with max, min, eps, tiny of a float dtype.' },
} as const satisfies Record<string, OperationInfo>;

const losses = {
  crossEntropy: {
    roles: [...lossRoles, 'ignoreIndex', 'labelSmoothing', 'axis'],
    does: 'torch.nn.functional.cross_entropy: class axis by torch-class unless `axis` is given; target of indices or of probabilities; weighted mean over not ignored items.',
  },
  nll: { roles: [...lossRoles, 'ignoreIndex', 'axis'], does: '−weight[t]·x[t], likewise.' },
  binaryCrossEntropy: { roles: lossRoles, does: 'torch: logs are clamped at −100.' },
  binaryCrossEntropyWithLogits: {
    roles: [...lossRoles, 'posWeight'],
    does: 'Elementwise from logits; mean unless reduction says otherwise.',
  },
  klDiv: {
    roles: ['x', 'target', 'reduction', 'logTarget', 'sizeAverage', 'reduce'],
    does: 'target·(log target − x); "batchmean" divides by the first axis.',
  },
  mse: { roles: lossRoles, does: '(x − target)².' },
  l1: { roles: lossRoles, does: '|x − target|.' },
  smoothL1: { roles: [...lossRoles, 'beta'], does: '' },
  huber: { roles: [...lossRoles, 'delta'], does: '' },
  poissonNll: { roles: [...lossRoles, 'logInput', 'full', 'epsilon'], does: '' },
  gaussianNll: { roles: ['x', 'target', 'variance', 'full', 'epsilon', 'reduction'], does: '' },
  softMargin: { roles: lossRoles, does: 'log(1 + e^(−target·x)).' },
  multiLabelSoftMargin: { roles: lossRoles, does: 'Mean over classes of BCE with logits.' },
  multiMargin: { roles: [...lossRoles, 'power', 'margin'], does: '' },
  multiLabelMargin: { roles: lossRoles, does: 'Shape only.' },
  hingeEmbedding: { roles: [...lossRoles, 'margin'], does: '' },
  marginRanking: { roles: ['x', 'y', 'target', 'margin', 'reduction', 'sizeAverage', 'reduce'], does: '' },
  cosineEmbedding: { roles: ['x', 'y', 'target', 'margin', 'reduction', 'sizeAverage', 'reduce'], does: '' },
  tripletMargin: { roles: ['x', 'y', 'z', 'margin', 'power', 'epsilon', 'swap', 'reduction', 'sizeAverage', 'reduce'], does: '' },
  ctc: { roles: ['x', 'target', 'inputLengths', 'targetLengths', 'reduction'], does: 'Shape only.' },
  sigmoidFocal: {
    roles: ['x', 'target', 'alpha', 'gamma', 'reduction'],
    does: 'alpha_t·(1 − p_t)^gamma·BCE with logits; alpha < 0 (or None) is none.',
  },
  softmaxCrossEntropy: {
    roles: ['x', 'target', 'axis', 'weight', 'labelSmoothing', 'reduction', 'where'],
    does: '−Σ target·logSoftmax(x) along axis, per item unless `reduction`.',
  },
  sparseSoftmaxCrossEntropy: {
    roles: ['x', 'target', 'axis', 'weight', 'reduction', 'where'],
    does: '−logSoftmax(x)[target], per item unless `reduction`.',
  },
  sigmoidCrossEntropy: {
    roles: ['x', 'target', 'posWeight', 'weight', 'labelSmoothing', 'multiClassLabels', 'reduction'],
    does: 'Elementwise BCE from logits, unless `reduction`.',
  },
  tfLogLoss: { roles: ['target', 'x', 'weight', 'epsilon', 'reduction'], does: '−t·log(x + ε) − (1 − t)·log(1 − x + ε); mean.' },
  kerasCategoricalCrossentropy: {
    roles: ['target', 'x', 'fromLogits', 'labelSmoothing', 'axis', 'reduction', 'weight'],
    does: 'Probabilities are divided by their sum and clipped to [1e−7, 1 − 1e−7]; per item unless `reduction`.',
  },
  kerasSparseCategoricalCrossentropy: {
    roles: ['target', 'x', 'fromLogits', 'ignoreClass', 'axis', 'reduction', 'weight'],
    does: 'Likewise, targets are indices.',
  },
  kerasBinaryCrossentropy: {
    roles: ['target', 'x', 'fromLogits', 'labelSmoothing', 'axis', 'reduction', 'weight', 'elementwise'],
    does: 'Mean over the last axis (unless `elementwise`), clipped likewise.',
  },
  kerasFocal: {
    roles: ['target', 'x', 'fromLogits', 'labelSmoothing', 'axis', 'alpha', 'gamma', 'balanced', 'reduction', 'weight', 'kind'],
    does: '`kind` binary or categorical.',
  },
  kerasKlDivergence: {
    roles: ['target', 'x', 'axis', 'reduction', 'weight'],
    does: 'Both clipped to [1e−7, 1]; Σ target·log(target/x) over the last axis.',
  },
  kerasMean: {
    roles: ['target', 'x', 'axis', 'reduction', 'weight', 'kind', 'delta'],
    does: 'Mean over the last axis of `kind`: mse, mae, mape, msle, logcosh, huber, hinge, squaredHinge, categoricalHinge, poisson, cosine.',
  },
  logLoss: {
    roles: ['target', 'x', 'epsilon', 'normalize', 'weight', 'labels'],
    does: 'scikit-learn: rows are renormalised with a warning, clipped at ε; the mean as a Python float.',
  },
  entropyOf: {
    roles: ['x', 'y', 'base', 'axis'],
    does: 'scipy.stats.entropy: normalises x (and y) along axis (0), Σ −p log p or KL, in units of base (e).',
  },
  brier: { roles: ['target', 'x', 'weight'], does: 'Mean (x − target)².' },
  lossOf: { roles: ['x', 'target', 'axis', 'reduction'], does: 'A loss that is only known to be one: a scalar, unknown data.' },
} as const satisfies Record<string, OperationInfo>;

const metrics = {
  accuracy: { roles: ['target', 'x', 'normalize', 'weight'], does: 'Share of equal labels, a float.' },
  kerasAccuracy: {
    roles: ['target', 'x', 'kind', 'threshold', 'k'],
    does: '`kind`: plain, binary (x > threshold), categorical, sparse, topK, sparseTopK; per item.',
  },
  confusionMatrix: { roles: ['target', 'x', 'labels', 'classes'], does: 'Counts, rows are the truth.' },
  metric: { roles: ['target', 'x', 'threshold', 'average'], does: 'A number between 0 and 1 of unknown value.' },
} as const satisfies Record<string, OperationInfo>;

const layers = {
  dense: {
    roles: ['x', 'features', 'activation'],
    does: 'Last axis becomes `features`. `activation` is applied by the protocol.',
  },
  conv: {
    roles: convolution,
    does: 'Spatial convolution over `rank` axes; kernel, stride, dilation int or tuple; padding int, tuple, "same" or "valid"; layout "channels_first" (also without the batch axis) or "channels_last". `multiplier`: depthwise.',
  },
  convTranspose: { roles: convolution, does: 'The shape of its transpose.' },
  pool: { roles: pooling, does: 'Stride defaults to the kernel.' },
  adaptivePool: { roles: ['x', 'size', 'rank', 'layout', 'withIndices'], does: 'Spatial axes become size (None keeps).' },
  globalPool: { roles: ['x', 'keepdims', 'rank', 'layout'], does: 'Spatial axes are dropped, or kept with size 1.' },
  sameShape: { roles: ['x'], does: 'A learned or normalising layer: shape and dtype of x, nothing claimed about space.' },
  dropout: {
    roles: ['x', 'rate', 'training'],
    does: 'Shape, dtype and space of x; its data only when rate is 0 or training is False.',
  },
  embedding: { roles: ['x', 'count', 'features'], does: 'A new last axis of `features`, of the default float.' },
  recurrent: {
    roles: ['x', 'features', 'layers', 'bidirectional', 'batchFirst', 'cell', 'projection', 'hidden'],
    does: 'torch: (output, h) or (output, (h, c)) for cell "lstm". Layout [T, N, F] unless batchFirst.',
  },
  kerasRecurrent: {
    roles: ['x', 'features', 'sequences', 'state', 'cell', 'bidirectional'],
    does: '[N, T, F] to [N, features] or [N, T, features]; with `state` also the states.',
  },
  recurrentCell: { roles: ['x', 'hidden', 'features', 'cell'], does: 'h, or (h, c) for "lstm".' },
  attention: {
    roles: ['query', 'key', 'value', 'features', 'needWeights', 'batchFirst', 'averageWeights'],
    does: 'torch MultiheadAttention: (output in the shape of query, weights or None).',
  },
  scaledDotProductAttention: {
    roles: ['query', 'key', 'value', 'mask', 'dropout', 'causal', 'scale'],
    does: 'softmax(q kᵀ·scale + mask) v.',
  },
  kerasAttention: { roles: ['query', 'value', 'key', 'returnWeights'], does: 'Shape of query (last axis of value).' },
  unknownShape: { roles: ['x', 'size'], does: 'A known layer whose output shape is not worked out.' },
  layerReshape: { roles: ['x', 'shape'], does: 'reshape that keeps the batch axis.' },
  layerFlatten: { roles: ['x', 'layout'], does: 'All but the batch axis joined.' },
  layerPermute: { roles: ['x', 'axes'], does: '1-based, without the batch axis.' },
  layerRepeat: { roles: ['x', 'repeats'], does: '[N, F] to [N, repeats, F].' },
  merge: {
    roles: ['arrays', 'kind', 'axis'],
    does: '`kind`: add, subtract, multiply, average, maximum, minimum, concatenate, dot.',
  },
  input: {
    roles: ['shape', 'batch', 'dtype', 'batchShape'],
    does: 'keras.Input: [N, ...shape] of unknown data (reason `input`).',
  },
  modelOutput: {
    roles: ['x', 'target', 'rank'],
    does: 'A Hugging Face model output: an object with `logits` (and `loss` when the target is given).',
  },
} as const satisfies Record<string, OperationInfo>;

/** Every operation by name. */
export const operations = {
  ...creation,
  ...elementwise,
  ...activations,
  ...reductions,
  ...selection,
  ...shapes,
  ...algebra,
  ...casts,
  ...losses,
  ...metrics,
  ...layers,
} as const satisfies Record<string, OperationInfo>;

export type OperationName = keyof typeof operations;

/** How instances of a class behave beyond its row; implemented by name in packages/analysis. */
export const protocols = {
  module: 'torch.nn.Module: calling it calls `forward`; attributes are user state; `train()`/`eval()` set `training`.',
  sequential:
    'torch.nn.Sequential: modules in turn (rest role `modules`, or one OrderedDict); indexing, slicing, iteration, append.',
  moduleList: 'A list of modules in the role `modules`.',
  moduleDict: 'A dict of modules in the role `modules`.',
  parameter: 'torch.nn.Parameter: the tensor of role `data`.',
  wrapper: 'Calls and attributes go to the role `module` (DataParallel, torch.compile, accelerator.prepare).',
  lightning:
    'A module with training_step, validation_step, test_step, predict_step, configure_optimizers as entry points; log, save_hyperparameters, hparams.',
  kerasLayer:
    "keras.layers.Layer: calling it calls `call`; the role `activation` (a string, a function or None) is applied to the row's own result.",
  kerasModel:
    'keras.Model: subclass with `call`, or functional with roles `inputs` and `outputs`; compile, fit, evaluate, predict.',
  kerasSequential: 'keras.Sequential: role `layers`, `add`, `pop`; then a kerasModel.',
  kerasWrapper: 'TimeDistributed, Bidirectional: the role `layer` is applied.',
  flaxModule:
    'flax.linen.Module: fields as constructor arguments, `setup` or @compact `__call__`, `init`, `apply(variables, …)` calls `__call__`.',
  nnxModule: 'flax.nnx.Module and haiku modules: calling it calls `__call__`.',
  distribution: 'Parameters by role; methods see them.',
  optimizer: 'Nothing of it is followed.',
  dataset: 'Iteration gives unknown batches; `len` is unknown.',
  context: 'A context manager or decorator without effect (no_grad, autocast, GradientTape).',
  pipeline: 'transformers.pipeline: lists of dicts with probabilities under "score".',
  estimator: "scikit-learn: fit gives self; predictions are rows of the class's methods.",
  huggingface:
    'A pretrained model: call gives a model output whose attribute `logits` are logits; `from_pretrained` and `from_config` give an instance.',
} as const satisfies Record<string, string>;

export type ProtocolName = keyof typeof protocols;
