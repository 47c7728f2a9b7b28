/** `a + b`, `a @ b`, `a < b`, `-a` for Python and JavaScript numbers and for arrays. */
import type { BinaryOperator, CompareOperator, UnaryOperator } from '@softlens/syntax';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Form, Value } from '../../values/value.ts';
import { loweredForm } from '../activations/formulas.ts';
import { dimArithmetic } from '../arrays/dim-arithmetic.ts';
import { arrayFromNested } from '../arrays/nested.ts';
import { isFloat, kindOf } from '../arrays/promotion.ts';
import { compareTexts } from '../arrays/texts.ts';
import { rulesOf } from '../dialects.ts';
import { matmul } from '../linear/matmul.ts';
import type { OperationContext } from '../operation.ts';
import { giveUp, raise, settle, unknownValue } from '../outcome.ts';
import { javascriptBinary, javascriptCompare, javascriptUnary } from '../scalars/javascript-scalars.ts';
import { isScalar, pythonBinary, pythonCompare, pythonUnary } from '../scalars/python-scalars.ts';
import { arithmetic, bitwise, comparison, squaredBools } from './arithmetic.ts';
import { elementwise, makeArray, type Operand, operandOf } from './operand.ts';
import { operatorForm, operatorSpace } from './operator-spaces.ts';

export function binaryOperation(operator: BinaryOperator, left: Value, right: Value, context: OperationContext): Value {
  return settle(() => binary(operator, left, right, context));
}

function binary(operator: BinaryOperator, left: Value, right: Value, context: OperationContext): Value {
  if (left.kind === 'alternatives' || right.kind === 'alternatives') return unknownValue('branches');
  if (isScalar(left) && isScalar(right) && context.dialect.promotion !== 'javascript') {
    const result = pythonBinary(operator, left, right);
    return scalarMeaning(result, operator, left, right, context);
  }
  const pair = arrayPair(left, right, context);
  if (pair)
    return operator === '@'
      ? matmul(pair.operands[0], pair.operands[1], pair.library, context)
      : arrayBinary(operator, pair, context);
  const dims = dimArithmetic(operator, left, right);
  if (dims) return dims;
  if (left.kind === 'array' || right.kind === 'array') return withUnknown(operator, left, right, context);
  if (left.kind === 'unknown' || right.kind === 'unknown') return bothUnknown(operator, left, right, context);
  if (context.dialect.promotion === 'javascript') {
    const result = javascriptBinary(operator, left, right);
    return isScalar(result) ? scalarMeaning(result, operator, left, right, context) : result;
  }
  return giveUp('unmodelled', operator);
}

interface Pair {
  readonly library: string;
  readonly operands: readonly [Operand, Operand];
}

/** Two operands of which at least one is an array, in the library whose operator runs. */
function arrayPair(left: Value, right: Value, context: OperationContext): Pair | undefined {
  if (left.kind !== 'array' && right.kind !== 'array') return undefined;
  const library = operatorLibrary(left, right);
  const [a, b] = [asOperand(left, library, context), asOperand(right, library, context)];
  return a && b ? { library, operands: [a, b] } : undefined;
}

/** The array library whose operator gets the operands, as the real ones arrange it. */
function operatorLibrary(left: Value, right: Value): string {
  const [a, b] = [left.kind === 'array' ? left.library : undefined, right.kind === 'array' ? right.library : undefined];
  if (!a || !b || a === b) return a ?? b ?? 'numpy';
  // NumPy scalars and arrays give way to the tensors of every other library; a NumPy array on the left of a tensor does not in PyTorch.
  const other = a === 'numpy' ? b : a;
  if (a !== 'numpy' && b !== 'numpy') return raise(`unsupported operand types: ${a} and ${b}`);
  if (other === 'torch' && a === 'numpy' && left.kind === 'array' && !left.scalar)
    return giveUp('unmodelled', 'numpy array with a tensor');
  return other;
}

function asOperand(value: Value, library: string, context: OperationContext): Operand | undefined {
  if (value.kind === 'tuple') {
    if (library === 'torch') return raise("unsupported operand type(s): 'Tensor' and 'list'");
    const array = arrayFromNested(value, undefined, { ...context, library });
    return array.kind === 'array' ? operandOf(array) : undefined;
  }
  const operand = operandOf(value);
  if (!operand || operand.library === undefined || operand.library === library) return operand;
  // A NumPy value among tensors: a scalar counts as a Python number, an array takes part with its dtype.
  const { scalar, data, dtype } = operand;
  if (
    value.kind === 'array' &&
    value.scalar &&
    scalar &&
    data &&
    dtype &&
    (library !== 'torch' || dtype === 'float64' || isScalarInt(dtype))
  ) {
    const { dtype: _, library: __, data: ___, ...rest } = operand;
    return { ...rest, python: kindOf(dtype), number: data.data[0] ?? Number.NaN };
  }
  return operand;
}

function isScalarInt(dtype: string): boolean {
  return dtype === 'int64' || dtype === 'bool';
}

function arrayBinary(operator: BinaryOperator, { library, operands }: Pair, context: OperationContext): Value {
  const [a, b] = operands;
  const space = operatorSpace(operator, a, b, context);
  const form = operatorForm(operator, a.source, b.source);
  const common = { space, form };
  if (operator === '&' || operator === '|' || operator === '^' || operator === '<<' || operator === '>>') {
    return bitwise(operator, library, operands, context);
  }
  return arithmetic(operator, library, squaredBools(operator, library, operands), common, context);
}

/** The meaning that formulas over plain numbers have: `1 / (1 + math.exp(-x))`. */
function scalarMeaning(result: Value, operator: BinaryOperator, left: Value, right: Value, context: OperationContext): Value {
  if (result.kind !== 'float') return result;
  const [a, b] = [operandOf(left), operandOf(right)];
  if (!a || !b) return result;
  return withMeaning(result, operatorSpace(operator, a, b, context), operatorForm(operator, left, right));
}

function withMeaning<T extends Value>(value: T, space: Space | undefined, form: Form | undefined): T {
  return { ...value, ...(space ? { space } : {}), ...(form ? { form } : {}) };
}

/** An array and something unread: the result is an array whose shape is not known; scaled or shifted scores stay scores. */
function withUnknown(operator: BinaryOperator, left: Value, right: Value, context: OperationContext): Value {
  const array = left.kind === 'array' ? left : right;
  const other = left.kind === 'array' ? right : left;
  if (array.kind !== 'array' || other.kind !== 'unknown') return giveUp('unmodelled', `${left.kind} ${operator} ${right.kind}`);
  const space = operatorSpace(operator, operandOf(left) ?? blank(left), operandOf(right) ?? blank(right), context);
  // It may be a number or an array of more axes: only counting from the end says where the classes are.
  const rank = array.shape?.length;
  const placed =
    space?.axis !== undefined && space.axis >= 0 && rank !== undefined ? { ...space, axis: space.axis - rank } : space;
  return makeArray(array.library, { reason: other.reason, space: placed, form: formWithUnknown(operator, left, right) });
}

function formWithUnknown(operator: BinaryOperator, left: Value, right: Value): Form {
  const lowered = operator === '-' ? undefined : loweredForm(operator, left, right);
  return lowered ?? { op: operator, operands: [left, right] };
}

function blank(source: Value): Operand {
  return { source, scalar: false, ...(source.kind === 'unknown' && source.space ? { space: source.space } : {}) };
}

function bothUnknown(operator: BinaryOperator, left: Value, right: Value, context: OperationContext): Value {
  const space = operatorSpace(operator, operandOf(left) ?? blank(left), operandOf(right) ?? blank(right), context);
  const reason = left.kind === 'unknown' ? left.reason : right.kind === 'unknown' ? right.reason : { key: 'unmodelled' as const };
  return { kind: 'unknown', reason, ...(space ? { space } : {}) };
}

export function compareOperation(operator: CompareOperator, left: Value, right: Value, context: OperationContext): Value {
  return settle(() => compare(operator, left, right, context));
}

function compare(operator: CompareOperator, left: Value, right: Value, context: OperationContext): Value {
  if (left.kind === 'alternatives' || right.kind === 'alternatives') return unknownValue('branches');
  if (operator === 'is' || operator === 'is not') return identity(operator, left, right);
  if (isScalar(left) && isScalar(right)) {
    const javascript = context.dialect.promotion === 'javascript';
    return { kind: 'bool', value: javascript ? javascriptCompare(operator, left, right) : pythonCompare(operator, left, right) };
  }
  if (left.kind === 'text' && right.kind === 'text') return { kind: 'bool', value: javascriptCompare(operator, left, right) };
  if (left.kind === 'none' || right.kind === 'none') return noneCompare(operator, left, right);
  const texts = compareTexts(operator, left, right, (a, b) => compare(operator, a, b, context));
  if (texts) return texts;
  const pair = arrayPair(left, right, context);
  if (pair) return comparison(operator, pair.library, pair.operands, context);
  const array = left.kind === 'array' ? left : right.kind === 'array' ? right : undefined;
  const other = left.kind === 'array' ? right : left;
  if (array && other.kind === 'unknown') return makeArray(array.library, { dtype: 'bool', reason: other.reason });
  const unread = left.kind === 'unknown' ? left : right.kind === 'unknown' ? right : undefined;
  return unread ? { kind: 'unknown', reason: unread.reason } : giveUp('unmodelled', operator);
}

function identity(operator: 'is' | 'is not', left: Value, right: Value): Value {
  if (left.kind === 'unknown' || right.kind === 'unknown') return giveUp('unmodelled', operator);
  const constant = left.kind === 'none' || right.kind === 'none' || left.kind === 'bool' || right.kind === 'bool';
  if (!constant) return giveUp('unmodelled', operator);
  const same = left.kind === right.kind && (left.kind !== 'bool' || right.kind !== 'bool' || left.value === right.value);
  return { kind: 'bool', value: (operator === 'is') === same };
}

function noneCompare(operator: CompareOperator, left: Value, right: Value): Value {
  const other = left.kind === 'none' ? right : left;
  if (other.kind === 'unknown' || other.kind === 'array' || other.kind === 'reference') return giveUp('unmodelled', operator);
  if (operator !== '==' && operator !== '!=') return raise(`'${operator}' not supported between None and ${other.kind}`);
  return { kind: 'bool', value: (operator === '==') === (left.kind === right.kind) };
}

export function unaryOperation(operator: UnaryOperator, value: Value, context: OperationContext): Value {
  return settle(() => unary(operator, value, context));
}

function unary(operator: UnaryOperator, value: Value, context: OperationContext): Value {
  if (operator === 'not') {
    const truth = truthiness(value);
    return truth === undefined ? giveUp('unmodelled', 'not') : { kind: 'bool', value: !truth };
  }
  if (operator !== '-' && operator !== '+' && operator !== '~') return giveUp('unmodelled', operator);
  if (value.kind === 'array') return unaryArray(operator, value, context);
  if (context.dialect.promotion === 'javascript') return javascriptUnary(operator, value);
  if (!isScalar(value)) return value.kind === 'unknown' ? value : raise(`bad operand type for unary ${operator}`);
  const result = pythonUnary(operator, value);
  const form = result.kind === 'float' && operator === '-' ? { op: 'negative', operands: [value] } : undefined;
  return withMeaning(result, value.kind !== 'bool' && value.space?.name === 'logits' ? value.space : undefined, form);
}

function unaryArray(operator: '-' | '+' | '~', value: ArrayValue, context: OperationContext): Value {
  const operand = operandOf(value)!;
  const { dtype, library } = value;
  if (operator === '+') return value;
  if (operator === '~') {
    if (dtype && isFloat(dtype)) return raise('~ is not supported for floats');
    return elementwise(library, [operand], { compute: dtype === 'bool' ? (x) => 1 - x : (x) => -x - 1 }, context);
  }
  if (dtype === 'bool' && rulesOf(library).promotion !== 'javascript') return raise('negation of a bool array is not supported');
  const space = value.space?.name === 'logits' ? value.space : undefined;
  return elementwise(
    library,
    [operand],
    { compute: (x) => (dtype && isFloat(dtype) ? -x : 0 - x), space, form: { op: 'negative', operands: [value] } },
    context,
  );
}

/** Python's truth of a value, where it is known. */
export function truthiness(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
      return value.value !== 0 && value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'text':
      return value.value !== '';
    case 'tuple':
      return value.items.length > 0;
    case 'range':
      return value.step > 0 ? value.start < value.stop : value.start > value.stop;
    case 'array':
      return value.data?.data.length === 1 ? value.data.data[0] !== 0 : undefined;
    case 'reference':
      return referenceTruth(value.state);
    case 'unknown':
    case 'alternatives':
      return undefined;
    default:
      return true;
  }
}

function referenceTruth(state: Extract<Value, { kind: 'reference' }>['state']): boolean | undefined {
  if (!state) return undefined;
  if (state.kind === 'list' || state.kind === 'set') return state.items && state.items.length > 0;
  if (state.kind === 'dict') return state.open ? undefined : state.entries.size > 0;
  return undefined;
}
