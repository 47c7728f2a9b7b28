import type { FunctionRow, Row } from '../../schema.ts';
import { constantsOf } from '../row.ts';
import { creationOptions, factoryOptions, method, torch } from './site.ts';

const likeOptions = `${creationOptions}, memory_format: _memory_format=...`;
const normal = { distribution: 'normal' };
const uniform = { distribution: 'uniform' };
const integers = { distribution: 'integers' };

const fromData: readonly Row[] = [
  torch(
    'tensor',
    '(data, *, dtype=None, device: _device=None, requires_grad: _requires_grad=False, pin_memory: _pin_memory=False)',
    'array',
  ),
  torch('as_tensor', '(data, dtype=None, device: _device=None)', 'array'),
  torch(
    'asarray',
    '(obj: data, *, dtype=None, device: _device=None, copy: _copy=None, requires_grad: _requires_grad=False)',
    'array',
  ),
  torch('Tensor', '(data=..., *sizes)', 'array', { fixed: { dtype: 'float32' }, source: tensorsPage() }),
  torch('autograd.Variable', '(data: x, requires_grad: _requires_grad=False, volatile: _volatile=False)', 'identity', {
    source: 'https://pytorch.org/docs/stable/autograd.html#variable-deprecated',
    also: ['torch.autograd.variable.Variable'],
  }),
  torch('from_numpy', '(ndarray: x)', 'convert', { fixed: { library: 'torch' } }),
  torch('FloatTensor', '(data=..., *sizes)', 'array', { fixed: { dtype: 'float32' }, source: tensorsPage() }),
  torch('DoubleTensor', '(data=..., *sizes)', 'array', { fixed: { dtype: 'float64' }, source: tensorsPage() }),
  torch('HalfTensor', '(data=..., *sizes)', 'array', { fixed: { dtype: 'float16' }, source: tensorsPage() }),
  torch('LongTensor', '(data=..., *sizes)', 'array', { fixed: { dtype: 'int64' }, source: tensorsPage() }),
  torch('IntTensor', '(data=..., *sizes)', 'array', { fixed: { dtype: 'int32' }, source: tensorsPage() }),
  torch('BoolTensor', '(data=..., *sizes)', 'array', { fixed: { dtype: 'bool' }, source: tensorsPage() }),
  torch('ByteTensor', '(data=...)', 'array', { fixed: { dtype: 'uint8' }, source: tensorsPage() }),
];

const shaped: readonly Row[] = [
  torch('zeros', `(*size: shape, ${factoryOptions})`, 'zeros'),
  torch('ones', `(*size: shape, ${factoryOptions})`, 'ones'),
  torch('empty', `(*size: shape, ${factoryOptions})`, 'empty'),
  torch('full', `(size: shape, fill_value: value, *, ${factoryOptions})`, 'full'),
  torch('zeros_like', `(input: x, *, ${likeOptions})`, 'zerosLike'),
  torch('ones_like', `(input: x, *, ${likeOptions})`, 'onesLike'),
  torch('empty_like', `(input: x, *, ${likeOptions})`, 'emptyLike'),
  torch('full_like', `(input: x, fill_value: value, *, ${likeOptions})`, 'fullLike'),
  torch('eye', `(n: rows, m: columns=None, *, ${factoryOptions})`, 'eye'),
  torch('arange', `(start=0, end: stop=None, step=1, *, out: _out=None, ${creationOptions})`, 'arange'),
  torch('linspace', `(start, end: stop, steps: num, *, out: _out=None, ${creationOptions})`, 'linspace'),
  torch('logspace', `(start, end: stop, steps: num, base=10.0, *, out: _out=None, ${creationOptions})`, 'logspace'),
  torch('meshgrid', '(*tensors: arrays, indexing=None)', 'meshgrid'),
];

const random: readonly Row[] = [
  torch('rand', `(*size: shape, generator: _generator=None, ${factoryOptions})`, 'random', { fixed: uniform }),
  torch('randn', `(*size: shape, generator: _generator=None, ${factoryOptions})`, 'random', { fixed: normal }),
  torch('randint', `(low, high=None, size: shape=None, *, generator: _generator=None, ${factoryOptions})`, 'random', {
    fixed: integers,
  }),
  torch('rand_like', `(input: x, *, ${likeOptions})`, 'randomLike', { fixed: uniform }),
  torch('randn_like', `(input: x, *, ${likeOptions})`, 'randomLike', { fixed: normal }),
  torch('randint_like', `(input: x, low, high=None, *, ${likeOptions})`, 'randomLike', { fixed: integers }),
  torch('normal', '(mean: loc, std: scale=1.0, size: shape=None, *, generator: _generator=None, out: _out=None)', 'random', {
    fixed: normal,
  }),
  torch('randperm', `(n: x, *, generator: _generator=None, ${factoryOptions})`, 'permutation'),
];

const fill = (name: string, signature: string, distribution: string): FunctionRow =>
  method(name, signature, 'randomLike', { fixed: { distribution } });
const methods: readonly Row[] = [
  method('new_zeros', `(self: like, *size: shape, ${creationOptions})`, 'zeros'),
  method('new_ones', `(self: like, *size: shape, ${creationOptions})`, 'ones'),
  method('new_empty', `(self: like, *size: shape, ${creationOptions})`, 'empty'),
  method('new_full', `(self: like, size: shape, fill_value: value, *, ${creationOptions})`, 'full'),
  method('new_tensor', `(self: like, data, *, ${creationOptions})`, 'array'),
  fill('normal_', '(self: x, mean: _mean=0, std: _std=1, *, generator: _generator=None)', 'normal'),
  fill('uniform_', '(self: x, from: low=0, to: high=1, *, generator: _generator=None)', 'uniform'),
  fill('random_', '(self: x, from: low=0, to: high=None, *, generator: _generator=None)', 'integers'),
  fill('bernoulli_', '(self: x, p: _p=0.5, *, generator: _generator=None)', 'bernoulli'),
  method('zero_', '(self: x)', 'zerosLike'),
  method(
    'backward',
    '(self: _self, gradient: _gradient=None, retain_graph: _retain=None, create_graph: _create=False, inputs: _inputs=None)',
  ),
  method('register_hook', '(self: _self, hook: _hook)'),
];

const constant = constantsOf('torch', { before: tensorsPage() });
const dtypes: readonly Row[] = [
  constant('float32', { dtype: 'float32' }, { also: ['torch.float'] }),
  constant('float64', { dtype: 'float64' }, { also: ['torch.double'] }),
  constant('float16', { dtype: 'float16' }, { also: ['torch.half'] }),
  constant('bfloat16', { dtype: 'bfloat16' }),
  constant('int64', { dtype: 'int64' }, { also: ['torch.long'] }),
  constant('int32', { dtype: 'int32' }, { also: ['torch.int'] }),
  constant('int16', { dtype: 'int16' }, { also: ['torch.short'] }),
  constant('int8', { dtype: 'int8' }),
  constant('uint8', { dtype: 'uint8' }),
  constant('bool', { dtype: 'bool' }),
  constant('inf', { float: 'inf' }),
  constant('nan', { float: 'nan' }),
  constant('pi', { float: Math.PI }),
  constant('e', { float: Math.E }),
];

export const rows: readonly Row[] = [...fromData, ...shaped, ...random, ...methods, ...dtypes];

function tensorsPage(): string {
  return 'https://pytorch.org/docs/stable/tensors.html';
}
