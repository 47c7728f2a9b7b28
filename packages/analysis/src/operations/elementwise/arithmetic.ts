/** The arithmetic, bitwise and comparison operators on arrays, with each library's rules for integers, bools and zero divisors. */

import type { DType } from '@softlens/core';
import type { BinaryOperator, CompareOperator } from '@softlens/syntax';
import type { Space } from '../../values/space.ts';
import type { Form, Value } from '../../values/value.ts';
import { isFloat } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import type { OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { precisePower } from '../scalars/power.ts';
import { floorDivideFloat, floorModulo } from '../scalars/python-scalars.ts';
import { commonType, type Elementwise, elementwise, type Operand } from './operand.ts';

interface Meaning {
  readonly space?: Space | undefined;
  readonly form?: Form | undefined;
}

/** What one operator computes on a common dtype in one library. */
interface Kernel extends Pick<Elementwise, 'compute' | 'result'> {
  /** Operands take part in this dtype: NumPy's bools as int8 under `//`. */
  readonly as?: DType;
}

export function arithmetic(
  operator: BinaryOperator,
  library: string,
  operands: readonly Operand[],
  meaning: Meaning,
  context: OperationContext,
): Value {
  const { dtype } = commonType(library, operands);
  if (!dtype) return elementwise(library, operands, { compute: () => Number.NaN, ...meaning }, context);
  const { promotion } = rulesOf(library);
  const bools = operands.some((operand) => operand.dtype === 'bool' || operand.python === 'bool');
  if (operator === '-' && promotion === 'torch' && bools) raise('subtraction with a bool tensor is not supported');
  const exponent = operands[1]?.number ?? 0;
  if (
    operator === '**' &&
    dtype === 'float16' &&
    promotion === 'torch' &&
    Number.isFinite(exponent) &&
    Math.abs(exponent) > 65504
  )
    raise('value cannot be converted to type at::Half without overflow');
  const base = operands[0]?.number ?? 0;
  if (
    operator === '**' &&
    promotion === 'torch' &&
    ((dtype === 'uint8' && base > 255) || (dtype === 'int8' && Math.abs(base) > 128))
  )
    raise('value cannot be converted without overflow');
  const { as, ...kernel } = kernelOf(operator, dtype, library, operands[1]?.python !== undefined);
  const cast = as && dtype !== as ? operands.map((operand) => castOperand(operand, as)) : operands;
  return elementwise(library, cast, { ...kernel, ...meaning }, context);
}

/** `mask ** 2` is `np.square(mask)` (not so `np.power`), which computes bools as int8. */
export function squaredBools(
  operator: BinaryOperator,
  library: string,
  operands: readonly [Operand, Operand],
): readonly [Operand, Operand] {
  const [base, exponent] = operands;
  const square = operator === '**' && library === 'numpy' && base.dtype === 'bool' && !base.scalar;
  return square && exponent.python === 'int' && exponent.number === 2
    ? [castOperand(base, 'int8'), castOperand(exponent, 'int8')]
    : operands;
}

function castOperand(operand: Operand, dtype: DType): Operand {
  const { python: _, ...rest } = operand;
  return { ...rest, dtype };
}

function kernelOf(operator: BinaryOperator, dtype: DType, library: string, byNumber: boolean): Kernel {
  const float = isFloat(dtype);
  const bool = dtype === 'bool';
  const { promotion } = rulesOf(library);
  switch (operator) {
    case '+':
      return { compute: bool ? (a, b) => Math.max(a, b) : (a, b) => a + b };
    case '-':
      if (bool && promotion !== 'javascript') raise('subtraction of bool arrays is not supported');
      return { compute: (a, b) => a - b };
    case '*':
      return { compute: float ? (a, b) => a * b : integerProduct };
    case '/':
      return division(dtype, promotion);
    case '//':
      return float ? { compute: floorQuotient } : integerOnly(promotion, bool, (a, b) => Math.floor(a / b));
    case '%':
      return float ? { compute: floatRemainder } : integerOnly(promotion, bool, (a, b) => a - Math.floor(a / b) * b);
    case '**':
      return power(dtype, promotion, byNumber);
    default:
      return giveUp('unmodelled', operator);
  }
}

/** Exact where the product is beyond the doubles' integers, which the rounding to int64 then refuses. */
function integerProduct(a: number, b: number): number {
  return a * b;
}

function division(dtype: DType, promotion: string): Kernel {
  const compute = (a: number, b: number): number => a / b;
  if (isFloat(dtype)) return { compute };
  if (promotion === 'numpy') return { compute, result: 'float64' };
  if (promotion === 'tensorflow') return { compute, result: dtype === 'int32' || dtype === 'int64' ? 'float64' : 'float32' };
  if (promotion === 'javascript' && dtype === 'int32') return { compute: (a, b) => Math.floor(a / b) };
  return { compute, result: 'float32' };
}

function floorQuotient(a: number, b: number): number {
  return b === 0 ? a / b : floorDivideFloat(a, b);
}

function floatRemainder(a: number, b: number): number {
  return b === 0 ? Number.NaN : floorModuloInfinite(a, b);
}

function floorModuloInfinite(a: number, b: number): number {
  return floorModulo(a, b);
}

function integerOnly(promotion: string, bool: boolean, compute: (a: number, b: number) => number): Kernel {
  const guarded = (a: number, b: number): number => {
    if (b !== 0) return compute(a, b);
    return promotion === 'numpy'
      ? 0
      : promotion === 'jax' || promotion === 'javascript'
        ? giveUp('unmodelled', 'integer division by zero')
        : raise('ZeroDivisionError');
  };
  if (!bool) return { compute: guarded };
  return promotion === 'numpy' ? { compute: guarded, as: 'int8' } : giveUp('unmodelled', 'bool division');
}

function power(dtype: DType, promotion: string, byNumber: boolean): Kernel {
  if (isFloat(dtype)) return { compute: floatPower };
  const compute = (a: number, b: number): number => {
    // Between tensors PyTorch rounds 1/a^-b towards zero.
    if (b < 0 && promotion === 'torch' && !byNumber)
      return Math.abs(a) === 1 ? a ** b : a === 0 ? giveUp('unmodelled', 'negative power') : 0;
    if (b < 0 && promotion !== 'jax') raise('Integers to negative integer powers are not allowed.');
    return b < 0 ? giveUp('unmodelled', 'negative power') : a ** b;
  };
  if (dtype === 'bool' && promotion === 'torch') raise('power of bool tensors is not supported');
  return dtype === 'bool' && promotion === 'numpy' ? { compute, as: 'int8' } : { compute };
}

/** C's pow, which gives 1 where JavaScript gives NaN: 1 to any power, and -1 to an infinite one. */
export function floatPower(a: number, b: number): number {
  if (a === 1 || (a === -1 && Math.abs(b) === Infinity)) return 1;
  if (b === 2) return a * a;
  if (b === 0.5) return a === -Infinity ? Infinity : Math.sqrt(a);
  return precisePower(a, b);
}

export function bitwise(
  operator: '&' | '|' | '^' | '<<' | '>>',
  library: string,
  operands: readonly Operand[],
  context: OperationContext,
): Value {
  const { dtype } = commonType(library, operands);
  if (dtype && isFloat(dtype)) return raise(`${operator} is not supported for floats`);
  return elementwise(library, operands, { compute: (a, b) => bitwiseNumbers(operator, a, b) }, context);
}

function bitwiseNumbers(operator: '&' | '|' | '^' | '<<' | '>>', a: number, b: number): number {
  const [x, y] = [BigInt(a), BigInt(b)];
  if (y < 0n && (operator === '<<' || operator === '>>')) return giveUp('unmodelled', 'negative shift');
  switch (operator) {
    case '&':
      return Number(x & y);
    case '|':
      return Number(x | y);
    case '^':
      return Number(x ^ y);
    case '<<':
      return y > 63n ? giveUp('unmodelled', 'shift') : Number(x << y);
    case '>>':
      return Number(x >> y);
  }
}

const comparisons: Readonly<Partial<Record<CompareOperator, (a: number, b: number) => boolean>>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

export function comparison(
  operator: CompareOperator,
  library: string,
  operands: readonly Operand[],
  context: OperationContext,
): Value {
  const holds = comparisons[operator];
  if (!holds) return giveUp('unmodelled', operator);
  return elementwise(library, operands, { compute: (a, b) => (holds(a, b) ? 1 : 0), result: 'bool' }, context);
}
