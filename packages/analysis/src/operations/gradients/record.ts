/**
 * Operations with a memory: where some argument requires gradients, so does the result, which remembers how it was made. Everything
 * else passes through untouched. https://pytorch.org/docs/stable/notes/autograd.html
 */
import type { BinaryOperator, UnaryOperator } from '@softlens/syntax';
import type { Step } from '../../values/tape.ts';
import type { ArrayValue, Tuple, Value } from '../../values/value.ts';
import { arrayAttribute as attributeOf, arrayItems as itemsOf } from '../attributes.ts';
import { runOperation as run } from '../dispatch.ts';
import { binaryOperation as binaryOf, unaryOperation as unaryOf } from '../elementwise/operators.ts';
import type { OperationArguments, OperationContext } from '../operation.ts';
import { assignIndex as assigned, indexArray as indexed } from '../shapes/indexing.ts';

export function runOperation(op: string, args: OperationArguments, context: OperationContext): Value {
  return recorded(op, args, context, run(op, args, context));
}

export function binaryOperation(operator: BinaryOperator, left: Value, right: Value, context: OperationContext): Value {
  const result = binaryOf(operator, left, right, context);
  if (!isTracked(left) && !isTracked(right)) return result;
  return recorded(operatorNames[operator] ?? operator, rolesOf({ x: left, y: right }), context, result);
}

export function unaryOperation(operator: UnaryOperator, value: Value, context: OperationContext): Value {
  const result = unaryOf(operator, value, context);
  return operator === '-' && isTracked(value) ? recorded('negative', rolesOf({ x: value }), context, result) : result;
}

export function indexArray(array: ArrayValue, indices: readonly Value[], context: OperationContext): Value {
  const result = indexed(array, indices, context);
  return isTracked(array) ? recorded('index', rolesOf({ x: array, indices: tuple(indices) }), context, result) : result;
}

export function assignIndex(array: ArrayValue, indices: readonly Value[], value: Value, context: OperationContext): Value {
  const result = assigned(array, indices, value, context);
  if (!isTracked(array) && !isTracked(value)) return result;
  return recorded('assignIndex', rolesOf({ x: array, indices: tuple(indices), value }), context, result);
}

/** `x.data` shows the numbers only; `x.T` and the like are operations. */
export function arrayAttribute(array: ArrayValue, name: string, context: OperationContext): Value | undefined {
  const result = attributeOf(array, name, context);
  if (!result || !isTracked(array)) return result;
  if (name === 'data') return untaped(array);
  return recorded('attribute', rolesOf({ x: array, name: { kind: 'text', value: name } }), context, result);
}

export function arrayItems(array: ArrayValue, context: OperationContext): readonly Value[] | undefined {
  const items = itemsOf(array, context);
  if (!items || !isTracked(array)) return items;
  // `for row in x` takes `x.unbind()`.
  const unbound = recorded('unbind', rolesOf({ x: array, axis: { kind: 'int', value: 0 } }), context, tuple(items));
  return unbound.kind === 'tuple' ? unbound.items : items;
}

const operatorNames: Readonly<Partial<Record<BinaryOperator, string>>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '**': 'power',
  '@': 'matmul',
  '%': 'remainder',
  '//': 'floorDivide',
};

const rolesOf = (roles: Readonly<Record<string, Value>>): OperationArguments => new Map(Object.entries(roles));
const tuple = (items: readonly Value[]): Tuple => ({ kind: 'tuple', items });

/** Whether gradients can flow to something in the value: a tensor, or a list of tensors. */
export function isTracked(value: Value): boolean {
  if (value.kind === 'array') return value.tape !== undefined;
  return value.kind === 'tuple' && value.items.some((item) => item.kind === 'array' && item.tape !== undefined);
}

export function untaped(array: ArrayValue): ArrayValue {
  if (!array.tape) return array;
  const { tape: _tape, ...rest } = array;
  return rest;
}

/** The result with its history, or without any where none is kept: TensorFlow keeps it under a tape. */
export function recorded(op: string, args: OperationArguments, context: OperationContext, result: Value): Value {
  if (result.kind !== 'array' && result.kind !== 'tuple') return result;
  let tracked = false;
  for (const value of args.values()) tracked ||= isTracked(value);
  if (!tracked) return result;
  if (givesItself(op, args, context, result)) return result;
  const keeps = !context.untracked && !detaching.has(op) && !detachingNames.has(context.row?.name ?? '');
  const step = (array: ArrayValue, item?: number): ArrayValue => {
    const own = untaped(array);
    return keeps && isDifferentiable(own) && (own.library !== 'tensorflow' || context.recording)
      ? rememberedBy(op, args, context, own, item)
      : own;
  };
  if (result.kind === 'array') return step(result);
  const items = result.items.map((item, i) => stepOf(item, i, step));
  return items.every((item, i) => item === result.items[i]) ? result : { ...result, items };
}

/** An item of several results, which may be several itself: the states of an LSTM. */
function stepOf(item: Value, i: number, step: (array: ArrayValue, item?: number) => ArrayValue): Value {
  if (item.kind === 'array') return step(item, i);
  if (item.kind !== 'tuple' || !item.items.some((inner) => inner.kind === 'array')) return item;
  return { ...item, items: item.items.map((inner, k) => stepOf(inner, innerItems * (i + 1) + k, step)) };
}

/** Numbers of items within items begin here. */
const innerItems = 1000;

/** The array as the result of an operation on `args`. */
export function rememberedBy(
  op: string,
  args: OperationArguments,
  context: OperationContext,
  result: ArrayValue,
  item?: number,
): ArrayValue {
  const tape: Step = { kind: 'step', op, args, context, result, ...(item === undefined ? {} : { item }), order: nextOrder() };
  return { ...result, tape };
}

/** How many steps and leaves there have been; only their order matters. */
let steps = 0;

export const nextOrder = (): number => ++steps;
export const lastOrder = (): number => steps;

const isDifferentiable = ({ dtype, library }: ArrayValue): boolean =>
  (dtype === undefined || dtype.includes('float')) && library !== 'numpy';

/** `x.to('cpu')`, `x.float()` of a float32 tensor: the tensor itself. */
function givesItself(op: string, args: OperationArguments, context: OperationContext, result: Value): boolean {
  if (args.get('x') !== result || result.kind !== 'array') return false;
  const name = context.row?.name ?? '';
  return selfOperations.has(op) && !detachingNames.has(name) && !name.endsWith('.clone');
}

const selfOperations: ReadonlySet<string> = new Set(['identity', 'cast', 'castLike', 'to', 'dropout']);

/** What takes the shape of its argument, and nothing of its numbers. */
const detaching: ReadonlySet<string> = new Set([
  'zerosLike',
  'onesLike',
  'emptyLike',
  'fullLike',
  'randomLike',
  'zeros',
  'ones',
  'empty',
  'full',
  'array',
  'item',
  'tolist',
  'heaviside',
  'sampleBernoulli',
]);

const detachingNames: ReadonlySet<string> = new Set([
  'torch.Tensor.detach',
  'torch.Tensor.detach_',
  'torch.detach',
  'tensorflow.stop_gradient',
  'jax.lax.stop_gradient',
]);
