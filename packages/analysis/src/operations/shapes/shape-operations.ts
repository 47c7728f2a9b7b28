/** Operations that move elements without changing them: reshape, transpose, squeeze, expand … The class axis follows. */
import {
  flip as flipKnown,
  type NdArray,
  repeat as repeatKnown,
  reshape as reshapeKnown,
  roll as rollKnown,
  take,
  tile as tileKnown,
} from '@softlens/core';
import type { Dim, Shape } from '../../values/dim.ts';
import type { ArrayValue, Form } from '../../values/value.ts';
import { axes as axesArgument, given, required, sizes, tensor, whole, word } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { normalAxes } from '../reductions/reduce.ts';
import { type AxisMap, loseAxis, remapSpace } from '../spaces.ts';
import { permuted } from './permutation.ts';
import { addDims, isSmall, knownShape, multiplyDims, normalAxis, reshapeTo, sizeOf } from './shapes.ts';

interface Moved {
  readonly shape: Shape | undefined;
  readonly data?: NdArray | undefined;
  readonly axis?: AxisMap;
  readonly form?: Form | undefined;
}

/** The array in its new shape; without an axis map the class axis is lost. */
export function moved(x: ArrayValue, { shape, data, axis, form }: Moved): ArrayValue {
  const space = remapSpace(x.space, x.shape, axis ?? (() => undefined));
  return makeArray(x.library, { dtype: x.dtype, shape, data, reason: x.reason, space, form, scalar: false, weak: x.weak });
}

/** The same elements in row-major order in another shape. */
export function reshaped(x: ArrayValue, target: readonly Dim[]): ArrayValue {
  const shape = reshapeTo(x.shape, target);
  const known = knownShape(shape);
  const added = insertedAxis(x.shape, shape);
  return moved(x, {
    shape,
    data: x.data && known ? reshapeKnown(x.data, known) : undefined,
    axis: reshapedAxis(x.shape, shape),
    form: added === undefined ? undefined : { op: 'unsqueeze', operands: [x], axis: added },
  });
}

/** An axis stays the same one when what stands before and after it multiplies to the same sizes. */
function reshapedAxis(from: Shape | undefined, to: Shape): AxisMap {
  return (axis) => {
    const size = from?.[axis];
    if (!from || size === undefined) return undefined;
    const [before, after] = [sizeOf(from.slice(0, axis)), sizeOf(from.slice(axis + 1))];
    const place = to.findIndex(
      (dim, i) =>
        dim === size &&
        (sizeOf(to.slice(0, i)) === before || sizeOf(to.slice(i + 1)) === after) &&
        same(sizeOf(to.slice(i + 1)), after),
    );
    return place < 0 ? undefined : place;
  };
}

function same(a: Dim, b: Dim): boolean {
  return a === b && a !== '?';
}

/** The one axis of size 1 by which a shape grew: `s.reshape(-1, 1)`. */
function insertedAxis(from: Shape | undefined, to: Shape): number | undefined {
  if (!from || to.length !== from.length + 1) return undefined;
  const place = to.findIndex((dim, i) => dim === 1 && from.every((size, j) => size === to[j < i ? j : j + 1]));
  return place < 0 ? undefined : place;
}

const reshape: Operation = (args, context) => {
  const order = given(args, 'order');
  if (order?.kind === 'text' && order.value === 'F') return giveUp('unmodelled', "order='F'");
  return reshaped(tensor(args, 'x', context), sizes(required(args, 'shape')));
};

const reshapeLike: Operation = (args, context) => {
  const y = tensor(args, 'y', context);
  return y.shape ? reshaped(tensor(args, 'x', context), y.shape) : giveUp('unmodelled', 'shape');
};

const flatten: Operation = (args, context) => {
  const given = tensor(args, 'x', context);
  const memory = args.get('memory')?.kind === 'text' ? word(args, 'memory') : 'C';
  if (memory !== 'C' && memory !== 'F') return giveUp('unmodelled', 'order');
  const x = memory === 'F' ? permuted(given, given.shape?.map((_, axis) => axis).toReversed()) : given;
  if (!x.shape) return moved(x, { shape: flattenedRank(whole(args, 'start') ?? 0, whole(args, 'end') ?? -1) });
  if (x.shape.length === 0) return reshaped(x, [1]);
  const [start, end] = [
    normalAxis(whole(args, 'start') ?? 0, x.shape.length),
    normalAxis(whole(args, 'end') ?? -1, x.shape.length),
  ];
  if (start > end) raise('flatten() has invalid args: start_dim cannot come after end_dim');
  const joined = sizeOf(x.shape.slice(start, end + 1));
  const shape = [...x.shape.slice(0, start), joined, ...x.shape.slice(end + 1)];
  const known = knownShape(shape);
  return moved(x, {
    shape,
    data: x.data && known ? reshapeKnown(x.data, known) : undefined,
    axis: (axis) => (axis < start ? axis : axis > end ? axis - (end - start) : start === end ? start : undefined),
  });
};

/** Of whatever rank the input is: from an axis to the last one, the axes before it and one more are left. */
function flattenedRank(start: number, end: number): Shape | undefined {
  return end === -1 && start >= 0 ? Array.from({ length: start + 1 }, () => '?') : undefined;
}

const unflatten: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.shape) return moved(x, { shape: undefined });
  const axis = normalAxis(whole(args, 'axis') ?? 0, x.shape.length);
  const parts = reshapeTo([x.shape[axis] ?? '?'], sizes(required(args, 'shape')));
  return reshaped(x, [...x.shape.slice(0, axis), ...parts, ...x.shape.slice(axis + 1)]);
};

const squeeze: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.shape) return moved(x, { shape: undefined });
  const asked = normalAxes(axesArgument(args), x);
  const { shape } = x;
  if (asked && x.library !== 'torch' && asked.some((axis) => typeof shape[axis] === 'number' && shape[axis] !== 1))
    raise('cannot select an axis to squeeze out which has size not equal to one');
  if (x.library === 'torch' && mayGoOrStay(x, asked))
    return makeArray(x.library, { dtype: x.dtype, reason: x.reason, space: x.space && loseAxis(x.space, false), weak: x.weak });
  const isGone = (dim: Dim): boolean => dim === 1 || (asked !== undefined && x.library !== 'torch' && typeof dim !== 'number');
  const gone = shape.flatMap((dim, axis) => ((!asked || asked.includes(axis)) && isGone(dim) ? [axis] : []));
  const rest = shape.filter((_, axis) => !gone.includes(axis));
  const known = knownShape(rest);
  const axis: AxisMap = (at) => (gone.includes(at) ? undefined : at - gone.filter((each) => each < at).length);
  return moved(x, { shape: rest, data: x.data && known ? reshapeKnown(x.data, known) : undefined, axis });
};

/** PyTorch leaves an axis that is not of size 1. Of unknown size it may be either, and the classes move or not: `net(image).squeeze(0)`. */
function mayGoOrStay({ shape, space }: ArrayValue, asked: readonly number[] | undefined): boolean {
  const classes = space?.axis;
  const stays = classes === undefined || shape?.at(classes) === 1;
  return shape?.some((dim, axis) => typeof dim !== 'number' && (asked ? asked.includes(axis) : !stays)) ?? false;
}

const expandDims: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const asked = axesArgument(args) ?? [0];
  if (!x.shape)
    return moved(x, {
      shape: undefined,
      form: { op: 'unsqueeze', operands: [x], ...(asked.length === 1 && { axis: asked[0] }) },
    });
  const rank = x.shape.length + asked.length;
  const added = asked.map((axis) => normalAxis(axis, rank)).sort((a, b) => a - b);
  const shape: Dim[] = [...x.shape];
  for (const axis of added) shape.splice(axis, 0, 1);
  const known = knownShape(shape);
  const axis: AxisMap = (at) => added.reduce((place, each) => (each <= place ? place + 1 : place), at);
  const form = added.length === 1 && added[0] !== undefined ? { op: 'unsqueeze', operands: [x], axis: added[0] } : undefined;
  return moved(x, { shape, data: x.data && known ? reshapeKnown(x.data, known) : undefined, axis, form });
};

const permute: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.shape) return permuted(x, undefined);
  const rank = x.shape.length;
  const asked = given(args, 'axes');
  const list = asked ? sizes(asked) : [];
  if (!asked || (list.length === 0 && rank > 0))
    return permuted(
      x,
      x.shape.map((_, axis) => rank - 1 - axis),
    );
  if (list.length !== rank) raise("axes don't match array");
  return permuted(
    x,
    list.map((axis) => normalAxis(typeof axis === 'number' ? axis : giveUp('unmodelled', 'axes'), rank)),
  );
};

const swapAxes: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.shape) return permuted(x, undefined);
  const rank = Math.max(x.shape.length, x.library === 'torch' ? 1 : 0);
  const [first, second] = [normalAxis(whole(args, 'first') ?? 0, rank), normalAxis(whole(args, 'second') ?? 1, rank)];
  return permuted(
    x,
    x.shape.map((_, axis) => (axis === first ? second : axis === second ? first : axis)),
  );
};

const moveAxis: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.shape) return permuted(x, undefined);
  const rank = x.shape.length;
  const list = (role: string): number[] => sizes(required(args, role)).map((axis) => normalAxis(Number(axis), rank));
  const [from, to] = [list('source'), list('destination')];
  const order = x.shape.map((_, axis) => axis).filter((axis) => !from.includes(axis));
  for (const [target, source] of to.map((place, i) => [place, from[i] ?? 0] as const).sort((a, b) => a[0] - b[0]))
    order.splice(target, 0, source);
  return permuted(x, order);
};

const matrixTranspose: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.shape || x.shape.length < 2)
    return permuted(
      x,
      x.shape?.map((_, axis) => axis),
    );
  const order = x.shape.map((_, axis) => axis);
  return permuted(x, [...order.slice(0, -2), x.shape.length - 1, x.shape.length - 2]);
};

const tile: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const times = sizes(required(args, 'repeats'));
  if (!x.shape) return moved(x, { shape: undefined });
  const rank = Math.max(x.shape.length, times.length);
  const padded = (list: Shape): readonly Dim[] => [...Array.from({ length: rank - list.length }, () => 1), ...list];
  const [from, by] = [padded(x.shape), padded(times)];
  const known = knownShape(by);
  const source = x.data && { ...x.data, shape: from.map(Number) };
  const shift = rank - x.shape.length;
  const shape = from.map((dim, i) => multiplyDims(dim, by[i] ?? 1));
  return moved(x, {
    shape,
    data: source && known && isSmall(shape, context) ? tileKnown(source, known) : undefined,
    axis: (axis) => (by[axis + shift] === 1 ? axis + shift : undefined),
  });
};

const repeat: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const counts = sizes(required(args, 'repeats'));
  const asked = axesArgument(args)?.[0];
  if (!x.shape) return moved(x, { shape: undefined });
  const base = asked === undefined ? reshaped(x, [-1]) : x;
  const axis = normalAxis(asked ?? 0, base.shape?.length ?? 1);
  const times = counts[0] ?? '?';
  const shape = base.shape?.map((dim, i) =>
    i === axis ? (counts.length === 1 ? multiplyDims(dim, times) : counts.reduce(addDims, 0)) : dim,
  );
  if (!base.data || !knownShape(counts) || !shape || !isSmall(shape, context)) return moved(base, { shape, axis: (at) => at });
  const gone = (at: number): number | undefined => (at === axis ? undefined : at);
  if (counts.length === 1) return moved(base, { shape, data: repeatKnown(base.data, Number(times), axis), axis: gone });
  const places = counts.flatMap((count, i) => Array.from({ length: Number(count) }, () => i));
  return moved(base, { shape, data: take(base.data, places, axis), axis: gone });
};

const flip: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const axes = normalAxes(axesArgument(args), x) ?? x.shape?.map((_, axis) => axis);
  const data = x.data && (axes ?? []).reduce((turned, axis) => flipKnown(turned, axis), x.data);
  return moved(x, { shape: x.shape, data, axis: (axis) => axis });
};

const roll: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const shifts = sizes(required(args, 'shift')).map(Number);
  const axes = normalAxes(axesArgument(args), x);
  let { data } = x;
  if (data && !axes) data = reshapeKnown(rollKnown(reshapeKnown(data, [data.data.length]), shifts[0] ?? 0, 0), data.shape);
  else if (data && axes) for (const [i, axis] of axes.entries()) data = rollKnown(data, shifts[i] ?? shifts[0] ?? 0, axis);
  return moved(x, { shape: x.shape, data, axis: (axis) => axis });
};

const atleast: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const [rank, shape] = [whole(args, 'rank') ?? 1, x.shape];
  if (!shape || shape.length >= rank) return x;
  if (rank === 3 && shape.length === 2) return reshaped(x, [...shape, 1]);
  return reshaped(
    x,
    rank === 3 && shape.length === 1 ? [1, ...shape, 1] : [...Array.from({ length: rank - shape.length }, () => 1), ...shape],
  );
};

export const shapeOperations: Readonly<Record<string, Operation>> = {
  reshape,
  reshapeLike,
  flatten,
  unflatten,
  squeeze,
  expandDims,
  permute,
  swapAxes,
  moveAxis,
  matrixTranspose,
  tile,
  repeat,
  flip,
  roll,
  atleast,
  vectorize: (args) => required(args, 'function'),
};
