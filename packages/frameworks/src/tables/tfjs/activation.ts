import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { bernoulliLogProbabilities, bernoulliProbabilities, logProbabilities, probabilities, wantsLogits } from '../spaces.ts';

const tf = functionsOf('@tensorflow/tfjs', { before: 'https://js.tensorflow.org/api/latest/#', after: '' });
const method = functionsOf('@tensorflow/tfjs.Tensor', { before: 'https://js.tensorflow.org/api/latest/#class:Tensor' });
const axis = { role: 'axis' };
const softmax = { gives: [probabilities(axis)], accepts: [wantsLogits()] };
const logSoftmax = { gives: [logProbabilities(axis)], accepts: [wantsLogits()] };
const sigmoid = { gives: [bernoulliProbabilities], accepts: [wantsLogits()] };
const logSigmoid = { gives: [bernoulliLogProbabilities], accepts: [wantsLogits()] };

export const rows: readonly Row[] = [
  tf('softmax', '(logits: x, dim: axis=-1)', 'softmax', softmax),
  method('softmax', '(self: x, dim: axis=-1)', 'softmax', softmax),
  tf('logSoftmax', '(logits: x, axis=-1)', 'logSoftmax', logSoftmax),
  method('logSoftmax', '(self: x, axis=-1)', 'logSoftmax', logSoftmax),
  tf('sigmoid', '(x)', 'sigmoid', sigmoid),
  method('sigmoid', '(self: x)', 'sigmoid', sigmoid),
  tf('logSigmoid', '(x)', 'logSigmoid', logSigmoid),
  method('logSigmoid', '(self: x)', 'logSigmoid', logSigmoid),
  tf('tensor', '(values: data, shape=null, dtype=null)', 'array'),
  tf('tensor1d', '(values: data, dtype=null)', 'array'),
  tf('tensor2d', '(values: data, shape=null, dtype=null)', 'array'),
  tf('tensor3d', '(values: data, shape=null, dtype=null)', 'array'),
  tf('scalar', '(value: data, dtype=null)', 'array'),
];
