/** Gluon's layers and losses: https://mxnet.apache.org/versions/1.9.1/api/python/docs/api/gluon/index.html */
import type { OperationName } from '../../operations.ts';
import type { ProtocolName } from '../../protocols.ts';
import type { Row } from '../../schema.ts';
import { call, classesOf, type FunctionExtras } from '../row.ts';
import { loss, wantsDistribution, wantsLogits, wantsLogProbabilities, wantsProbabilities, wantsSoftTarget } from '../spaces.ts';

const site = 'https://mxnet.apache.org/versions/1.9.1/api/python/docs/api/gluon/';
const nn = classesOf('mxnet.gluon.nn', { before: `${site}nn/index.html` });
const losses = classesOf('mxnet.gluon.loss', { before: `${site}loss/index.html` });
const rest = '**kwargs: _kwargs';
const blocks = ['Block', 'HybridBlock'].map((name) =>
  nn(name, '(prefix: _prefix=None, params: _params=None)', { protocol: 'module', also: [`mxnet.gluon.${name}`] }),
);

function layer(
  name: string,
  signature: string,
  op: OperationName,
  extras: FunctionExtras & { protocol?: ProtocolName } = {},
): Row {
  const { protocol = 'kerasLayer', ...rowExtras } = extras;
  return nn(name, signature, { protocol, bases: ['mxnet.gluon.nn.HybridBlock'], call: call('(x)', op, rowExtras) });
}

const layers: readonly Row[] = [
  layer('Dense', `(units: features, activation=None, use_bias: _use_bias=True, flatten: _flatten=True, ${rest})`, 'dense'),
  layer('Activation', `(activation, ${rest})`, 'identity'),
  layer('Dropout', `(rate, axes: _axes=(), ${rest})`, 'dropout', { gives: [{ space: 'same', from: 'x' }] }),
  layer('Flatten', `(${rest})`, 'layerFlatten'),
];

const containers: readonly Row[] = ['Sequential', 'HybridSequential'].map((name) =>
  nn(name, '(prefix: _prefix=None, params: _params=None)', {
    protocol: 'kerasSequential',
    bases: ['mxnet.gluon.nn.HybridBlock'],
    methods: { add: call('(*blocks: layers)') },
  }),
);

/** `from_logits` says that the input is a log-probability, against TensorFlow's word. */
const softmaxCrossEntropy = {
  call: call('(pred: x, label: target, sample_weight: _weight=None)', undefined, {
    accepts: [
      wantsLogits('x', 'categorical', { role: 'axis' }, { _logarithms: false }),
      wantsLogProbabilities('x', 'categorical', { role: 'axis' }, { _logarithms: true }),
    ],
    gives: [loss],
  }),
  also: ['mxnet.gluon.loss.SoftmaxCELoss'],
};

const sigmoidCrossEntropy = {
  call: call('(pred: x, label: target, sample_weight: _weight=None, pos_weight: _pos_weight=None)', undefined, {
    accepts: [
      wantsLogits('x', 'bernoulli', undefined, { _squashed: false }),
      wantsProbabilities('x', 'bernoulli', undefined, { _squashed: true }),
      wantsSoftTarget(),
    ],
    gives: [loss],
  }),
  also: ['mxnet.gluon.loss.SigmoidBCELoss'],
};

const divergence = {
  call: call('(pred: x, label: target, sample_weight: _weight=None)', undefined, {
    accepts: [
      wantsLogProbabilities('x', undefined, undefined, { _logarithms: true }),
      wantsLogits('x', 'categorical', { role: 'axis' }, { _logarithms: false }),
      wantsDistribution('target'),
    ],
    gives: [loss],
  }),
};

export const rows: readonly Row[] = [
  ...blocks,
  ...layers,
  ...containers,
  losses(
    'SoftmaxCrossEntropyLoss',
    `(axis=-1, sparse_label: _sparse=True, from_logits: _logarithms=False, weight: _own_weight=None, batch_axis: _batch_axis=0, ${rest})`,
    softmaxCrossEntropy,
  ),
  losses(
    'SigmoidBinaryCrossEntropyLoss',
    `(from_sigmoid: _squashed=False, weight: _own_weight=None, batch_axis: _batch_axis=0, ${rest})`,
    sigmoidCrossEntropy,
  ),
  losses(
    'KLDivLoss',
    `(from_logits: _logarithms=True, axis=-1, weight: _own_weight=None, batch_axis: _batch_axis=0, ${rest})`,
    divergence,
  ),
];
