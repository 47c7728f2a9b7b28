import type { OperationName } from '../../operations.ts';
import type { Row } from '../../schema.ts';
import { both, method, tf } from './site.ts';

/** Numbers are float32 unless a dtype is given; booleans, which hardly anybody passes, would be bool. */
const creation: readonly Row[] = [
  tf('tensor', '(values: data, shape=null, dtype="float32")', 'array'),
  tf('tensor1d', '(values: data, dtype="float32")', 'array'),
  ...['tensor2d', 'tensor3d', 'tensor4d'].map((name) => tf(name, '(values: data, shape=null, dtype="float32")', 'array')),
  tf('scalar', '(value: data, dtype="float32")', 'array'),
  tf('variable', '(initialValue: data, trainable: _trainable=true, name: _name=null, dtype=null)', 'array'),
  tf('zeros', "(shape, dtype='float32')", 'zeros'),
  tf('ones', "(shape, dtype='float32')", 'ones'),
  tf('fill', '(shape, value, dtype=null)', 'full'),
  tf('zerosLike', '(x)', 'zerosLike'),
  tf('onesLike', '(x)', 'onesLike'),
  tf('eye', "(numRows: rows, numColumns: columns=null, batchShape: batch=null, dtype='float32')", 'eye'),
  tf('range', "(start, stop, step=1, dtype='float32')", 'arange'),
  tf('linspace', '(start, stop, num)', 'linspace'),
  tf('randomNormal', "(shape, mean: loc=0, stdDev: scale=1, dtype='float32', seed: _seed=null)", 'random', {
    fixed: { distribution: 'normal' },
  }),
  tf('randomUniform', "(shape, minval: low=0, maxval: high=1, dtype='float32', seed: _seed=null)", 'random', {
    fixed: { distribution: 'uniform' },
  }),
  tf('tidy', '(nameOrFn: _function, fn: _fn=null)'),
  ...both('clone', '(x)', 'identity'),
];

const unary: readonly (readonly [string, OperationName])[] = [
  ['exp', 'exp'],
  ['expm1', 'expm1'],
  ['log', 'log'],
  ['log1p', 'log1p'],
  ['sqrt', 'sqrt'],
  ['rsqrt', 'rsqrt'],
  ['square', 'square'],
  ['reciprocal', 'reciprocal'],
  ['abs', 'abs'],
  ['sign', 'sign'],
  ['neg', 'negative'],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['round', 'round'],
  ['sin', 'sin'],
  ['cos', 'cos'],
  ['erf', 'erf'],
  ['logicalNot', 'logicalNot'],
  ['isNaN', 'isnan'],
];
const binary: readonly (readonly [string, OperationName])[] = [
  ['add', 'add'],
  ['sub', 'subtract'],
  ['mul', 'multiply'],
  ['div', 'divide'],
  ['divNoNan', 'divideNoNan'],
  ['floorDiv', 'floorDivide'],
  ['mod', 'remainder'],
  ['maximum', 'maximum'],
  ['minimum', 'minimum'],
  ['squaredDifference', 'squaredDifference'],
  ['equal', 'equal'],
  ['notEqual', 'notEqual'],
  ['less', 'less'],
  ['lessEqual', 'lessEqual'],
  ['greater', 'greater'],
  ['greaterEqual', 'greaterEqual'],
  ['logicalAnd', 'logicalAnd'],
  ['logicalOr', 'logicalOr'],
];
const reductions: readonly (readonly [string, OperationName])[] = [
  ['sum', 'sum'],
  ['mean', 'mean'],
  ['prod', 'prod'],
  ['max', 'max'],
  ['min', 'min'],
  ['all', 'all'],
  ['any', 'any'],
  ['logSumExp', 'logSumExp'],
];

const elementwise: readonly Row[] = [
  ...unary.flatMap(([name, op]) => both(name, '(x)', op)),
  ...binary.flatMap(([name, op]) => both(name, '(a: x, b: y)', op)),
  ...reductions.flatMap(([name, op]) => both(name, '(x, axis=null, keepDims: keepdims=false)', op)),
  ...both('pow', '(base: x, exp: y)', 'power'),
  ...both('clipByValue', '(x, clipValueMin: low, clipValueMax: high)', 'clip'),
  ...both('norm', "(x, ord: order='euclidean', axis=null, keepDims: keepdims=false)", 'norm'),
  ...both('cumsum', '(x, axis=0, exclusive=false, reverse=false)', 'cumsum'),
  ...both('matMul', '(a: x, b: y, transposeA: transposeX=false, transposeB: transposeY=false)', 'matmul'),
  ...both('dot', '(t1: x, t2: y)', 'dot'),
  tf('outerProduct', '(v1: x, v2: y)', 'outer'),
  tf('einsum', '(equation, *tensors: operands)', 'einsum'),
  tf('moments', '(x, axis=null, keepDims: keepdims=false)', 'moments'),
];

const shaping: readonly Row[] = [
  ...both('reshape', '(x, shape)', 'reshape'),
  method('reshapeAs', '(self: x, x: y)', 'reshapeLike'),
  method('flatten', '(self: x)', 'flatten'),
  ...both('squeeze', '(x, axis=null)', 'squeeze'),
  ...both('expandDims', '(x, axis=0)', 'expandDims'),
  tf('transpose', '(x, perm: axes=null, conjugate: _conjugate=null)', 'permute'),
  method('transpose', '(self: x, perm: axes=null)', 'permute'),
  ...both('tile', '(x, reps: repeats)', 'tile'),
  ...both('broadcastTo', '(x, shape)', 'broadcastTo'),
  ...both('reverse', '(x, axis=null)', 'flip'),
  ...both('gather', '(x, indices, axis=0, batchDims=0)', 'take'),
  ...both('slice', '(x, begin, size=null)', 'slice'),
  ...both('split', '(x, numOrSizeSplits: sections, axis=0)', 'split'),
  ...both('unstack', '(x, axis=0)', 'unbind'),
  ...both('cast', '(x, dtype)', 'cast'),
  ...both('topk', '(x, k=1, sorted=true)', 'topkWithIndex'),
  tf('concat', '(tensors: arrays, axis=0)', 'concatenate'),
  tf('stack', '(tensors: arrays, axis=0)', 'stack'),
  tf('where', '(condition, a: x, b: y)', 'where'),
  tf('booleanMaskAsync', '(tensor: x, mask, axis=null)', 'booleanMask'),
  method('where', '(self: x, condition, x: y)', 'where'),
  ...(['toFloat', 'asType'] as const).map((name) =>
    method(
      name,
      name === 'asType' ? '(self: x, dtype)' : '(self: x)',
      'cast',
      name === 'toFloat' ? { fixed: { dtype: 'float32' } } : {},
    ),
  ),
  method('toInt', '(self: x)', 'cast', { fixed: { dtype: 'int32' } }),
  method('toBool', '(self: x)', 'cast', { fixed: { dtype: 'bool' } }),
  ...['dataSync', 'data', 'arraySync', 'array'].map((name) => method(name, '(self: x)', 'tolist')),
  method('print', '(self: _self, verbose: _verbose=false)'),
  method('dispose', '(self: _self)'),
];

export const rows: readonly Row[] = [...creation, ...elementwise, ...shaping];
