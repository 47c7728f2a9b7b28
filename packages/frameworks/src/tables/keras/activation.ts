import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { bernoulliLogProbabilities, bernoulliProbabilities, logProbabilities, probabilities, wantsScores } from '../spaces.ts';

const site = { before: 'https://keras.io/api/layers/activations/' };
const activation = functionsOf('keras.activations', site);
const axis = { role: 'axis' };

export const rows: readonly Row[] = [
  activation('softmax', '(x, axis=-1)', 'softmax', { gives: [probabilities(axis)], accepts: [wantsScores()] }),
  activation('log_softmax', '(x, axis=-1)', 'logSoftmax', {
    gives: [logProbabilities(axis)],
    accepts: [wantsScores()],
    since: '3.0',
  }),
  activation('sigmoid', '(x)', 'sigmoid', { gives: [bernoulliProbabilities], accepts: [wantsScores()] }),
  activation('log_sigmoid', '(x)', 'logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()], since: '3.0' }),
  activation('hard_sigmoid', '(x)', 'hardSigmoid', { gives: [bernoulliProbabilities] }),
  activation('relu', '(x, negative_slope: slope=0.0, max_value: high=None, threshold=0.0)', 'reluKeras'),
  activation('relu6', '(x)', 'relu6', { since: '3.0' }),
  activation('leaky_relu', '(x, negative_slope: slope=0.2)', 'leakyRelu', { since: '3.0' }),
  activation('elu', '(x, alpha=1.0)', 'elu'),
  activation('celu', '(x, alpha=1.0)', 'celu', { since: '3.6' }),
  activation('selu', '(x)', 'selu'),
  activation('gelu', '(x, approximate=False)', 'gelu'),
  activation('silu', '(x)', 'silu', { also: ['keras.activations.swish'] }),
  activation('mish', '(x)', 'mish'),
  activation('softplus', '(x)', 'softplus'),
  activation('softsign', '(x)', 'softsign'),
  activation('tanh', '(x)', 'tanh'),
  activation('hard_silu', '(x)', 'hardSwish', { also: ['keras.activations.hard_swish'], since: '3.0' }),
  activation('exponential', '(x)', 'exponential'),
  activation('linear', '(x)', 'identity'),
  activation('glu', '(x, axis=-1)', 'glu', { since: '3.6' }),
  activation('squareplus', '(x, b=4)', 'squareplus', { since: '3.7' }),
  activation('sparsemax', '(x, axis=-1)', 'sparsemax', { gives: [probabilities(axis)], accepts: [wantsScores()], since: '3.8' }),
];

/** What the strings of `activation=` name. */
export const identifiers: Readonly<Record<string, string>> = Object.fromEntries(
  [...rows.flatMap((row) => [row.name, ...(row.also ?? [])])].map((name) => [name.slice('keras.activations.'.length), name]),
);
