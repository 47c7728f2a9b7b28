import type { OperationInfo } from './operation-info.ts';

export const creationOperations = {
  array: {
    roles: ['data', 'dtype', 'shape', 'copy', 'ndmin', 'sizes', 'like'],
    does: 'An array of nested sequences, numbers or an array; `shape` reshapes or fills (tf.constant).',
  },
  convert: {
    roles: ['x', 'dtype', 'library'],
    does: 'The same data as an array of another library (`library`: numpy, torch, tensorflow, jax, tfjs, list).',
  },
  zeros: { roles: ['shape', 'dtype', 'like'], does: 'Zeros, of the default float.' },
  ones: { roles: ['shape', 'dtype', 'like'], does: 'Ones, of the default float.' },
  full: { roles: ['shape', 'value', 'dtype', 'like'], does: 'One value everywhere; its dtype unless `dtype`.' },
  empty: { roles: ['shape', 'dtype', 'like'], does: 'Unknown data of a known shape (reason `random`).' },
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
    does: 'Unknown data of a known shape; `distribution` is normal, uniform, integers or another word. Integers have the default int. `high` None means low is the high; a tuple in `high` is the shape (torch.randint(10, (2, 3))).',
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
  normalLogProb: { roles: ['loc', 'scale', 'x'], does: 'The log density of a normal distribution.' },
  normalEntropy: { roles: ['loc', 'scale'], does: '½ + ½ ln 2π + ln scale.' },
  normalVariance: { roles: ['loc', 'scale'], does: 'scale².' },
  normalMean: { roles: ['loc', 'scale'], does: 'loc.' },
  normalDeviation: { roles: ['loc', 'scale'], does: 'scale.' },
  normalCumulative: { roles: ['x', 'loc', 'scale'], does: 'The probability of at most x.' },
  distributionVariance: { roles: ['probs', 'logits', 'kind'], does: 'p·(1 − p).' },
  klDivergence: { roles: ['p', 'q'], does: 'Between two distributions of one kind.' },
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
