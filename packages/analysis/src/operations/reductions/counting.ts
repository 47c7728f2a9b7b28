/** Distinct elements, counts and places in sorted lists. */
import { fromData, type NdArray, unique as uniqueKnown } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, libraryOf, operand, tensor, whole, word } from '../arguments.ts';
import { indexType } from '../dialects.ts';
import { elementwise, makeArray } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp } from '../outcome.ts';

const unique: Operation = (args, context) => {
  if (given(args, 'axis')) return giveUp('unmodelled', 'axis');
  const x = tensor(args, 'x', context);
  const roles = ['returnIndex', 'returnInverse', 'returnCounts'].filter((role) => flag(args, role));
  const values = x.data && uniqueKnown(x.data);
  const of = (data: NdArray | undefined, dtype: ArrayValue['dtype'], shape: Shape): ArrayValue =>
    makeArray(x.library, { dtype, shape, data, reason: x.reason });
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
  const ints = (list: readonly number[], shape: readonly number[]): ArrayValue =>
    makeArray(library, { data: fromData(list, shape, 'int64'), scalar: false });
  if (role === 'returnIndex')
    return ints(
      distinct.map((v) => all.indexOf(v)),
      values.shape,
    );
  if (role === 'returnInverse')
    return ints(
      all.map((v) => distinct.indexOf(v)),
      library === 'torch' ? data.shape : [all.length],
    );
  return ints(
    distinct.map((v) => all.filter((each) => each === v).length),
    values.shape,
  );
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
  if (x.data?.shape.length !== 1) return makeArray(x.library, { dtype: indexType(x.library), shape: y.shape });
  const list = x.data.data;
  return elementwise(x.library, [y], { compute: (v) => insertionPoint(list, v, right), result: indexType(x.library) }, context);
};

const digitize: Operation = (args, context) => {
  const bins = tensor(args, 'bins', context);
  const x = operand(args, 'x', context);
  if (!bins.data) return makeArray(bins.library, { dtype: 'int64', shape: x.shape });
  const list = bins.data.data;
  return elementwise(
    libraryOf([x], context),
    [x],
    { compute: (v) => insertionPoint(list, v, !flag(args, 'right')), result: 'int64' },
    context,
  );
};

const isin: Operation = (args, context) => {
  const [x, y] = [operand(args, 'x', context), tensor(args, 'y', context)];
  const found = y.data && new Set<number>(y.data.data);
  const library = libraryOf([x], context);
  if (!found) return makeArray(library, { dtype: 'bool', shape: x.shape });
  const invert = flag(args, 'invert');
  return elementwise(library, [x], { compute: (v) => (found.has(v) !== invert ? 1 : 0), result: 'bool' }, context);
};

export const countingOperations: Readonly<Record<string, Operation>> = { unique, bincount, searchsorted, digitize, isin };
