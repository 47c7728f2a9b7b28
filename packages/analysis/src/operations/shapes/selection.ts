/** Choosing elements by condition and by index. */
import {
  broadcastTo,
  fromData,
  gather as gatherKnown,
  mask as maskKnown,
  nonzero as nonzeroKnown,
  scatter as scatterKnown,
  take as takeKnown,
} from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import { axes as axesArgument, flag, given, libraryOf, operand, required, tensor, tensorOf, whole, word } from '../arguments.ts';
import { castData, dataIn, elementwise, makeArray, type Operand } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { along } from '../reductions/ordering.ts';
import { normalAxes } from '../reductions/reduce.ts';
import { commonSpace, keepSpace } from '../spaces.ts';
import { assignIndex, indexArray } from './indexing.ts';
import { moved, reshaped } from './shape-operations.ts';
import { broadcastShapes, knownShape, product } from './shapes.ts';

const indexFill: Operation = (args, context) => {
  const { x, axis } = along(args, context, 0);
  const value = operand(args, 'value', context);
  const lead = Array.from({ length: axis }, (): Value => ({ kind: 'slice' }));
  return assignIndex(x, [...lead, tensor(args, 'indices', context)], value.source, context);
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
  if (!known || !dtype || !ready)
    return makeArray(library, {
      dtype,
      shape,
      space,
      reason:
        [condition, x, y].find((each) => !each.data && each.number === undefined)?.source.kind === 'array'
          ? { key: 'random' }
          : undefined,
    });
  if (product(known) > context.maxElements) return makeArray(library, { dtype, shape, space, reason: { key: 'too-large' } });
  const [test, a, b] = [dataIn(condition, condition.dtype ?? 'bool'), dataIn(x, dtype), dataIn(y, dtype)].map(
    (data) => broadcastTo(data, known).data,
  );
  const out = Float64Array.from(test ?? [], (holds, i) => (holds !== 0 ? a : b)?.[i] ?? Number.NaN);
  return makeArray(library, { data: fromData(out, known, dtype), space, weak: chosen.weak });
};

const select: Operation = (args, context) => {
  const [conditions, choices] = [required(args, 'conditions'), required(args, 'choices')];
  if (conditions.kind !== 'tuple' || choices.kind !== 'tuple') return giveUp('unmodelled', 'select');
  const start: Value = given(args, 'default') ?? { kind: 'int', value: 0 };
  return conditions.items.reduceRight<Value>(
    (rest, condition, i) =>
      where(
        new Map([
          ['condition', condition],
          ['x', choices.items[i] ?? rest],
          ['y', rest],
        ]),
        context,
      ),
    start,
  );
};

function nonzeroTuple(x: ArrayValue): Value {
  const rank = x.shape?.length ?? giveUp('unmodelled', 'shape');
  const table = x.data && nonzeroKnown(x.data);
  if (x.library === 'tensorflow' || x.library === 'tfjs')
    return makeArray(x.library, { dtype: 'int64', shape: [table?.shape[0] ?? '?', rank], data: table, reason: x.reason });
  const columns = Array.from({ length: rank }, (_, axis): Value => {
    const rows = table?.shape[0];
    const data =
      table && rows !== undefined
        ? fromData(
            Float64Array.from({ length: rows }, (__, i) => table.data[i * rank + axis] ?? 0),
            [rows],
            'int64',
          )
        : undefined;
    return makeArray(x.library, { dtype: 'int64', shape: [rows ?? '?'], data, reason: x.reason });
  });
  return { kind: 'tuple', items: columns };
}

const nonzero: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (flag(args, 'asTuple', x.library !== 'torch')) return nonzeroTuple(x);
  const table = x.data && nonzeroKnown(x.data);
  return makeArray(x.library, {
    dtype: 'int64',
    shape: [table?.shape[0] ?? '?', x.shape?.length ?? '?'],
    data: table,
    reason: x.reason,
  });
};

const maskedFill: Operation = (args, context) => {
  if (args.get('mask')?.kind === 'unknown' || args.get('value')?.kind === 'unknown') {
    // The mask broadcasts to x, not the other way round.
    const source = tensor(args, 'x', context);
    const kept = source.space?.name === 'logits' ? source.space : undefined;
    return makeArray(source.library, { dtype: source.dtype, shape: source.shape, space: kept, reason: { key: 'parameter' } });
  }
  const [x, mask, value] = [operand(args, 'x', context), operand(args, 'mask', context), operand(args, 'value', context)];
  const shape = broadcastShapes(x.shape, mask.shape);
  const space = x.space?.name === 'logits' || x.space?.name === 'one-hot' ? keepSpace(x.space, x.shape, shape) : undefined;
  const library = libraryOf([x], context);
  const fill = value.number ?? value.data?.data[0];
  if (!x.dtype || !x.data || !mask.data || fill === undefined)
    return makeArray(library, { dtype: x.dtype, shape, space, reason: { key: 'unmodelled' } });
  const result = elementwise(
    library,
    [
      { ...x, weak: false },
      { ...mask, dtype: x.dtype, data: castData(mask.data, x.dtype) },
    ],
    { compute: (v, holds) => (holds !== 0 ? fill : v), space },
    context,
  );
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
  const indices = tensorOf(required(args, 'indices'), {
    ...context,
    row: { ...context.row, name: context.row?.name ?? 'take', signature: '' },
  });
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
  if (!x.shape || !indices.shape || typeof depth !== 'number' || (whole(args, 'batchDims') ?? 0) !== 0)
    return makeArray(x.library, { dtype: x.dtype });
  const columns = Array.from({ length: depth }, (_, i) =>
    indexArray(
      indices,
      [
        { kind: 'builtin', name: 'Ellipsis' },
        { kind: 'int', value: i },
      ],
      context,
    ),
  );
  return indexArray(x, columns, context);
};

const scatter: Operation = (args, context) => {
  const { x, axis } = along(args, context, 0);
  const indices = tensor(args, 'indices', context);
  const value = operand(args, 'value', context);
  const mode = given(args, 'reduce') ? word(args, 'reduce') : undefined;
  const oneHot =
    x.data?.data.every((v: number) => v === 0) === true && (value.number ?? value.data?.data[0]) === 1
      ? { name: 'one-hot' as const, axis, origin: [] }
      : undefined;
  const parts = { dtype: x.dtype, shape: x.shape, reason: x.reason ?? indices.reason, space: oneHot };
  if (mode !== undefined && mode !== 'add') return makeArray(x.library, { ...parts, reason: { key: 'unmodelled', name: mode } });
  if (!x.data || !indices.data || !x.dtype || (!value.data && value.number === undefined)) return makeArray(x.library, parts);
  return makeArray(x.library, {
    ...parts,
    data: scatterKnown(x.data, indices.data, dataIn(value, x.dtype), axis, mode === 'add'),
  });
};

export const selectionOperations: Readonly<Record<string, Operation>> = {
  where,
  select,
  nonzero,
  maskedFill,
  booleanMask,
  take,
  takeAlong,
  gatherNd,
  scatter,
  indexFill,
  putAlong: () => ({ kind: 'none' }),
};
