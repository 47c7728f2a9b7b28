import type { Row } from '../../schema.ts';
import { constantsOf, functionsOf } from '../row.ts';

const before = 'https://docs.jax.dev/en/latest/_autosummary/';
const jnp = functionsOf('jax.numpy', { before: `${before}jax.numpy.`, after: '.html' });
const device = 'device: _device=None';

const functions: readonly Row[] = [
  jnp(
    'array',
    `(object: data, dtype=None, copy=True, order: _order='K', ndmin=0, *, ${device}, out_sharding: _out_sharding=None)`,
    'array',
  ),
  jnp('asarray', `(a: data, dtype=None, order: _order=None, *, copy=None, ${device}, out_sharding: _out_sharding=None)`, 'array'),
  jnp('zeros', `(shape, dtype=None, *, ${device}, out_sharding: _out_sharding=None)`, 'zeros'),
  jnp('ones', `(shape, dtype=None, *, ${device}, out_sharding: _out_sharding=None)`, 'ones'),
  jnp('empty', `(shape, dtype=None, *, ${device}, out_sharding: _out_sharding=None)`, 'zeros'),
  jnp('full', `(shape, fill_value: value, dtype=None, *, ${device}, out_sharding: _out_sharding=None)`, 'full'),
  jnp('zeros_like', `(a: x, dtype=None, shape=None, *, ${device}, out_sharding: _out_sharding=None)`, 'zerosLike'),
  jnp('ones_like', `(a: x, dtype=None, shape=None, *, ${device}, out_sharding: _out_sharding=None)`, 'onesLike'),
  jnp('full_like', `(a: x, fill_value: value, dtype=None, shape=None, *, ${device})`, 'fullLike'),
  jnp('eye', `(N: rows, M: columns=None, k: offset=0, dtype=None, *, ${device})`, 'eye'),
  jnp('identity', '(n: rows, dtype=None)', 'eye'),
  jnp('arange', `(start, stop=None, step=None, dtype=None, *, ${device}, out_sharding: _out_sharding=None)`, 'arange'),
  jnp('linspace', `(start, stop, num=50, endpoint=True, retstep: _retstep=False, dtype=None, axis=0, *, ${device})`, 'linspace'),
];

const constant = constantsOf('jax.numpy', { before: 'https://docs.jax.dev/en/latest/jax.numpy.html' });
const constants: readonly Row[] = [
  ...(['float64', 'float32', 'float16', 'bfloat16', 'int64', 'int32', 'int16', 'int8', 'uint8'] as const).map((each) =>
    constant(each, { dtype: each }),
  ),
  constant('bool_', { dtype: 'bool' }),
  constant('int_', { dtype: 'int32' }),
  constant('float_', { dtype: 'float32' }),
  constant('pi', { float: Math.PI }),
  constant('e', { float: Math.E }),
  constant('inf', { float: 'inf' }),
  constant('nan', { float: 'nan' }),
  constant('newaxis', { literal: null }),
];

export const rows: readonly Row[] = [...functions, ...constants];
