import type { ClassRow, FunctionRow, Row } from '../../schema.ts';
import { call, functionsOf } from '../row.ts';
import { functional, nn } from './site.ts';

const bases = ['torch.nn.Module'];
const made = 'device: _device=None, dtype: _dtype=None';
const first = { layout: 'channels_first' };
const x = '(input: x)';
const ranks = [1, 2, 3] as const;

const containers: readonly Row[] = [
  nn('Module', '()', { protocol: 'module' }),
  nn('Sequential', '(*args: modules)', { protocol: 'sequential', bases }),
  nn('ModuleList', '(modules=None)', { protocol: 'moduleList', bases }),
  nn('ModuleDict', '(modules=None)', { protocol: 'moduleDict', bases }),
  nn('ParameterList', '(values: modules=None)', { protocol: 'moduleList', bases }),
  nn('Parameter', '(data=None, requires_grad: _requires_grad=True)', {
    protocol: 'parameter',
    also: ['torch.nn.parameter.Parameter'],
  }),
  nn('DataParallel', '(module, device_ids: _device_ids=None, output_device: _output_device=None, dim: _dim=0)', {
    protocol: 'wrapper',
    bases,
  }),
  nn('Identity', '(*args: _args, **kwargs: _kwargs)', { call: call(x, 'identity'), bases }),
];

const embeddings = functionsOf('torch.nn', { before: 'https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html' });

const plain: readonly Row[] = [
  nn('Linear', `(in_features: _in_features, out_features: features, bias: _bias=True, ${made})`, {
    call: call(x, 'dense'),
    bases,
  }),
  nn('LazyLinear', `(out_features: features, bias: _bias=True, ${made})`, { call: call(x, 'dense'), bases }),
  nn(
    'Bilinear',
    `(in1_features: _in1_features, in2_features: _in2_features, out_features: features, bias: _bias=True, ${made})`,
    {
      call: call('(input1: x, input2: y)', 'bilinear'),
      bases,
    },
  ),
  nn('Flatten', '(start_dim: start=1, end_dim: end=-1)', { call: call(x, 'flatten'), bases }),
  nn('Unflatten', '(dim: axis, unflattened_size: shape)', { call: call(x, 'unflatten'), bases }),
  nn(
    'Embedding',
    `(num_embeddings: count, embedding_dim: features, padding_idx: _padding_idx=None, max_norm: _max_norm=None, norm_type: _norm_type=2.0, scale_grad_by_freq: _scale=False, sparse: _sparse=False, _weight=None, ${made})`,
    {
      call: call(x, 'embedding'),
      bases,
    },
  ),
  embeddings(
    'Embedding.from_pretrained',
    '(embeddings: weight, freeze: _freeze=True, padding_idx: _padding_idx=None, max_norm: _max_norm=None, norm_type: _norm_type=2.0, scale_grad_by_freq: _scale=False, sparse: _sparse=False)',
  ),
  embeddings(
    'EmbeddingBag.from_pretrained',
    "(embeddings: weight, freeze: _freeze=True, max_norm: _max_norm=None, norm_type: _norm_type=2.0, scale_grad_by_freq: _scale=False, mode='mean', sparse: _sparse=False, include_last_offset: _last=False, padding_idx: _padding_idx=None)",
  ),
  functional(
    'embedding_bag',
    "(input: x, weight, offsets=None, max_norm: _max_norm=None, norm_type: _norm_type=2, scale_grad_by_freq: _scale=False, mode='mean', sparse: _sparse=False, per_sample_weights: _weights=None, include_last_offset: _last=False, padding_idx: _padding_idx=None)",
    'embeddingBag',
  ),
  nn('CosineSimilarity', '(dim: axis=1, eps: epsilon=1e-08)', { call: call('(x1: x, x2: y)', 'cosineSimilarity'), bases }),
  nn('PairwiseDistance', '(p: order=2.0, eps: epsilon=1e-06, keepdim: keepdims=False)', {
    call: call('(x1: x, x2: y)', 'pairwiseDistance'),
    bases,
  }),
  nn(
    'Upsample',
    "(size=None, scale_factor: scale=None, mode='nearest', align_corners: aligned=None, recompute_scale_factor: _recompute=None)",
    {
      call: call(x, 'upsample', { fixed: first }),
      bases,
    },
  ),
  nn(
    'EmbeddingBag',
    `(num_embeddings: count, embedding_dim: features, max_norm: _max_norm=None, norm_type: _norm_type=2.0, scale_grad_by_freq: _scale=False, mode='mean', sparse: _sparse=False, _weight=None, include_last_offset: _last=False, padding_idx: _padding_idx=None, ${made})`,
    {
      call: call('(input: x, offsets=None, per_sample_weights: _weights=None)', 'embeddingBag'),
      bases,
    },
  ),
  nn('Transformer', '(d_model: _d_model=512, nhead: _nhead=8, **options: _options)', {
    call: call('(src: _src, tgt: x, **options: _call_options)', 'sameShape'),
    bases,
  }),
  ...ranks.flatMap((rank) => [
    nn(`ReflectionPad${rank}d`, '(padding: widths)', { call: call(x, 'padLayer', { fixed: { mode: 'reflect', rank } }), bases }),
    nn(`ReplicationPad${rank}d`, '(padding: widths)', {
      call: call(x, 'padLayer', { fixed: { mode: 'replicate', rank } }),
      bases,
    }),
    nn(`ConstantPad${rank}d`, '(padding: widths, value)', { call: call(x, 'padLayer', { fixed: { rank } }), bases }),
  ]),
  nn('ZeroPad2d', '(padding: widths)', { call: call(x, 'padLayer', { fixed: { rank: 2 } }), bases }),
  nn('UpsamplingBilinear2d', '(size=None, scale_factor: scale=None)', {
    call: call(x, 'upsample', { fixed: { ...first, mode: 'bilinear', aligned: true } }),
    bases,
  }),
  nn('UpsamplingNearest2d', '(size=None, scale_factor: scale=None)', { call: call(x, 'upsample', { fixed: first }), bases }),
  nn('PixelShuffle', '(upscale_factor: size)', { call: call(x, 'pixelShuffle'), bases }),
  nn('PixelUnshuffle', '(downscale_factor: size)', { call: call(x, 'pixelUnshuffle'), bases }),
  nn('Unfold', '(kernel_size: kernel, dilation=1, padding=0, stride=1)', { call: call(x, 'unfoldPatches'), bases }),
  nn('Fold', '(output_size: size, kernel_size: kernel, dilation=1, padding=0, stride=1)', {
    call: call(x, 'foldPatches'),
    bases,
  }),
];

const dropouts: readonly Row[] = [
  ...['Dropout', 'Dropout1d', 'Dropout2d', 'Dropout3d', 'AlphaDropout', 'FeatureAlphaDropout'].map((name) =>
    nn(name, '(p: rate=0.5, inplace: _inplace=False)', {
      call: call(x, 'dropout', { gives: [{ space: 'same', from: 'x' }] }),
      bases,
    }),
  ),
  ...['dropout', 'dropout2d', 'dropout3d'].map((name) =>
    functional(name, '(input: x, p: rate=0.5, training=True, inplace: _inplace=False)', 'dropout'),
  ),
  ...['alpha_dropout'].map((name) =>
    functional(name, '(input: x, p: rate=0.5, training=False, inplace: _inplace=False)', 'dropout'),
  ),
];

const convolutions: readonly Row[] = ranks.flatMap((rank): (ClassRow | FunctionRow)[] => [
  nn(
    `Conv${rank}d`,
    `(in_channels: _in_channels, out_channels: channels, kernel_size: kernel, stride=1, padding=0, dilation=1, groups: _groups=1, bias: _bias=True, padding_mode: _padding_mode='zeros', ${made})`,
    {
      call: call(x, 'conv', { fixed: { rank, ...first } }),
      bases,
    },
  ),
  nn(
    `LazyConv${rank}d`,
    `(out_channels: channels, kernel_size: kernel, stride=1, padding=0, dilation=1, groups: _groups=1, bias: _bias=True, padding_mode: _padding_mode='zeros', ${made})`,
    {
      call: call(x, 'conv', { fixed: { rank, ...first } }),
      bases,
    },
  ),
  nn(
    `ConvTranspose${rank}d`,
    `(in_channels: _in_channels, out_channels: channels, kernel_size: kernel, stride=1, padding=0, output_padding: outputPadding=0, groups: _groups=1, bias: _bias=True, dilation=1, padding_mode: _padding_mode='zeros', ${made})`,
    {
      call: call('(input: x, output_size: _output_size=None)', 'convTranspose', { fixed: { rank, ...first } }),
      bases,
    },
  ),
]);

const pools: readonly Row[] = ranks.flatMap((rank): (ClassRow | FunctionRow)[] => {
  const fixed = { fixed: { rank, ...first } };
  const [largest, mean] = (['max', 'mean'] as const).map((kind) => ({ fixed: { rank, ...first, kind } }));
  const divisor = rank === 1 ? '' : ', divisor_override: _divisor_override=None';
  const maxArgs = 'kernel_size: kernel, stride=None, padding=0, dilation=1';
  const adaptive = `AdaptiveAvgPool${rank}d`;
  return [
    nn(`MaxPool${rank}d`, `(${maxArgs}, return_indices: withIndices=False, ceil_mode: ceil=False)`, {
      call: call(x, 'pool', largest),
      bases,
    }),
    nn(
      `AvgPool${rank}d`,
      `(kernel_size: kernel, stride=None, padding=0, ceil_mode: ceil=False, count_include_pad: _count=True${divisor})`,
      {
        call: call(x, 'pool', mean),
        bases,
      },
    ),
    nn(adaptive, '(output_size: size)', { call: call(x, 'adaptivePool', mean), bases }),
    nn(`AdaptiveMaxPool${rank}d`, '(output_size: size, return_indices: withIndices=False)', {
      call: call(x, 'adaptivePool', largest),
      bases,
    }),
    functional(
      `max_pool${rank}d`,
      `(input: x, ${maxArgs}, ceil_mode: ceil=False, return_indices: withIndices=False)`,
      'pool',
      largest,
    ),
    functional(
      `avg_pool${rank}d`,
      `(input: x, kernel_size: kernel, stride=None, padding=0, ceil_mode: ceil=False, count_include_pad: _count=True${divisor})`,
      'pool',
      mean,
    ),
    functional(`conv${rank}d`, '(input: x, weight, bias=None, stride=1, padding=0, dilation=1, groups=1)', 'convolution', fixed),
    functional(`adaptive_avg_pool${rank}d`, '(input: x, output_size: size)', 'adaptivePool', mean),
    functional(
      `adaptive_max_pool${rank}d`,
      '(input: x, output_size: size, return_indices: withIndices=False)',
      'adaptivePool',
      largest,
    ),
  ];
});

const batchNorm = `(num_features: _num_features, eps=1e-05, momentum: _momentum=0.1, affine: _affine=True, track_running_stats: _track=True, ${made})`;
const instanceNorm = batchNorm.replace(
  'affine: _affine=True, track_running_stats: _track=True',
  'affine: _affine=False, track_running_stats: _track=False',
);
const norms: readonly Row[] = [
  ...ranks.map((rank) => nn(`BatchNorm${rank}d`, batchNorm, { call: call(x, 'batchNorm'), bases })),
  ...ranks.map((rank) => nn(`InstanceNorm${rank}d`, instanceNorm, { call: call(x, 'instanceNorm'), bases })),
  nn('SyncBatchNorm', batchNorm.replace('_track=True', '_track=True, process_group: _process_group=None'), {
    call: call(x, 'sameShape'),
    bases,
  }),
  nn('LayerNorm', `(normalized_shape: shape, eps=1e-05, elementwise_affine: _affine=True, bias: _bias=True, ${made})`, {
    call: call(x, 'layerNorm'),
    bases,
  }),
  nn('RMSNorm', `(normalized_shape: _shape, eps: _eps=None, elementwise_affine: _affine=True, ${made})`, {
    call: call('(x)', 'sameShape'),
    bases,
    since: '2.4',
  }),
  nn('GroupNorm', `(num_groups: _num_groups, num_channels: _num_channels, eps=1e-05, affine: _affine=True, ${made})`, {
    call: call(x, 'groupNorm'),
    bases,
  }),
  functional('layer_norm', '(input: x, normalized_shape: shape, weight=None, bias=None, eps=1e-05)', 'layerNorm'),
  functional(
    'batch_norm',
    '(input: x, running_mean: runningMean, running_var: runningVariance, weight=None, bias=None, training=False, momentum: _momentum=0.1, eps=1e-05)',
    'batchNorm',
  ),
  functional(
    'instance_norm',
    '(input: x, running_mean: _runningMean=None, running_var: _runningVariance=None, weight=None, bias=None, use_input_stats: useInputStats=True, momentum: _momentum=0.1, eps=1e-05)',
    'instanceNorm',
  ),
  nn('LocalResponseNorm', '(size, alpha=0.0001, beta=0.75, k=1.0)', {
    call: call(x, 'localResponseNorm'),
    bases,
  }),
];

const recurrentSignature =
  '(input_size: _input_size, hidden_size: features, num_layers: layers=1, bias: _bias=True, batch_first: batchFirst=False, dropout: _dropout=0.0, bidirectional=False, proj_size: projection=0';
const recurrent: readonly Row[] = [
  nn('LSTM', `${recurrentSignature}, ${made})`, {
    call: call('(input: x, hx: hidden=None)', 'recurrent', { fixed: { cell: 'lstm' } }),
    bases,
  }),
  nn('GRU', `${recurrentSignature.replace(', proj_size: projection=0', '')}, ${made})`, {
    call: call('(input: x, hx: hidden=None)', 'recurrent', { fixed: { cell: 'gru' } }),
    bases,
  }),
  nn(
    'RNN',
    `${recurrentSignature.replace('layers=1', "layers=1, nonlinearity='tanh'").replace(', proj_size: projection=0', '')}, ${made})`,
    {
      call: call('(input: x, hx: hidden=None)', 'recurrent', { fixed: { cell: 'rnn' } }),
      bases,
    },
  ),
  nn('RNNCell', `(input_size: _input_size, hidden_size: features, bias: _bias=True, nonlinearity='tanh', ${made})`, {
    call: call('(input: x, hx: hidden=None)', 'recurrentCell', { fixed: { cell: 'rnn' } }),
    bases,
  }),
  nn('LSTMCell', `(input_size: _input_size, hidden_size: features, bias: _bias=True, ${made})`, {
    call: call('(input: x, hx: hidden=None)', 'recurrentCell', { fixed: { cell: 'lstm' } }),
    bases,
  }),
  nn('GRUCell', `(input_size: _input_size, hidden_size: features, bias: _bias=True, ${made})`, {
    call: call('(input: x, hx: hidden=None)', 'recurrentCell', { fixed: { cell: 'gru' } }),
    bases,
  }),
];

const masks = 'src_mask: _src_mask=None, src_key_padding_mask: _padding_mask=None, is_causal: _is_causal=None';
const encoder = `dim_feedforward: _dim_feedforward=2048, dropout: _dropout=0.1, activation: _activation=..., layer_norm_eps: _eps=1e-05, batch_first: _batch_first=False, norm_first: _norm_first=False, bias: _bias=True, ${made}`;
const transformers: readonly Row[] = [
  nn(
    'MultiheadAttention',
    `(embed_dim: features, num_heads: _num_heads, dropout: _dropout=0.0, bias: _bias=True, add_bias_kv: _add_bias_kv=False, add_zero_attn: _add_zero_attn=False, kdim: _kdim=None, vdim: _vdim=None, batch_first: batchFirst=False, ${made})`,
    {
      call: call(
        '(query, key, value, key_padding_mask: _key_padding_mask=None, need_weights: needWeights=True, attn_mask: _attn_mask=None, average_attn_weights: averageWeights=True, is_causal: _is_causal=False)',
        'attention',
      ),
      bases,
    },
  ),
  nn('TransformerEncoderLayer', `(d_model: _d_model, nhead: _nhead, ${encoder})`, {
    call: call(`(src: x, ${masks})`, 'sameShape'),
    bases,
  }),
  nn('TransformerDecoderLayer', `(d_model: _d_model, nhead: _nhead, ${encoder})`, {
    call: call(
      '(tgt: x, memory: _memory, tgt_mask: _tgt_mask=None, memory_mask: _memory_mask=None, tgt_key_padding_mask: _tgt_padding=None, memory_key_padding_mask: _memory_padding=None, tgt_is_causal: _tgt_causal=False, memory_is_causal: _memory_causal=False)',
      'sameShape',
    ),
    bases,
  }),
  nn(
    'TransformerEncoder',
    '(encoder_layer: _encoder_layer, num_layers: _num_layers, norm: _norm=None, enable_nested_tensor: _nested=True, mask_check: _mask_check=True)',
    {
      call: call('(src: x, mask: _mask=None, src_key_padding_mask: _padding=None, is_causal: _is_causal=None)', 'sameShape'),
      bases,
    },
  ),
  nn('TransformerDecoder', '(decoder_layer: _decoder_layer, num_layers: _num_layers, norm: _norm=None)', {
    call: call(
      '(tgt: x, memory: _memory, tgt_mask: _tgt_mask=None, memory_mask: _memory_mask=None, tgt_key_padding_mask: _tgt_padding=None, memory_key_padding_mask: _memory_padding=None, tgt_is_causal: _tgt_causal=None, memory_is_causal: _memory_causal=False)',
      'sameShape',
    ),
    bases,
  }),
];

const functions: readonly Row[] = [
  functional('group_norm', '(input: x, num_groups: _num_groups, weight=None, bias=None, eps=1e-05)', 'groupNorm'),
  functional('rms_norm', '(input: x, normalized_shape: _shape, weight: _weight=None, eps: _eps=None)', 'sameShape', {
    since: '2.4',
  }),
  functional(
    'rrelu',
    '(input: x, lower: _lower=0.125, upper: _upper=0.3333333333333333, training: _training=False, inplace: _inplace=False)',
    'sameShape',
  ),
  functional(
    'embedding',
    '(input: indices, weight: x, padding_idx: _padding_idx=None, max_norm: _max_norm=None, norm_type: _norm_type=2.0, scale_grad_by_freq: _scale=False, sparse: _sparse=False)',
    'take',
    { fixed: { axis: 0 } },
  ),
  functional(
    'interpolate',
    "(input: x, size=None, scale_factor: scale=None, mode='nearest', align_corners: aligned=None, recompute_scale_factor: _recompute=None, antialias: _antialias=False)",
    'upsample',
    {
      fixed: first,
    },
  ),
];

export const rows: readonly Row[] = [
  ...containers,
  ...plain,
  ...dropouts,
  ...convolutions,
  ...pools,
  ...norms,
  ...recurrent,
  ...transformers,
  ...functions,
];
