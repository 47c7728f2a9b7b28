import type { OperationName } from '../../operations.ts';
import type { Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';

const site = { before: 'https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html' };
const linen = classesOf('flax.linen', site);
const f = functionsOf('flax.linen', site);
const nnx = classesOf('flax.nnx', { before: 'https://flax.readthedocs.io/en/latest/api_reference/flax.nnx/nn/index.html' });
const rest = '**options: _options';
const last = { layout: 'channels_last' };
const bases = ['flax.linen.Module'];

const layer = (name: string, signature: string, op: OperationName, inputs = '(inputs: x)'): Row =>
  linen(name, signature, { protocol: 'flaxModule', bases, call: call(inputs, op) });

const layers: readonly Row[] = [
  linen('Module', `(parent: _parent=None, name: _name=None)`, { protocol: 'flaxModule' }),
  linen('Sequential', '(layers: modules)', { protocol: 'sequential', bases }),
  layer('Dense', `(features, use_bias: _use_bias=True, dtype: _dtype=None, ${rest})`, 'dense'),
  layer('DenseGeneral', `(features: _features, axis: _axis=-1, ${rest})`, 'unknownShape'),
  linen(
    'Conv',
    `(features: channels, kernel_size: kernel, strides: stride=1, padding='SAME', input_dilation: _input_dilation=1, kernel_dilation: dilation=1, ${rest})`,
    {
      protocol: 'flaxModule',
      bases,
      call: call('(inputs: x)', 'conv', { fixed: last }),
    },
  ),
  linen(
    'ConvTranspose',
    `(features: channels, kernel_size: kernel, strides: stride=None, padding='SAME', kernel_dilation: dilation=None, ${rest})`,
    {
      protocol: 'flaxModule',
      bases,
      call: call('(inputs: x)', 'convTranspose', { fixed: last }),
    },
  ),
  layer('Embed', `(num_embeddings: count, features, ${rest})`, 'embedding'),
  layer(
    'Dropout',
    `(rate, broadcast_dims: _broadcast_dims=(), deterministic: _deterministic=None, ${rest})`,
    'dropout',
    '(inputs: x, deterministic: _deterministic_now=None, rng: _rng=None)',
  ),
  ...['BatchNorm', 'LayerNorm', 'GroupNorm', 'RMSNorm'].map((name) =>
    layer(
      name,
      `(*args: _args, ${rest})`,
      'sameShape',
      '(x, use_running_average: _use_running_average=None, *, mask: _mask=None)',
    ),
  ),
  ...['SelfAttention', 'MultiHeadDotProductAttention', 'MultiHeadAttention'].map((name) =>
    layer(
      name,
      `(num_heads: _num_heads, ${rest})`,
      'sameShape',
      '(inputs_q: x, inputs_k: _k=None, inputs_v: _v=None, **options: _call_options)',
    ),
  ),
];

const pool = '(inputs: x, window_shape: kernel, strides: stride=None, padding=';
const functions: readonly Row[] = [
  f('max_pool', `${pool}'VALID')`, 'pool', { fixed: last }),
  f('avg_pool', `${pool}'VALID', count_include_pad: _count=True)`, 'pool', { fixed: last }),
  f('compact', '(fun: x)', 'identity'),
];

const modern: readonly Row[] = [
  nnx('Module', '(*args: _args, **options: _options)', { protocol: 'nnxModule' }),
  nnx('Sequential', '(*fns: modules)', { protocol: 'sequential', bases: ['flax.nnx.Module'] }),
  nnx('Linear', `(in_features: _in_features, out_features: features, ${rest})`, {
    bases: ['flax.nnx.Module'],
    call: call('(inputs: x)', 'dense'),
  }),
  nnx(
    'Conv',
    `(in_features: _in_features, out_features: channels, kernel_size: kernel=3, strides: stride=1, *, padding='SAME', ${rest})`,
    {
      bases: ['flax.nnx.Module'],
      call: call('(inputs: x)', 'conv', { fixed: last }),
    },
  ),
  nnx('Embed', `(num_embeddings: count, features, ${rest})`, {
    bases: ['flax.nnx.Module'],
    call: call('(inputs: x)', 'embedding'),
  }),
  nnx('Dropout', `(rate, *, ${rest})`, {
    bases: ['flax.nnx.Module'],
    call: call('(inputs: x, **options: _call_options)', 'dropout'),
  }),
  ...['BatchNorm', 'LayerNorm'].map((name) =>
    nnx(name, `(num_features: _num_features, ${rest})`, {
      bases: ['flax.nnx.Module'],
      call: call('(x, **options: _call_options)', 'sameShape'),
    }),
  ),
];

export const rows: readonly Row[] = [...layers, ...functions, ...modern];
