/** Functions that programs use seldom, and methods that are a function of the same name with the tensor first. */
import type { FunctionRow, Row } from '../../schema.ts';
import { call, classesOf } from '../row.ts';
import { rows as elementwise } from './math.ts';
import { rows as reductions } from './reduction.ts';
import { rows as selections } from './selection.ts';
import { rows as shapes } from './shape.ts';
import { both, creationOptions, functional, linalg, method, special, threefold, torch } from './site.ts';

const arithmetic: readonly Row[] = [
  ...threefold('sinc', '(input: x)', 'sinc'),
  ...threefold('asinh', '(input: x)', 'arcsinh', { also: ['torch.arcsinh'] }),
  ...threefold('acosh', '(input: x)', 'arccosh', { also: ['torch.arccosh'] }),
  ...threefold('atanh', '(input: x)', 'arctanh', { also: ['torch.arctanh'] }),
  ...threefold('deg2rad', '(input: x)', 'radians'),
  ...threefold('rad2deg', '(input: x)', 'degrees'),
  ...both('positive', '(input: x)', 'positive'),
  ...threefold('sgn', '(input: x)', 'sign'),
  ...threefold('copysign', '(input: x, other: y)', 'copySign'),
  ...threefold('gcd', '(input: x, other: y)', 'gcd'),
  ...threefold('lcm', '(input: x, other: y)', 'lcm'),
  ...both('less', '(input: x, other: y)', 'less'),
  ...both('less_equal', '(input: x, other: y)', 'lessEqual'),
  ...both('greater', '(input: x, other: y)', 'greater'),
  ...both('greater_equal', '(input: x, other: y)', 'greaterEqual'),
  ...both('not_equal', '(input: x, other: y)', 'notEqual'),
  ...both('arctan2', '(input: x, other: y)', 'arctan2'),
  ...both('bitwise_left_shift', '(input: x, other: y)', 'leftShift'),
  ...both('bitwise_right_shift', '(input: x, other: y)', 'rightShift'),
  ...both('addmv', '(input: x, mat: y, vec: z, *, beta=1, alpha: scale=1)', 'addmm'),
  ...both('vdot', '(input: x, other: y)', 'dot'),
  special('sinc', '(input: x, *, out: _out=None)', 'sinc'),
  special('ndtri', '(input: x, *, out: _out=None)', 'ndtri'),
  special('round', '(input: x, *, decimals=0, out: _out=None)', 'round'),
  torch('trapezoid', '(y, x=None, *, dx: step=1.0, dim: axis=-1)', 'trapezoid', { also: ['torch.trapz'] }),
  torch('cross', '(input: x, other: y, dim: axis=None, *, out: _out=None)', 'cross'),
  method('cross', '(self: x, other: y, dim: axis=None)', 'cross'),
  linalg('cross', '(input: x, other: y, *, dim: axis=-1, out: _out=None)', 'cross'),
  linalg('svdvals', '(A: x, *, driver: _driver=None, out: _out=None)', 'singularValues', { fixed: { vectors: false } }),
  linalg('eigvalsh', "(A: x, UPLO: _triangle='L', *, out: _out=None)", 'symmetricEigenvalues'),
  linalg('cholesky', '(A: x, *, upper: _upper=False, out: _out=None)', 'cholesky'),
  linalg(
    'pinv',
    '(A: x, rcond: _rcond=None, hermitian: _hermitian=False, *, atol: _atol=None, rtol: _rtol=None, out: _out=None)',
    'pseudoInverse',
    { also: ['torch.pinverse'] },
  ),
  linalg('cond', '(A: x, p: order=None, *, out: _out=None)', 'conditionNumber'),
  linalg('slogdet', '(A: x, *, out: _out=None)', 'signAndLogDet'),
  linalg('multi_dot', '(tensors: arrays, *, out: _out=None)', 'matrixChain'),
  ...both('logdet', '(input: x)', 'logDet'),
  torch('chain_matmul', '(*matrices: arrays, out: _out=None)', 'matrixChain'),
  torch('vander', '(x, N: count=None, increasing=False)', 'powers'),
  linalg('matmul', '(input: x, other: y, *, out: _out=None)', 'matmul'),
  linalg('diagonal', '(A: x, *, offset=0, dim1: axis1=-2, dim2: axis2=-1)', 'diagonal'),
  linalg(
    'matrix_rank',
    '(A: x, *, atol: _atol=None, rtol: _rtol=None, hermitian: _hermitian=False, out: _out=None)',
    'matrixRank',
  ),
  linalg(
    'matrix_norm',
    "(A: x, ord: order='fro', dim: axis=(-2, -1), keepdim: keepdims=False, *, dtype=None, out: _out=None)",
    'norm',
    {
      fixed: { matrix: true },
    },
  ),
];

const indexed: readonly Row[] = [
  ...inPlaceToo('index_add', '(input: x, dim: axis, index: indices, source: value, *, alpha: scale=1)', 'indexAdd'),
  ...inPlaceToo('index_copy', '(input: x, dim: axis, index: indices, source: value)', 'indexCopy'),
  ...inPlaceToo('index_put', '(input: x, indices, values: value, accumulate=False)', 'indexPut'),
  ...inPlaceToo('masked_scatter', '(input: x, mask, source: value)', 'maskedScatter'),
  ...inPlaceToo(
    'scatter_reduce',
    '(input: x, dim: axis, index: indices, src: value, reduce, *, include_self: includeSelf=True)',
    'scatterReduce',
  ),
  torch('scatter_add', '(input: x, dim: axis, index: indices, src: value)', 'scatter', { fixed: { reduce: 'add' } }),
  torch('index_fill', '(input: x, dim: axis, index: indices, value)', 'indexFill'),
  method('unfold', '(self: x, dimension: axis, size, step)', 'slidingWindows'),
  torch('block_diag', '(*tensors: arrays)', 'blockDiagonal'),
  torch(
    'tril_indices',
    '(row: rows, col: columns, offset=0, *, dtype: _dtype=None, layout: _layout=..., device: _device=None, requires_grad: _requires_grad=False, pin_memory: _pin_memory=False)',
    'triangleIndices',
    {
      fixed: { upper: false },
    },
  ),
  torch(
    'triu_indices',
    '(row: rows, col: columns, offset=0, *, dtype: _dtype=None, layout: _layout=..., device: _device=None, requires_grad: _requires_grad=False, pin_memory: _pin_memory=False)',
    'triangleIndices',
    {
      fixed: { upper: true },
    },
  ),
  ...both('rot90', '(input: x, k: times=1, dims: axes=(0, 1))', 'rotate'),
  torch('hsplit', '(input: x, indices: sections)', 'split', { fixed: { axis: 1 } }),
  torch('vsplit', '(input: x, indices: sections)', 'split', { fixed: { axis: 0 } }),
  ...both('renorm', '(input: x, p: order, dim: axis, maxnorm: limit)', 'renorm'),
];

const patches = 'dilation=1, padding=0, stride=1';
const images: readonly Row[] = [
  functional('unfold', `(input: x, kernel_size: kernel, ${patches})`, 'unfoldPatches'),
  functional('fold', `(input: x, output_size: size, kernel_size: kernel, ${patches})`, 'foldPatches'),
  functional('pixel_shuffle', '(input: x, upscale_factor: size)', 'pixelShuffle', { also: ['torch.pixel_shuffle'] }),
  functional('pixel_unshuffle', '(input: x, downscale_factor: size)', 'pixelUnshuffle', { also: ['torch.pixel_unshuffle'] }),
  ...[1, 2, 3].map((rank) =>
    functional(
      `conv_transpose${rank}d`,
      '(input: x, weight, bias=None, stride=1, padding=0, output_padding: outputPadding=0, groups=1, dilation=1)',
      'convTranspose',
      { fixed: { rank, layout: 'channels_first' } },
    ),
  ),
  functional('local_response_norm', '(input: x, size, alpha=0.0001, beta=0.75, k=1.0)', 'localResponseNorm'),
];

const hooks = classesOf('torch.utils.hooks', {
  before: 'https://pytorch.org/docs/stable/generated/torch.Tensor.register_hook.html',
});
const facts: readonly Row[] = [
  hooks('RemovableHandle', '(hooks_dict: _hooks, *, extra_dict: _extra=None)', { methods: { remove: call('()') } }),
  torch('is_tensor', '(obj: x)', 'isTensor'),
  torch('scalar_tensor', `(s: data, *, ${creationOptions})`, 'array'),
  torch('result_type', '(tensor: x, other: y)', 'resultType'),
  torch('promote_types', '(type1: first, type2: second)', 'promotedType'),
  torch('can_cast', '(from: from, to: to)', 'canCast'),
  method('element_size', '(self: x)', 'elementSize'),
];

/** They are methods too: https://pytorch.org/docs/stable/tensors.html#torch.Tensor */
const alsoMethods =
  'absolute addmm argwhere arccos arcsin arctan baddbmm corrcoef cov det diag_embed dist divide fix fliplr flipud ger histc inner inverse isclose kron matrix_power moveaxis msort multiply negative outer subtract swapdims unique_consecutive'.split(
    ' ',
  );
/** Methods that work in place, too. */
const alsoInPlace =
  'clamp_max clamp_min cumsum cumprod eq ge gt le lt ne logical_and logical_or logical_not logical_xor bitwise_not tril triu t transpose swapaxes addmm multiply divide subtract negative'.split(
    ' ',
  );

const known = [...elementwise, ...reductions, ...selections, ...shapes].filter((row) => row.kind === 'function');

const methods: readonly Row[] = [
  ...alsoMethods.flatMap((name) => methodOf(name, name)),
  ...alsoInPlace.flatMap((name) => methodOf(name, `${name}_`)),
];

function methodOf(name: string, as: string): FunctionRow[] {
  const row = known.find((one) => one.name === `torch.${name}` || one.also?.includes(`torch.${name}`));
  const signature = row?.signature.replace(/^\((?:\w+)(: \w+)/, '(self$1').replace(/(?:, \*)?, out: _out=None\)$/, ')');
  if (!row?.op || signature === undefined || !signature.startsWith('(self')) return [];
  const { gives, accepts, fixed } = row;
  return [
    {
      kind: 'function',
      name: `torch.Tensor.${as}`,
      signature: signature.replace(/, out: _out=None/, ''),
      source: `https://pytorch.org/docs/stable/generated/torch.Tensor.${as}.html`,
      op: row.op,
      ...(gives ? { gives } : {}),
      ...(accepts ? { accepts } : {}),
      ...(fixed ? { fixed } : {}),
      ...(as.endsWith('_') ? { inPlace: true } : {}),
    },
  ];
}

function inPlaceToo(name: string, signature: string, op: Parameters<typeof both>[2]): FunctionRow[] {
  return [...both(name, signature, op), method(`${name}_`, signature.replace('(input', '(self'), op)];
}

export const rows: readonly Row[] = [...arithmetic, ...indexed, ...images, ...facts, ...methods];
