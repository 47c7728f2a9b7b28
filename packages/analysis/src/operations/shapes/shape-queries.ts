/** The shape of an array as the program sees it. */
import type { ArrayValue, Value } from '../../values/value.ts';
import { given, tensor, whole } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation, OperationArguments } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { dimValue, knownShape, normalAxis, sizeOf } from './shapes.ts';

function shapeOf(args: OperationArguments, x: ArrayValue): Value {
  if (!x.shape) return giveUp(x.reason?.key ?? 'unmodelled', x.reason?.name);
  const axis = given(args, 'axis') ? whole(args, 'axis') : undefined;
  if (axis === undefined)
    return { kind: 'tuple', items: x.shape.map(dimValue), ...(x.library === 'torch' ? { type: 'torch.Size' } : {}) };
  return dimValue(x.shape[normalAxis(axis, x.shape.length)] ?? '?');
}

const shapeTensor: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const rank = x.shape?.length;
  const known = x.shape && knownShape(x.shape);
  const data = known && { dtype: 'int32' as const, shape: [known.length], data: Int32Array.from(known) };
  return makeArray(x.library, { dtype: 'int32', shape: rank === undefined ? undefined : [rank], data });
};

export const shapeQueries: Readonly<Record<string, Operation>> = {
  shapeOf: (args, context) => shapeOf(args, tensor(args, 'x', context)),
  shapeTensor,
  rankOf: (args, context) => {
    const { shape } = tensor(args, 'x', context);
    return shape ? { kind: 'int', value: shape.length } : giveUp('unmodelled', 'rank');
  },
  sizeOf: (args, context) => {
    const x = tensor(args, 'x', context);
    if (given(args, 'axis')) return shapeOf(args, x);
    return x.shape ? dimValue(sizeOf(x.shape)) : giveUp('unmodelled', 'size');
  },
};
