import type { OperationName } from '../../operations.ts';
import type { FunctionRow, Row } from '../../schema.ts';
import { both, method, special, threefold, torch } from './site.ts';

const unary: readonly (readonly [name: string, op: OperationName, also?: readonly string[]])[] = [
  ['exp', 'exp'],
  ['exp2', 'exp2'],
  ['expm1', 'expm1'],
  ['log', 'log'],
  ['log2', 'log2'],
  ['log10', 'log10'],
  ['log1p', 'log1p'],
  ['sqrt', 'sqrt'],
  ['rsqrt', 'rsqrt'],
  ['square', 'square'],
  ['reciprocal', 'reciprocal'],
  ['abs', 'abs', ['torch.absolute']],
  ['sign', 'sign'],
  ['neg', 'negative', ['torch.negative']],
  ['floor', 'floor'],
  ['ceil', 'ceil'],
  ['trunc', 'trunc', ['torch.fix']],
  ['frac', 'frac'],
  ['sin', 'sin'],
  ['cos', 'cos'],
  ['tan', 'tan'],
  ['asin', 'arcsin', ['torch.arcsin']],
  ['acos', 'arccos', ['torch.arccos']],
  ['atan', 'arctan', ['torch.arctan']],
  ['sinh', 'sinh'],
  ['cosh', 'cosh'],
  ['erf', 'erf'],
  ['erfc', 'erfc'],
  ['erfinv', 'erfinv'],
  ['lgamma', 'lgamma'],
  ['digamma', 'digamma'],
];

/** `other` may be a number. */
const binary: readonly (readonly [name: string, op: OperationName])[] = [
  ['true_divide', 'divide'],
  ['floor_divide', 'floorDivide'],
  ['remainder', 'remainder'],
  ['fmod', 'fmod'],
  ['bitwise_and', 'bitwiseAnd'],
  ['bitwise_or', 'bitwiseOr'],
  ['bitwise_xor', 'bitwiseXor'],
  ['xlogy', 'xlogy'],
];
/** Their in-place forms keep the dtype of the tensor, and nobody uses them. */
const comparisons: readonly (readonly [name: string, op: OperationName])[] = [
  ['eq', 'equal'],
  ['ne', 'notEqual'],
  ['lt', 'less'],
  ['le', 'lessEqual'],
  ['gt', 'greater'],
  ['ge', 'greaterEqual'],
  ['logical_and', 'logicalAnd'],
  ['logical_or', 'logicalOr'],
  ['logical_xor', 'logicalXor'],
];
const plainBinary: readonly (readonly [name: string, op: OperationName])[] = [
  ['maximum', 'maximum'],
  ['minimum', 'minimum'],
  ['fmax', 'fmax'],
  ['fmin', 'fmin'],
  ['logaddexp', 'logaddexp'],
  ['logaddexp2', 'logaddexp2'],
];

/** Names without `out`, hence not built by `both`. */
function predicates(name: string, op: OperationName): FunctionRow[] {
  return [torch(name, '(input: x)', op), method(name, '(self: x)', op)];
}

const elementwise: readonly Row[] = [
  ...unary.flatMap(([name, op, also]) => threefold(name, '(input: x)', op, also === undefined ? {} : { also })),
  ...binary.flatMap(([name, op]) => threefold(name, '(input: x, other: y)', op)),
  ...comparisons.flatMap(([name, op]) => both(name, '(input: x, other: y)', op)),
  ...plainBinary.flatMap(([name, op]) => both(name, '(input: x, other: y)', op)),
  ...both('logical_not', '(input: x)', 'logicalNot'),
  ...both('bitwise_not', '(input: x)', 'bitwiseNot'),
  ...both('atan2', '(input: x, other: y)', 'arctan2'),
  ...both('hypot', '(input: x, other: y)', 'hypot'),
  ...both('heaviside', '(input: x, values: y)', 'heaviside'),
  ...threefold('round', '(input: x, *, decimals=0)', 'round'),
  ...threefold('add', '(input: x, other: y, *, alpha: scale=1)', 'add'),
  ...threefold('sub', '(input: x, other: y, *, alpha: scale=1)', 'subtract'),
  torch('subtract', '(input: x, other: y, *, alpha: scale=1, out: _out=None)', 'subtract'),
  torch('set_printoptions', '(precision: _precision=None, **options: _options)', 'effect'),
  ...threefold('mul', '(input: x, other: y)', 'multiply'),
  torch('multiply', '(input: x, other: y, *, out: _out=None)', 'multiply'),
  ...threefold('div', '(input: x, other: y, *, rounding_mode: rounding=None)', 'divide'),
  torch('divide', '(input: x, other: y, *, rounding_mode: rounding=None, out: _out=None)', 'divide'),
  torch('rsub', '(input: y, other: x, *, alpha: _alpha=1)', 'subtract'),
  ...threefold('pow', '(input: x, exponent: y)', 'power'),
  ...threefold('clamp', '(input: x, min: low=None, max: high=None)', 'clip'),
  ...threefold('clip', '(input: x, min: low=None, max: high=None)', 'clip'),
  ...both('clamp_min', '(input: x, min: low)', 'clip'),
  ...both('clamp_max', '(input: x, max: high)', 'clip'),
  ...threefold('lerp', '(input: x, end: y, weight)', 'lerp'),
  ...threefold('addcmul', '(input: x, tensor1: y, tensor2: z, *, value=1)', 'addcmul'),
  ...threefold('addcdiv', '(input: x, tensor1: y, tensor2: z, *, value=1)', 'addcdiv'),
  ...threefold('nan_to_num', '(input: x, nan=None, posinf=None, neginf=None)', 'nanToNum'),
  ...predicates('isnan', 'isnan'),
  ...predicates('isinf', 'isinf'),
  ...predicates('isfinite', 'isfinite'),
  torch('isclose', '(input: x, other: y, rtol=1e-05, atol=1e-08, equal_nan: equalNan=False)', 'isclose'),
  torch('allclose', '(input: x, other: y, rtol=1e-05, atol=1e-08, equal_nan: equalNan=False)', 'allclose'),
  method('allclose', '(self: x, other: y, rtol=1e-05, atol=1e-08, equal_nan: equalNan=False)', 'allclose'),
  torch('equal', '(input: x, other: y)', 'arrayEqual'),
  method('equal', '(self: x, other: y)', 'arrayEqual'),
  torch('is_floating_point', '(input: x)', 'isFloat'),
  method('is_floating_point', '(self: x)', 'isFloat'),
];

const out = '*, out: _out=None';
const specials: readonly Row[] = [
  special('entr', `(input: x, ${out})`, 'entr'),
  special('xlogy', `(input: x, other: y, ${out})`, 'xlogy'),
  special('xlog1py', `(input: x, other: y, ${out})`, 'xlog1py'),
  special('logsumexp', `(input: x, dim: axis, keepdim: keepdims=False, ${out})`, 'logSumExp'),
  special('exp2', `(input: x, ${out})`, 'exp2'),
  special('expm1', `(input: x, ${out})`, 'expm1'),
  special('log1p', `(input: x, ${out})`, 'log1p'),
  special('erf', `(input: x, ${out})`, 'erf'),
  special('erfc', `(input: x, ${out})`, 'erfc'),
  special('erfinv', `(input: x, ${out})`, 'erfinv'),
  special('ndtr', `(input: x, ${out})`, 'ndtr'),
  special('log_ndtr', `(input: x, ${out})`, 'logNdtr'),
  special('gammaln', `(input: x, ${out})`, 'lgamma'),
  special('digamma', `(input: x, ${out})`, 'digamma', { also: ['torch.special.psi'] }),
];

export const rows: readonly Row[] = [...elementwise, ...specials];
