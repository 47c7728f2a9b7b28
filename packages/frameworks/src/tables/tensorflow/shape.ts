import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { compat, math, nn, tf } from './site.ts';

const name = 'name: _name=None';
const eager = functionsOf('tensorflow.Tensor', { before: 'https://www.tensorflow.org/api_docs/python/tf/Tensor' });

const shaping: readonly Row[] = [
  tf('reshape', `(tensor: x, shape, ${name})`, 'reshape'),
  tf('squeeze', `(input: x, axis=None, ${name}, *, squeeze_dims: axis=...)`, 'squeeze'),
  tf('expand_dims', `(input: x, axis, ${name}, *, dim: axis=...)`, 'expandDims'),
  tf('transpose', "(a: x, perm: axes=None, conjugate: _conjugate=False, name: _name='transpose')", 'permute'),
  tf('broadcast_to', `(input: x, shape, ${name})`, 'broadcastTo'),
  tf('tile', `(input: x, multiples: repeats, ${name})`, 'tile'),
  tf('repeat', `(input: x, repeats, axis=None, ${name})`, 'repeat'),
  tf('reverse', `(tensor: x, axis, ${name})`, 'flip'),
  tf('roll', `(input: x, shift, axis, ${name})`, 'roll'),
  tf('pad', "(tensor: x, paddings: widths, mode='CONSTANT', constant_values: value=0, name: _name=None)", 'pad', {
    fixed: { layout: 'numpy' },
  }),
  tf('concat', "(values: arrays, axis, name: _name='concat')", 'concatenate'),
  tf('stack', "(values: arrays, axis=0, name: _name='stack')", 'stack', { also: ['tensorflow.pack'] }),
  tf('split', "(value: x, num_or_size_splits: sections, axis=0, num: _num=None, name: _name='split')", 'split'),
  tf('unstack', "(value: x, num=None, axis=0, name: _name='unstack')", 'unbind'),
  tf('slice', `(input_: x, begin, size, ${name})`, 'slice'),
  tf('shape', `(input: x, out_type: _out_type=None, ${name})`, 'shapeTensor'),
  tf('rank', `(input: x, ${name})`, 'rankOf'),
  tf('is_tensor', '(x: x)', 'isTensor', { also: ['tensorflow.contrib.framework.is_tensor'] }),
  tf('size', `(input: x, out_type: _out_type=None, ${name})`, 'sizeOf'),
  tf('meshgrid', '(*args: arrays, **kwargs: _kwargs)', 'meshgrid'),
];

const selecting: readonly Row[] = [
  tf('where', `(condition, x=None, y=None, ${name})`, 'where'),
  tf('gather', `(params: x, indices, validate_indices: _validate=None, axis=None, batch_dims: batchDims=0, ${name})`, 'take', {
    fixed: { mode: 'gather' },
  }),
  tf('gather_nd', `(params: x, indices, batch_dims: batchDims=0, ${name}, bad_indices_policy: _policy='')`, 'gatherNd'),
  tf('boolean_mask', "(tensor: x, mask, axis=None, name: _name='boolean_mask')", 'booleanMask'),
  tf('sort', "(values: x, axis=-1, direction: descending='ASCENDING', name: _name=None)", 'sort'),
  tf('argsort', "(values: x, axis=-1, direction: descending='ASCENDING', stable=False, name: _name=None)", 'argsort'),
  math('top_k', `(input: x, k=1, sorted=True, index_type: _index_type='int32', ${name})`, 'topkWithIndex', {
    also: ['tensorflow.nn.top_k'],
  }),
  tf('sequence_mask', "(lengths: x, maxlen: length=None, dtype='bool', name: _name=None)", 'sequenceMask'),
  tf(
    'searchsorted',
    "(sorted_sequence: x, values: y, side='left', out_type: _out_type='int32', name: _name=None)",
    'searchsorted',
  ),
];

const casting: readonly Row[] = [
  tf('cast', `(x, dtype, ${name})`, 'cast'),
  tf('to_float', "(x, name: _name='ToFloat')", 'cast', { fixed: { dtype: 'float32' }, also: ['tensorflow.compat.v1.to_float'] }),
  tf('to_int32', "(x, name: _name='ToInt32')", 'cast', { fixed: { dtype: 'int32' } }),
  eager('numpy', '(self: x)', 'convert', { fixed: { library: 'numpy' } }),
  eager('get_shape', '(self: x)', 'shapeOf'),
];

const layers: readonly Row[] = [
  tf('function', '(func: x=None, **options: _options)', 'identity'),
  compat('placeholder', `(dtype=None, shape=None, ${name})`, 'empty', { also: ['tensorflow.placeholder'] }),
  nn(
    'conv2d',
    "(input: _input, filters: _filters, strides: _strides, padding: _padding, data_format: _format='NHWC', dilations: _dilations=None, name: _name=None)",
  ),
];

export const rows: readonly Row[] = [...shaping, ...selecting, ...casting, ...layers];
