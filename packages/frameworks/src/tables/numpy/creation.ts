import type { Row } from '../../schema.ts';
import { constantsOf, functionsOf } from '../row.ts';

const before = 'https://numpy.org/doc/stable/reference/';
const np = functionsOf('numpy', { before: `${before}generated/numpy.`, after: '.html' });
const like = 'like: _like=None';

const functions: readonly Row[] = [
  np('array', `(object: data, dtype=None, *, copy=True, order: _order='K', subok: _subok=False, ndmin=0, ${like})`, 'array'),
  np('asarray', `(a: data, dtype=None, order: _order=None, *, ${like})`, 'array', { also: ['numpy.asanyarray'] }),
  np('ascontiguousarray', `(a: data, dtype=None, *, ${like})`, 'array'),
  np('zeros', `(shape, dtype=..., order: _order='C', *, ${like})`, 'zeros'),
  np('ones', `(shape, dtype=None, order: _order='C', *, ${like})`, 'ones'),
  np('empty', `(shape, dtype=..., order: _order='C', *, ${like})`, 'empty'),
  np('full', `(shape, fill_value: value, dtype=None, order: _order='C', *, ${like})`, 'full'),
  np('zeros_like', "(a: x, dtype=None, order: _order='K', subok: _subok=True, shape=None)", 'zerosLike'),
  np('ones_like', "(a: x, dtype=None, order: _order='K', subok: _subok=True, shape=None)", 'onesLike'),
  np('empty_like', "(prototype: x, dtype=None, order: _order='K', subok: _subok=True, shape=None)", 'emptyLike'),
  np('full_like', "(a: x, fill_value: value, dtype=None, order: _order='K', subok: _subok=True, shape=None)", 'fullLike'),
  np('eye', `(N: rows, M: columns=None, k: offset=0, dtype=..., order: _order='C', *, ${like})`, 'eye'),
  np('identity', `(n: rows, dtype=None, *, ${like})`, 'eye'),
  np('arange', `(start=0, stop=None, step=1, dtype=None, *, ${like})`, 'arange'),
  np('linspace', '(start, stop, num=50, endpoint=True, retstep: _retstep=False, dtype=None, axis=0)', 'linspace'),
  np('logspace', '(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis: _axis=0)', 'logspace'),
  np('geomspace', '(start, stop, num=50, endpoint=True, dtype=None, axis: _axis=0)', 'geometric'),
  np('tri', `(N: rows, M: columns=None, k: offset=0, dtype=..., *, ${like})`, 'triangle'),
  np('indices', '(dimensions: shape, dtype: _dtype=..., sparse: _sparse=False)', 'indexGrid'),
  np('vander', '(x, N: count=None, increasing=False)', 'powers'),
  np('meshgrid', "(*xi: arrays, copy: _copy=True, sparse: _sparse=False, indexing='xy')", 'meshgrid'),
  np('copy', "(a: x, order: _order='K', subok: _subok=False)", 'identity'),
];

const constant = constantsOf('numpy', { before: `${before}constants.html` });
const constants: readonly Row[] = [
  constant('pi', { float: Math.PI }),
  constant('e', { float: Math.E }),
  constant('inf', { float: 'inf' }, { also: ['numpy.Inf', 'numpy.infty'] }),
  constant('NINF', { float: '-inf' }),
  constant('nan', { float: 'nan' }, { also: ['numpy.NaN', 'numpy.NAN'] }),
  constant('newaxis', { literal: null }),
];

const dtype = constantsOf('numpy', { before: `${before}arrays.scalars.html` });
const dtypes: readonly Row[] = [
  dtype('float64', { dtype: 'float64' }, { also: ['numpy.double', 'numpy.float_'] }),
  dtype('float32', { dtype: 'float32' }, { also: ['numpy.single'] }),
  dtype('float16', { dtype: 'float16' }, { also: ['numpy.half'] }),
  dtype('int64', { dtype: 'int64' }, { also: ['numpy.int_', 'numpy.intp', 'numpy.longlong'] }),
  dtype('int32', { dtype: 'int32' }, { also: ['numpy.intc'] }),
  dtype('int16', { dtype: 'int16' }),
  dtype('int8', { dtype: 'int8' }),
  dtype('uint8', { dtype: 'uint8' }),
  dtype('bool_', { dtype: 'bool' }, { also: ['numpy.bool'] }),
  dtype('float', { dtype: 'float64' }),
  dtype('int', { dtype: 'int64' }),
];

export const rows: readonly Row[] = [...functions, ...constants, ...dtypes];
