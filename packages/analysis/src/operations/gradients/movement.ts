/**
 * Derivatives of what only picks, repeats and arranges elements: the operation is run on the elements' numbers instead of the elements,
 * which tells where each came from, and every gradient goes back there.
 */
import { fromData } from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import { number } from '../arguments.ts';
import { arrayAttribute } from '../attributes.ts';
import { runOperation } from '../dispatch.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { OperationContext } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { assignIndex, indexArray } from '../shapes/indexing.ts';
import { arrayOf, type Derivative, type Derivatives, type Pull, shapeOf, sizeOf } from './derivative.ts';
import { recorded } from './record.ts';
import { sharedExtreme } from './reductions.ts';

/** The roles that hold elements; what else an operation takes says where they go. */
const sources: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      'index attribute reshape reshapeLike flatten unflatten permute swapAxes matrixTranspose moveAxis expandDims squeeze expand expandLike ' +
      'broadcastTo tile repeat flip roll narrow selectIndex slice takeAlong booleanMask gatherNd chunk split splitSizes arraySplit unbind ' +
      'diagonal diag tril triu pad'
    )
      .split(' ')
      .map((op) => [op, ['x']]),
  ),
  take: ['x'],
  embedding: ['weight'],
  maskedFill: ['x', 'value'],
  indexFill: ['x', 'value'],
  assignIndex: ['x', 'value'],
  copyInto: ['x', 'y'],
  where: ['x', 'y'],
  concatenate: ['arrays'],
  stack: ['arrays'],
  hstack: ['arrays'],
  vstack: ['arrays'],
  columnStack: ['arrays'],
  broadcastArrays: ['arrays'],
  atleast: ['x'],
};

/** Numbers from 1 for the elements of every array, 0 for what has no gradient. */
interface Numbering {
  readonly value: Value;
  readonly last: number;
}

function numbered(value: Value, from: number): Numbering {
  if (value.kind === 'tuple') {
    let last = from;
    const items = value.items.map((item) => {
      const one = numbered(item, last);
      last = one.last;
      return one.value;
    });
    return { value: { kind: 'tuple', items }, last };
  }
  if (value.kind !== 'array') return { value: { kind: 'float', value: 0 }, last: from };
  const size = sizeOf(value);
  const tracked = value.tape !== undefined;
  const places = Float64Array.from({ length: size }, (_, i) => (tracked ? from + i + 1 : 0));
  const data = fromData(places, shapeOf(value), 'float64');
  return { value: makeArray(value.library, { data, scalar: false }), last: tracked ? from + size : from };
}

const moved: Derivative = (pull) => {
  const roles = sources[pull.op] ?? [];
  let last = 0;
  const args = new Map(pull.args);
  for (const role of roles) {
    const value = pull.args.get(role);
    if (!value || (value.kind !== 'array' && value.kind !== 'tuple' && !isNumber(value))) continue;
    const one = numbered(value, last);
    args.set(role, one.value);
    last = one.last;
  }
  const all = rerun(pull.op, args, pull.a.context);
  const places = pull.item === undefined ? all : all?.kind === 'tuple' ? all.items[pull.item] : undefined;
  if (places?.kind !== 'array' || !places.data) return giveUp('unmodelled', pull.op);
  let from = 0;
  const back = (value: Value): Value | undefined => {
    if (value.kind !== 'array' || !value.tape) return undefined;
    const start = from;
    from += sizeOf(value);
    return placed(pull.gradient, places, start, value, pull.a.context);
  };
  return Object.fromEntries(
    roles.flatMap((role) => {
      const value = pull.args.get(role);
      if (!value) return [];
      return [[role, value.kind === 'tuple' ? value.items.map(back) : back(value)] as const];
    }),
  );
};

const isNumber = (value: Value): boolean => value.kind === 'int' || value.kind === 'float' || value.kind === 'bool';

function rerun(op: string, args: Pull['args'], context: OperationContext): Value | undefined {
  const [x, indices, name, value] = ['x', 'indices', 'name', 'value'].map((role) => args.get(role));
  if (op === 'attribute')
    return x?.kind === 'array' && name?.kind === 'text' ? arrayAttribute(x, name.value, context) : undefined;
  if (x?.kind === 'array' && indices?.kind === 'tuple') {
    if (op === 'index') return indexArray(x, indices.items, context);
    if (op === 'assignIndex' && value) return assignIndex(x, indices.items, value, context);
  }
  return runOperation(op, args, context);
}

/** Every gradient added to the element that it is of: those that `places` numbers from `start` + 1 on. */
function placed(gradient: ArrayValue, places: ArrayValue, start: number, like: ArrayValue, context: OperationContext): Value {
  const parts = { dtype: like.dtype, shape: like.shape };
  if (!gradient.data || !places.data || !like.dtype)
    return makeArray(like.library, { ...parts, reason: gradient.reason ?? { key: 'unmodelled' } });
  const sums = new Float64Array(sizeOf(like));
  const round = roundThrough(like.dtype);
  const values = gradient.data.data;
  const at = places.data.data;
  for (let i = 0; i < at.length; i++) {
    const place = (at[i] ?? 0) - start - 1;
    if (place >= 0 && place < sums.length) sums[place] = round((sums[place] ?? 0) + (values[i] ?? Number.NaN));
  }
  const result = makeArray(like.library, { data: fromData(sums, shapeOf(like), like.dtype), scalar: false });
  const numbers: readonly (readonly [string, Value])[] = [
    ['gradient', gradient],
    ['places', places],
    ['start', { kind: 'int', value: start }],
  ];
  return recorded('placed', new Map(numbers), context, result);
}

/** The derivative of putting back is taking again. */
const taken: Derivative = (pull) => {
  const [gradient, places] = [arrayOf(pull, 'gradient'), arrayOf(pull, 'places')];
  const start = number(pull.args, 'start') ?? 0;
  const from = pull.gradient.data?.data;
  if (!from || !places.data || !gradient.dtype) return giveUp('unmodelled', 'index');
  const values = Float64Array.from(places.data.data, (place) => from[place - start - 1] ?? 0);
  return { gradient: makeArray(gradient.library, { data: fromData(values, shapeOf(gradient), gradient.dtype), scalar: false }) };
};

/** The values of `topk`, `sort`, `max(dim)`: what the indices beside them picked. */
const picked: Derivative = (pull) => {
  const x = arrayOf(pull, 'x');
  const all = runOperation(pull.op, new Map(pull.args), pull.a.context);
  const indices = all.kind === 'tuple' ? all.items[1] : undefined;
  if (indices?.kind !== 'array') return giveUp('unmodelled', pull.op);
  const rank = shapeOf(x).length;
  const asked = number(pull.args, 'axis') ?? -1;
  const axis = asked < 0 ? asked + rank : asked;
  const isReduced = indices.shape?.length !== rank;
  const shape = shapeOf(x).with(axis, 1);
  const [at, gradient] = isReduced
    ? [pull.a.reshape(indices, shape), pull.a.reshape(pull.gradient, shape)]
    : [indices, pull.gradient];
  if (gradient.kind !== 'array') return giveUp('unmodelled', pull.op);
  const roles = new Map<string, Value>([
    ['x', x],
    ['axis', { kind: 'int', value: axis }],
    ['indices', at],
  ]);
  return moved({ ...pull, op: 'takeAlong', args: roles, gradient, item: undefined });
};

/** `torch.max(x)`, `torch.max(x, dim)`, `torch.max(x, y)`. */
const torchExtreme =
  (elementwise: Derivative): Derivative =>
  (pull) => {
    if (pull.item !== undefined) return picked(pull);
    const axis = pull.args.get('axis');
    if (axis?.kind !== 'array') return sharedExtreme(pull);
    const { x, y } = elementwise({ ...pull, args: new Map([...pull.args, ['y', axis]]) });
    return { x, axis: y };
  };

export const movementDerivatives = (elementwise: Derivatives): Derivatives => ({
  ...Object.fromEntries(Object.keys(sources).map((op) => [op, moved])),
  placed: taken,
  sortWithIndex: picked,
  topkWithIndex: picked,
  kthWithIndex: picked,
  torchMedian: (pull) => (pull.item === undefined ? sharedExtreme(pull) : picked(pull)),
  ...(elementwise.maximum ? { torchMax: torchExtreme(elementwise.maximum) } : {}),
  ...(elementwise.minimum ? { torchMin: torchExtreme(elementwise.minimum) } : {}),
});
