/**
 * What derivatives are made of: the library's own operations, which round as the library does, on values that may be unknown. Where
 * `context` is not `untracked` they remember how they were made, so that a gradient has a gradient (`create_graph=True`).
 */
import { type DType, fromData } from '@softlens/core';
import type { BinaryOperator, CompareOperator } from '@softlens/syntax';
import type { Shape } from '../../values/dim.ts';
import type { Value } from '../../values/value.ts';
import { elementwise, makeArray, operandOf, roundThrough } from '../elementwise/operand.ts';
import { compareOperation } from '../elementwise/operators.ts';
import type { OperationContext } from '../operation.ts';
import { giveUp, settle } from '../outcome.ts';
import { binaryOperation, runOperation } from './record.ts';

export interface Algebra {
  readonly context: OperationContext;
  run(op: string, roles: Readonly<Record<string, Value | undefined>>): Value;
  add(a: Value, b: Value | number): Value;
  subtract(a: Value | number, b: Value | number): Value;
  multiply(a: Value, b: Value | number): Value;
  divide(a: Value | number, b: Value | number): Value;
  power(a: Value, b: Value | number): Value;
  matmul(a: Value, b: Value): Value;
  negative(a: Value): Value;
  /** `a` where the comparison holds, else `b`. */
  where(condition: Value, a: Value | number, b: Value | number): Value;
  compare(operator: CompareOperator, a: Value, b: Value | number): Value;
  sum(a: Value, axes?: readonly number[], keepdims?: boolean): Value;
  /** The last two axes swapped. */
  transpose(a: Value): Value;
  reshape(a: Value, shape: Shape): Value;
  /** Element by element, rounded once at the end, as kernels do that the compiler fuses; `r` rounds in between. */
  fused(arrays: readonly Value[], compute: (r: (x: number) => number, ...xs: number[]) => number): Value;
  /** An array of these numbers, of which no gradient is asked. */
  constant(data: ArrayLike<number>, shape: readonly number[], dtype: DType): Value;
}

export function algebraOf(context: OperationContext): Algebra {
  const { library } = context;
  const run: Algebra['run'] = (op, roles) => {
    const args = new Map<string, Value>();
    for (const [role, value] of Object.entries(roles)) if (value) args.set(role, value);
    return runOperation(op, args, context);
  };
  const binary =
    (operator: BinaryOperator) =>
    (a: Value | number, b: Value | number): Value =>
      binaryOperation(operator, numeric(a), numeric(b), context);
  return {
    context,
    run,
    add: binary('+'),
    subtract: binary('-'),
    multiply: binary('*'),
    divide: binary('/'),
    power: binary('**'),
    matmul: binary('@'),
    negative: (x) => run('negative', { x }),
    where: (condition, a, b) => {
      const [x, y] = [numeric(a), numeric(b)];
      const like = x.kind === 'array' ? x : y;
      return run('where', { condition, x: asArray(x, like), y: asArray(y, like) });
    },
    compare: (operator, a, b) => compareOperation(operator, a, numeric(b), context),
    sum: (x, axes, keepdims = false) =>
      run('sum', {
        x,
        keepdims: { kind: 'bool', value: keepdims },
        ...(axes ? { axis: { kind: 'tuple', items: axes.map((value) => ({ kind: 'int', value })) } } : {}),
      }),
    transpose: (x) => {
      const rank = x.kind === 'array' ? (x.shape?.length ?? 2) : 2;
      return run('swapAxes', { x, first: int(rank - 2), second: int(rank - 1) });
    },
    reshape: (x, shape) =>
      shape.every((dim) => typeof dim === 'number')
        ? run('reshape', { x, shape: { kind: 'tuple', items: shape.map((dim) => int(Number(dim))) } })
        : x.kind === 'array'
          ? makeArray(x.library, { dtype: x.dtype, shape, reason: x.reason })
          : x,
    fused: (arrays, compute) =>
      settle(() => {
        const operands = arrays.map((array) => operandOf(array) ?? giveUp('unmodelled'));
        const isTracked = arrays.some((array) => array.kind === 'array' && array.tape);
        if (isTracked && !context.untracked) return giveUp('unmodelled');
        const round = roundThrough(operands.find((one) => one.dtype)?.dtype ?? 'float64');
        return elementwise(library, operands, { compute: (...xs) => compute(round, ...xs) }, context);
      }),
    constant: (data, shape, dtype) =>
      makeArray(library, { data: fromData(Float64Array.from(data), shape, dtype), scalar: false }),
  };
}

const int = (value: number): Value => ({ kind: 'int', value });
const numeric = (x: Value | number): Value => (typeof x === 'number' ? { kind: 'float', value: x } : x);

/** A number in the dtype of the tensor beside it, as `masked_fill` takes it. */
function asArray(x: Value, like: Value): Value {
  if (x.kind !== 'float' || like.kind !== 'array' || !like.dtype) return x;
  return makeArray(like.library, { data: fromData([x.value], [], like.dtype), scalar: false });
}
