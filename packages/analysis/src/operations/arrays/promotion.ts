/**
 * The result dtypes of the libraries.
 * NumPy 1.x: https://numpy.org/doc/1.24/reference/generated/numpy.result_type.html (value-based for 0-d and Python scalars).
 * PyTorch: https://pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc
 * JAX: https://docs.jax.dev/en/latest/type_promotion.html ; TensorFlow: no promotion.
 */
import type { DType } from '@softlens/core';
import { giveUp, raise } from '../outcome.ts';

export type Kind = 'bool' | 'int' | 'float';

/** What promotion sees of an operand. `python` is a scalar of the language itself. */
export interface Promoted {
  /** Absent for Python scalars. */
  readonly dtype?: DType;
  readonly python?: Kind;
  /** 0-d arrays, NumPy scalars and Python scalars. */
  readonly scalar: boolean;
  /** The value of a known scalar. */
  readonly value?: number;
  /** JAX's weak types. */
  readonly weak?: boolean;
}

interface PromotionResult {
  readonly dtype: DType;
  readonly weak?: true;
}

const floatBits: Partial<Record<DType, number>> = { float16: 16, bfloat16: 16, float32: 32, float64: 64 };
const intBits: Partial<Record<DType, number>> = { int8: 8, int16: 16, int32: 32, int64: 64 };

export function isFloat(dtype: DType): boolean {
  return floatBits[dtype] !== undefined;
}

export function kindOf(dtype: DType): Kind {
  if (dtype === 'bool') return 'bool';
  return isFloat(dtype) ? 'float' : 'int';
}

const rank: Record<Kind, number> = { bool: 0, int: 1, float: 2 };

export function promote(promotion: string, operands: readonly Promoted[]): PromotionResult {
  switch (promotion) {
    case 'torch':
      return { dtype: promoteTorch(operands) };
    case 'jax':
      return promoteJax(operands);
    case 'tensorflow':
      return { dtype: promoteTensorFlow(operands) };
    case 'javascript':
      return { dtype: promoteTfjs(operands) };
    default:
      return { dtype: promoteNumpy(operands) };
  }
}

// NumPy 1.x

/** The join of two dtypes when both are arrays. */
export function joinNumpy(a: DType, b: DType): DType {
  if (a === b || b === 'bool') return a;
  if (a === 'bool') return b;
  if (isFloat(a) && isFloat(b)) return floatBits[a]! >= floatBits[b]! ? a : b;
  if (isFloat(a)) return joinFloatInt(a, b);
  if (isFloat(b)) return joinFloatInt(b, a);
  if (a === 'uint8') return b === 'int8' ? 'int16' : b;
  if (b === 'uint8') return a === 'int8' ? 'int16' : a;
  return intBits[a]! >= intBits[b]! ? a : b;
}

/** The float that holds every integer of the other: float16 with int16 is float32. */
function joinFloatInt(float: DType, int: DType): DType {
  const bits = int === 'uint8' || int === 'int8' ? 16 : int === 'int16' ? 32 : 64;
  return floatBits[float]! >= bits ? float : bits === 32 ? 'float32' : 'float64';
}

function promoteNumpy(operands: readonly Promoted[]): DType {
  const arrays = operands.filter((operand) => !operand.scalar);
  const scalars = operands.filter((operand) => operand.scalar);
  const top = (list: readonly Promoted[]): number => Math.max(-1, ...list.map((operand) => rank[kindOf(numpyType(operand))]));
  const valueBased = arrays.length > 0 && scalars.length > 0 && top(arrays) >= top(scalars);
  if (!valueBased) return operands.map(numpyType).reduce(joinNumpy);
  return [...arrays.map(numpyType), ...scalars.map((scalar) => minimalType(scalar, arrays.map(numpyType)))].reduce(joinNumpy);
}

function numpyType({ dtype, python }: Promoted): DType {
  if (dtype) return dtype;
  return python === 'bool' ? 'bool' : python === 'int' ? 'int64' : 'float64';
}

/** `np.min_scalar_type`, where a small unsigned value fits the signed type of its size as well. */
function minimalType(scalar: Promoted, arrays: readonly DType[]): DType {
  const dtype = numpyType(scalar);
  const value = scalar.value;
  if (dtype === 'bool') return dtype;
  if (value === undefined)
    return kindOf(dtype) === kindOf(arrays[0]!) ? arrays[0]! : kindOf(dtype) === 'float' ? 'float16' : 'int8';
  if (isFloat(dtype)) {
    if (!Number.isFinite(value)) return 'float16';
    const size = Math.abs(value);
    return size < 65000 ? 'float16' : size < 3.4e38 ? (dtype === 'float16' ? 'float16' : 'float32') : dtype;
  }
  if (value >= 0 && value <= 255)
    return value <= 127 && arrays.some((array) => array !== 'uint8' && array !== 'bool') ? 'int8' : 'uint8';
  if (value >= -128 && value < 0) return 'int8';
  // NumPy makes uint16, uint32 and uint64 here, which are not among our dtypes.
  if (value > 255 && arrays.every((array) => array === 'uint8')) return giveUp('unmodelled', 'unsigned dtype');
  if (value >= -32768 && value <= 32767) return 'int16';
  // uint16 with an int16 array makes int32, which is also what the next signed type gives.
  if (value >= -2147483648 && value <= 2147483647) return 'int32';
  return 'int64';
}

// PyTorch

function joinTorch(a: DType, b: DType): DType {
  if (a === b || b === 'bool') return a;
  if (a === 'bool') return b;
  if (isFloat(a) && isFloat(b)) return floatBits[a] === floatBits[b] ? 'float32' : floatBits[a]! > floatBits[b]! ? a : b;
  if (isFloat(a)) return a;
  if (isFloat(b)) return b;
  return joinNumpy(a, b);
}

function promoteTorch(operands: readonly Promoted[]): DType {
  const join = (list: readonly DType[]): DType | undefined => (list.length === 0 ? undefined : list.reduce(joinTorch));
  const dimensioned = join(operands.flatMap((o) => (o.dtype && !o.scalar ? [o.dtype] : [])));
  const zero = join(operands.flatMap((o) => (o.dtype && o.scalar ? [o.dtype] : [])));
  const wrapped = join(operands.flatMap((o) => (o.python ? [wrappedTorch(o.python)] : [])));
  return combine(dimensioned, combine(zero, wrapped)) ?? 'float32';
}

function wrappedTorch(kind: Kind): DType {
  return kind === 'bool' ? 'bool' : kind === 'int' ? 'int64' : 'float32';
}

/** c10's `combine_categories`: the lower priority only wins by a higher category. */
function combine(higher: DType | undefined, lower: DType | undefined): DType | undefined {
  if (!higher || !lower) return higher ?? lower;
  if (isFloat(higher)) return higher;
  return higher === 'bool' || isFloat(lower) ? joinTorch(higher, lower) : higher;
}

// JAX

type Node = DType | 'int*' | 'float*';

/** The lattice in order; bfloat16 and float16, and uint8 and int8, are side by side. */
const lattice: Record<Node, number> = {
  bool: 0,
  'int*': 1,
  uint8: 2,
  int8: 2,
  int16: 3,
  int32: 4,
  int64: 5,
  'float*': 6,
  bfloat16: 7,
  float16: 7,
  float32: 8,
  float64: 9,
};

function joinJax(a: Node, b: Node): Node {
  if (a === b) return a;
  if (lattice[a] === lattice[b]) return lattice[a] === 2 ? 'int16' : 'float32';
  return lattice[a] > lattice[b] ? a : b;
}

function promoteJax(operands: readonly Promoted[]): PromotionResult {
  const nodes = operands.map(({ dtype, python, weak }): Node => {
    const kind = python ?? kindOf(dtype ?? 'float32');
    if (kind === 'bool' || (!python && !weak)) return dtype ?? 'bool';
    return kind === 'int' ? 'int*' : 'float*';
  });
  const join = nodes.reduce(joinJax);
  if (join === 'int*') return { dtype: 'int32', weak: true };
  if (join === 'float*') return { dtype: 'float32', weak: true };
  return { dtype: join };
}

// TensorFlow and TensorFlow.js

function promoteTensorFlow(operands: readonly Promoted[]): DType {
  const typed = operands.flatMap((o) => (o.dtype ? [o.dtype] : []));
  const first = typed[0];
  if (!first) return operands.some((o) => o.python === 'float') ? 'float32' : 'int32';
  if (typed.some((dtype) => dtype !== first)) return raise(`cannot compute with a ${typed[1]} tensor where ${first} is expected`);
  if (operands.some((o) => o.python === 'float') && !isFloat(first)) return raise(`cannot convert a float to ${first}`);
  return first;
}

/** `upcastType` of tfjs: float32 over int32 over bool. Numbers of the language, and arrays of `@softlens/core`, are float64. */
function promoteTfjs(operands: readonly Promoted[]): DType {
  if (operands.some(({ dtype }) => dtype === 'float64')) return 'float64';
  const kinds = operands.map((o) => (o.python === 'int' ? 'float' : (o.python ?? kindOf(o.dtype ?? 'float32'))));
  if (kinds.includes('float')) return 'float32';
  return kinds.includes('int') ? 'int32' : 'bool';
}

/** The dtype in which `exp` and its like are computed for an integer input. */
export function floatResult(promotion: string, dtype: DType): DType {
  if (isFloat(dtype)) return dtype;
  if (promotion === 'tensorflow') return raise(`a floating-point tensor is expected, not ${dtype}`);
  if (promotion !== 'numpy') return 'float32';
  if (dtype === 'bool' || dtype === 'int8' || dtype === 'uint8') return 'float16';
  return dtype === 'int16' ? 'float32' : 'float64';
}
