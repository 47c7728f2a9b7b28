import type { OperationName } from '../../operations.ts';
import type { Accepts, Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import {
  bernoulliLogProbabilities,
  bernoulliProbabilities,
  classIndex,
  logProbabilities,
  loss,
  oneHot,
  probabilities,
  wantsLogits,
  wantsProbabilities,
  wantsScores,
} from '../spaces.ts';

const ops = functionsOf('keras.ops', { before: 'https://keras.io/api/ops/' });
const backend = functionsOf('keras.backend', {
  before: 'https://www.tensorflow.org/api_docs/python/tf/keras/backend/',
  after: '',
});
const random = functionsOf('keras.random', { before: 'https://keras.io/api/random/' });
const axis = { role: 'axis' };
const gives = [loss];

const softmax = { gives: [probabilities(axis)], accepts: [wantsScores()] };
const logSoftmax = { gives: [logProbabilities(axis)], accepts: [wantsScores()] };
const sigmoid = { gives: [bernoulliProbabilities], accepts: [wantsScores()] };
const oneHotTarget: Accepts = { role: 'target', space: ['one-hot', 'probabilities'] };
const indexTarget: Accepts = { role: 'target', space: 'class-index' };
const spaced = (family: 'categorical' | 'bernoulli') => [
  wantsProbabilities('x', family, undefined, { fromLogits: false }),
  wantsLogits('x', family, undefined, { fromLogits: true }),
];
const categorical = { accepts: [...spaced('categorical'), oneHotTarget], gives };
const sparse = { accepts: [...spaced('categorical'), indexTarget], gives };
const binary = { accepts: [...spaced('bernoulli'), oneHotTarget], gives };

const unary: readonly OperationName[] = [
  'exp',
  'expm1',
  'log',
  'log2',
  'log10',
  'log1p',
  'sqrt',
  'square',
  'reciprocal',
  'abs',
  'sign',
  'negative',
  'floor',
  'ceil',
  'sin',
  'cos',
  'tanh',
  'isnan',
  'isinf',
  'isfinite',
  'relu',
  'relu6',
  'selu',
  'silu',
  'softplus',
  'softsign',
  'erf',
  'rsqrt',
];
const binaryOps: readonly (readonly [string, OperationName])[] = [
  ['add', 'add'],
  ['subtract', 'subtract'],
  ['multiply', 'multiply'],
  ['divide', 'divide'],
  ['power', 'power'],
  ['maximum', 'maximum'],
  ['minimum', 'minimum'],
  ['equal', 'equal'],
  ['not_equal', 'notEqual'],
  ['less', 'less'],
  ['less_equal', 'lessEqual'],
  ['greater', 'greater'],
  ['greater_equal', 'greaterEqual'],
  ['logical_and', 'logicalAnd'],
  ['logical_or', 'logicalOr'],
  ['matmul', 'matmul'],
  ['dot', 'dot'],
];
const reductions: readonly OperationName[] = ['sum', 'mean', 'max', 'min', 'prod', 'all', 'any', 'std', 'var'];

const operations: readonly Row[] = [
  ...unary.map((name) => ops(name, '(x)', name)),
  ...binaryOps.map(([name, op]) => ops(name, '(x1: x, x2: y)', op)),
  ...reductions.map((name) =>
    ops(
      name,
      name === 'max' || name === 'min'
        ? '(x, axis=None, keepdims=False, initial=None)'
        : name === 'sum' || name === 'prod'
          ? `(x, axis=None, keepdims=False${name === 'prod' ? ', dtype=None' : ''})`
          : '(x, axis=None, keepdims=False)',
      name,
    ),
  ),
  ops('softmax', '(x, axis=-1)', 'softmax', softmax),
  ops('log_softmax', '(x, axis=-1)', 'logSoftmax', logSoftmax),
  ops('sigmoid', '(x)', 'sigmoid', sigmoid),
  ops('log_sigmoid', '(x)', 'logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()] }),
  ops('logsumexp', '(x, axis=None, keepdims=False)', 'logSumExp'),
  ops('gelu', '(x, approximate=True)', 'gelu'),
  ops('leaky_relu', '(x, negative_slope: slope=0.2)', 'leakyRelu'),
  ops('elu', '(x, alpha=1.0)', 'elu'),
  ops('argmax', '(x, axis=None, keepdims=False)', 'argmax', { gives: [classIndex] }),
  ops('argmin', '(x, axis=None, keepdims=False)', 'argmin'),
  ops('one_hot', '(x, num_classes: classes, axis=-1, dtype=None, sparse: _sparse=False)', 'oneHot', { gives: [oneHot(axis)] }),
  ops(
    'categorical_crossentropy',
    '(target, output: x, from_logits: fromLogits=False, axis=-1)',
    'kerasCategoricalCrossentropy',
    categorical,
  ),
  ops(
    'sparse_categorical_crossentropy',
    '(target, output: x, from_logits: fromLogits=False, axis=-1)',
    'kerasSparseCategoricalCrossentropy',
    sparse,
  ),
  ops('binary_crossentropy', '(target, output: x, from_logits: fromLogits=False)', 'kerasBinaryCrossentropy', {
    ...binary,
    fixed: { elementwise: true },
  }),
  ops('clip', '(x, x_min: low, x_max: high)', 'clip'),
  ops('where', '(condition, x1: x=None, x2: y=None)', 'where'),
  ops('cast', '(x, dtype)', 'cast'),
  ops('convert_to_tensor', '(x: data, dtype=None, sparse: _sparse=None, ragged: _ragged=None)', 'array'),
  ops('convert_to_numpy', '(x)', 'convert', { fixed: { library: 'numpy' } }),
  ops('stop_gradient', '(variable: x)', 'identity'),
  ops('reshape', '(x, newshape: shape)', 'reshape'),
  ops('transpose', '(x, axes=None)', 'permute'),
  ops('expand_dims', '(x, axis)', 'expandDims'),
  ops('squeeze', '(x, axis=None)', 'squeeze'),
  ops('concatenate', '(xs: arrays, axis=0)', 'concatenate'),
  ops('stack', '(x: arrays, axis=0)', 'stack'),
  ops('zeros', '(shape, dtype=None)', 'zeros'),
  ops('ones', '(shape, dtype=None)', 'ones'),
  ops('zeros_like', '(x, dtype=None)', 'zerosLike'),
  ops('ones_like', '(x, dtype=None)', 'onesLike'),
  ops('array', '(x: data, dtype=None)', 'array'),
  ops('shape', '(x)', 'shapeOf'),
  ops('take', '(x, indices, axis=None)', 'take'),
  ops('take_along_axis', '(x, indices, axis=None)', 'takeAlong'),
  ops('top_k', '(x, k, sorted=True, is_stable: _is_stable=True)', 'topkWithIndex'),
  ops('cumsum', '(x, axis=None, dtype=None)', 'cumsum'),
  ops('norm', '(x, ord: order=None, axis=None, keepdims=False)', 'norm', { also: ['keras.ops.linalg.norm'] }),
];

/** The backend of Keras 2 (`K.…`). */
const version2: readonly Row[] = [
  ...(['exp', 'log', 'sqrt', 'square', 'abs', 'sign', 'round', 'tanh', 'softsign', 'softplus'] as const).map((name) =>
    backend(name, '(x)', name),
  ),
  ...(['sum', 'mean', 'max', 'min', 'prod', 'all', 'any', 'std', 'var'] as const).map((name) =>
    backend(name, '(x, axis=None, keepdims=False)', name),
  ),
  ...(
    [
      ['equal', 'equal'],
      ['not_equal', 'notEqual'],
      ['less', 'less'],
      ['greater', 'greater'],
      ['greater_equal', 'greaterEqual'],
      ['less_equal', 'lessEqual'],
      ['maximum', 'maximum'],
      ['minimum', 'minimum'],
      ['dot', 'matmul'],
    ] as const
  ).map(([name, op]) => backend(name, '(x, y)', op)),
  backend('softmax', '(x, axis=-1)', 'softmax', softmax),
  backend('sigmoid', '(x)', 'sigmoid', sigmoid),
  backend('hard_sigmoid', '(x)', 'hardSigmoidKeras2', { gives: [bernoulliProbabilities] }),
  backend('relu', '(x, alpha: slope=0.0, max_value: high=None, threshold=0.0)', 'reluKeras'),
  backend('logsumexp', '(x, axis=None, keepdims=False)', 'logSumExp'),
  backend('pow', '(x, a: y)', 'power'),
  backend('clip', '(x, min_value: low, max_value: high)', 'clip'),
  backend('argmax', '(x, axis=-1)', 'argmax', { gives: [classIndex] }),
  backend('one_hot', '(indices: x, num_classes: classes)', 'oneHot', { gives: [oneHot(-1)] }),
  backend(
    'categorical_crossentropy',
    '(target, output: x, from_logits: fromLogits=False, axis=-1)',
    'kerasCategoricalCrossentropy',
    categorical,
  ),
  backend(
    'sparse_categorical_crossentropy',
    '(target, output: x, from_logits: fromLogits=False, axis=-1, ignore_class: ignoreClass=None)',
    'kerasSparseCategoricalCrossentropy',
    sparse,
  ),
  backend('binary_crossentropy', '(target, output: x, from_logits: fromLogits=False)', 'kerasBinaryCrossentropy', {
    ...binary,
    fixed: { elementwise: true },
  }),
  backend('cast', '(x, dtype)', 'cast'),
  backend('constant', '(value: data, dtype=None, shape=None, name: _name=None)', 'array'),
  backend('reshape', '(x, shape)', 'reshape'),
  backend('expand_dims', '(x, axis=-1)', 'expandDims'),
  backend('squeeze', '(x, axis)', 'squeeze'),
  backend('flatten', '(x)', 'flatten'),
  backend('batch_flatten', '(x)', 'layerFlatten'),
  backend('concatenate', '(tensors: arrays, axis=-1)', 'concatenate'),
  backend('stack', '(x: arrays, axis=0)', 'stack'),
  backend('stop_gradient', '(variables: x)', 'identity'),
  backend('zeros_like', '(x, dtype=None, name: _name=None)', 'zerosLike'),
  backend('ones_like', '(x, dtype=None, name: _name=None)', 'onesLike'),
  backend('int_shape', '(x)', 'shapeOf'),
  backend('shape', '(x)', 'shapeTensor'),
  backend('epsilon', '()'),
  backend('clear_session', '()'),
];

const samplers: readonly Row[] = [
  random('categorical', "(logits: x, num_samples: count, dtype='int32', seed: _seed=None)", 'sampleCategorical', {
    accepts: [wantsLogits('x', 'categorical', -1)],
    gives: [classIndex],
  }),
  random('normal', '(shape, mean: loc=0.0, stddev: scale=1.0, dtype=None, seed: _seed=None)', 'random', {
    fixed: { distribution: 'normal' },
  }),
  random('uniform', '(shape, minval: low=0.0, maxval: high=1.0, dtype=None, seed: _seed=None)', 'random', {
    fixed: { distribution: 'uniform' },
  }),
];

export const rows: readonly Row[] = [...operations, ...version2, ...samplers];
