import type { OperationName } from '../../operations.ts';
import type { Row } from '../../schema.ts';
import { call, type FunctionExtras } from '../row.ts';
import { probabilities, wantsScores } from '../spaces.ts';
import { layers, models } from './site.ts';

const rest = '**options: _options';

/** Layers take one object of options; `apply` calls them. */
function layer(name: string, options: string, op: OperationName, extras: FunctionExtras = {}): Row {
  const apply = call('(inputs: x, kwargs: _kwargs=null)', op, extras);
  return layers(name, `(*, ${options}, ${rest})`, { protocol: 'kerasLayer', call: apply, methods: { apply } });
}

const merge = (name: string): Row => {
  const apply = call('(inputs: arrays, kwargs: _kwargs=null)', 'merge', { fixed: { kind: name } });
  return layers(name, name === 'concatenate' ? `(*, axis=-1, ${rest})` : `(*, ${rest})`, {
    protocol: 'kerasLayer',
    call: apply,
    methods: { apply },
  });
};

const convolution =
  "filters: channels, kernelSize: kernel, strides: stride=1, padding='valid', dataFormat: layout='channels_last', dilationRate: dilation=1, activation=null, useBias: _useBias=true";
const pooling = "poolSize: kernel=2, strides: stride=null, padding='valid', dataFormat: layout='channels_last'";

const layerRows: readonly Row[] = [
  layer('dense', 'units: features, activation=null, useBias: _useBias=true', 'dense'),
  layer('activation', 'activation', 'identity'),
  layer('softmax', 'axis=-1', 'softmax', { gives: [probabilities({ role: 'axis' })], accepts: [wantsScores()] }),
  layer('reLU', 'maxValue: high=null', 'reluKeras'),
  layer('leakyReLU', 'alpha: slope=0.3', 'leakyRelu'),
  layer('elu', 'alpha=1', 'elu'),
  layer('dropout', 'rate', 'dropout'),
  layer('flatten', "dataFormat: layout='channels_last'", 'layerFlatten'),
  layer('reshape', 'targetShape: shape', 'layerReshape'),
  layer('embedding', 'inputDim: count, outputDim: features', 'embedding'),
  layer('conv1d', convolution, 'conv', { fixed: { rank: 1 } }),
  layer('conv2d', convolution, 'conv', { fixed: { rank: 2 } }),
  layer('maxPooling1d', pooling, 'pool', { fixed: { rank: 1 } }),
  layer('maxPooling2d', pooling, 'pool', { fixed: { rank: 2 } }),
  layer('averagePooling2d', pooling, 'pool', { fixed: { rank: 2 } }),
  layer('globalAveragePooling2d', "dataFormat: layout='channels_last'", 'globalPool', { fixed: { rank: 2 } }),
  layer('batchNormalization', 'axis: _axis=-1', 'sameShape'),
  layer('layerNormalization', 'axis: _axis=-1', 'sameShape'),
  ...(['lstm', 'gru', 'simpleRNN'] as const).map((name) =>
    layer(name, 'units: features, returnSequences: sequences=false, returnState: state=false', 'kerasRecurrent', {
      fixed: { cell: name === 'simpleRNN' ? 'rnn' : name },
    }),
  ),
  ...['add', 'multiply', 'average', 'maximum', 'concatenate'].map(merge),
];

const methods = {
  add: call('(layer)'),
  compile: call('(*, optimizer: _optimizer=..., loss=null, metrics=null)'),
  fit: call('(x: _x, y: target, args: _args=null)'),
  evaluate: call('(x: _x, y: target, args: _args=null)'),
  predict: call('(x, args: _args=null)'),
};

const modelRows: readonly Row[] = [
  models('sequential', `(*, layers=null, name: _name=null)`, { protocol: 'kerasSequential', methods }),
  models('model', `(*, inputs, outputs, name: _name=null)`, { protocol: 'kerasModel', methods }),
  ...['adam', 'sgd', 'rmsprop', 'adagrad', 'momentum'].map((name) =>
    models(`train.${name}`, '(learningRate: _learningRate=..., **options: _options)', { protocol: 'optimizer' }),
  ),
];

export const rows: readonly Row[] = [...layerRows, ...modelRows];

const metric = (name: string): readonly [string, string] => [name, `@tensorflow/tfjs.metrics.${name}`];
const function_ = (name: string): readonly [string, string] => [name, `@tensorflow/tfjs.${name}`];

export const identifiers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  activation: Object.fromEntries(
    ['softmax', 'logSoftmax', 'sigmoid', 'relu', 'relu6', 'elu', 'selu', 'softplus', 'tanh'].map(function_),
  ),
  loss: Object.fromEntries(
    [
      'categoricalCrossentropy',
      'binaryCrossentropy',
      'sparseCategoricalCrossentropy',
      'meanSquaredError',
      'meanAbsoluteError',
    ].map(metric),
  ),
  metric: Object.fromEntries(
    ['binaryAccuracy', 'categoricalAccuracy', 'sparseCategoricalAccuracy', 'meanSquaredError', 'meanAbsoluteError'].map(metric),
  ),
};
