import type { OperationName } from '../../operations.ts';
import type { ProtocolName } from '../../protocols.ts';
import type { Row } from '../../schema.ts';
import { call, classesOf, type FunctionExtras, functionsOf } from '../row.ts';
import { probabilities, wantsScores } from '../spaces.ts';

const site = { before: 'https://keras.io/api/layers/' };
const cls = classesOf('keras.layers', site);
const f = functionsOf('keras.layers', site);
/** `data_format` is None in Keras, which is `image_data_format`: channels_last unless somebody configured it. */
const rest = '**kwargs: _kwargs';
const base = ['keras.layers.Layer'];
const ranks = [1, 2, 3] as const;

function layer(
  name: string,
  signature: string,
  op: OperationName,
  extras: FunctionExtras & {
    readonly protocol?: ProtocolName;
    readonly inputs?: string;
    readonly names?: readonly string[];
  } = {},
): Row {
  const {
    protocol = 'kerasLayer',
    inputs = '(inputs: x, training: _training=None, mask: _mask=None)',
    names,
    ...rowExtras
  } = extras;
  return cls(name, signature, {
    protocol,
    bases: base,
    call: call(inputs, op, rowExtras),
    ...(names === undefined ? {} : { also: names.map((each) => `keras.layers.${each}`) }),
  });
}

const initialized =
  'use_bias: _use_bias=True, kernel_initializer: _kernel_initializer=..., bias_initializer: _bias_initializer=...';

const core: readonly Row[] = [
  cls(
    'Layer',
    `(*, activity_regularizer: _regularizer=None, trainable: _trainable=True, dtype: _dtype=None, autocast: _autocast=True, name: _name=None, ${rest})`,
    {
      protocol: 'kerasLayer',
      also: ['keras.Layer', 'keras.engine.base_layer.Layer', 'keras.engine.topology.Layer'],
    },
  ),
  layer('Dense', `(units: features, activation=None, ${initialized}, ${rest})`, 'dense'),
  layer(
    'EinsumDense',
    `(equation: _equation, output_shape: _shape, activation=None, bias_axes: _bias_axes=None, ${rest})`,
    'unknownShape',
  ),
  layer('Activation', `(activation, ${rest})`, 'identity'),
  layer('Dropout', `(rate, noise_shape: _noise_shape=None, seed: _seed=None, ${rest})`, 'dropout', {
    gives: [{ space: 'same', from: 'x' }],
  }),
  ...['SpatialDropout1D', 'SpatialDropout2D', 'SpatialDropout3D', 'GaussianDropout', 'AlphaDropout'].map((name) =>
    layer(name, `(rate, ${rest})`, 'dropout'),
  ),
  layer('GaussianNoise', `(stddev: _stddev, seed: _seed=None, ${rest})`, 'sameShape'),
  layer('Flatten', `(data_format: layout='channels_last', ${rest})`, 'layerFlatten'),
  layer('Reshape', `(target_shape: shape, ${rest})`, 'layerReshape'),
  layer('Permute', `(dims: axes, ${rest})`, 'layerPermute'),
  layer('RepeatVector', `(n: repeats, ${rest})`, 'layerRepeat'),
  layer(
    'Embedding',
    `(input_dim: count, output_dim: features, embeddings_initializer: _initializer='uniform', embeddings_regularizer: _regularizer=None, embeddings_constraint: _constraint=None, mask_zero: _mask_zero=False, weights: _weights=None, lora_rank: _lora=None, ${rest})`,
    'embedding',
  ),
  layer(
    'Lambda',
    `(function, output_shape: _output_shape=None, mask: _mask=None, arguments: _arguments=None, ${rest})`,
    'sameShape',
  ),
  cls(
    'InputLayer',
    `(shape=None, batch_size: batch=None, dtype=None, sparse: _sparse=None, ragged: _ragged=None, batch_shape: batchShape=None, input_tensor: _tensor=None, optional: _optional=False, name: _name=None, ${rest})`,
    {
      protocol: 'kerasLayer',
      bases: base,
    },
  ),
  f(
    'Input',
    `(shape=None, batch_size: batch=None, dtype=None, sparse: _sparse=None, ragged: _ragged=None, batch_shape: batchShape=None, name: _name=None, tensor: _tensor=None, optional: _optional=False)`,
    'input',
    {
      also: ['keras.Input', 'keras.engine.input_layer.Input'],
    },
  ),
];

const activations: readonly Row[] = [
  layer('Softmax', `(axis=-1, ${rest})`, 'softmax', {
    inputs: '(inputs: x, mask=None)',
    gives: [probabilities({ role: 'axis' })],
    accepts: [wantsScores()],
  }),
  layer('ReLU', `(max_value: high=None, negative_slope: slope=0.0, threshold=0.0, ${rest})`, 'reluKeras'),
  layer('LeakyReLU', `(negative_slope: slope=0.3, ${rest})`, 'leakyRelu'),
  layer('PReLU', `(alpha_initializer: _initializer='Zeros', ${rest})`, 'sameShape'),
  layer('ELU', `(alpha=1.0, ${rest})`, 'elu'),
];

/** Keras writes the same number once for one axis, else as a tuple. */
const same = (rank: number, size: number): string => (rank === 1 ? `${size}` : `(${Array(rank).fill(size).join(', ')})`);

const trailing = (rank: number): string =>
  `dilation_rate: dilation=${same(rank, 1)}, groups: _groups=1, activation=None, ${initialized}, ${rest}`;
const convolutions: readonly Row[] = ranks.flatMap((rank) => [
  layer(
    `Conv${rank}D`,
    `(filters: channels, kernel_size: kernel, strides: stride=${same(rank, 1)}, padding='valid', data_format: layout='channels_last', ${trailing(rank)})`,
    'conv',
    {
      fixed: { rank },
      names: [`Convolution${rank}D`],
    },
  ),
  layer(
    `Conv${rank}DTranspose`,
    `(filters: channels, kernel_size: kernel, strides: stride=${same(rank, 1)}, padding='valid', ${rank === 3 ? `data_format: layout='channels_last', output_padding: outputPadding=None` : `output_padding: outputPadding=None, data_format: layout='channels_last'`}, dilation_rate: dilation=${same(rank, 1)}, activation=None, ${initialized}, ${rest})`,
    'convTranspose',
    {
      fixed: { rank },
    },
  ),
  layer(
    `MaxPooling${rank}D`,
    `(pool_size: kernel=${same(rank, 2)}, strides: stride=None, padding='valid', data_format: layout='channels_last', ${rest})`,
    'pool',
    { fixed: { rank }, names: [`MaxPool${rank}D`] },
  ),
  layer(
    `AveragePooling${rank}D`,
    `(pool_size: kernel=${same(rank, 2)}, strides: stride=None, padding='valid', data_format: layout='channels_last', ${rest})`,
    'pool',
    { fixed: { rank }, names: [`AvgPool${rank}D`] },
  ),
  layer(`GlobalMaxPooling${rank}D`, `(data_format: layout='channels_last', keepdims=False, ${rest})`, 'globalPool', {
    fixed: { rank },
    names: [`GlobalMaxPool${rank}D`],
  }),
  layer(`GlobalAveragePooling${rank}D`, `(data_format: layout='channels_last', keepdims=False, ${rest})`, 'globalPool', {
    fixed: { rank },
    names: [`GlobalAvgPool${rank}D`],
  }),
]);
const spatial: readonly Row[] = [
  layer(
    'SeparableConv2D',
    `(filters: channels, kernel_size: kernel, strides: stride=(1, 1), padding='valid', data_format: layout='channels_last', dilation_rate: dilation=(1, 1), depth_multiplier: _depth_multiplier=1, activation=None, use_bias: _use_bias=True, ${rest})`,
    'conv',
    { fixed: { rank: 2 } },
  ),
  layer(
    'DepthwiseConv2D',
    `(kernel_size: kernel, strides: stride=(1, 1), padding='valid', depth_multiplier: multiplier=1, data_format: layout='channels_last', dilation_rate: dilation=(1, 1), activation=None, use_bias: _use_bias=True, ${rest})`,
    'conv',
    { fixed: { rank: 2 } },
  ),
  layer(
    'UpSampling2D',
    `(size: scale=(2, 2), data_format: layout='channels_last', interpolation: _interpolation='nearest', ${rest})`,
    'upsample',
    { fixed: { rank: 2 } },
  ),
  layer('ZeroPadding2D', `(padding: _padding=(1, 1), data_format: _layout=None, ${rest})`, 'unknownShape'),
];

const norms: readonly Row[] = ['BatchNormalization', 'LayerNormalization', 'GroupNormalization', 'UnitNormalization'].map(
  (name) => layer(name, `(*args: _args, ${rest})`, 'sameShape'),
);
const preprocessing: readonly Row[] = [
  'Rescaling',
  'Normalization',
  'RandomFlip',
  'RandomRotation',
  'RandomZoom',
  'RandomContrast',
  'ActivityRegularization',
].map((name) => layer(name, `(*args: _args, ${rest})`, 'sameShape'));

const recurrentArguments = `units: features, activation: _activation='tanh', return_sequences: sequences=False, return_state: state=False, ${rest}`;
const recurrent: readonly Row[] = [
  ...(['LSTM', 'GRU', 'SimpleRNN'] as const).map((name) =>
    layer(name, `(${recurrentArguments})`, 'kerasRecurrent', {
      inputs: '(sequence: x, initial_state: _initial_state=None, mask: _mask=None, training: _training=None)',
      fixed: { cell: { LSTM: 'lstm', GRU: 'gru', SimpleRNN: 'rnn' }[name] },
    }),
  ),
  cls(
    'Bidirectional',
    `(layer, merge_mode: _merge_mode='concat', weights: _weights=None, backward_layer: _backward=None, ${rest})`,
    { protocol: 'kerasWrapper', bases: base },
  ),
  cls('TimeDistributed', `(layer, ${rest})`, { protocol: 'kerasWrapper', bases: base }),
  layer('MultiHeadAttention', `(num_heads: _num_heads, key_dim: _key_dim, ${rest})`, 'kerasAttention', {
    inputs:
      '(query, value, key=None, query_mask: _query_mask=None, value_mask: _value_mask=None, key_mask: _key_mask=None, attention_mask: _attention_mask=None, return_attention_scores: returnWeights=False, training: _training=None, use_causal_mask: _causal=False)',
  }),
];

const merges = ['Add', 'Subtract', 'Multiply', 'Average', 'Maximum', 'Minimum', 'Concatenate', 'Dot'];
const merging: readonly Row[] = merges.flatMap((name) => {
  const kind = name.toLowerCase();
  const axis = name === 'Concatenate' ? 'axis=-1, ' : name === 'Dot' ? 'axes: _axes, normalize: _normalize=False, ' : '';
  const functionAxis = axis.includes('axis=') ? ', axis=-1' : name === 'Dot' ? ', axes: _axes=-1' : '';
  return [
    layer(name, `(${axis}${rest})`, 'merge', { inputs: '(inputs: arrays)', fixed: { kind } }),
    f(kind, `(inputs: arrays${functionAxis}, ${rest})`, 'merge', { fixed: { kind } }),
  ];
});

export const rows: readonly Row[] = [
  ...core,
  ...activations,
  ...convolutions,
  ...spatial,
  ...norms,
  ...preprocessing,
  ...recurrent,
  ...merging,
];
