/** Sorting and the largest elements. */
import {
  argsort as argsortKnown,
  fromData,
  mapAlong,
  type NdArray,
  reshape,
  sort as sortKnown,
  topk as topkKnown,
} from '@softlens/core';
import type { Dim, Shape } from '../../values/dim.ts';
import type { ArrayValue, Tuple, Value } from '../../values/value.ts';
import { axes as axesArgument, flag, given, required, tensor, whole, word } from '../arguments.ts';
import { indexType } from '../dialects.ts';
import { castData, makeArray } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { raise } from '../outcome.ts';
import { reshaped } from '../shapes/shape-operations.ts';
import { knownShape, valueDim } from '../shapes/shapes.ts';
import { keepSpace, loseAxis } from '../spaces.ts';
import { normalAxes } from './reduce.ts';

interface AxisOf {
  readonly x: ArrayValue;
  readonly axis: number;
}

/** The array and the axis to work along; with axis None the flattened array. */
export function along(args: OperationArguments, context: OperationContext, otherwise = -1): AxisOf {
  const x = tensor(args, 'x', context);
  const asked = args.get('axis')?.kind === 'none' ? undefined : (axesArgument(args) ?? [otherwise]);
  if (!asked) return { x: reshaped(x, [-1]), axis: 0 };
  return { x, axis: normalAxes(asked, x)?.[0] ?? 0 };
}

function descending(args: OperationArguments): boolean {
  const value = given(args, 'descending');
  return value?.kind === 'text' ? word(args, 'descending') === 'DESCENDING' : flag(args, 'descending');
}

/** Sorting along the classes leaves a distribution, though no longer by class. */
function sorted(kind: 'values' | 'indices'): Operation {
  return (args, context) => {
    const { x, axis } = along(args, context);
    const options = { axis, descending: descending(args) };
    const indices = kind === 'indices';
    const data = x.data && (indices ? castData(argsortKnown(x.data, options), indexType(x.library)) : sortKnown(x.data, options));
    const space = indices ? undefined : keepSpace(x.space, x.shape, x.shape);
    return makeArray(x.library, {
      dtype: indices ? indexType(x.library) : x.dtype,
      shape: x.shape,
      data,
      space,
      reason: x.reason,
      scalar: false,
    });
  };
}

function pair(values: Value, indices: Value): Tuple {
  return { kind: 'tuple', items: [values, indices], names: ['values', 'indices'] };
}

const sortWithIndex: Operation = (args, context) => pair(sorted('values')(args, context), sorted('indices')(args, context));

const topkWithIndex: Operation = (args, context) => {
  const { x, axis } = along(args, context);
  const k = valueDim(required(args, 'k'));
  const size = x.shape?.[axis];
  if (typeof k === 'number' && typeof size === 'number' && k > size) raise('selected index k out of range');
  const shape: Shape | undefined = x.shape?.length === 0 ? [] : x.shape?.map((dim, i) => (i === axis ? k : dim));
  const found =
    x.data && typeof k === 'number' ? topkKnown(x.data, k, { axis, largest: flag(args, 'largest', true) }) : undefined;
  // The largest of the classes are single probabilities.
  const space =
    x.space && (x.space.axis === axis || x.space.axis === undefined || x.space.axis < 0) && x.space.name !== 'logits'
      ? loseAxis(x.space, true)
      : x.space;
  const indexSpace = x.space && { name: 'class-index' as const, origin: x.space.origin };
  const dtype = indexType(x.library);
  return pair(
    makeArray(x.library, { dtype: x.dtype, shape, data: found?.values, reason: x.reason, space }),
    makeArray(x.library, { dtype, shape, data: found && castData(found.indices, dtype), reason: x.reason, space: indexSpace }),
  );
};

const kthWithIndex: Operation = (args, context) => {
  const { x, axis } = along(args, context);
  const k = whole(args, 'k') ?? 1;
  const keepdims = flag(args, 'keepdims');
  const shape = x.shape?.flatMap((dim, i): Dim[] => (i !== axis ? [dim] : keepdims ? [1] : []));
  const known = shape && knownShape(shape);
  const part = (data: NdArray | undefined, type: ArrayValue['dtype']): ArrayValue =>
    makeArray(x.library, { dtype: type, shape, data: data && known && reshape(data, known), reason: x.reason });
  const values = x.data && mapAlong(sortKnown(x.data, { axis }), axis, (v) => v.slice(k - 1, k), x.data.dtype, 'kthvalue');
  const indices = x.data && mapAlong(argsortKnown(x.data, { axis }), axis, (v) => v.slice(k - 1, k), 'int64', 'kthvalue');
  return pair(part(values, x.dtype), part(indices, 'int64'));
};

/** The most frequent value, the smallest of equals, and its last place. */
const modeWithIndex: Operation = (args, context) => {
  const { x, axis } = along(args, context);
  const keepdims = flag(args, 'keepdims');
  const shape = x.shape?.flatMap((dim, i): Dim[] => (i !== axis ? [dim] : keepdims ? [1] : []));
  const known = shape && knownShape(shape);
  const modeOf = (v: Float64Array): number => {
    const counts = new Map<number, number>();
    for (const each of v) counts.set(each, (counts.get(each) ?? 0) + 1);
    const most = Math.max(...counts.values());
    return Math.min(...[...counts].flatMap(([value, count]) => (count === most ? [value] : [])));
  };
  const values = x.data && mapAlong(x.data, axis, (v) => [modeOf(v)], x.data.dtype, 'mode');
  const places = x.data && mapAlong(x.data, axis, (v) => [v.lastIndexOf(modeOf(v))], 'int64', 'mode');
  return pair(
    makeArray(x.library, { dtype: x.dtype, shape, data: values && known && reshape(values, known), reason: x.reason }),
    makeArray(x.library, { dtype: 'int64', shape, data: places && known && reshape(places, known), reason: x.reason }),
  );
};

/** Shape and dtype stay, the order is not claimed. */
const sameShapeUnknown: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  return makeArray(x.library, { dtype: x.dtype, shape: x.shape });
};

const argpartition: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  return makeArray(x.library, { dtype: indexType(x.library), shape: x.shape });
};

const inTopK: Operation = (args, context) => {
  const [x, target] = [tensor(args, 'x', context), tensor(args, 'target', context)];
  const k = whole(args, 'k') ?? 1;
  const classes = x.shape?.at(-1);
  const { data } = x;
  if (!data || !target.data || typeof classes !== 'number') return makeArray(x.library, { dtype: 'bool', shape: target.shape });
  const hits = Float64Array.from(target.data.data, (label, row) => {
    const line = Float64Array.from(data.data.slice(row * classes, (row + 1) * classes));
    const own = line[label] ?? Number.NaN;
    return Number.isFinite(own) && line.filter((v) => v > own).length < k ? 1 : 0;
  });
  return makeArray(x.library, { data: fromData(hits, target.data.shape, 'bool') });
};

export const orderingOperations: Readonly<Record<string, Operation>> = {
  sort: sorted('values'),
  argsort: sorted('indices'),
  sortWithIndex,
  topkWithIndex,
  kthWithIndex,
  modeWithIndex,
  inTopK,
  partition: sameShapeUnknown,
  argpartition,
  sortInPlace: () => ({ kind: 'none' }),
};
