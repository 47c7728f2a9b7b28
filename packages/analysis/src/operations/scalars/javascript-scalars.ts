/** Arithmetic of JavaScript's numbers. ECMA-262, section 6.1.6.1. */
import type { BinaryOperator, CompareOperator } from '@softlens/syntax';
import type { Float, Int, Value } from '../../values/value.ts';
import { giveUp } from '../outcome.ts';
import { isScalar, numberOf } from './python-scalars.ts';
import { compareOrdered } from './scalar-order.ts';

/** JavaScript has one kind of number; whole ones are kept as ints so that they can be sizes and indices. */
function javascriptNumber(value: number): Int | Float {
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? { kind: 'int', value } : { kind: 'float', value };
}

/** null and undefined are one value here, so what differs between them (0 and NaN) is not told. */
function toNumber(value: Value): number {
  if (isScalar(value)) return numberOf(value);
  if (value.kind === 'text') return Number(value.value);
  return giveUp('unmodelled', value.kind);
}

export function javascriptBinary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === '+' && (left.kind === 'text' || right.kind === 'text'))
    return { kind: 'text', value: toText(left) + toText(right) };
  const [a, b] = [toNumber(left), toNumber(right)];
  switch (operator) {
    case '+':
      return javascriptNumber(a + b);
    case '-':
      return javascriptNumber(a - b);
    case '*':
      return javascriptNumber(a * b);
    case '/':
      return javascriptNumber(a / b);
    case '%':
      return javascriptNumber(a % b);
    case '**':
      return javascriptNumber(a ** b);
    case '&':
      return javascriptNumber(a & b);
    case '|':
      return javascriptNumber(a | b);
    case '^':
      return javascriptNumber(a ^ b);
    case '<<':
      return javascriptNumber(a << b);
    case '>>':
      return javascriptNumber(a >> b);
    case '>>>':
      return javascriptNumber(a >>> b);
    default:
      return giveUp('unmodelled', operator);
  }
}

export function javascriptCompare(operator: CompareOperator, left: Value, right: Value): boolean {
  const texts = left.kind === 'text' && right.kind === 'text';
  const [a, b] = texts ? [left.value, right.value] : [toNumber(left), toNumber(right)];
  return compareOrdered(operator, a, b);
}

export function javascriptUnary(operator: '-' | '+' | '~', value: Value): Value {
  const number = toNumber(value);
  return javascriptNumber(operator === '-' ? -number : operator === '~' ? ~number : number);
}

function toText(value: Value): string {
  if (value.kind === 'text') return value.value;
  if (value.kind === 'bool') return String(value.value);
  if (value.kind === 'int' || value.kind === 'float') return String(value.value);
  return giveUp('unmodelled', value.kind);
}
