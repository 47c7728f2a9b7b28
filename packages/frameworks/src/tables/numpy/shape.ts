import type { Row } from '../../schema.ts';
import { method, np } from './site.ts';

const shaping: readonly Row[] = [
  np('reshape', "(a: x, newshape: shape, order='C')", 'reshape'),
  np('ravel', "(a: x, order: memory='C')", 'flatten'),
  np('squeeze', '(a: x, axis=None)', 'squeeze'),
  np('expand_dims', '(a: x, axis)', 'expandDims'),
  np('transpose', '(a: x, axes=None)', 'permute'),
  np('swapaxes', '(a: x, axis1: first, axis2: second)', 'swapAxes'),
  np('moveaxis', '(a: x, source, destination)', 'moveAxis'),
  np('broadcast_to', '(array: x, shape, subok: _subok=False)', 'broadcastTo'),
  np('broadcast_arrays', '(*args: arrays, subok: _subok=False)', 'broadcastArrays'),
  np('tile', '(A: x, reps: repeats)', 'tile'),
  np('repeat', '(a: x, repeats, axis=None)', 'repeat'),
  np('flip', '(m: x, axis=None)', 'flip'),
  np('fliplr', '(m: x)', 'flip', { fixed: { axis: 1 } }),
  np('flipud', '(m: x)', 'flip', { fixed: { axis: 0 } }),
  np('rot90', '(m: x, k: times=1, axes=(0, 1))', 'rotate'),
  np('roll', '(a: x, shift, axis=None)', 'roll'),
  np('atleast_1d', '(*arys: x)', 'atleast', { fixed: { rank: 1 } }),
  np('atleast_2d', '(*arys: x)', 'atleast', { fixed: { rank: 2 } }),
  np('pad', "(array: x, pad_width: widths, mode='constant', constant_values: value=0, **kwargs: _kwargs)", 'pad', {
    fixed: { layout: 'numpy' },
  }),
  np('shape', '(a: x)', 'shapeOf'),
  np('ndim', '(a: x)', 'rankOf'),
  np('size', '(a: x, axis=None)', 'sizeOf'),
];

const joining: readonly Row[] = [
  np('concatenate', '(arrays, axis=0, out: _out=None, dtype=None, casting: _casting=...)', 'concatenate'),
  np('stack', '(arrays, axis=0, out: _out=None)', 'stack'),
  np('vstack', '(tup: arrays)', 'vstack', { also: ['numpy.row_stack'] }),
  np('hstack', '(tup: arrays)', 'hstack'),
  np('column_stack', '(tup: arrays)', 'columnStack'),
  np('append', '(arr: x, values: y, axis=None)', 'append'),
  np('split', '(ary: x, indices_or_sections: sections, axis=0)', 'split'),
  np('array_split', '(ary: x, indices_or_sections: sections, axis=0)', 'arraySplit'),
  np('vsplit', '(ary: x, indices_or_sections: sections)', 'split', { fixed: { axis: 0 } }),
  np('hsplit', '(ary: x, indices_or_sections: sections)', 'split', { fixed: { axis: 1 } }),
];

const methods: readonly Row[] = [
  method('reshape', "(self: x, *shape, order='C')", 'reshape'),
  method('ravel', "(self: x, order: memory='C')", 'flatten'),
  method('flatten', "(self: x, order: memory='C')", 'flatten'),
  method('squeeze', '(self: x, axis=None)', 'squeeze'),
  method('transpose', '(self: x, *axes)', 'permute'),
  method('swapaxes', '(self: x, axis1: first, axis2: second)', 'swapAxes'),
  method('repeat', '(self: x, repeats, axis=None)', 'repeat'),
  method('copy', "(self: x, order: _order='C')", 'identity'),
  method(
    'astype',
    "(self: x, dtype, order: _order='K', casting: _casting='unsafe', subok: _subok=True, copy: _copy=True)",
    'cast',
  ),
  method('item', '(self: x, *args: index)', 'item'),
  method('tolist', '(self: x)', 'tolist'),
  method('view', '(self: x, dtype: _dtype=None, type: _type=None)', 'identity'),
  method('fill', '(self: _self, value: _value)'),
];

export const rows: readonly Row[] = [...shaping, ...joining, ...methods];
