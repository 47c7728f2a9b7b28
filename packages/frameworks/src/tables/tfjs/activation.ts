import type { Row } from '../../schema.ts';
import {
  bernoulliLogProbabilities,
  bernoulliProbabilities,
  classIndex,
  logProbabilities,
  loss,
  oneHot,
  probabilities,
  wantsClassIndex,
  wantsLogits,
  wantsProbabilities,
  wantsScores,
  wantsSoftTarget,
} from '../spaces.ts';
import { both, losses, metric, tf } from './site.ts';

const axis = { role: 'axis' };
const gives = [loss];

const activations: readonly Row[] = [
  ...both('softmax', '(logits: x, dim: axis=-1)', 'softmax', { gives: [probabilities(axis)], accepts: [wantsScores()] }),
  ...both('logSoftmax', '(logits: x, axis=-1)', 'logSoftmax', { gives: [logProbabilities(axis)], accepts: [wantsScores()] }),
  ...both('sigmoid', '(x)', 'sigmoid', { gives: [bernoulliProbabilities], accepts: [wantsScores()] }),
  ...both('logSigmoid', '(x)', 'logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()] }),
  ...both('relu', '(x)', 'relu'),
  ...both('relu6', '(x)', 'relu6'),
  ...both('elu', '(x)', 'elu'),
  ...both('selu', '(x)', 'selu'),
  ...both('softplus', '(x)', 'softplus'),
  ...both('leakyRelu', '(x, alpha: slope=0.2)', 'leakyRelu'),
  ...both('prelu', '(x, alpha: weight)', 'prelu'),
  ...both('tanh', '(x)', 'tanh'),
];

const weighted = "weights: weight=null, labelSmoothing=0, reduction='mean'";
const lossRows: readonly Row[] = [
  losses('softmaxCrossEntropy', `(onehotLabels: target, logits: x, ${weighted})`, 'softmaxCrossEntropy', {
    accepts: [wantsLogits('x', 'categorical', -1), wantsSoftTarget('target', 'categorical', -1)],
    gives,
  }),
  losses('sigmoidCrossEntropy', `(multiClassLabels: target, logits: x, ${weighted})`, 'sigmoidCrossEntropy', {
    accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()],
    gives,
  }),
  losses('logLoss', "(labels: target, predictions: x, weights: weight=null, epsilon=1e-7, reduction='mean')", 'tfLogLoss', {
    accepts: [wantsProbabilities(), wantsSoftTarget()],
    gives,
  }),
  losses('meanSquaredError', "(labels: target, predictions: x, weights: weight=null, reduction='mean')", 'mse', { gives }),
  losses('absoluteDifference', "(labels: target, predictions: x, weights: weight=null, reduction='mean')", 'l1', { gives }),
];

/** Predictions are clipped probabilities; there is no from_logits. */
const categorical = [wantsProbabilities('x', 'categorical', -1), wantsSoftTarget('target', 'categorical', -1)];
const binary = [wantsProbabilities('x', 'bernoulli'), wantsSoftTarget()];
const metrics: readonly Row[] = [
  metric('categoricalCrossentropy', '(yTrue: target, yPred: x)', 'kerasCategoricalCrossentropy', { accepts: categorical, gives }),
  metric('binaryCrossentropy', '(yTrue: target, yPred: x)', 'kerasBinaryCrossentropy', { accepts: binary, gives }),
  metric('sparseCategoricalCrossentropy', '(yTrue: target, yPred: x)', 'kerasSparseCategoricalCrossentropy', {
    accepts: [wantsProbabilities('x', 'categorical', -1), wantsClassIndex()],
    gives,
    source: 'https://js.tensorflow.org/api/latest/#tf.LayersModel.compile',
  }),
  metric('binaryAccuracy', '(yTrue: target, yPred: x)', 'kerasAccuracy', {
    accepts: [wantsProbabilities()],
    fixed: { kind: 'binary' },
  }),
  metric('categoricalAccuracy', '(yTrue: target, yPred: x)', 'kerasAccuracy', { fixed: { kind: 'categorical' } }),
  metric('sparseCategoricalAccuracy', '(yTrue: target, yPred: x)', 'kerasAccuracy', { fixed: { kind: 'sparse' } }),
  metric('meanSquaredError', '(yTrue: target, yPred: x)', 'kerasMean', { fixed: { kind: 'mse' }, gives }),
  metric('meanAbsoluteError', '(yTrue: target, yPred: x)', 'kerasMean', { fixed: { kind: 'mae' }, gives }),
];

const samplers: readonly Row[] = [
  tf('multinomial', '(logits: x, numSamples: count, seed: _seed=null, normalized: _normalized=false)', 'sampleCategorical', {
    accepts: [
      wantsLogits('x', 'categorical', -1, { _normalized: false }),
      wantsProbabilities('x', 'categorical', -1, { _normalized: true }),
    ],
    gives: [classIndex],
  }),
  tf('oneHot', "(indices: x, depth: classes, onValue=1, offValue=0, dtype='int32')", 'oneHot', { gives: [oneHot(-1)] }),
  ...both('argMax', '(x, axis=0)', 'argmax', { gives: [classIndex] }),
  ...both('argMin', '(x, axis=0)', 'argmin'),
];

export const rows: readonly Row[] = [...activations, ...lossRows, ...metrics, ...samplers];
