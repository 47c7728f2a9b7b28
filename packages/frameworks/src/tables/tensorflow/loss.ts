import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { classIndex, loss, oneHot, wantsClassIndex, wantsLogits, wantsProbabilities, wantsSoftTarget } from '../spaces.ts';
import { math, nn, randomOf, tf } from './site.ts';

const name = 'name: _name=None';
const gives = [loss];
const softTarget = wantsSoftTarget('target', 'categorical', { role: 'axis' });

const v1 = functionsOf('tensorflow.compat.v1.losses', {
  before: 'https://www.tensorflow.org/api_docs/python/tf/compat/v1/losses/',
  after: '',
});
/** TensorFlow 1 itself called these `tf.losses.…`; in version 2 that is Keras', which wins where a name is in both. */
const losses = (...[title, signature, op, extras]: Parameters<typeof v1>): Row =>
  v1(title, signature, op, {
    gives,
    fixed: { reduction: 'mean' },
    ...extras,
    also: [...(title === 'mean_squared_error' ? [] : [`tensorflow.losses.${title}`]), `tensorflow.contrib.losses.${title}`],
  });
/** `weights` is 1.0, which weighs nothing: left unstated, so that only weights that are given count. */
const scope =
  "scope: _scope=None, loss_collection: _loss_collection='losses', reduction: _reduction='weighted_sum_by_nonzero_weights'";

const fused: readonly Row[] = [
  nn(
    'softmax_cross_entropy_with_logits',
    `(labels: target=None, logits: x=None, axis=-1, ${name}, *, dim: axis=...)`,
    'softmaxCrossEntropy',
    {
      accepts: [wantsLogits('x', 'categorical', { role: 'axis' }), softTarget],
      gives,
      also: ['tensorflow.nn.softmax_cross_entropy_with_logits_v2'],
    },
  ),
  nn('sparse_softmax_cross_entropy_with_logits', `(labels: target=None, logits: x=None, ${name})`, 'sparseSoftmaxCrossEntropy', {
    accepts: [wantsLogits('x', 'categorical', -1), wantsClassIndex()],
    gives,
  }),
  nn('sigmoid_cross_entropy_with_logits', `(labels: target=None, logits: x=None, ${name})`, 'sigmoidCrossEntropy', {
    accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()],
    gives,
  }),
  nn(
    'weighted_cross_entropy_with_logits',
    `(labels: target=None, logits: x=None, pos_weight: posWeight=None, ${name})`,
    'sigmoidCrossEntropy',
    {
      accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()],
      gives,
    },
  ),
  nn('l2_loss', `(t: _t, ${name})`, undefined, { gives }),
];

const version1: readonly Row[] = [
  losses(
    'softmax_cross_entropy',
    `(onehot_labels: target, logits: x, weights: weight=..., label_smoothing: labelSmoothing=0, ${scope})`,
    'softmaxCrossEntropy',
    {
      accepts: [wantsLogits('x', 'categorical', -1), wantsSoftTarget('target', 'categorical', -1)],
    },
  ),
  losses(
    'sparse_softmax_cross_entropy',
    `(labels: target, logits: x, weights: weight=..., ${scope})`,
    'sparseSoftmaxCrossEntropy',
    {
      accepts: [wantsLogits('x', 'categorical', -1), wantsClassIndex()],
    },
  ),
  losses(
    'sigmoid_cross_entropy',
    `(multi_class_labels: target, logits: x, weights: weight=..., label_smoothing: labelSmoothing=0, ${scope})`,
    'sigmoidCrossEntropy',
    {
      accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()],
    },
  ),
  losses('log_loss', `(labels: target, predictions: x, weights: weight=..., epsilon=1e-07, ${scope})`, 'tfLogLoss', {
    accepts: [wantsProbabilities(), wantsSoftTarget()],
  }),
  losses('mean_squared_error', `(labels: target, predictions: x, weights: weight=..., ${scope})`, 'mse'),
  losses('absolute_difference', `(labels: target, predictions: x, weights: weight=..., ${scope})`, 'l1'),
];

/** Samplers and targets. */
const samplers: readonly Row[] = [
  randomOf('categorical', `(logits: x, num_samples: count, dtype=None, seed: _seed=None, ${name})`, 'sampleCategorical', {
    accepts: [wantsLogits('x', 'categorical', -1)],
    gives: [classIndex],
    also: [
      'tensorflow.multinomial',
      'tensorflow.compat.v1.multinomial',
      'tensorflow.compat.v1.random.multinomial',
      'tensorflow.random.multinomial',
    ],
  }),
  randomOf(
    'stateless_categorical',
    "(logits: x, num_samples: count, seed: _seed, dtype='int64', name: _name=None)",
    'sampleCategorical',
    {
      accepts: [wantsLogits('x', 'categorical', -1)],
      gives: [classIndex],
    },
  ),
  tf(
    'one_hot',
    `(indices: x, depth: classes, on_value: onValue=None, off_value: offValue=None, axis=None, dtype=None, ${name})`,
    'oneHot',
    {
      gives: [oneHot(-1)],
    },
  ),
  math('in_top_k', `(targets: target, predictions: x, k, ${name})`, 'inTopK', { also: ['tensorflow.nn.in_top_k'] }),
  math(
    'confusion_matrix',
    `(labels: target, predictions: x, num_classes: classes=None, weights: _weights=None, dtype: _dtype='int32', ${name})`,
    'confusionMatrix',
    {
      accepts: [{ role: 'x', space: 'class-index' }],
    },
  ),
];

export const rows: readonly Row[] = [...fused, ...version1, ...samplers];
