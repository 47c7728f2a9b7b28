/** Broadcasting to a shape, and of arrays to their common one. https://numpy.org/doc/stable/user/basics.broadcasting.html */
import { broadcastTo } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { ArrayValue } from '../../values/value.ts';
import { required, sizes, tensor } from '../arguments.ts';
import type { Operation, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { moved } from './shape-operations.ts';
import { broadcastShapes, isSmall, knownShape } from './shapes.ts';

function broadcast(x: ArrayValue, target: Shape, context: OperationContext): ArrayValue {
  const shape = broadcastShapes(x.shape, target);
  if (
    shape &&
    x.shape &&
    (shape.length !== target.length ||
      shape.some((dim, i) => typeof dim === 'number' && typeof target[i] === 'number' && dim !== target[i]))
  )
    raise('cannot broadcast to a smaller shape');
  const [known, shift] = [shape && knownShape(shape), (shape?.length ?? 0) - (x.shape?.length ?? 0)];
  const data = x.data && known && isSmall(known, context) ? broadcastTo(x.data, known) : undefined;
  const result = moved(x, { shape, data, axis: (axis) => axis + shift });
  return x.data && known && !data ? { ...result, reason: { key: 'too-large' } } : result;
}

const broadcastOperation: Operation = (args, context) =>
  broadcast(tensor(args, 'x', context), sizes(required(args, 'shape')), context);

/** torch's expand: -1 keeps the size that is there. */
const expand: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const target = sizes(required(args, 'shape'));
  const lead = target.length - (x.shape?.length ?? 0);
  return broadcast(
    x,
    target.map((dim, axis) => (dim === -1 ? (x.shape?.[axis - lead] ?? '?') : dim)),
    context,
  );
};

const expandLike: Operation = (args, context) => {
  const y = tensor(args, 'y', context);
  return y.shape ? broadcast(tensor(args, 'x', context), y.shape, context) : giveUp('unmodelled', 'shape');
};

const broadcastArrays: Operation = (args, context) => {
  const list = required(args, 'arrays');
  if (list.kind !== 'tuple') return giveUp('unmodelled', 'arrays');
  const arrays = list.items.map((item) => tensor(new Map([['x', item]]), 'x', context));
  const shape = broadcastShapes(...arrays.map((each) => each.shape)) ?? giveUp('unmodelled', 'shape');
  return { kind: 'tuple', items: arrays.map((each) => broadcast(each, shape, context)) };
};

export const broadcastingOperations: Readonly<Record<string, Operation>> = {
  broadcastTo: broadcastOperation,
  expand,
  expandLike,
  broadcastArrays,
};
