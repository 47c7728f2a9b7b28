import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { both, functional, method, torch } from './site.ts';

const joining: readonly Row[] = [
  torch('cat', '(tensors: arrays, dim: axis=0, *, out: _out=None)', 'concatenate', {
    also: ['torch.concat', 'torch.concatenate'],
  }),
  torch('stack', '(tensors: arrays, dim: axis=0, *, out: _out=None)', 'stack'),
  torch('vstack', '(tensors: arrays, *, out: _out=None)', 'vstack', { also: ['torch.row_stack'] }),
  torch('hstack', '(tensors: arrays, *, out: _out=None)', 'hstack'),
  torch('column_stack', '(tensors: arrays, *, out: _out=None)', 'columnStack'),
  torch('broadcast_tensors', '(*tensors: arrays)', 'broadcastArrays'),
  torch('split', '(tensor: x, split_size_or_sections: sizes, dim: axis=0)', 'splitSizes'),
  method('split', '(self: x, split_size: sizes, dim: axis=0)', 'splitSizes'),
  torch('chunk', '(input: x, chunks, dim: axis=0)', 'chunk'),
  method('chunk', '(self: x, chunks, dim: axis=0)', 'chunk'),
  torch('tensor_split', '(input: x, indices_or_sections: sections, dim: axis=0)', 'arraySplit'),
  method('tensor_split', '(self: x, indices_or_sections: sections, dim: axis=0)', 'arraySplit'),
  torch('unbind', '(input: x, dim: axis=0)', 'unbind'),
  method('unbind', '(self: x, dim: axis=0)', 'unbind'),
];

const padding: readonly Row[] = [
  functionsOf('torch.nn.utils.rnn', { before: 'https://pytorch.org/docs/stable/generated/torch.nn.utils.rnn.', after: '.html' })(
    'pad_sequence',
    '(sequences: arrays, batch_first: batchFirst=False, padding_value: value=0.0)',
    'padSequence',
  ),
];

const reshaping: readonly Row[] = [
  torch('reshape', '(input: x, shape)', 'reshape'),
  method('reshape', '(self: x, *shape)', 'reshape'),
  method('view', '(self: x, *size: shape)', 'reshape'),
  method('view_as', '(self: x, other: y)', 'reshapeLike'),
  method('reshape_as', '(self: x, other: y)', 'reshapeLike'),
  torch('flatten', '(input: x, start_dim: start=0, end_dim: end=-1)', 'flatten'),
  method('flatten', '(self: x, start_dim: start=0, end_dim: end=-1)', 'flatten'),
  torch('ravel', '(input: x)', 'flatten'),
  method('ravel', '(self: x)', 'flatten'),
  torch('unflatten', '(input: x, dim: axis, sizes: shape, names: _names=None)', 'unflatten', { since: '1.14' }),
  method('unflatten', '(self: x, dim: axis, sizes: shape)', 'unflatten'),
  torch('squeeze', '(input: x, dim: axis=None)', 'squeeze'),
  ...['squeeze', 'squeeze_'].map((name) => method(name, '(self: x, dim: axis=None)', 'squeeze')),
  torch('unsqueeze', '(input: x, dim: axis)', 'expandDims'),
  ...['unsqueeze', 'unsqueeze_'].map((name) => method(name, '(self: x, dim: axis)', 'expandDims')),
  torch('permute', '(input: x, dims: axes)', 'permute'),
  method('permute', '(self: x, *dims: axes)', 'permute'),
  torch('transpose', '(input: x, dim0: first, dim1: second)', 'swapAxes'),
  method('transpose', '(self: x, dim0: first, dim1: second)', 'swapAxes'),
  torch('swapaxes', '(input: x, axis0: first, axis1: second)', 'swapAxes'),
  method('swapaxes', '(self: x, axis0: first, axis1: second)', 'swapAxes'),
  torch('swapdims', '(input: x, dim0: first, dim1: second)', 'swapAxes'),
  torch('movedim', '(input: x, source, destination)', 'moveAxis', { also: ['torch.moveaxis'] }),
  method('movedim', '(self: x, source, destination)', 'moveAxis'),
  torch('t', '(input: x)', 'matrixTranspose'),
  method('t', '(self: x)', 'matrixTranspose'),
  method('expand', '(self: x, *size: shape, implicit: _implicit=False)', 'expand'),
  method('expand_as', '(self: x, other: y)', 'expandLike'),
  torch('broadcast_to', '(input: x, size: shape)', 'broadcastTo'),
  method('broadcast_to', '(self: x, size: shape)', 'broadcastTo'),
  method('repeat', '(self: x, *repeats)', 'tile'),
  torch('tile', '(input: x, dims: repeats)', 'tile'),
  method('tile', '(self: x, *dims: repeats)', 'tile'),
  torch('repeat_interleave', '(input: x, repeats, dim: axis=None, *, output_size: _output_size=None)', 'repeat'),
  method('repeat_interleave', '(self: x, repeats, dim: axis=None, *, output_size: _output_size=None)', 'repeat'),
  torch('flip', '(input: x, dims: axis)', 'flip'),
  method('flip', '(self: x, *dims: axis)', 'flip'),
  torch('fliplr', '(input: x)', 'flip', { fixed: { axis: 1 } }),
  torch('flipud', '(input: x)', 'flip', { fixed: { axis: 0 } }),
  torch('roll', '(input: x, shifts: shift, dims: axis=())', 'roll'),
  method('roll', '(self: x, shifts: shift, dims: axis=())', 'roll'),
  torch('atleast_1d', '(*tensors: x)', 'atleast', { fixed: { rank: 1 } }),
  torch('atleast_2d', '(*tensors: x)', 'atleast', { fixed: { rank: 2 } }),
  functional('pad', "(input: x, pad: widths, mode='constant', value=None)", 'pad', { fixed: { layout: 'torch' } }),
  torch('narrow', '(input: x, dim: axis, start, length)', 'narrow'),
  method('narrow', '(self: x, dim: axis, start, length)', 'narrow'),
];

const sizes: readonly Row[] = [
  method('size', '(self: x, dim: axis=None)', 'shapeOf'),
  method('dim', '(self: x)', 'rankOf'),
  method('ndimension', '(self: x)', 'rankOf'),
  method('numel', '(self: x)', 'sizeOf'),
  method('nelement', '(self: x)', 'sizeOf'),
  torch('numel', '(input: x)', 'sizeOf'),
];

const keep = [
  'detach',
  'detach_',
  'contiguous',
  'cpu',
  'cuda',
  'clone',
  'requires_grad_',
  'pin_memory',
  'share_memory_',
  'resolve_conj',
  'retain_grad',
];
const keptSignature: Readonly<Record<string, string>> = {
  contiguous: '(self: x, memory_format: _memory_format=...)',
  cuda: '(self: x, device: _device=None, non_blocking: _non_blocking=False, memory_format: _memory_format=...)',
  cpu: '(self: x, memory_format: _memory_format=...)',
  clone: '(self: x, *, memory_format: _memory_format=None)',
  requires_grad_: '(self: x, mode: _mode=True)',
  pin_memory: '(self: x, device: _device=None)',
};
const toType = ['float', 'double', 'half', 'bfloat16', 'long', 'int', 'short', 'char', 'byte', 'bool'];
const dtypeOf: Readonly<Record<string, string>> = {
  float: 'float32',
  double: 'float64',
  half: 'float16',
  bfloat16: 'bfloat16',
  long: 'int64',
  int: 'int32',
  short: 'int16',
  char: 'int8',
  byte: 'uint8',
  bool: 'bool',
};

const casts: readonly Row[] = [
  ...keep.map((name) => method(name, keptSignature[name] ?? '(self: x)', 'identity')),
  torch('clone', '(input: x, *, memory_format: _memory_format=None)', 'identity'),
  torch('detach', '(input: x)', 'identity'),
  ...toType.map((name) =>
    method(name, '(self: x, memory_format: _memory_format=...)', 'cast', { fixed: { dtype: dtypeOf[name] ?? name } }),
  ),
  method(
    'to',
    '(self: x, target=None, dtype=None, non_blocking: _non_blocking=False, copy: _copy=False, *, device: _device=None, other: _other=None, memory_format: _memory_format=None)',
    'to',
  ),
  method('type', '(self: x, dtype=None, non_blocking: _non_blocking=False)', 'cast'),
  method('type_as', '(self: x, other: y)', 'castLike'),
  method('numpy', '(self: x, *, force: _force=False)', 'convert', { fixed: { library: 'numpy' } }),
  method('tolist', '(self: x)', 'tolist'),
  method('item', '(self: x)', 'item'),
  method('fill_', '(self: x, value)', 'fullLike'),
  method('copy_', '(self: x, src: y, non_blocking: _non_blocking=False)', 'copyInto'),
  torch('finfo', '(dtype=None)', 'finfo'),
  torch('iinfo', '(dtype)', 'iinfo'),
];

export const rows: readonly Row[] = [
  ...joining,
  ...padding,
  ...reshaping,
  ...sizes,
  ...casts,
  ...both('tril', '(input: x, diagonal: offset=0)', 'tril'),
  ...both('triu', '(input: x, diagonal: offset=0)', 'triu'),
];
