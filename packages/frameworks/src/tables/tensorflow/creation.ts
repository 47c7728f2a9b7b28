import type { Row } from '../../schema.ts';
import { constantsOf } from '../row.ts';
import { randomOf, tf } from './site.ts';

const name = 'name: _name=None';
const layout = 'layout: _layout=None';

const functions: readonly Row[] = [
  tf('constant', "(value: data, dtype=None, shape=None, name: _name='Const')", 'array'),
  tf('convert_to_tensor', `(value: data, dtype=None, dtype_hint: _dtype_hint=None, ${name})`, 'array'),
  tf(
    'Variable',
    '(initial_value: data=None, trainable: _trainable=None, validate_shape: _validate_shape=True, caching_device: _caching_device=None, name: _name=None, variable_def: _variable_def=None, dtype=None, import_scope: _import_scope=None, constraint: _constraint=None, synchronization: _synchronization=..., aggregation: _aggregation=..., shape: _shape=None, experimental_enable_variable_lifting: _lifting=True)',
    'array',
  ),
  tf('zeros', `(shape, dtype='float32', ${name}, ${layout})`, 'zeros'),
  tf('ones', `(shape, dtype='float32', ${name}, ${layout})`, 'ones'),
  tf('fill', `(dims: shape, value, ${name}, ${layout})`, 'full'),
  tf('zeros_like', `(input: x, dtype=None, ${name}, ${layout})`, 'zerosLike'),
  tf('ones_like', `(input: x, dtype=None, ${name}, ${layout})`, 'onesLike'),
  tf('eye', "(num_rows: rows, num_columns: columns=None, batch_shape: batch=None, dtype='float32', name: _name=None)", 'eye', {
    also: ['tensorflow.linalg.eye'],
  }),
  tf('range', "(start, limit: stop=None, delta: step=1, dtype=None, name: _name='range')", 'arange'),
  tf('linspace', '(start, stop, num, name: _name=None, axis=0)', 'linspace'),
  randomOf('shuffle', '(value: x, seed: _seed=None, name: _name=None)', 'permutation', { also: ['tensorflow.random_shuffle'] }),
  tf('identity', `(input: x, ${name})`, 'identity'),
  tf('stop_gradient', `(input: x, ${name})`, 'identity'),
  randomOf('normal', `(shape, mean: loc=0.0, stddev: scale=1.0, dtype='float32', seed: _seed=None, ${name})`, 'random', {
    fixed: { distribution: 'normal' },
    also: ['tensorflow.random_normal'],
  }),
  randomOf('uniform', `(shape, minval: low=0, maxval: high=None, dtype='float32', seed: _seed=None, ${name})`, 'random', {
    fixed: { distribution: 'uniform' },
    also: ['tensorflow.random_uniform'],
  }),
  randomOf(
    'truncated_normal',
    `(shape, mean: loc=0.0, stddev: scale=1.0, dtype='float32', seed: _seed=None, ${name})`,
    'random',
    {
      fixed: { distribution: 'truncated' },
      also: ['tensorflow.truncated_normal'],
    },
  ),
];

const dtype = constantsOf('tensorflow', { before: 'https://www.tensorflow.org/api_docs/python/tf/dtypes' });
const dtypes: readonly Row[] = [
  ...(['float64', 'float32', 'float16', 'bfloat16', 'int64', 'int32', 'int16', 'int8', 'uint8', 'bool'] as const).map((each) =>
    dtype(each, { dtype: each }, { also: [`tensorflow.dtypes.${each}`] }),
  ),
  dtype('double', { dtype: 'float64' }),
  dtype('half', { dtype: 'float16' }),
  dtype('newaxis', { literal: null }),
];

export const rows: readonly Row[] = [...functions, ...dtypes];
