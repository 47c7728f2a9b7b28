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

/** As NumPy's selection leaves them: the k-th element in its place, smaller ones before it, larger ones behind. */
function partitioned(kind: 'values' | 'indices'): Operation {
  return (args, context) => {
    const { x, axis } = along(args, context);
    const asked = given(args, 'kth');
    const dtype = kind === 'indices' ? indexType(x.library) : x.dtype;
    const size = x.shape?.[axis];
    if (!x.data || !dtype || asked?.kind !== 'int' || typeof size !== 'number')
      return makeArray(x.library, { dtype, shape: x.shape });
    const kth = Number(asked.value) < 0 ? Number(asked.value) + size : Number(asked.value);
    if (kth < 0 || kth >= size) return raise(`kth(=${kth}) out of bounds (${size})`);
    const isSmall = size <= largestPartition && x.library === 'numpy' && !x.data.data.some(Number.isNaN);
    if (!isSmall) return makeArray(x.library, { dtype, shape: x.shape });
    const isInexact = x.data.dtype.includes('float');
    const lines = mapAlong(
      x.data,
      axis,
      (line) => {
        const places = selected(line, kth, isInexact);
        return kind === 'indices' ? places : places.map((place) => line[place] ?? Number.NaN);
      },
      kind === 'indices' ? 'int64' : x.data.dtype,
      'partition',
    );
    return makeArray(x.library, { data: lines });
  };
}

/** Beyond this size other ways to choose the pivot set in. */
const largestPartition = 1000;

/** https://github.com/numpy/numpy/blob/v1.24.0/numpy/core/src/npysort/selection.cpp */
function selected(line: ArrayLike<number>, kth: number, isInexact: boolean): number[] {
  const order = Array.from({ length: line.length }, (_, i) => i);
  const at = (i: number): number => line[order[i] ?? 0] ?? Number.NaN;
  const swap = (i: number, j: number): void => {
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  };
  let [low, high] = [0, line.length - 1];
  if (kth - low < 3) {
    for (let i = 0; i <= kth; i++) {
      let least = i;
      for (let k = i + 1; k <= high; k++) if (at(k) < at(least)) least = k;
      swap(i, least);
    }
    return order;
  }
  if (kth === high && isInexact) {
    let most = low;
    for (let k = low + 1; k <= high; k++) if (!(at(k) < at(most))) most = k;
    swap(kth, most);
    return order;
  }
  let depth = 2 * Math.floor(Math.log2(line.length));
  while (low + 1 < high) {
    if (depth-- <= 0 && high - low >= 6) return order;
    const middle = low + Math.floor((high - low) / 2);
    if (at(high) < at(middle)) swap(high, middle);
    if (at(high) < at(low)) swap(high, low);
    if (at(low) < at(middle)) swap(low, middle);
    swap(middle, low + 1);
    const pivot = at(low);
    let [left, right] = [low + 1, high];
    for (;;) {
      do left++;
      while (at(left) < pivot);
      do right--;
      while (pivot < at(right));
      if (right < left) break;
      swap(left, right);
    }
    swap(low, right);
    if (right >= kth) high = right - 1;
    if (right <= kth) low = left;
  }
  if (high === low + 1 && at(high) < at(low)) swap(high, low);
  return order;
}

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
  partition: partitioned('values'),
  argpartition: partitioned('indices'),
  sortInPlace: () => ({ kind: 'none' }),
};
