import type { Row } from '../../schema.ts';
import { bernoulliLogProbabilities, bernoulliProbabilities, logProbabilities, probabilities, wantsScores } from '../spaces.ts';
import { math, nn } from './site.ts';

const axis = { role: 'axis' };
const name = 'name: _name=None';
/** Written None, which is the last. */
const last = 'axis=-1';
/** The name in TensorFlow 1. */
const v1 = '*, dim: axis=...';

export const rows: readonly Row[] = [
  nn('softmax', `(logits: x, ${last}, ${name}, ${v1})`, 'softmax', {
    also: ['tensorflow.math.softmax'],
    gives: [{ ...probabilities(-1), when: { axis: null } }, probabilities(axis)],
    accepts: [wantsScores()],
  }),
  nn('log_softmax', `(logits: x, ${last}, ${name}, ${v1})`, 'logSoftmax', {
    also: ['tensorflow.math.log_softmax'],
    gives: [{ ...logProbabilities(-1), when: { axis: null } }, logProbabilities(axis)],
    accepts: [wantsScores()],
  }),
  math('sigmoid', `(x, ${name})`, 'sigmoid', {
    also: ['tensorflow.nn.sigmoid'],
    gives: [bernoulliProbabilities],
    accepts: [wantsScores()],
  }),
  math('log_sigmoid', `(x, ${name})`, 'logSigmoid', {
    gives: [bernoulliLogProbabilities],
    accepts: [wantsScores()],
  }),
  nn('relu', `(features: x, ${name})`, 'relu'),
  nn('relu6', `(features: x, ${name})`, 'relu6'),
  nn('leaky_relu', `(features: x, alpha: slope=0.2, ${name})`, 'leakyRelu'),
  nn('elu', `(features: x, ${name})`, 'elu'),
  nn('selu', `(features: x, ${name})`, 'selu'),
  nn('gelu', `(features: x, approximate=False, ${name})`, 'gelu'),
  nn('silu', '(features: x, beta: _beta=1.0)', 'silu', { also: ['tensorflow.nn.swish'] }),
  nn('softsign', `(features: x, ${name})`, 'softsign'),
  math('softplus', `(features: x, ${name})`, 'softplus', { also: ['tensorflow.nn.softplus'] }),
  math('tanh', `(x, ${name})`, 'tanh', { also: ['tensorflow.nn.tanh'] }),
  nn('crelu', `(features: _features, axis: _axis=-1, ${name})`),
  math('l2_normalize', `(x, axis=None, epsilon=1e-12, ${name}, ${v1})`, 'l2Normalize', {
    also: ['tensorflow.nn.l2_normalize', 'tensorflow.linalg.l2_normalize'],
  }),
];
