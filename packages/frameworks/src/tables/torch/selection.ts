import type { Row } from '../../schema.ts';
import { bernoulliProbabilities, classIndex, oneHot, wantsDistribution } from '../spaces.ts';
import { both, functional, linalg, method, torch } from './site.ts';

const ordered = '(input: x, dim: axis=-1, descending=False, stable=None)';

const ordering: readonly Row[] = [
  ...both('sort', ordered, 'sortWithIndex'),
  torch('argsort', ordered, 'argsort'),
  method('argsort', '(self: x, dim: axis=-1, descending=False, stable=None)', 'argsort'),
  torch('msort', '(input: x, *, out: _out=None)', 'sort', { fixed: { axis: 0 } }),
  ...both('topk', '(input: x, k, dim: axis=-1, largest=True, sorted=True)', 'topkWithIndex'),
  ...both('kthvalue', '(input: x, k, dim: axis=-1, keepdim: keepdims=False)', 'kthWithIndex'),
  ...both('mode', '(input: x, dim: axis=-1, keepdim: keepdims=False)', 'modeWithIndex'),
  torch(
    'unique',
    '(input: x, sorted=True, return_inverse: returnInverse=False, return_counts: returnCounts=False, dim: axis=None)',
    'unique',
  ),
  method(
    'unique',
    '(self: x, sorted=True, return_inverse: returnInverse=False, return_counts: returnCounts=False, dim: axis=None)',
    'unique',
  ),
  torch('bincount', '(input: x, weights=None, minlength=0)', 'bincount'),
  method('bincount', '(self: x, weights=None, minlength=0)', 'bincount'),
  torch(
    'searchsorted',
    '(sorted_sequence: x, input: y, *, out_int32: _out_int32=False, right=False, side=None, sorter: _sorter=None, out: _out=None)',
    'searchsorted',
  ),
  torch('bucketize', '(input: x, boundaries, *, out_int32: narrow=False, right=False, out: _out=None)', 'bucketize'),
  torch(
    'unique_consecutive',
    '(input: x, return_inverse: returnInverse=False, return_counts: returnCounts=False, dim: axis=None)',
    'uniqueConsecutive',
  ),
  torch('cartesian_prod', '(*tensors: arrays)', 'cartesianProduct'),
  torch('combinations', '(input: x, r=2, with_replacement: withReplacement=False)', 'subsets'),
  torch('isin', '(elements: x, test_elements: y, *, assume_unique: _assume_unique=False, invert=False)', 'isin'),
];

const picking: readonly Row[] = [
  torch('where', '(condition, input: x=..., other: y=...)', 'where'),
  method('where', '(self: x, condition, other: y)', 'where'),
  ...['masked_fill', 'masked_fill_'].map((name) => method(name, '(self: x, mask, value)', 'maskedFill')),
  torch('masked_fill', '(input: x, mask, value)', 'maskedFill'),
  ...both('masked_select', '(input: x, mask)', 'booleanMask'),
  torch('nonzero', '(input: x, *, as_tuple: asTuple=False, out: _out=None)', 'nonzero'),
  method('nonzero', '(self: x, *, as_tuple: asTuple=False)', 'nonzero'),
  torch('argwhere', '(input: x)', 'nonzero', { fixed: { asTuple: false } }),
  ...both('gather', '(input: x, dim: axis, index: indices, *, sparse_grad: _sparse_grad=False)', 'takeAlong'),
  torch('take_along_dim', '(input: x, indices, dim: axis=None, *, out: _out=None)', 'takeAlong'),
  method('take_along_dim', '(self: x, indices, dim: axis=None)', 'takeAlong'),
  ...both('index_select', '(input: x, dim: axis, index: indices)', 'take'),
  torch('take', '(input: x, index: indices, *, out: _out=None)', 'take'),
  method('take', '(self: x, index: indices)', 'take'),
  torch('select', '(input: x, dim: axis, index)', 'selectIndex'),
  method('select', '(self: x, dim: axis, index)', 'selectIndex'),
  ...['scatter', 'scatter_'].map((name) =>
    method(name, '(self: x, dim: axis, index: indices, src: value=..., *, value: value=..., reduce=None)', 'scatter'),
  ),
  torch('scatter', '(input: x, dim: axis, index: indices, src: value, *, reduce=None, out: _out=None)', 'scatter'),
  ...['scatter_add', 'scatter_add_'].map((name) =>
    method(name, '(self: x, dim: axis, index: indices, src: value)', 'scatter', { fixed: { reduce: 'add' } }),
  ),
  ...['index_fill', 'index_fill_'].map((name) => method(name, '(self: x, dim: axis, index: indices, value)', 'indexFill')),
  functional('one_hot', '(tensor: x, num_classes: classes=-1)', 'oneHot', { gives: [oneHot(-1)] }),
  ...both('diagonal', '(input: x, offset=0, dim1: axis1=0, dim2: axis2=1)', 'diagonal'),
  torch('diag_embed', '(input: x, offset=0, dim1: first=-2, dim2: second=-1)', 'diagonalMatrices'),
  method('fill_diagonal_', '(self: x, fill_value: value, wrap=False)', 'fillDiagonal'),
  ...both('diag', '(input: x, diagonal: offset=0)', 'diag'),
];

/** Samplers of weights: probabilities, normalised or not. */
const sampling: readonly Row[] = [
  ...both(
    'multinomial',
    '(input: x, num_samples: count, replacement=False, *, generator: _generator=None)',
    'sampleCategorical',
    {
      accepts: [wantsDistribution()],
      gives: [classIndex],
    },
  ),
  ...both('bernoulli', '(input: x, *, generator: _generator=None)', 'sampleBernoulli', {
    accepts: [{ ...bernoulliProbabilities, role: 'x', space: 'probabilities' }],
  }),
];

const algebra: readonly Row[] = [
  ...both('matmul', '(input: x, other: y)', 'matmul'),
  ...both('mm', '(input: x, mat2: y)', 'matmul'),
  ...both('bmm', '(input: x, mat2: y)', 'matmul'),
  ...both('mv', '(input: x, vec: y)', 'matmul'),
  torch('dot', '(input: x, tensor: y, *, out: _out=None)', 'dot'),
  method('dot', '(self: x, tensor: y)', 'dot'),
  torch('inner', '(input: x, other: y, *, out: _out=None)', 'inner'),
  torch('outer', '(input: x, vec2: y, *, out: _out=None)', 'outer', { also: ['torch.ger'] }),
  torch('einsum', '(equation, *operands)', 'einsum'),
  torch('tensordot', '(a: x, b: y, dims: axes=2, out: _out=None)', 'tensordot'),
  torch('addmm', '(input: x, mat1: y, mat2: z, *, beta=1, alpha: scale=1, out: _out=None)', 'addmm'),
  torch('baddbmm', '(input: x, batch1: y, batch2: z, *, beta=1, alpha: scale=1, out: _out=None)', 'addmm'),
  linalg('vecdot', '(x, y, *, dim: axis=-1, out: _out=None)', 'vecdot'),
  torch('kron', '(input: x, other: y, *, out: _out=None)', 'kron'),
  torch('dist', '(input: x, other: y, p: order=2)', 'normOfDifference'),
  torch('matrix_power', '(input: x, n: times, *, out: _out=None)', 'matrixPower'),
  linalg('matrix_power', '(A: x, n: times, *, out: _out=None)', 'matrixPower'),
  torch('det', '(input: x)', 'det'),
  torch('inverse', '(input: x, *, out: _out=None)', 'inverse'),
  linalg('det', '(A: x, *, out: _out=None)', 'det'),
  linalg('inv', '(A: x, *, out: _out=None)', 'inverse'),
  linalg('solve', '(A: x, B: y, *, left: _left=True, out: _out=None)', 'solve'),
  functional('bilinear', '(input1: _x, input2: _y, weight: _weight, bias: _bias=None)'),
  torch('trace', '(input: x)', 'trace'),
  method('trace', '(self: x)', 'trace'),
  functional('linear', '(input: x, weight, bias=None)', 'linear'),
  functional(
    'scaled_dot_product_attention',
    '(query, key, value, attn_mask: mask=None, dropout_p: dropout=0.0, is_causal: causal=False, scale=None, enable_gqa: _enable_gqa=False)',
    'scaledDotProductAttention',
    { since: '2.0' },
  ),
];

export const rows: readonly Row[] = [...ordering, ...picking, ...sampling, ...algebra];
