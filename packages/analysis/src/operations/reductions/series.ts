/** Functions of lists of numbers: sets, edits, histograms. https://numpy.org/doc/stable/reference/routines.html */
import { type DType, fromData, type NdArray } from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, libraryOf, number, operandFrom, required, tensor, tensorOf, whole, wholeOf } from '../arguments.ts';
import { indexType } from '../dialects.ts';
import { castData, commonType, dataIn, makeArray, missingReason, operandOf } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { knownShape, sizeOf } from '../shapes/shapes.ts';

/** A list of numbers, flattened; gives up where it is not known. */
export function numbersOf(args: OperationArguments, role: string, context: OperationContext): readonly number[] {
  const { data, reason } = tensor(args, role, context);
  return data ? Array.from(data.data) : giveUp(reason?.key ?? 'unmodelled', reason?.name);
}

export const listOf = (library: string, values: readonly number[], dtype: DType): ArrayValue =>
  makeArray(library, { data: fromData(Float64Array.from(values), [values.length], dtype), scalar: false });

const flatNonzero: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.data) return makeArray(x.library, { dtype: 'int64', shape: ['?'], reason: x.reason });
  const places = Array.from(x.data.data).flatMap((value, i) => (value === 0 ? [] : [i]));
  return listOf(x.library, places, indexType(x.library));
};

function setOperation(keep: (inX: boolean, inY: boolean) => boolean): Operation {
  return (args, context) => {
    const [x, y] = [operandFrom(tensor(args, 'x', context), context), operandFrom(tensor(args, 'y', context), context)];
    const library = libraryOf([x, y], context);
    const { dtype } = commonType(library, [x, y]);
    if (!x.data || !y.data || !dtype) return makeArray(library, { dtype, shape: ['?'], reason: missingReason([x, y]) });
    const [own, other] = [new Set(dataIn(x, dtype).data), new Set(dataIn(y, dtype).data)];
    const all = [...new Set([...own, ...other])].sort((a, b) => a - b);
    return listOf(
      library,
      all.filter((value) => keep(own.has(value), other.has(value))),
      dtype,
    );
  };
}

/** Flattened, as without an axis; along axis 0 only of lists. */
function flatData(args: OperationArguments, x: ArrayValue): NdArray {
  if (given(args, 'axis') && x.shape?.length !== 1) return giveUp('unmodelled', 'axis');
  return x.data ?? giveUp(x.reason?.key ?? 'unmodelled');
}

function places(value: Value, length: number, context: OperationContext): readonly number[] {
  if (value.kind === 'slice') return giveUp('unmodelled', 'slice');
  const all =
    value.kind === 'tuple' || (value.kind === 'array' && value.shape?.length === 1)
      ? tensorOf(value, context).data?.data
      : [wholeOf(value)];
  return Array.from(all ?? giveUp('unmodelled', 'index'), (at) => {
    if (at < -length || at > length) return raise(`index ${at} is out of bounds for axis 0 with size ${length}`);
    return at < 0 ? at + length : at;
  });
}

const insertItems: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const data = flatData(args, x);
  const at = places(required(args, 'at'), data.data.length, context);
  const value = castData(tensorOf(required(args, 'value'), context).data ?? giveUp('unmodelled', 'value'), data.dtype);
  const items = Array.from(data.data);
  if (at.length === 1) items.splice(at[0] ?? 0, 0, ...value.data);
  else {
    if (value.data.length !== 1 && value.data.length !== at.length) raise('could not broadcast input array');
    const order = at.map((place, i) => ({ place, value: value.data[value.data.length === 1 ? 0 : i] ?? 0 }));
    for (const one of order.toSorted((a, b) => a.place - b.place).toReversed()) items.splice(one.place, 0, one.value);
  }
  return listOf(x.library, items, data.dtype);
};

const deleteItems: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const data = flatData(args, x);
  const gone = new Set(places(required(args, 'at'), data.data.length, context));
  if (gone.has(data.data.length)) raise('index is out of bounds');
  return listOf(
    x.library,
    Array.from(data.data).filter((_, i) => !gone.has(i)),
    data.dtype,
  );
};

const lexsort: Operation = (args, context) => {
  const keys = tensor(args, 'keys', context);
  const [rows, columns] = keys.data?.shape ?? [];
  if (!keys.data || rows === undefined || columns === undefined) return giveUp('unmodelled', 'lexsort');
  const { data } = keys.data;
  const compare = (a: number, b: number): number => {
    for (let row = rows - 1; row >= 0; row--) {
      const difference = (data[row * columns + a] ?? 0) - (data[row * columns + b] ?? 0);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
  return listOf(keys.library, Array.from({ length: columns }, (_, i) => i).sort(compare), indexType(keys.library));
};

/** Edges as np.linspace has them. */
function evenEdges(low: number, high: number, count: number): readonly number[] {
  const [from, to] = low === high ? [low - 0.5, high + 0.5] : [low, high];
  const step = (to - from) / count;
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? to : from + i * step));
}

/** All bins are half-open but the last. */
function countsIn(values: readonly number[], edges: readonly number[], weights?: readonly number[]): readonly number[] {
  const counts = Array.from({ length: edges.length - 1 }, () => 0);
  const last = edges.length - 2;
  for (const [i, value] of values.entries()) {
    if (!(value >= (edges[0] ?? 0) && value <= (edges[last + 1] ?? 0))) continue;
    let bin = last;
    while (bin > 0 && value < (edges[bin] ?? 0)) bin--;
    counts[bin] = (counts[bin] ?? 0) + (weights?.[i] ?? 1);
  }
  return counts;
}

const histogram: Operation = (args, context) => {
  const values = numbersOf(args, 'x', context);
  const weights = given(args, 'weights') ? numbersOf(args, 'weights', context) : undefined;
  const bins = required(args, 'bins');
  if (bins.kind === 'text') return giveUp('unmodelled', bins.value);
  const single = bins.kind === 'int';
  const range = given(args, 'range') ? numbersOf(args, 'range', context) : undefined;
  const [low, high] = range ?? (values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]);
  if (single && !(Number(bins.value) >= 1 && Number(bins.value) <= context.maxElements)) return giveUp('too-large');
  const edges = single ? evenEdges(low ?? 0, high ?? 1, Number(bins.value)) : numbersOf(args, 'bins', context);
  const counts = countsIn(values, edges, weights);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const dense = given(args, 'density') && flag(args, 'density');
  const result = dense ? counts.map((count, i) => count / ((edges[i + 1] ?? 0) - (edges[i] ?? 0)) / total) : counts;
  const edgeType = single ? 'float64' : (tensor(args, 'bins', context).dtype ?? 'float64');
  return {
    kind: 'tuple',
    items: [listOf('numpy', result, dense || weights ? 'float64' : 'int64'), listOf('numpy', edges, edgeType)],
  };
};

/** torch.histc: what lies outside is not counted; equal bounds mean those of the data. */
const histogramCounts: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const bins = whole(args, 'bins') ?? 100;
  if (!x.data || !x.dtype || bins > context.maxElements)
    return makeArray(x.library, { dtype: x.dtype, shape: [bins], reason: x.reason });
  const values = Array.from(x.data.data);
  const [low, high] = [number(args, 'low') ?? 0, number(args, 'high') ?? 0];
  const edges = low === high ? evenEdges(Math.min(...values), Math.max(...values), bins) : evenEdges(low, high, bins);
  return listOf(x.library, countsIn(values, edges), x.dtype);
};

const triangleIndices: Operation = (args, context) => {
  const rows = whole(args, 'rows') ?? 0;
  const columns = whole(args, 'columns') ?? rows;
  const offset = whole(args, 'offset') ?? 0;
  if (rows * columns > context.maxElements) return giveUp('too-large');
  const upper = flag(args, 'upper');
  const all = Array.from({ length: rows * columns }, (_, i) => [Math.floor(i / columns), i % columns] as const);
  const inside = all.filter(([row, column]) => (upper ? column - row >= offset : column - row <= offset));
  if (context.library === 'torch')
    return makeArray('torch', {
      data: fromData(
        Float64Array.from([...inside.map(([row]) => row), ...inside.map(([, column]) => column)]),
        [2, inside.length],
        'int64',
      ),
    });
  return {
    kind: 'tuple',
    items: [0, 1].map((part) =>
      listOf(
        'numpy',
        inside.map((pair) => pair[part as 0 | 1]),
        'int64',
      ),
    ),
  };
};

/** The positions where a mask holds: https://numpy.org/doc/stable/reference/generated/numpy.ix_.html */
function chosen(x: ArrayValue): ArrayValue {
  if (x.dtype !== 'bool') return x;
  if (!x.data) return giveUp('unmodelled', 'mask');
  return listOf(
    x.library,
    Array.from(x.data.data.keys()).filter((i) => x.data?.data[i]),
    'int64',
  );
}

const openMesh: Operation = (args, context) => {
  const arrays = required(args, 'arrays');
  if (arrays.kind !== 'tuple') return giveUp('unmodelled', 'ix_');
  const count = arrays.items.length;
  return {
    kind: 'tuple',
    items: arrays.items.map((item, axis) => {
      const x = chosen(tensorOf(item, context));
      const shape = x.shape && Array.from({ length: count }, (_, i) => (i === axis ? sizeOf(x.shape ?? []) : 1));
      const known = shape && knownShape(shape);
      return makeArray(x.library, {
        dtype: x.dtype,
        shape,
        data: x.data && known && operandOf(x) ? { ...x.data, shape: known } : undefined,
        reason: x.reason,
        scalar: false,
      });
    }),
  };
};

export const seriesOperations: Readonly<Record<string, Operation>> = {
  flatNonzero,
  setIntersection: setOperation((inX, inY) => inX && inY),
  setUnion: setOperation(() => true),
  setDifference: setOperation((inX, inY) => inX && !inY),
  insertItems,
  deleteItems,
  lexsort,
  histogram,
  histogramCounts,
  triangleIndices,
  openMesh,
};
