/** New arrays: from data, of one value, ranges, and of random numbers (known shape, unknown data). */
import {
  arange as arangeKnown,
  type DType,
  eye as eyeKnown,
  fromData,
  full as fullKnown,
  linspace as linspaceKnown,
} from '@softlens/core';
import type { Dim, Shape } from '../../values/dim.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import {
  dtype as dtypeArgument,
  flag,
  given,
  number,
  numberOfValue,
  required,
  sizes,
  tensor,
  whole,
  wholeOf,
  word,
} from '../arguments.ts';
import { arrayLibrary, rulesOf } from '../dialects.ts';
import { castData, makeArray, operandOf, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { knownShape, product, reshapeTo, valueDim } from '../shapes/shapes.ts';
import { arrayFromNested, canonical, castArray } from './nested.ts';
import { isFloat } from './promotion.ts';

function own(context: OperationContext): string {
  return arrayLibrary(context.library, context.dialect.promotion);
}

function typeOr(args: OperationArguments, context: OperationContext, otherwise: DType): DType {
  return canonical(dtypeArgument(args, context) ?? otherwise, own(context));
}

const array: Operation = (args, context) => {
  const library = own(context);
  const asked = dtypeArgument(args, context);
  const data = given(args, 'data');
  if (!data)
    return makeArray(library, {
      shape: [0],
      dtype: rulesOf(library).defaultFloat,
      data: fromData([], [0], rulesOf(library).defaultFloat),
    });
  const more = given(args, 'sizes');
  if (more?.kind === 'tuple' && more.items.length > 0 && data.kind !== 'tuple' && data.kind !== 'array')
    return makeArray(library, { dtype: asked, shape: [data, ...more.items].map(valueDim), reason: { key: 'random' } });
  // torch.Tensor(3) and its like make an array of that size, not of that number.
  if (context.row?.fixed?.dtype !== undefined && data.kind === 'int')
    return makeArray(library, { dtype: asked, shape: [Number(data.value)], reason: { key: 'random' } });
  if (library === 'torch' && holdsTensors(data)) raise('only one element tensors can be converted to Python scalars');
  const value = arrayFromNested(library === 'torch' ? flattened(data) : data, asked && canonical(asked, library), context);
  const shape = given(args, 'shape');
  if (value.kind !== 'array' || !shape) return withMinimumRank(value, whole(args, 'ndmin') ?? 0);
  return filled(value, sizes(shape), context.maxElements);
};

/** Within a list, a tensor of one element is that number, whatever its shape. */
function flattened(data: Value): Value {
  if (data.kind !== 'tuple') return data;
  return {
    ...data,
    items: data.items.map((item) => (item.kind === 'array' && item.shape?.length ? oneOf(item) : flattened(item))),
  };
}

const oneOf = (item: ArrayValue): ArrayValue =>
  item.library === 'torch' && item.shape?.every((size) => size === 1)
    ? { ...item, shape: [], ...(item.data ? { data: { ...item.data, shape: [] } } : {}) }
    : item;

/** torch.tensor takes a list of numbers and 0-d tensors, not of larger ones. */
function holdsTensors(data: Value): boolean {
  if (data.kind !== 'tuple') return false;
  return data.items.some((item) =>
    item.kind === 'array'
      ? item.library === 'torch' && item.shape !== undefined && product(knownShape(item.shape) ?? [1]) !== 1
      : holdsTensors(item),
  );
}

function withMinimumRank(value: Value, rank: number): Value {
  if (value.kind !== 'array' || !value.shape || value.shape.length >= rank) return value;
  const shape = [...Array.from({ length: rank - value.shape.length }, () => 1), ...value.shape];
  return makeArray(value.library, {
    ...value,
    shape,
    data: value.data && { ...value.data, shape: shape.map(Number) },
    scalar: false,
  });
}

/** tf.constant(values, shape=…): one value fills, several are laid out. */
function filled(value: ArrayValue, target: Shape, limit: number): ArrayValue {
  const shape = reshapeTo(undefined, target);
  const known = knownShape(shape);
  if (!value.data || !known || !value.dtype) return makeArray(value.library, { dtype: value.dtype, shape, reason: value.reason });
  if (product(known) > limit) return makeArray(value.library, { dtype: value.dtype, shape, reason: { key: 'too-large' } });
  const data =
    value.data.data.length === 1
      ? fullKnown(known, value.data.data[0] ?? 0, value.dtype)
      : fromData(value.data.data, known, value.dtype);
  return makeArray(value.library, { data, scalar: false });
}

/** The same data in another library: shares memory, so the dtype stays (JAX narrows to 32 bits). */
const convert: Operation = (args, context) => {
  const target = given(args, 'library') ? (word(args, 'library') ?? own(context)) : own(context);
  const x = required(args, 'x');
  const asked = dtypeArgument(args, context);
  const value = x.kind === 'array' ? x : arrayFromNested(x, undefined, context);
  if (value.kind !== 'array') return value;
  const { scalar: _, weak: __, ...rest } = value;
  const moved: ArrayValue = { ...rest, library: target };
  return asked || target === 'jax' || target === 'tfjs'
    ? castArray(moved, asked ?? value.dtype ?? rulesOf(target).defaultFloat)
    : moved;
};

function fullArray(
  library: string,
  shape: Shape,
  value: number | undefined,
  dtype: DType | undefined,
  context: OperationContext,
): ArrayValue {
  const known = knownShape(shape);
  if (known?.some((size) => size < 0)) raise('negative dimensions are not allowed');
  if (!known || value === undefined || !dtype) return makeArray(library, { dtype, shape, scalar: false });
  if (product(known) > context.maxElements)
    return makeArray(library, { dtype, shape, reason: { key: 'too-large' }, scalar: false });
  return makeArray(library, { data: fullKnown(known, roundThrough(dtype)(value), dtype), scalar: false });
}

function constant(value: number): Operation {
  return (args, context) => {
    const library = own(context);
    return fullArray(library, shapeArgument(args), value, typeOr(args, context, rulesOf(library).defaultFloat), context);
  };
}

function shapeArgument(args: OperationArguments): readonly Dim[] {
  const shape = given(args, 'shape');
  return shape ? sizes(shape) : [];
}

const full: Operation = (args, context) => {
  const library = own(context);
  const value = operandOf(required(args, 'value'));
  const fill = value?.number ?? (value?.data?.data.length === 1 ? value.data.data[0] : undefined);
  const { defaultFloat, defaultInt } = rulesOf(library);
  const natural =
    value?.dtype ??
    (value?.python === 'bool'
      ? 'bool'
      : value?.python === 'int'
        ? defaultInt
        : value?.python === 'float'
          ? defaultFloat
          : undefined);
  const dtype = dtypeArgument(args, context) ?? natural;
  return fullArray(library, shapeArgument(args), fill, dtype && canonical(dtype, library), context);
};

const empty: Operation = (args, context) => {
  const library = own(context);
  const dtype = typeOr(args, context, rulesOf(library).defaultFloat);
  return unwritten(library, shapeArgument(args), dtype, context);
};

/** Nothing is known of its elements until they are written. */
function unwritten(library: string, shape: Shape, dtype: DType | undefined, context: OperationContext): ArrayValue {
  const array = makeArray(library, { dtype, shape, reason: { key: 'random' }, scalar: false });
  const known = knownShape(shape);
  const size = known?.every((each) => each >= 0) ? product(known) : 0;
  if (!known || !dtype || size === 0 || size > context.maxElements) return array;
  return { ...array, partial: { data: fullKnown(known, 0, dtype), written: new Uint8Array(size) } };
}

function like(value: number | 'value' | undefined): Operation {
  return (args, context) => {
    const x = tensor(args, 'x', context);
    const fill = value === 'value' ? number(args, 'value') : value;
    const dtype = dtypeArgument(args, context) ?? x.dtype;
    const shape = given(args, 'shape') ? shapeArgument(args) : x.shape;
    if (!shape) return makeArray(x.library, { dtype, reason: x.reason });
    if (value === undefined) return unwritten(x.library, shape, dtype, context);
    return fullArray(x.library, shape, fill, dtype && canonical(dtype, x.library), context);
  };
}

const eye: Operation = (args, context) => {
  const library = own(context);
  const dtype = typeOr(args, context, rulesOf(library).defaultFloat);
  if (given(args, 'batch')) return giveUp('unmodelled', 'batch');
  const rows = sizes(required(args, 'rows'))[0] ?? '?';
  const columns = given(args, 'columns') ? (sizes(required(args, 'columns'))[0] ?? '?') : rows;
  if (typeof rows !== 'number' || typeof columns !== 'number') return makeArray(library, { dtype, shape: [rows, columns] });
  if (rows * columns > context.maxElements)
    return makeArray(library, { dtype, shape: [rows, columns], reason: { key: 'too-large' } });
  return makeArray(library, { data: eyeKnown(rows, columns, whole(args, 'offset') ?? 0, dtype) });
};

/** `arange(stop)`, `arange(start, stop, step)`: each element is start + i·step. */
const arange: Operation = (args, context) => {
  const library = own(context);
  const { defaultFloat, defaultInt, promotion } = rulesOf(library);
  const [first, last] = [required(args, 'start'), given(args, 'stop')];
  const given3 = [first, last, given(args, 'step')].filter((each) => each !== undefined);
  const float = given3.some(
    (each) => each.kind === 'float' || (each.kind === 'array' && each.dtype !== undefined && isFloat(each.dtype)),
  );
  const dtype = typeOr(args, context, float ? defaultFloat : defaultInt);
  const unread = given3.find((each) => each.kind === 'unknown');
  if (unread)
    return makeArray(library, {
      dtype,
      shape: [last ? '?' : (sizes(first)[0] ?? '?')],
      ...(unread.kind === 'unknown' ? { reason: unread.reason } : {}),
    });
  const [start, stop] = last ? [scalarOf(first), scalarOf(last)] : [0, scalarOf(first)];
  const step = number(args, 'step') ?? 1;
  if (step === 0) return raise('step must be nonzero');
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (length > context.maxElements) return makeArray(library, { dtype, shape: [length], reason: { key: 'too-large' } });
  // NumPy takes the step between the first two elements as they are in the dtype.
  const stride = promotion === 'numpy' && isFloat(dtype) ? start + step - start : step;
  const data =
    stride === step
      ? arangeKnown(start, stop, step, dtype)
      : fromData(
          Float64Array.from({ length }, (_, i) => start + i * stride),
          [length],
          dtype,
        );
  return makeArray(library, { data: castData(data, dtype) });
};

function scalarOf(value: Value): number {
  return value.kind === 'array' ? (value.data?.data[0] ?? wholeOf(value)) : numberOfValue(value);
}

const linspace: Operation = (args, context) => {
  const library = own(context);
  const dtype = typeOr(args, context, rulesOf(library).defaultFloat);
  const count = whole(args, 'num') ?? 50;
  const [start, stop] = [number(args, 'start') ?? 0, number(args, 'stop') ?? 0];
  if (count > context.maxElements) return makeArray(library, { dtype, shape: [count], reason: { key: 'too-large' } });
  if (flag(args, 'endpoint', true)) {
    return makeArray(library, {
      data: library === 'torch' ? torchLinspace(start, stop, count, dtype) : linspaceKnown(start, stop, count, dtype),
    });
  }
  const step = (stop - start) / count;
  return makeArray(library, {
    data: fromData(
      Float64Array.from({ length: count }, (_, i) => start + i * step),
      [count],
      dtype,
    ),
  });
};

/** ATen's linspace counts from both ends, with the step rounded to the dtype. */
function torchLinspace(start: number, stop: number, count: number, dtype: DType): ReturnType<typeof fromData> {
  const round = roundThrough(dtype);
  const step = round((round(stop) - round(start)) / (count - 1));
  const at = (i: number): number => (i < count / 2 ? round(start) + step * i : round(stop) - step * (count - i - 1));
  return fromData(
    Float64Array.from({ length: count }, (_, i) => (count === 1 ? start : round(at(i)))),
    [count],
    dtype,
  );
}

const logspace: Operation = (args, context) => {
  const exponents = linspace(args, context);
  const base = number(args, 'base') ?? 10;
  if (exponents.kind !== 'array' || !exponents.data) return exponents;
  const round = roundThrough(exponents.data.dtype);
  return makeArray(exponents.library, {
    data: fromData(
      Float64Array.from(exponents.data.data, (v) => round(base ** v)),
      exponents.data.shape,
      exponents.data.dtype,
    ),
  });
};

const meshgrid: Operation = (args, context) => {
  const arrays = required(args, 'arrays');
  if (arrays.kind !== 'tuple') return giveUp('unmodelled', 'arrays');
  const list = arrays.items.length === 1 && arrays.items[0]?.kind === 'tuple' ? arrays.items[0].items : arrays.items;
  const xs = list.map((each) => arrayFromNested(each, undefined, context)).filter((each) => each.kind === 'array');
  const xy = given(args, 'indexing') ? word(args, 'indexing') === 'xy' : own(context) !== 'torch';
  const order = xs.map((_, i) => (xy && i < 2 && xs.length > 1 ? 1 - i : i));
  const shape = order.map((i) => xs[i]?.shape?.[0] ?? '?');
  const known = knownShape(shape);
  const items = xs.map((x, i): Value => {
    const axis = order.indexOf(i);
    if (!x.data || !known || product(known) > context.maxElements)
      return makeArray(x.library, { dtype: x.dtype, shape, reason: x.reason });
    const inner = product(known.slice(axis + 1));
    const data = Float64Array.from(
      { length: product(known) },
      (_, at) => x.data?.data[Math.floor(at / inner) % (known[axis] ?? 1)] ?? 0,
    );
    return makeArray(x.library, { data: fromData(data, known, x.data.dtype) });
  });
  return { kind: 'tuple', items };
};

export const creationOperations: Readonly<Record<string, Operation>> = {
  array,
  convert,
  zeros: constant(0),
  ones: constant(1),
  full,
  empty,
  zerosLike: like(0),
  onesLike: like(1),
  fullLike: like('value'),
  emptyLike: like(undefined),
  eye,
  arange,
  linspace,
  logspace,
  meshgrid,
};
