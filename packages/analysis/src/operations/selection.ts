/** Sorting, choosing and counting. */
import {
  argsort as argsortKnown, fromData, gather as gatherKnown, lowerTriangle, mapAlong, mask as maskKnown, type NdArray, nonzero as nonzeroKnown, reshape, scatter as scatterKnown,
  sort as sortKnown, take as takeKnown, topk as topkKnown, unique as uniqueKnown, upperTriangle, broadcastTo,
} from '@softlens/core';
import type { Dim, Shape } from '../values/dim.ts';
import type { ArrayValue, Tuple, Value } from '../values/value.ts';
import { axes as axesArgument, flag, given, libraryOf, number, operand, required, tensor, tensorOf, whole, word } from './arguments.ts';
import { castData, dataIn, elementwise, makeArray, type Operand } from './operand.ts';
import type { Operation, OperationArguments, OperationContext } from './operation.ts';
import { giveUp, raise } from './outcome.ts';
import { normalAxes } from './reduce.ts';
import { moved, reshaped } from './shape-operations.ts';
import { assignIndex, indexArray } from './indexing.ts';
import { broadcastShapes, knownShape, valueDim } from './shapes.ts';
import { commonSpace, keepSpace, loseAxis } from './spaces.ts';

function indexType(library: string): 'int32' | 'int64' {
  return library === 'jax' || library === 'tfjs' || library === 'tensorflow' ? 'int32' : 'int64';
}

interface AxisOf {
  readonly x: ArrayValue;
  readonly axis: number;
}

/** The array and the axis to work along; with axis None the flattened array. */
function along(args: OperationArguments, context: OperationContext, otherwise = -1): AxisOf {
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
    return makeArray(x.library, { dtype: indices ? indexType(x.library) : x.dtype, shape: x.shape, data, space, reason: x.reason, scalar: false });
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
  const found = x.data && typeof k === 'number' ? topkKnown(x.data, k, { axis, largest: flag(args, 'largest', true) }) : undefined;
  // The largest of the classes are single probabilities.
  const space = x.space && (x.space.axis === axis || x.space.axis === undefined || x.space.axis < 0) && x.space.name !== 'logits' ? loseAxis(x.space, true) : x.space;
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
  const part = (data: NdArray | undefined, type: ArrayValue['dtype']): ArrayValue => makeArray(x.library, { dtype: type, shape, data: data && known && reshape(data, known), reason: x.reason });
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
  return pair(
    makeArray(x.library, { dtype: x.dtype, shape, data: values && known && reshape(values, known), reason: x.reason }),
    makeArray(x.library, { dtype: 'int64', shape, reason: x.reason }),
  );
};

const indexFill: Operation = (args, context) => {
  const { x, axis } = along(args, context, 0);
  const value = operand(args, 'value', context);
  const lead = Array.from({ length: axis }, (): Value => ({ kind: 'slice' }));
  return assignIndex(x, [...lead, tensor(args, 'indices', context)], value.source, context);
};

/** One-hot rows of labels in the order of the classes; two classes make one column. */
const labelBinarize: Operation = (args, context) => {
  const [x, classes] = [tensor(args, 'x', context), tensor(args, 'classes', context)];
  const space = { name: 'one-hot' as const, axis: 1, origin: x.space?.origin ?? [] };
  const [count, width] = [x.shape?.[0] ?? '?', classes.shape?.[0] ?? '?'];
  if (!x.data || !classes.data || typeof count !== 'number' || typeof width !== 'number') return makeArray('numpy', { dtype: 'int64', shape: [count, width === 2 ? 1 : width], space });
  const [labels, order] = [x.data.data, classes.data.data];
  const cells = width === 2 ? [...labels].map((label) => (label === order[1] ? 1 : 0)) : [...labels].flatMap((label) => Array.from(order, (each) => (each === label ? 1 : 0)));
  return makeArray('numpy', { data: fromData(cells, [count, width === 2 ? 1 : width], 'int64'), space });
};

/** tf.linalg.band_part: a negative bound keeps the whole triangle. */
const bandPart: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const [lower, upper] = [whole(args, 'lower') ?? -1, whole(args, 'upper') ?? -1];
  const below = x.data && (lower < 0 ? x.data : upperTriangle(x.data, -lower));
  const data = below && (upper < 0 ? below : lowerTriangle(below, upper));
  return makeArray(x.library, { dtype: x.dtype, shape: x.shape, data, reason: x.reason });
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

const unique: Operation = (args, context) => {
  if (given(args, 'axis')) return giveUp('unmodelled', 'axis');
  const x = tensor(args, 'x', context);
  const roles = ['returnIndex', 'returnInverse', 'returnCounts'].filter((role) => flag(args, role));
  const values = x.data && uniqueKnown(x.data);
  const of = (data: NdArray | undefined, dtype: ArrayValue['dtype'], shape: Shape): ArrayValue => makeArray(x.library, { dtype, shape, data, reason: x.reason });
  const first = of(values, x.dtype, ['?']);
  if (roles.length === 0) return first;
  const extras = roles.map((role): Value => {
    if (!values || !x.data) return of(undefined, 'int64', ['?']);
    return uniqueExtra(role, x.data, values, x.library);
  });
  return { kind: 'tuple', items: [first, ...extras] };
};

function uniqueExtra(role: string, data: NdArray, values: NdArray, library: string): ArrayValue {
  const [all, distinct] = [[...data.data], [...values.data]];
  const ints = (list: readonly number[], shape: readonly number[]): ArrayValue => makeArray(library, { data: fromData(list, shape, 'int64'), scalar: false });
  if (role === 'returnIndex') return ints(distinct.map((v) => all.indexOf(v)), values.shape);
  if (role === 'returnInverse') return ints(all.map((v) => distinct.indexOf(v)), library === 'torch' ? data.shape : [all.length]);
  return ints(distinct.map((v) => all.filter((each) => each === v).length), values.shape);
}

const bincount: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const weights = given(args, 'weights') ? tensor(args, 'weights', context) : undefined;
  const minimum = whole(args, 'minlength') ?? 0;
  const dtype = weights ? (x.library === 'torch' && weights.dtype === 'float32' ? 'float32' : 'float64') : indexType(x.library);
  if (!x.data || (weights && !weights.data)) return makeArray(x.library, { dtype, shape: ['?'], reason: x.reason });
  const size = Math.max(minimum, ...[...x.data.data].map((v) => v + 1), 0);
  if (x.data.data.some((v: number) => v < 0) || size > context.maxElements) return giveUp('unmodelled', 'bincount');
  const counts = new Float64Array(size);
  for (const [i, v] of x.data.data.entries()) counts[v] = (counts[v] ?? 0) + (weights?.data?.data[i] ?? 1);
  return makeArray(x.library, { data: fromData(counts, [size], dtype) });
};

function insertionPoint(list: ArrayLike<number>, value: number, right: boolean): number {
  let place = 0;
  while (place < list.length && (right ? (list[place] ?? 0) <= value : (list[place] ?? 0) < value)) place++;
  return place;
}

const searchsorted: Operation = (args, context) => {
  const [x, y] = [tensor(args, 'x', context), operand(args, 'y', context)];
  const right = given(args, 'side') ? word(args, 'side') === 'right' : flag(args, 'right');
  if (!x.data || x.data.shape.length !== 1) return makeArray(x.library, { dtype: indexType(x.library), shape: y.shape });
  const list = x.data.data;
  return elementwise(x.library, [y], { compute: (v) => insertionPoint(list, v, right), result: indexType(x.library) }, context);
};

const digitize: Operation = (args, context) => {
  const bins = tensor(args, 'bins', context);
  const x = operand(args, 'x', context);
  if (!bins.data) return makeArray(bins.library, { dtype: 'int64', shape: x.shape });
  const list = bins.data.data;
  return elementwise(libraryOf([x], context), [x], { compute: (v) => insertionPoint(list, v, !flag(args, 'right')), result: 'int64' }, context);
};

const isin: Operation = (args, context) => {
  const [x, y] = [operand(args, 'x', context), tensor(args, 'y', context)];
  const found = y.data && new Set<number>(y.data.data);
  const library = libraryOf([x], context);
  if (!found) return makeArray(library, { dtype: 'bool', shape: x.shape });
  const invert = flag(args, 'invert');
  return elementwise(library, [x], { compute: (v) => (found.has(v) !== invert ? 1 : 0), result: 'bool' }, context);
};

/** The choice between two values of one meaning has it; masking scores with a constant keeps them scores. */
function chosenSpace(x: Operand, y: Operand): Operand['space'] {
  if (x.space && y.space) return commonSpace([x.space, y.space]);
  const space = x.space ?? y.space;
  const other = x.space ? y : x;
  const constant = other.number ?? (other.shape?.length === 0 ? other.data?.data[0] : undefined);
  if (space?.name === 'logits' && (constant !== undefined || !other.data)) return space;
  return undefined;
}

const where: Operation = (args, context) => {
  if (!given(args, 'x') && !given(args, 'y')) return nonzeroTuple(tensor(args, 'condition', context));
  const [condition, x, y] = [operand(args, 'condition', context), operand(args, 'x', context), operand(args, 'y', context)];
  const library = libraryOf([condition, x, y], context);
  const chosen = elementwise(library, [x, y], { compute: (a) => a, space: undefined }, context);
  const dtype = chosen.dtype;
  const shape = broadcastShapes(condition.shape, x.shape, y.shape);
  const space = keepSpace(chosenSpace(x, y), x.shape, shape);
  const known = shape && knownShape(shape);
  const complete = condition.data ?? condition.number;
  const ready = complete !== undefined && [x, y].every((each) => each.data || each.number !== undefined);
  if (!known || !dtype || !ready) return makeArray(library, { dtype, shape, space, reason: [condition, x, y].find((each) => !each.data && each.number === undefined)?.source.kind === 'array' ? { key: 'random' } : undefined });
  const [test, a, b] = [dataIn(condition, condition.dtype ?? 'bool'), dataIn(x, dtype), dataIn(y, dtype)].map((data) => broadcastTo(data, known).data);
  const out = Float64Array.from(test ?? [], (holds, i) => (holds !== 0 ? a : b)?.[i] ?? Number.NaN);
  return makeArray(library, { data: fromData(out, known, dtype), space, weak: chosen.weak });
};

const select: Operation = (args, context) => {
  const [conditions, choices] = [required(args, 'conditions'), required(args, 'choices')];
  if (conditions.kind !== 'tuple' || choices.kind !== 'tuple') return giveUp('unmodelled', 'select');
  const start: Value = given(args, 'default') ?? { kind: 'int', value: 0 };
  return conditions.items.reduceRight<Value>((rest, condition, i) => where(new Map([['condition', condition], ['x', choices.items[i] ?? rest], ['y', rest]]), context), start);
};

function nonzeroTuple(x: ArrayValue): Value {
  const rank = x.shape?.length ?? giveUp('unmodelled', 'shape');
  const table = x.data && nonzeroKnown(x.data);
  if (x.library === 'tensorflow' || x.library === 'tfjs') return makeArray(x.library, { dtype: 'int64', shape: [table?.shape[0] ?? '?', rank], data: table, reason: x.reason });
  const columns = Array.from({ length: rank }, (_, axis): Value => {
    const rows = table?.shape[0];
    const data = table && rows !== undefined ? fromData(Float64Array.from({ length: rows }, (__, i) => table.data[i * rank + axis] ?? 0), [rows], 'int64') : undefined;
    return makeArray(x.library, { dtype: 'int64', shape: [rows ?? '?'], data, reason: x.reason });
  });
  return { kind: 'tuple', items: columns };
}

const nonzero: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (flag(args, 'asTuple', x.library !== 'torch')) return nonzeroTuple(x);
  const table = x.data && nonzeroKnown(x.data);
  return makeArray(x.library, { dtype: 'int64', shape: [table?.shape[0] ?? '?', x.shape?.length ?? '?'], data: table, reason: x.reason });
};

const maskedFill: Operation = (args, context) => {
  const [x, mask, value] = [operand(args, 'x', context), operand(args, 'mask', context), operand(args, 'value', context)];
  const shape = broadcastShapes(x.shape, mask.shape);
  const space = x.space?.name === 'logits' || x.space?.name === 'one-hot' ? keepSpace(x.space, x.shape, shape) : undefined;
  const library = libraryOf([x], context);
  const fill = value.number ?? value.data?.data[0];
  if (!x.dtype || !x.data || !mask.data || fill === undefined) return makeArray(library, { dtype: x.dtype, shape, space, reason: { key: 'unmodelled' } });
  const result = elementwise(library, [{ ...x, weak: false }, { ...mask, dtype: x.dtype, data: castData(mask.data, x.dtype) }], { compute: (v, holds) => (holds !== 0 ? fill : v), space }, context);
  return result;
};

const booleanMask: Operation = (args, context) => {
  const [x, mask] = [tensor(args, 'x', context), tensor(args, 'mask', context)];
  if (x.library === 'torch' && x.shape && mask.shape && x.data && mask.data && x.shape.length !== mask.shape.length) {
    const shape = knownShape(broadcastShapes(x.shape, mask.shape) ?? []) ?? [];
    return makeArray(x.library, { data: maskKnown(broadcastTo(x.data, shape), broadcastTo(mask.data, shape)) });
  }
  return indexArray(x, [mask], context);
};

const take: Operation = (args, context) => {
  const source = tensor(args, 'x', context);
  const indices = tensorOf(required(args, 'indices'), { ...context, row: { ...context.row, name: context.row?.name ?? 'take', signature: '' } });
  if (given(args, 'batchDims') && (whole(args, 'batchDims') ?? 0) !== 0) return giveUp('unmodelled', 'batch_dims');
  const asked = axesArgument(args)?.[0];
  const x = asked === undefined ? reshaped(source, [-1]) : source;
  const axis = normalAxes([asked ?? 0], x)?.[0] ?? 0;
  const shape = x.shape && indices.shape && [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)];
  const data = x.data && indices.data ? takeKnown(x.data, indices.data, axis) : undefined;
  const shift = (indices.shape?.length ?? 1) - 1;
  const result = moved(x, { shape, data, axis: (at) => (at === axis ? undefined : at > axis ? at + shift : at) });
  return x.library === 'numpy' && shape?.length === 0 ? { ...result, scalar: true } : result;
};

const takeAlong: Operation = (args, context) => {
  const { x, axis } = along(args, context);
  const indices = tensor(args, 'indices', context);
  const data = x.data && indices.data ? gatherKnown(x.data, indices.data, axis) : undefined;
  // One probability per item is picked: no distribution is left along the axis.
  const kept = x.space?.axis !== axis;
  return moved(x, { shape: indices.shape, data, axis: (at) => (kept ? at : undefined) });
};

const gatherNd: Operation = (args, context) => {
  const [x, indices] = [tensor(args, 'x', context), tensor(args, 'indices', context)];
  const depth = indices.shape?.at(-1);
  if (!x.shape || !indices.shape || typeof depth !== 'number' || (whole(args, 'batchDims') ?? 0) !== 0) return makeArray(x.library, { dtype: x.dtype });
  const columns = Array.from({ length: depth }, (_, i) => indexArray(indices, [{ kind: 'builtin', name: 'Ellipsis' }, { kind: 'int', value: i }], context));
  return indexArray(x, columns, context);
};

const scatter: Operation = (args, context) => {
  const { x, axis } = along(args, context, 0);
  const indices = tensor(args, 'indices', context);
  const value = operand(args, 'value', context);
  const mode = given(args, 'reduce') ? word(args, 'reduce') : undefined;
  const oneHot = x.data?.data.every((v: number) => v === 0) === true && (value.number ?? value.data?.data[0]) === 1 ? { name: 'one-hot' as const, axis, origin: [] } : undefined;
  const parts = { dtype: x.dtype, shape: x.shape, reason: x.reason ?? indices.reason, space: oneHot };
  if (mode !== undefined && mode !== 'add') return makeArray(x.library, { ...parts, reason: { key: 'unmodelled', name: mode } });
  if (!x.data || !indices.data || !x.dtype || (!value.data && value.number === undefined)) return makeArray(x.library, parts);
  return makeArray(x.library, { ...parts, data: scatterKnown(x.data, indices.data, dataIn(value, x.dtype), axis, mode === 'add') });
};

function triangle(keep: typeof lowerTriangle): Operation {
  return (args, context) => {
    const x = tensor(args, 'x', context);
    return makeArray(x.library, { dtype: x.dtype, shape: x.shape, data: x.data && keep(x.data, whole(args, 'offset') ?? 0), reason: x.reason, scalar: false });
  };
}

/** A new axis of `classes` with `onValue` at the index and `offValue` elsewhere. */
const oneHot: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const asked = args.get('classes');
  const classes: Dim = !asked || asked.kind === 'none' ? -1 : valueDim(asked);
  const size: Dim = classes === -1 ? (x.data ? Math.max(...x.data.data) + 1 : '?') : classes;
  const rank = (x.shape?.length ?? 0) + 1;
  const axis = normalAxes([whole(args, 'axis') ?? -1], { ...x, shape: Array.from({ length: rank }, () => 1) })?.[0] ?? rank - 1;
  const dtypeValue = given(args, 'dtype');
  const dtype = dtypeValue?.kind === 'dtype' ? dtypeValue.dtype : x.library === 'torch' ? ('int64' as const) : ('float32' as const);
  const space = { name: 'one-hot' as const, axis, classes: size, origin: [...(x.space?.origin ?? []), { place: context.place, what: context.row?.name ?? 'one_hot' }] };
  const shape = x.shape?.toSpliced(axis, 0, size);
  const known = shape && knownShape(shape);
  if (x.dtype?.includes('float') && x.library === 'torch') raise('one_hot is only applicable to index tensor');
  if (!x.data || !known || typeof size !== 'number') return makeArray(x.library, { dtype, shape, space, reason: x.reason });
  if (x.library === 'torch' && x.data.data.some((v: number) => v < 0 || v >= size)) raise('Class values must be smaller than num_classes.');
  const [on, off] = [number(args, 'onValue') ?? 1, number(args, 'offValue') ?? 0];
  const indices = x.data;
  const inner = known.slice(axis + 1).reduce((a, b) => a * b, 1);
  const count = indices.data.length * size;
  const out = Float64Array.from({ length: count }, (_, at) => {
    const [outer, within] = [Math.floor(at / (inner * size)), at % inner];
    return indices.data[outer * inner + within] === Math.floor(at / inner) % size ? on : off;
  });
  return makeArray(x.library, { data: fromData(out, known, dtype), space });
};

const sequenceMask: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const length = given(args, 'length') ? valueDim(required(args, 'length')) : x.data ? Math.max(...x.data.data) : '?';
  const shape = x.shape && [...x.shape, length];
  const known = shape && knownShape(shape);
  const { data } = x;
  if (!data || !known || typeof length !== 'number') return makeArray(x.library, { dtype: 'bool', shape });
  return makeArray(x.library, { data: fromData(Float64Array.from({ length: data.data.length * length }, (_, i) => ((data.data[Math.floor(i / length)] ?? 0) > i % length ? 1 : 0)), known, 'bool') });
};

export const selectionOperations: Readonly<Record<string, Operation>> = {
  sort: sorted('values'), argsort: sorted('indices'), sortWithIndex, topkWithIndex, kthWithIndex, modeWithIndex, inTopK, partition: sameShapeUnknown, argpartition,
  sortInPlace: () => ({ kind: 'none' }), unique, bincount, searchsorted, digitize, isin, where, select, nonzero, maskedFill, booleanMask,
  take, takeAlong, gatherNd, scatter, tril: triangle(lowerTriangle), triu: triangle(upperTriangle), oneHot, sequenceMask, indexFill, labelBinarize, bandPart, putAlong: () => ({ kind: 'none' }),
};

