import type { OperationName } from '../../operations.ts';
import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { classIndex, probabilities, wantsScores } from '../spaces.ts';
import { compat, linalg, math, nn, tf } from './site.ts';

const contribLayers = 'https://github.com/tensorflow/tensorflow/blob/r1.15/tensorflow/contrib/layers/python/layers/layers.py';
const tflearn = functionsOf('tflearn', { before: 'https://github.com/tflearn/tflearn/blob/master/tflearn/layers/core.py#' });

const name = 'name: _name=None';

/** `also` lists names besides `tf.math.…` and `tf.…`, among them those of TensorFlow 1. */
const unary: readonly (readonly [name: string, op: OperationName, also?: readonly string[]])[] = [
  ['exp', 'exp'],
  ['expm1', 'expm1'],
  ['log', 'log'],
  ['log1p', 'log1p'],
  ['sqrt', 'sqrt'],
  ['rsqrt', 'rsqrt'],
  ['square', 'square'],
  ['reciprocal', 'reciprocal'],
  ['abs', 'abs'],
  ['sign', 'sign'],
  ['negative', 'negative', ['tensorflow.neg']],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['round', 'round'],
  ['rint', 'round'],
  ['sin', 'sin'],
  ['cos', 'cos'],
  ['tan', 'tan'],
  ['asin', 'arcsin'],
  ['acos', 'arccos'],
  ['atan', 'arctan'],
  ['sinh', 'sinh'],
  ['cosh', 'cosh'],
  ['erf', 'erf'],
  ['erfc', 'erfc'],
  ['erfinv', 'erfinv'],
  ['lgamma', 'lgamma'],
  ['digamma', 'digamma'],
  ['is_nan', 'isnan'],
  ['is_inf', 'isinf'],
  ['is_finite', 'isfinite'],
  ['logical_not', 'logicalNot'],
];
const binary: readonly (readonly [name: string, op: OperationName, also?: readonly string[]])[] = [
  ['add', 'add'],
  ['subtract', 'subtract', ['tensorflow.sub']],
  ['multiply', 'multiply', ['tensorflow.mul']],
  ['divide', 'divide'],
  ['truediv', 'divide'],
  ['floordiv', 'floorDivide'],
  ['divide_no_nan', 'divideNoNan'],
  ['floormod', 'remainder', ['tensorflow.math.mod', 'tensorflow.mod']],
  ['pow', 'power'],
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
  ['logical_xor', 'logicalXor'],
  ['squared_difference', 'squaredDifference'],
  ['xlogy', 'xlogy'],
  ['xlog1py', 'xlog1py'],
];
const reductions: readonly (readonly [name: string, op: OperationName])[] = [
  ['reduce_sum', 'sum'],
  ['reduce_mean', 'mean'],
  ['reduce_prod', 'prod'],
  ['reduce_max', 'max'],
  ['reduce_min', 'min'],
  ['reduce_all', 'all'],
  ['reduce_any', 'any'],
  ['reduce_std', 'std'],
  ['reduce_variance', 'var'],
  ['reduce_logsumexp', 'logSumExp'],
];

const elementwise: readonly Row[] = [
  ...unary.map(([title, op, also]) => math(title, `(x, ${name})`, op, also === undefined ? {} : { also })),
  ...binary.map(([title, op, also]) => math(title, `(x, y, ${name})`, op, also === undefined ? {} : { also })),
  ...reductions.map(([title, op]) =>
    math(
      title,
      `(input_tensor: x, axis=None, keepdims=False, ${name}, *, keep_dims: keepdims=..., reduction_indices: axis=...)`,
      op,
    ),
  ),
  tf('clip_by_value', `(t: x, clip_value_min: low, clip_value_max: high, ${name})`, 'clip'),
  tf('norm', `(tensor: x, ord: order='euclidean', axis=None, keepdims=False, ${name}, *, keep_dims: keepdims=...)`, 'norm', {
    also: ['tensorflow.linalg.norm'],
  }),
  nn('moments', `(x, axes: axis, shift: _shift=None, keepdims=False, ${name}, *, keep_dims: keepdims=...)`, 'moments'),
  math('argmax', "(input: x, axis=None, output_type: dtype='int64', name: _name=None, *, dimension: axis=...)", 'argmax', {
    gives: [classIndex],
  }),
  math('argmin', "(input: x, axis=None, output_type: dtype='int64', name: _name=None)", 'argmin'),
  compat('argmax', "(input: x, axis=None, name: _name=None, dimension: _dimension=None, output_type: dtype='int64')", 'argmax', {
    also: ['tensorflow.arg_max', 'tensorflow.compat.v1.math.argmax'],
    gives: [classIndex],
  }),
  math('atan2', `(y: x, x: y, ${name})`, 'arctan2'),
  math('cumsum', `(x, axis=0, exclusive=False, reverse=False, ${name})`, 'cumsum'),
  math('cumprod', `(x, axis=0, exclusive=False, reverse=False, ${name})`, 'cumprod'),
  math('cumulative_logsumexp', `(x, axis=0, exclusive: _exclusive=False, reverse: _reverse=False, ${name})`, 'logcumsumexp'),
  math('add_n', `(inputs: arrays, ${name})`, 'addN'),
  math('count_nonzero', "(input: x, axis=None, keepdims=None, dtype='int64', name: _name=None)", 'countNonzero'),
  math(
    'bincount',
    "(arr: x, weights=None, minlength=None, maxlength: _maxlength=None, dtype: _dtype='int32', name: _name=None, axis: _axis=None, binary_output: _binary=False)",
    'bincount',
  ),
];

const transposed =
  'transpose_a: transposeX=False, transpose_b: transposeY=False, adjoint_a: _adjoint_a=False, adjoint_b: _adjoint_b=False, a_is_sparse: _a_sparse=False, b_is_sparse: _b_sparse=False, output_type: _output_type=None, grad_a: _grad_a=False, grad_b: _grad_b=False';
const algebra: readonly Row[] = [
  linalg('matmul', `(a: x, b: y, ${transposed}, ${name})`, 'matmul', { also: ['tensorflow.matmul', 'tensorflow.batch_matmul'] }),
  linalg('matvec', `(a: x, b: y, ${name})`, 'matmul'),
  tf('tensordot', `(a: x, b: y, axes, ${name})`, 'tensordot', { also: ['tensorflow.linalg.tensordot'] }),
  tf('einsum', '(equation, *inputs: operands, **kwargs: _kwargs)', 'einsum', { also: ['tensorflow.linalg.einsum'] }),
  linalg('trace', `(x, ${name})`, 'trace', { also: ['tensorflow.trace'] }),
  linalg('band_part', `(input: x, num_lower: lower, num_upper: upper, ${name})`, 'bandPart'),
  linalg('diag', `(diagonal: x, ${name}, **options: _options)`, 'diag'),
  nn('bias_add', `(value: x, bias: y, data_format: _data_format=None, ${name})`, 'add'),
  nn('dropout', `(x, rate, noise_shape: _noise_shape=None, seed: _seed=None, ${name})`, 'dropout'),
  compat(
    'nn.dropout',
    `(x, keep_prob: _keep_prob=None, noise_shape: _noise_shape=None, seed: _seed=None, ${name}, rate=None)`,
    'dropout',
    { source: 'https://www.tensorflow.org/api_docs/python/tf/compat/v1/nn/dropout' },
  ),
  compat(
    'layers.dense',
    `(inputs: x, units: features, activation=None, use_bias: _use_bias=True, **options: _options)`,
    'dense',
    {
      also: ['tensorflow.layers.dense'],
      source: 'https://www.tensorflow.org/api_docs/python/tf/compat/v1/layers/dense',
    },
  ),
  compat(
    'layers.conv2d',
    "(inputs: x, filters: channels, kernel_size: kernel, strides: stride=(1, 1), padding='valid', data_format: layout='channels_last', dilation_rate: dilation=(1, 1), activation=None, use_bias: _use_bias=True, **options: _options)",
    'conv',
    {
      also: ['tensorflow.layers.conv2d'],
      fixed: { rank: 2 },
      source: 'https://www.tensorflow.org/api_docs/python/tf/compat/v1/layers/conv2d',
    },
  ),
  tf(
    'contrib.layers.fully_connected',
    "(inputs: x, num_outputs: features, activation_fn: activation='relu', **options: _options)",
    'dense',
    {
      also: ['tensorflow.contrib.slim.fully_connected'],
      source: contribLayers,
    },
  ),
  tf(
    'contrib.layers.conv2d',
    "(inputs: x, num_outputs: channels, kernel_size: kernel, stride=1, padding='same', data_format: _data_format=None, rate: dilation=1, activation_fn: activation='relu', **options: _options)",
    'conv',
    {
      also: ['contrib.layers.convolution2d', 'contrib.slim.conv2d', 'contrib.slim.convolution2d'].map(
        (one) => `tensorflow.${one}`,
      ),
      fixed: { rank: 2, layout: 'channels_last' },
      source: contribLayers,
    },
  ),
  tf('contrib.layers.softmax', '(logits: x, scope: _scope=None)', 'softmax', {
    also: ['tensorflow.contrib.slim.softmax'],
    gives: [probabilities(-1)],
    accepts: [wantsScores()],
    fixed: { axis: -1 },
    source: contribLayers,
  }),
  tflearn(
    'fully_connected',
    "(incoming: x, n_units: features, activation='linear', bias: _bias=True, **options: _options)",
    'dense',
    { also: ['tflearn.layers.core.fully_connected', 'tflearn.layers.fully_connected'] },
  ),
];

export const rows: readonly Row[] = [...elementwise, ...algebra];
