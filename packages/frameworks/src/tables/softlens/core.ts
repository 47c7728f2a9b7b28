import type { OperationName } from '../../operations.ts';
import type { Library, Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import {
  bernoulliLogits,
  bernoulliLogProbabilities,
  bernoulliProbabilities,
  classIndex,
  logProbabilities,
  loss,
  oneHot,
  probabilities,
  wantsDistribution,
  wantsLogits,
  wantsLogProbabilities,
  wantsProbabilities,
  wantsScores,
  wantsSoftTarget,
} from '../spaces.ts';

const f = functionsOf('@softlens/core', { before: 'https://www.npmjs.com/package/@softlens/core' });
const axis = { role: 'axis' };
const gives = [loss];

const vectors: readonly Row[] = [
  f('softmax', '(z: x, *, temperature=1)', 'softmax', {
    fixed: { axis: -1 },
    gives: [probabilities(-1)],
    accepts: [wantsScores()],
  }),
  f('logSoftmax', '(z: x, *, temperature=1)', 'logSoftmax', {
    fixed: { axis: -1 },
    gives: [logProbabilities(-1)],
    accepts: [wantsScores()],
  }),
  f('softmaxAlong', '(z: x, axis, *, temperature=1, dtype=null, infinity: _infinity=null)', 'softmax', {
    gives: [probabilities(axis)],
    accepts: [wantsScores()],
  }),
  f('logSoftmaxAlong', '(z: x, axis, *, temperature=1, dtype=null, infinity: _infinity=null)', 'logSoftmax', {
    gives: [logProbabilities(axis)],
    accepts: [wantsScores()],
  }),
  f('softmin', '(z: x, *, temperature: _temperature=1)', 'softmin', { fixed: { axis: -1 }, gives: [probabilities(-1)] }),
  f('hardmax', '(z: x)', 'hardmax', { fixed: { axis: -1 }, gives: [oneHot(-1)] }),
  f('sparsemax', '(z: x)', 'sparsemax', { fixed: { axis: -1 }, gives: [probabilities(-1)] }),
  f('logSumExp', '(z: x)', 'logSumExp', { fixed: { axis: -1 } }),
];

const logits = { gives: [bernoulliProbabilities], accepts: [wantsScores()] };
const scalars: readonly Row[] = [
  f('sigmoid', '(x)', 'sigmoid', { ...logits, also: ['@softlens/core.logistic', '@softlens/core.expit'] }),
  f('logSigmoid', '(x)', 'logSigmoid', { gives: [bernoulliLogProbabilities], accepts: [wantsScores()] }),
  f('logit', '(p: x)', 'logit', { gives: [bernoulliLogits], accepts: [wantsProbabilities()] }),
  ...(
    [
      'softplus',
      'relu',
      'relu6',
      'selu',
      'silu',
      'mish',
      'softsign',
      'hardSwish',
      'erf',
      'tanhshrink',
    ] as const satisfies readonly OperationName[]
  ).map((name) => f(name, '(x)', name)),
  f('gelu', '(x)', 'gelu', { fixed: { approximate: 'none' } }),
  f('geluTanh', '(x)', 'gelu', { fixed: { approximate: 'tanh' } }),
  f('leakyRelu', '(x, *, slope=0.01)', 'leakyRelu'),
  f('elu', '(x, *, alpha=1)', 'elu'),
  f('celu', '(x, *, alpha=1)', 'celu'),
];

const entropyOptions = "*, weight=null, reduction='mean', axis=-1, ignoreIndex=null, labelSmoothing=0";
const losses: readonly Row[] = [
  f('crossEntropy', `(logits: x, target, ${entropyOptions})`, 'crossEntropy', {
    accepts: [wantsLogits('x', 'categorical', axis), { role: 'target', space: ['class-index', 'probabilities', 'one-hot'] }],
    gives,
  }),
  f(
    'negativeLogLikelihood',
    `(logProbabilities: x, target, ${entropyOptions.replace('labelSmoothing', 'labelSmoothing: _labelSmoothing')})`,
    'nll',
    {
      accepts: [wantsLogProbabilities('x', 'categorical', axis)],
      gives,
    },
  ),
  f(
    'binaryCrossEntropy',
    "(probabilities: x, target, *, weight=null, reduction='mean', minLog: _minLog=null)",
    'binaryCrossEntropy',
    {
      accepts: [wantsProbabilities(), wantsSoftTarget()],
      gives,
    },
  ),
  f(
    'binaryCrossEntropyWithLogits',
    "(logits: x, target, *, weight=null, reduction='mean', posWeight=null)",
    'binaryCrossEntropyWithLogits',
    {
      accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()],
      gives,
    },
  ),
  f('klDivergence', "(logProbabilities: x, target, *, logTarget=false, reduction='mean')", 'klDiv', {
    accepts: [
      wantsLogProbabilities(),
      wantsDistribution('target', { logTarget: false }),
      wantsLogProbabilities('target', undefined, undefined, { logTarget: true }),
    ],
    gives,
  }),
  f('sigmoidFocalLoss', "(logits: x, target, *, alpha=0.25, gamma=2, reduction='mean')", 'sigmoidFocal', {
    accepts: [wantsLogits('x', 'bernoulli'), wantsSoftTarget()],
    gives,
  }),
];

const arrays: readonly Row[] = [
  f('array', '(nested: data, dtype=null)', 'array'),
  f('sum', '(a: x, *, axis=null, keepdims=false, dtype=null)', 'sum'),
  f('mean', '(a: x, *, axis=null, keepdims=false, dtype=null)', 'mean'),
  f('max', '(a: x, *, axis=null, keepdims=false, dtype=null)', 'max'),
  f('argmax', '(a: x, *, axis=null, keepdims=false, dtype=null)', 'argmax', { gives: [classIndex] }),
  f('matmul', '(a: x, b: y)', 'matmul'),
  f('oneHot', "(index: x, classes=null, dtype='int64')", 'oneHot', { gives: [oneHot(-1)] }),
  f('toNested', '(a: x)', 'tolist'),
];

/** Our own library, for JavaScript. */
export const core: Library = {
  name: 'core',
  modules: ['@softlens/core'],
  conventional: Object.fromEntries([...vectors, ...scalars].map((row) => [row.name.slice('@softlens/core.'.length), row.name])),
  dialect: {
    tensor: '@softlens/core.NdArray',
    defaultFloat: 'float64',
    defaultInt: 'int64',
    promotion: 'javascript',
    print: 'javascript',
  },
  rows: [...vectors, ...scalars, ...losses, ...arrays],
};
