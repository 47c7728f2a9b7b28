import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import {
  bernoulliLogits,
  bernoulliLogProbabilities,
  bernoulliProbabilities,
  logProbabilities,
  probabilities,
  wantsProbabilities,
  wantsScores,
} from '../spaces.ts';

const f = functionsOf('softlens', { before: 'https://docs.scipy.org/doc/scipy/reference/special.html' });
const axis = { role: 'axis' };
const sigmoid = { gives: [bernoulliProbabilities], accepts: [wantsScores()] };

export const rows: readonly Row[] = [
  f('softmax', '(x, axis=-1, temperature=1)', 'softmax', { gives: [probabilities(axis)], accepts: [wantsScores()] }),
  f('log_softmax', '(x, axis=-1)', 'logSoftmax', { gives: [logProbabilities(axis)], accepts: [wantsScores()] }),
  f('softmin', '(x, axis=-1)', 'softmin', { gives: [probabilities(axis)] }),
  f('hardmax', '(x, axis=-1)', 'hardmax', { gives: [{ space: 'one-hot', axis }] }),
  f('sparsemax', '(x, axis=-1)', 'sparsemax', { gives: [probabilities(axis)] }),
  f('logsumexp', '(x, axis=None, keepdims=False)', 'logSumExp'),
  f('sigmoid', '(x)', 'sigmoid', sigmoid),
  f('logistic', '(x)', 'sigmoid', sigmoid),
  f('expit', '(x)', 'sigmoid', sigmoid),
  f('log_sigmoid', '(x)', 'logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()] }),
  f('logsigmoid', '(x)', 'logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()] }),
  f('logit', '(x)', 'logit', { gives: [bernoulliLogits], accepts: [wantsProbabilities()] }),
  f('softplus', '(x)', 'softplus'),
  f('relu', '(x)', 'relu'),
  f('gelu', '(x)', 'gelu'),
  f('silu', '(x)', 'silu'),
];
