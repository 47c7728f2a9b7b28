/** Diagonals of matrices, and matrices of their diagonals. https://numpy.org/doc/stable/reference/generated/numpy.diagonal.html */
import { fromData, offsets, reshape as reshapeKnown, stridesOf } from '@softlens/core';
import { tensor, whole } from '../arguments.ts';
import { castData } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { moved } from './shape-operations.ts';
import { addDims, knownShape, normalAxis } from './shapes.ts';

const diagonal: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.shape) return moved(x, { shape: undefined });
  const rank = x.shape.length;
  const [first, second] = [normalAxis(whole(args, 'axis1') ?? 0, rank), normalAxis(whole(args, 'axis2') ?? 1, rank)];
  const offset = whole(args, 'offset') ?? 0;
  const [rows, columns] = [x.shape[first], x.shape[second]];
  const rest = x.shape.filter((_, axis) => axis !== first && axis !== second);
  if (typeof rows !== 'number' || typeof columns !== 'number')
    return moved(x, { shape: [...rest, rows === columns && rows !== undefined && offset === 0 ? rows : '?'] });
  const length = Math.max(0, offset >= 0 ? Math.min(rows, columns - offset) : Math.min(rows + offset, columns));
  const shape = [...rest, length];
  const known = knownShape(shape);
  if (!x.data || !known) return moved(x, { shape });
  const strides = stridesOf(x.data.shape);
  const base = offset >= 0 ? offset * (strides[second] ?? 0) : -offset * (strides[first] ?? 0);
  const steps = [
    ...strides.filter((_, axis) => axis !== first && axis !== second),
    (strides[first] ?? 0) + (strides[second] ?? 0),
  ];
  const source = x.data;
  const picked = Float64Array.from(offsets(known, steps, base), (at) => source.data[at] ?? Number.NaN);
  return moved(x, {
    shape,
    data: castData(reshapeKnown({ dtype: 'float64', shape: [picked.length], data: picked }, known), x.data.dtype),
  });
};

/** A matrix with the vector on its diagonal, or the diagonal of a matrix. */
const diag: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const offset = whole(args, 'offset') ?? 0;
  const { shape, data } = x;
  if (!shape) return moved(x, { shape: undefined });
  if (shape.length === 1) {
    const size = addDims(shape[0] ?? '?', Math.abs(offset));
    if (!data || typeof size !== 'number') return moved(x, { shape: [size, size] });
    if (size * size > context.maxElements) return moved(x, { shape: [size, size] });
    const out = new Float64Array(size * size);
    for (const [i, value] of data.data.entries()) out[(i + Math.max(0, -offset)) * size + i + Math.max(0, offset)] = value;
    return moved(x, { shape: [size, size], data: fromData(out, [size, size], data.dtype) });
  }
  const [rowCount, columnCount] = shape;
  if (typeof rowCount !== 'number' || typeof columnCount !== 'number')
    return moved(x, { shape: [rowCount === columnCount ? (rowCount ?? '?') : '?'] });
  const length = Math.max(0, offset >= 0 ? Math.min(rowCount, columnCount - offset) : Math.min(rowCount + offset, columnCount));
  const picked =
    data &&
    Float64Array.from({ length }, (_, i) => data.data[(i + Math.max(0, -offset)) * columnCount + i + Math.max(0, offset)] ?? 0);
  return moved(x, { shape: [length], data: picked && data && fromData(picked, [length], data.dtype) });
};

export const diagonalOperations: Readonly<Record<string, Operation>> = { diagonal, diag };
