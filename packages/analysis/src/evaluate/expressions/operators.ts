/** Operators: numbers and arrays go to the operations, the rest is the language's own. */
import type { BinaryOperator, Range, UnaryOperator } from '@softlens/syntax';
import { arrayFromNested, binaryOperation, unaryOperation } from '../../operations/index.ts';
import { none, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { callMethod } from '../calls/calls.ts';
import { operationContext } from '../calls/context.ts';
import { unaryOfInstance } from '../calls/overloads.ts';
import { isMember, unmixed } from '../objects/enums.ts';
import { type Run, unknown } from '../run/run.ts';
import { distribute, forEachCase } from '../state/alternatives.ts';
import { plain } from '../state/freeze.ts';
import { identityOf } from '../statements/conditions.ts';
import { announce, type OperandNodes, tainted } from './announce.ts';
import { collectionOperator } from './collection-operators.ts';
import { notOf } from './comparison.ts';

export function binary(run: Run, operator: BinaryOperator, left: Value, right: Value, nodes: OperandNodes): Value {
  return forEachCase(run, left, (a) => forEachCase(run, right, (b) => binaryOf(run, operator, a, b, nodes)));
}

function binaryOf(run: Run, operator: BinaryOperator, left: Value, right: Value, nodes: OperandNodes): Value {
  if (run.lenient) return numeric(run, operator, left, right, nodes);
  if (isMember(run, left) || isMember(run, right)) return binaryOfMembers(run, operator, left, right, nodes);
  const own = collectionOperator(run, operator, left, right) ?? overloaded(run, operator, left, right, nodes.node);
  if (own) return own;
  const operands = [plain(run, left), plain(run, right)] as const;
  const result = tainted(
    run,
    [left, right],
    binaryOperation(operator, operands[0], operands[1], operationContext(run, nodes.node)),
  );
  const value = result.kind === 'unknown' && !result.symbol ? symbolicResult(run, operator, left, right, result) : result;
  announce(run, 'binary', operator, operands, value, nodes);
  return value;
}

/** Members of an `IntEnum` count as numbers. */
function binaryOfMembers(run: Run, operator: BinaryOperator, left: Value, right: Value, nodes: OperandNodes): Value {
  const [a, b] = [unmixed(run, left), unmixed(run, right)];
  if (a !== left || b !== right) return binaryOf(run, operator, a, b, nodes);
  return overloaded(run, operator, left, right, nodes.node) ?? unknown(run, 'unmodelled', operator);
}

/** In a comment `[2, 1, 0.1] / T` means the numbers: lists count as NumPy's arrays. */
function numeric(run: Run, operator: BinaryOperator, left: Value, right: Value, nodes: OperandNodes): Value {
  const context = operationContext(run, nodes.node);
  const [a, b] = [left, right].map((value) => {
    const known = plain(run, value);
    return known.kind === 'tuple' ? arrayFromNested(known, undefined, context) : known;
  });
  return a && b ? tainted(run, [left, right], binaryOperation(operator, a, b, context)) : unknown(run, 'unmodelled', operator);
}

/** The same formula of the same unknown values is the same unknown value. */
function symbolicResult(
  run: Run,
  operator: string,
  left: Value,
  right: Value,
  result: Extract<Value, { kind: 'unknown' }>,
): Value {
  run.unknowns++;
  const [a, b] = [identityOf(left), identityOf(right)];
  if (a === undefined || b === undefined || a.length + b.length > 200) return result;
  return { ...result, symbol: `(${a}${operator}${b})` };
}

const methods: Readonly<Partial<Record<string, readonly [string, string]>>> = {
  '+': ['__add__', '__radd__'],
  '-': ['__sub__', '__rsub__'],
  '*': ['__mul__', '__rmul__'],
  '/': ['__truediv__', '__rtruediv__'],
  '//': ['__floordiv__', '__rfloordiv__'],
  '%': ['__mod__', '__rmod__'],
  '**': ['__pow__', '__rpow__'],
  '@': ['__matmul__', '__rmatmul__'],
  '&': ['__and__', '__rand__'],
  '|': ['__or__', '__ror__'],
  '^': ['__xor__', '__rxor__'],
  '<<': ['__lshift__', '__rlshift__'],
  '>>': ['__rshift__', '__rrshift__'],
};

/** `a + b` of the program's own classes. */
function overloaded(run: Run, operator: string, left: Value, right: Value, node: Range): Value | undefined {
  const names = methods[operator];
  if (!names || (left.kind !== 'reference' && right.kind !== 'reference')) return undefined;
  return callMethod(run, left, names[0], [right], node) ?? callMethod(run, right, names[1], [left], node);
}

export function unary(run: Run, operator: UnaryOperator, value: Value, nodes: OperandNodes): Value {
  if (operator === 'not') return notOf(run, value);
  return distribute(run, [value], ([one]) => {
    if (!one) return unknown(run, 'unmodelled');
    if (operator === 'typeof') return typeOf(one) ?? unknown(run, 'unmodelled', 'typeof');
    if (operator === 'void' || operator === 'delete') return none;
    const own = unaryOfInstance(run, operator, one, nodes.node);
    if (own) return own;
    const result = tainted(run, [one], unaryOperation(operator, plain(run, one), operationContext(run, nodes.node)));
    const symbol = identityOf(one);
    const value = result.kind === 'unknown' && symbol !== undefined ? { ...result, symbol: `${operator}${symbol}` } : result;
    announce(run, 'unary', operator, [one], value, nodes);
    return value;
  });
}

function typeOf(value: Value): Value | undefined {
  switch (value.kind) {
    case 'bool':
      return text('boolean');
    case 'int':
    case 'float':
      return text('number');
    case 'text':
      return text('string');
    case 'function':
    case 'class':
    case 'builtin':
      return text('function');
    case 'reference':
      return text('object');
    default:
      return undefined;
  }
}
