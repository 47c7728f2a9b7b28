/** Writing or adding at indices: `index_add`, `index_copy`, `index_put`, `scatter_reduce`. https://pytorch.org/docs/stable/tensors.html */
import { broadcastTo, type NdArray } from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, number, operand, required, tensor, word } from '../arguments.ts';
import { dataIn, makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { along } from '../reductions/ordering.ts';
import { assignIndex } from './indexing.ts';
import { knownShape, product } from './shapes.ts';

const unwritten = (x: ArrayValue): ArrayValue =>
  makeArray(x.library, { dtype: x.dtype, shape: x.shape, reason: x.reason ?? { key: 'unmodelled' } });

/** Rows of the source are added to the rows of `x` that the indices name. */
const indexAdd: Operation = (args, context) => {
  const { x, axis } = along(args, context, 0);
  const [indices, source] = [tensor(args, 'indices', context), tensor(args, 'value', context)];
  const scale = number(args, 'scale') ?? 1;
  if (!x.data || !indices.data || !source.data) return unwritten(x);
  const { shape, dtype } = x.data;
  const count = indices.data.data.length;
  const size = shape[axis] ?? 1;
  const inner = product(shape.slice(axis + 1));
  if (source.data.data.length * size !== x.data.data.length * count)
    return raise('source tensor shape must match self tensor shape');
  const data = x.data.data.slice();
  const round = roundThrough(dtype);
  for (let at = 0; at < source.data.data.length; at++) {
    const row = Math.floor(at / inner) % count;
    const target: number = indices.data.data[row] ?? 0;
    if (target < 0 || target >= size) return raise('index out of range in self');
    const place = (Math.floor(at / (inner * count)) * size + target) * inner + (at % inner);
    data[place] = round((data[place] ?? 0) + round(scale * (source.data.data[at] ?? 0)));
  }
  return makeArray(x.library, { data: { dtype, shape, data } });
};

const indexCopy: Operation = (args, context) => {
  const { x, axis } = along(args, context, 0);
  const lead = Array.from({ length: axis }, (): Value => ({ kind: 'slice' }));
  return assignIndex(x, [...lead, tensor(args, 'indices', context)], tensor(args, 'value', context), context);
};

const indexPut: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const indices = required(args, 'indices');
  if (indices.kind !== 'tuple') return giveUp('unmodelled', 'index_put');
  const value = tensor(args, 'value', context);
  if (!flag(args, 'accumulate')) return assignIndex(x, indices.items, value, context);
  const [rows, columns] = indices.items.map((item) => (item.kind === 'array' ? item.data : undefined));
  if (!x.data || !rows || !value.data || indices.items.length > 2 || (indices.items.length === 2 && !columns))
    return giveUp('unmodelled', 'accumulate');
  if (x.data.shape.length !== indices.items.length) return giveUp('unmodelled', 'accumulate');
  const data = x.data.data.slice();
  const round = roundThrough(x.data.dtype);
  const width = columns ? (x.data.shape[1] ?? 1) : 1;
  for (const [i, row] of rows.data.entries()) {
    const place = row * width + (columns?.data[i] ?? 0);
    data[place] = round((data[place] ?? 0) + (value.data.data[value.data.data.length === 1 ? 0 : i] ?? 0));
  }
  return makeArray(x.library, { data: { ...x.data, data } });
};

/** The source's elements in order, where the mask holds. */
const maskedScatter: Operation = (args, context) => {
  const [x, mask, source] = [tensor(args, 'x', context), tensor(args, 'mask', context), tensor(args, 'value', context)];
  if (!x.data || !mask.data || !source.data) return unwritten(x);
  const where = broadcastTo(mask.data, x.data.shape).data;
  let next = 0;
  const values = source.data.data;
  const data = x.data.data.map((old, i) => ((where[i] ?? 0) !== 0 ? (values[next++] ?? Number.NaN) : old));
  if (next > values.length) return raise('Number of elements of source < number of ones in mask');
  return makeArray(x.library, { data: { ...x.data, data } });
};

type Combine = (a: number, b: number) => number;
const combinations: Readonly<Record<string, Combine>> = {
  sum: (a, b) => a + b,
  mean: (a, b) => a + b,
  prod: (a, b) => a * b,
  amax: (a, b) => Math.max(a, b),
  amin: (a, b) => Math.min(a, b),
};

const scatterReduce: Operation = (args, context) => {
  const { x, axis } = along(args, context, 0);
  const [indices, source] = [tensor(args, 'indices', context), operand(args, 'value', context)];
  const mode = word(args, 'reduce') ?? '';
  const combine = combinations[mode];
  if (!combine) return giveUp('unmodelled', mode);
  if (!x.data || !indices.data || !source.data) return unwritten(x);
  const values = dataIn(source, x.data.dtype);
  const round = roundThrough(x.data.dtype);
  const data = x.data.data.slice();
  const counts = new Float64Array(data.length).fill(flag(args, 'includeSelf', true) ? 1 : 0);
  for (let flat = 0; flat < indices.data.data.length; flat++) {
    const index = placeIn(indices.data.shape, flat);
    const from = offsetIn(values.shape, index);
    const to = offsetIn(
      x.data.shape,
      index.map((at, i) => (i === axis ? (indices.data?.data[flat] ?? 0) : at)),
    );
    const value = values.data[from] ?? Number.NaN;
    data[to] = counts[to] === 0 ? value : round(combine(data[to] ?? 0, value));
    counts[to] = (counts[to] ?? 0) + 1;
  }
  if (mode === 'mean') for (const [i, count] of counts.entries()) if (count > 0) data[i] = round((data[i] ?? 0) / count);
  return makeArray(x.library, { data: { ...x.data, data } });
};

function placeIn(shape: NdArray['shape'], flat: number): readonly number[] {
  const index: number[] = [];
  for (let axis = shape.length - 1, rest = flat; axis >= 0; axis--) {
    const size = shape[axis] ?? 1;
    index.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return index;
}

const offsetIn = (shape: NdArray['shape'], index: readonly number[]): number =>
  index.reduce((sum, at, axis) => sum * (shape[axis] ?? 1) + at, 0);

/** Windows of one axis, which come last: `x.unfold(0, 3, 1)`. */
const slidingWindows: Operation = (args, context) => {
  const { x, axis } = along(args, context, 0);
  const [size, step] = [number(args, 'size') ?? 1, number(args, 'step') ?? 1];
  const shape = x.shape && knownShape(x.shape);
  if (!shape || !x.data) return makeArray(x.library, { dtype: x.dtype, reason: x.reason });
  const length = shape[axis] ?? 0;
  if (size > length || step < 1) return raise('maximum size for tensor at dimension is smaller than the window');
  const count = Math.floor((length - size) / step) + 1;
  const out = [...shape.map((dim, i) => (i === axis ? count : dim)), size];
  const { data } = x.data;
  const values = Float64Array.from({ length: product(out) }, (_, flat) => {
    const index = placeIn(out, flat);
    const at = (index[axis] ?? 0) * step + (index.at(-1) ?? 0);
    const from = index.slice(0, -1).map((i, k) => (k === axis ? at : i));
    return data[offsetIn(shape, from)] ?? Number.NaN;
  });
  return makeArray(x.library, { data: { dtype: x.data.dtype, shape: out, data: values } });
};

/** Matrices along the diagonal. */
const blockDiagonal: Operation = (args, context) => {
  const given_ = given(args, 'arrays');
  const items = given_?.kind === 'tuple' ? given_.items : [];
  const blocks = items.map((item) => (item.kind === 'array' ? item : giveUp('unmodelled', 'block_diag')));
  const matrices = blocks.map(({ data }) => {
    if (!data || data.shape.length > 2) return giveUp('unmodelled', 'block_diag');
    return { data, rows: data.shape.length === 2 ? (data.shape[0] ?? 0) : 1, columns: data.shape.at(-1) ?? 1 };
  });
  const [first] = matrices;
  if (!first || matrices.some(({ data }) => data.dtype !== first.data.dtype)) return giveUp('unmodelled', 'block_diag');
  const [height, width] = [matrices.reduce((n, m) => n + m.rows, 0), matrices.reduce((n, m) => n + m.columns, 0)];
  if (height * width > context.maxElements) return giveUp('too-large');
  const out = new Float64Array(height * width);
  let [top, left] = [0, 0];
  for (const { data, rows, columns } of matrices) {
    for (const [i, value] of data.data.entries()) out[(top + Math.floor(i / columns)) * width + left + (i % columns)] = value;
    top += rows;
    left += columns;
  }
  return makeArray(blocks[0]?.library ?? context.library, {
    data: { dtype: first.data.dtype, shape: [height, width], data: out },
  });
};

export const indexedWrites: Readonly<Record<string, Operation>> = {
  indexAdd,
  indexCopy,
  indexPut,
  maskedScatter,
  scatterReduce,
  slidingWindows,
  blockDiagonal,
};
