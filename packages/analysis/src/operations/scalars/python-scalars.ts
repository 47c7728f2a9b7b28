/** Arithmetic of Python's own numbers: int of any size, float, bool. Python language reference, section 6.7. */
import type { BinaryOperator, CompareOperator } from '@softlens/syntax';
import type { Bool, Float, Int, Value } from '../../values/value.ts';
import { giveUp, raise } from '../outcome.ts';
import { precisePower } from './power.ts';
import { compareOrdered } from './scalar-order.ts';

type Scalar = Bool | Int | Float;

export function isScalar(value: Value): value is Scalar {
  return value.kind === 'bool' || value.kind === 'int' || value.kind === 'float';
}

/** A number where it is safe, a bigint beyond. */
export function intValue(value: bigint | number): Int {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? { kind: 'int', value: value + 0 } : intValue(BigInt(value));
  const small = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  return { kind: 'int', value: small ? Number(value) : value };
}

export function floatValue(value: number): Float {
  return { kind: 'float', value };
}

export function numberOf(value: Scalar): number {
  return value.kind === 'bool' ? (value.value ? 1 : 0) : Number(value.value);
}

/** Larger integers than this are not worth computing, and slow. */
const maxBits = 20_000;

export function pythonBinary(operator: BinaryOperator, left: Scalar, right: Scalar): Scalar {
  if (left.kind === 'float' || right.kind === 'float') return floatBinary(operator, toFloat(left), toFloat(right));
  const [a, b] = [bigOf(left), bigOf(right)];
  const bothBool = left.kind === 'bool' && right.kind === 'bool';
  switch (operator) {
    case '/':
      return trueDivide(a, b);
    case '**':
      return intPower(a, b);
    case '&':
      return bothBool ? { kind: 'bool', value: (a & b) !== 0n } : intValue(a & b);
    case '|':
      return bothBool ? { kind: 'bool', value: (a | b) !== 0n } : intValue(a | b);
    case '^':
      return bothBool ? { kind: 'bool', value: (a ^ b) !== 0n } : intValue(a ^ b);
    default:
      return intValue(intBinary(operator, a, b));
  }
}

function intBinary(operator: BinaryOperator, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return bits(a) + bits(b) > maxBits ? giveUp('too-large') : a * b;
    case '//':
      return floorDivide(a, b);
    case '%':
      return a - floorDivide(a, b) * b;
    case '<<':
      if (b < 0n) raise('negative shift count');
      return Number(b) + bits(a) > maxBits ? giveUp('too-large') : a << b;
    case '>>':
      if (b < 0n) raise('negative shift count');
      return a >> b;
    default:
      return raise(`unsupported operand type(s) for ${operator}`);
  }
}

function bigOf(value: Bool | Int): bigint {
  return value.kind === 'bool' ? (value.value ? 1n : 0n) : BigInt(value.value);
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

function floorDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) return raise('integer division or modulo by zero');
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Correctly rounded, also where the operands are beyond the doubles. */
function trueDivide(a: bigint, b: bigint): Float {
  if (b === 0n) return raise('division by zero');
  const exact = 1n << 53n;
  if (absolute(a) <= exact && absolute(b) <= exact) return floatValue(Number(a) / Number(b));
  const shift = BigInt(Math.max(0, 70 - (bits(a) - bits(b))));
  const scaled = (absolute(a) << shift) / absolute(b);
  // A sticky bit keeps the rounding right when the division was not exact.
  const sticky = (absolute(a) << shift) % absolute(b) === 0n ? 0n : 1n;
  const magnitude = Number((scaled << 1n) | sticky) * 2 ** -(Number(shift) + 1);
  if (!Number.isFinite(magnitude)) raise('integer division result too large for a float');
  return floatValue(a < 0n !== b < 0n ? -magnitude : magnitude);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function intPower(a: bigint, b: bigint): Scalar {
  if (b < 0n)
    return a === 0n ? raise('0.0 cannot be raised to a negative power') : floatValue(precisePower(Number(a), Number(b)));
  if (absolute(a) > 1n && bits(a) * Number(b) > maxBits * 4) return giveUp('too-large');
  return intValue(a ** b);
}

function toFloat(value: Scalar): number {
  if (value.kind === 'int' && typeof value.value === 'bigint' && !Number.isFinite(Number(value.value)))
    raise('int too large to convert to float');
  return numberOf(value);
}

function floatBinary(operator: BinaryOperator, a: number, b: number): Float {
  switch (operator) {
    case '+':
      return floatValue(a + b);
    case '-':
      return floatValue(a - b);
    case '*':
      return floatValue(a * b);
    case '/':
      return b === 0 ? raise('float division by zero') : floatValue(a / b);
    case '//':
      return b === 0 ? raise('float floor division by zero') : floatValue(floorDivideFloat(a, b));
    case '%':
      return b === 0 ? raise('float modulo') : floatValue(floorModulo(a, b));
    case '**':
      return floatValue(floatPower(a, b));
    default:
      return raise(`unsupported operand type(s) for ${operator}: 'float'`);
  }
}

/** The remainder with the divisor's sign; a zero takes it too. */
export function floorModulo(a: number, b: number): number {
  const remainder = a % b;
  if (remainder === 0) return b < 0 ? -0 : 0;
  return remainder < 0 !== b < 0 ? remainder + b : remainder;
}

/** CPython's `float_divmod`: the quotient is computed from the exact remainder, then snapped to the integer it means. */
export function floorDivideFloat(a: number, b: number): number {
  const remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && remainder < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return Math.sign(a / b) < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function floatPower(a: number, b: number): number {
  if (a === 1 || b === 0) return 1;
  if (a === -1 && Math.abs(b) === Infinity) return 1;
  if (a === 0 && b < 0) return raise('0.0 cannot be raised to a negative power');
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) return giveUp('unmodelled', 'complex');
  const power = precisePower(a, b);
  if (!Number.isFinite(power) && Number.isFinite(a) && Number.isFinite(b)) raise('numerical result out of range');
  return power;
}

export function pythonCompare(operator: CompareOperator, left: Scalar, right: Scalar): boolean {
  const [a, b] = [left.kind === 'bool' ? numberOf(left) : left.value, right.kind === 'bool' ? numberOf(right) : right.value];
  return compareOrdered(operator, a, b);
}

export function pythonUnary(operator: '-' | '+' | '~' | 'not', value: Scalar): Scalar {
  if (operator === 'not') return { kind: 'bool', value: numberOf(value) === 0 };
  if (value.kind === 'float') {
    if (operator === '~') return raise("bad operand type for unary ~: 'float'");
    return floatValue(operator === '-' ? -value.value : value.value);
  }
  const big = bigOf(value);
  return intValue(operator === '-' ? -big : operator === '~' ? ~big : big);
}
