/** Questions about dtypes: https://pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc */
import type { DType } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { dtypeOf, operand, required, tensor } from '../arguments.ts';
import { elementwise } from '../elementwise/operand.ts';
import type { Operation, OperationContext } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { isFloat } from './promotion.ts';

const isTensor: Operation = (args, context) => {
  const x = args.get('x');
  if (x?.kind === 'unknown') return giveUp(x.reason.key, x.reason.name);
  return { kind: 'bool', value: x?.kind === 'array' && x.library === context.library };
};

const dtypeValue = (dtype: DType | undefined): Value =>
  dtype ? { kind: 'dtype', library: 'torch', dtype } : giveUp('unmodelled', 'dtype');

const resultType: Operation = (args, context) => {
  const operands = [operand(args, 'x', context), operand(args, 'y', context)];
  return dtypeValue(elementwise('torch', operands, { compute: (a) => a, space: undefined }, context).dtype);
};

const promotedType: Operation = (args, context) => {
  const [first, second] = ['first', 'second'].map((role) => like(dtypeOf(required(args, role), 'torch')));
  if (!first || !second) return giveUp('unmodelled', 'dtype');
  const roles = new Map([
    ['x', first],
    ['y', second],
  ]);
  return resultType(roles, context);
};

const like = (dtype: DType): Value => ({ kind: 'array', library: 'torch', dtype, shape: [1] });

/** Booleans, whole numbers, floats. */
const category = (dtype: DType): number => (dtype === 'bool' ? 0 : isFloat(dtype) ? 2 : 1);

const canCast: Operation = (args) => {
  const [from, to] = [dtypeOf(required(args, 'from'), 'torch'), dtypeOf(required(args, 'to'), 'torch')];
  return { kind: 'bool', value: category(from) <= category(to) };
};

const elementSize: Operation = (args, context: OperationContext) => {
  const { dtype } = tensor(args, 'x', context);
  if (!dtype) return giveUp('unmodelled', 'dtype');
  const bits = /\d+$/.exec(dtype)?.[0];
  return { kind: 'int', value: bits === undefined ? 1 : Number(bits) / 8 };
};

export const typeOperations: Readonly<Record<string, Operation>> = { isTensor, resultType, promotedType, canCast, elementSize };
