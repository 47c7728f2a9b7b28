/** One-hot rows, triangles and masks by position. */
import { fromData, lowerTriangle, upperTriangle } from '@softlens/core';
import type { Dim } from '../../values/dim.ts';
import type { Value } from '../../values/value.ts';
import { dtype as dtypeArgument, flag, given, number, required, tensor, whole, word } from '../arguments.ts';
import { dialectOf } from '../dialects.ts';
import { makeArray } from '../elementwise/operand.ts';
import { plainLabels } from '../metrics/labels.ts';
import type { Operation } from '../operation.ts';
import { raise } from '../outcome.ts';
import { normalAxes } from '../reductions/reduce.ts';
import { knownShape, valueDim } from '../shapes/shapes.ts';
import { originAt } from '../spaces.ts';

/** One-hot rows of labels in the order of the classes; two classes make one column. */
const labelBinarize: Operation = (args, context) => {
  const plain = (whole(args, 'low') ?? 0) === 0 && (whole(args, 'high') ?? 1) === 1 && !flag(args, 'sparse');
  const x = required(args, 'x');
  const origin = x.kind === 'array' ? (x.space?.origin ?? []) : [];
  const space = { name: 'one-hot' as const, axis: 1, origin };
  const known = (value: Value): boolean => value.kind === 'tuple' || (value.kind === 'array' && value.data !== undefined);
  if (!plain || !known(x) || !known(required(args, 'classes'))) {
    const [list, classes] = [tensor(args, 'x', context), tensor(args, 'classes', context)];
    const [count, width] = [list.shape?.[0] ?? '?', classes.shape?.[0] ?? '?'];
    return makeArray('numpy', { dtype: 'int64', shape: [count, width === 2 ? 1 : width], space });
  }
  const [labels, order] = [plainLabels(x, context), plainLabels(required(args, 'classes'), context)];
  const columns = order.length === 2 ? order.slice(1) : order;
  const cells = labels.flatMap((label) => columns.map((each) => (each === label ? 1 : 0)));
  return makeArray('numpy', { data: fromData(cells, [labels.length, columns.length], 'int64'), space });
};

/** tf.linalg.band_part: a negative bound keeps the whole triangle. */
const bandPart: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const [lower, upper] = [whole(args, 'lower') ?? -1, whole(args, 'upper') ?? -1];
  const below = x.data && (lower < 0 ? x.data : upperTriangle(x.data, -lower));
  const data = below && (upper < 0 ? below : lowerTriangle(below, upper));
  return makeArray(x.library, { dtype: x.dtype, shape: x.shape, data, reason: x.reason });
};

function triangle(keep: typeof lowerTriangle): Operation {
  return (args, context) => {
    const x = tensor(args, 'x', context);
    return makeArray(x.library, {
      dtype: x.dtype,
      shape: x.shape,
      data: x.data && keep(x.data, whole(args, 'offset') ?? 0),
      reason: x.reason,
      scalar: false,
    });
  };
}

/** A new axis of `classes` with `onValue` at the index and `offValue` elsewhere. */
const oneHot: Operation = (args, own) => {
  // Keras' `to_categorical` gives NumPy's arrays, of tensors only tensors.
  const plain = args.get('x')?.kind !== 'array' && args.get('plain')?.kind === 'text' ? word(args, 'plain') : undefined;
  const context = plain === undefined ? own : { ...own, library: plain, dialect: dialectOf(plain) };
  const x = tensor(args, 'x', context);
  const asked = args.get('classes');
  const classes: Dim = !asked || asked.kind === 'none' ? -1 : valueDim(asked);
  const size: Dim = classes === -1 ? (x.data ? Math.max(...x.data.data) + 1 : '?') : classes;
  const rank = (x.shape?.length ?? 0) + 1;
  const axis = normalAxes([whole(args, 'axis') ?? -1], { ...x, shape: Array.from({ length: rank }, () => 1) })?.[0] ?? rank - 1;
  const dtype = dtypeArgument(args, context) ?? (x.library === 'torch' ? 'int64' : x.library === 'numpy' ? 'float64' : 'float32');
  const space = {
    name: 'one-hot' as const,
    axis,
    classes: size,
    origin: originAt(context.place, context.row?.name ?? 'one_hot', x.space),
  };
  const shape = x.shape?.toSpliced(axis, 0, size);
  const known = shape && knownShape(shape);
  if (x.dtype?.includes('float') && x.library === 'torch') raise('one_hot is only applicable to index tensor');
  if (!x.data || !known || typeof size !== 'number') return makeArray(x.library, { dtype, shape, space, reason: x.reason });
  if (x.library === 'torch' && x.data.data.some((v: number) => v < 0 || v >= size))
    raise('Class values must be smaller than num_classes.');
  const [on, off] = [number(args, 'onValue') ?? 1, number(args, 'offValue') ?? 0];
  if (known.reduce((a, b) => a * b, 1) > context.maxElements)
    return makeArray(x.library, { dtype, shape, space, reason: { key: 'too-large' } });
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
  if (!data || !known || typeof length !== 'number' || data.data.length * length > context.maxElements)
    return makeArray(x.library, { dtype: 'bool', shape });
  return makeArray(x.library, {
    data: fromData(
      Float64Array.from({ length: data.data.length * length }, (_, i) =>
        (data.data[Math.floor(i / length)] ?? 0) > i % length ? 1 : 0,
      ),
      known,
      'bool',
    ),
  });
};

export const encodingOperations: Readonly<Record<string, Operation>> = {
  tril: triangle(lowerTriangle),
  triu: triangle(upperTriangle),
  oneHot,
  sequenceMask,
  labelBinarize,
  bandPart,
};
