/** Joining and splitting along an axis. */
import { concatenate as concatenateKnown, fromData, type NdArray, stack as stackKnown } from '@softlens/core';
import type { Dim, Shape } from '../../values/dim.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import {
  axes as axesArgument,
  dtype as dtypeArgument,
  flag,
  given,
  number,
  required,
  sizes,
  tensor,
  tensorOf,
  whole,
  wholeOf,
} from '../arguments.ts';
import { arrayLibrary } from '../dialects.ts';
import { castData, commonType, makeArray, operandOf } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { commonSpace } from '../spaces.ts';
import { indexArray } from './indexing.ts';
import { moved, reshaped } from './shape-operations.ts';
import { addDims, knownShape, normalAxis, product } from './shapes.ts';

/** The arrays of a list; a list of unknown length gives nothing but its space. */
function arraysOf(value: Value, context: OperationContext): readonly ArrayValue[] {
  if (value.kind === 'array') return rows(value, context);
  if (value.kind !== 'tuple')
    return value.kind === 'unknown' ? giveUp(value.reason.key, value.reason.name) : giveUp('unmodelled', value.kind);
  return value.items.map((item) =>
    tensorOf(item, { ...context, library: arrayLibrary(context.library, context.dialect.promotion) }),
  );
}

function rows(array: ArrayValue, context: OperationContext): readonly ArrayValue[] {
  const length = array.shape?.[0];
  if (typeof length !== 'number' || length > context.maxElements) return giveUp('unmodelled', 'list');
  return Array.from({ length }, (_, i) => tensorOf(indexArray(array, [{ kind: 'int', value: i }], context), context));
}

interface Joined {
  readonly shape: Shape | undefined;
  readonly compute: (parts: readonly NdArray[]) => NdArray;
  readonly space: Space | undefined;
}

function join(
  arrays: readonly ArrayValue[],
  { shape, compute, space }: Joined,
  args: OperationArguments,
  context: OperationContext,
): ArrayValue {
  const library = arrays[0]?.library ?? arrayLibrary(context.library, context.dialect.promotion);
  const operands = arrays.flatMap((each) => operandOf(each) ?? []);
  // Joining does not look at values: NumPy's 0-d arrays count as arrays here.
  const common = operands.every((each) => each.dtype)
    ? commonType(
        library,
        operands.map((each) => ({ ...each, scalar: false })),
      ).dtype
    : undefined;
  const dtype = dtypeArgument(args, context) ?? common;
  const reason = arrays.find((each) => !each.data)?.reason;
  const known = shape && knownShape(shape);
  const parts = { dtype, shape, space, reason, scalar: false };
  if (!known || !dtype || !arrays.every((each) => each.data)) return makeArray(library, parts);
  if (product(known) > context.maxElements) return makeArray(library, { ...parts, reason: { key: 'too-large' } });
  return makeArray(library, {
    ...parts,
    data: compute(arrays.flatMap((each) => (each.data ? [castData(each.data, dtype)] : []))),
  });
}

export function concatenateArrays(
  arrays: readonly ArrayValue[],
  axisAsked: number,
  args: OperationArguments,
  context: OperationContext,
): ArrayValue {
  const first = arrays.find((each) => each.shape)?.shape;
  if (arrays.length === 0) raise('need at least one array to concatenate');
  const axis = first ? normalAxis(axisAsked, first.length) : axisAsked;
  const shape =
    first &&
    joinedShape(
      arrays.map((each) => each.shape),
      axis,
    );
  // Distributions side by side along the class axis are no distribution any more.
  const space = commonSpace(arrays.map((each) => each.space));
  const kept = space?.axis === axis && space.name !== 'logits' ? undefined : space;
  const wide = kept && space?.axis === axis && shape ? { ...kept, classes: shape[axis] ?? '?' } : kept;
  return join(arrays, { shape, compute: (parts) => concatenateKnown(parts, axis), space: wide }, args, context);
}

function joinedShape(shapes: readonly (Shape | undefined)[], axis: number): Shape | undefined {
  if (shapes.some((shape) => !shape)) return undefined;
  const all = shapes.flatMap((shape) => (shape ? [shape] : []));
  const [first] = all;
  if (!first) return undefined;
  for (const shape of all) {
    if (shape.length !== first.length) raise('all the input arrays must have same number of dimensions');
    if (shape.some((dim, i) => i !== axis && typeof dim === 'number' && typeof first[i] === 'number' && dim !== first[i]))
      raise('all the input array dimensions except for the concatenation axis must match exactly');
  }
  return first.map((_, i) =>
    all
      .map((shape) => shape[i] ?? '?')
      .reduce<Dim>((a, b) => (i === axis ? addDims(a, b) : typeof a === 'number' ? a : b), i === axis ? 0 : (first[i] ?? '?')),
  );
}

/** What each array of a list of unknown length is like. */
function anyOf(value: Value): ArrayValue | undefined {
  const list = value.kind === 'reference' && value.state?.kind === 'list' ? value.state : undefined;
  if (list?.items || list?.element?.kind !== 'array') return undefined;
  const element = withoutElements(list.element);
  return element;
}

/** With a length of its own along an axis: of how many parts it is made nobody knows. */
function anyLength(array: ArrayValue, axisAsked: number): ArrayValue {
  const { shape } = array;
  const axis = shape && normalAxis(axisAsked, shape.length);
  return shape ? { ...array, shape: shape.map((dim, i) => (i === axis ? '?' : dim)) } : array;
}

const concatenate: Operation = (args, context) => {
  const list = required(args, 'arrays');
  const axis = args.get('axis')?.kind === 'none' ? undefined : (whole(args, 'axis') ?? 0);
  const one = anyOf(list);
  if (one && axis !== undefined) return concatenateArrays([anyLength(one, axis)], axis, args, context);
  const arrays = arraysOf(list, context);
  if (axis === undefined)
    return concatenateArrays(
      arrays.map((each) => reshaped(each, [-1])),
      0,
      args,
      context,
    );
  // PyTorch skips empty one-dimensional tensors.
  const kept = arrays.filter((each) => !(each.library === 'torch' && each.shape?.length === 1 && each.shape[0] === 0));
  return concatenateArrays(kept.length > 0 ? kept : arrays, axis, args, context);
};

function stackArrays(
  arrays: readonly ArrayValue[],
  axisAsked: number,
  args: OperationArguments,
  context: OperationContext,
  length: Dim = arrays.length,
): ArrayValue {
  const first = arrays.find((each) => each.shape)?.shape;
  if (arrays.length === 0) raise('need at least one array to stack');
  const axis = first ? normalAxis(axisAsked, first.length + 1) : axisAsked;
  for (const { shape } of arrays) {
    if (
      first &&
      shape &&
      (shape.length !== first.length ||
        shape.some((dim, i) => typeof dim === 'number' && typeof first[i] === 'number' && dim !== first[i]))
    )
      raise('all input arrays must have the same shape');
  }
  const shape = first && arrays.every((each) => each.shape) ? first.toSpliced(axis, 0, length) : undefined;
  const space = commonSpace(arrays.map((each) => each.space));
  const placed =
    space?.axis === undefined || space.axis < 0 ? space : { ...space, axis: space.axis >= axis ? space.axis + 1 : space.axis };
  return join(arrays, { shape, compute: (parts) => stackKnown(parts, axis), space: placed }, args, context);
}

const stack: Operation = (args, context) => {
  const list = required(args, 'arrays');
  const one = anyOf(list);
  const axis = whole(args, 'axis') ?? 0;
  return one ? stackArrays([one], axis, args, context, '?') : stackArrays(arraysOf(list, context), axis, args, context);
};

/** vstack, hstack and column_stack first give their parts enough axes. */
function stacked(lift: (x: ArrayValue) => ArrayValue, axisOf: (rank: number) => number): Operation {
  return (args, context) => {
    const arrays = arraysOf(required(args, 'arrays'), context).map(lift);
    return concatenateArrays(arrays, axisOf(arrays[0]?.shape?.length ?? 2), args, context);
  };
}

const atLeast =
  (rank: number) =>
  (x: ArrayValue): ArrayValue =>
    x.shape && x.shape.length < rank ? reshaped(x, [...Array.from({ length: rank - x.shape.length }, () => 1), ...x.shape]) : x;
const asColumn = (x: ArrayValue): ArrayValue => (x.shape && x.shape.length < 2 ? reshaped(x, [-1, 1]) : x);

const append: Operation = (args, context) => {
  const parts = ['x', 'y'].map((role) => tensor(args, role, context));
  const axis = axesArgument(args)?.[0];
  return concatenateArrays(axis === undefined ? parts.map((each) => reshaped(each, [-1])) : parts, axis ?? 0, args, context);
};

/** Pieces of the given lengths along an axis. */
function pieces(x: ArrayValue, lengths: readonly Dim[], axis: number, context: OperationContext): Value {
  let start = 0;
  const items = lengths.map((length): Value => {
    const from = start;
    if (typeof length === 'number' && Number.isFinite(start)) start += length;
    else start = Number.NaN;
    if (typeof length !== 'number' || Number.isNaN(from))
      return moved(x, {
        shape: x.shape?.map((dim, i) => (i === axis ? length : dim)),
        axis: (at) => (at === axis ? undefined : at),
      });
    const slice: Value = { kind: 'slice', lower: { kind: 'int', value: from }, upper: { kind: 'int', value: from + length } };
    return indexArray(x, [...Array.from({ length: axis }, (): Value => ({ kind: 'slice' })), slice], context);
  });
  return { kind: 'tuple', items };
}

function axisAndSize(args: OperationArguments, x: ArrayValue): { axis: number; size: Dim } {
  const axis = normalAxis(whole(args, 'axis') ?? 0, x.shape?.length ?? giveUp('unmodelled', 'shape'));
  return { axis, size: x.shape?.[axis] ?? '?' };
}

/** np.split and tf.split: n equal parts; a list is where to cut (NumPy) or how long the pieces are (TensorFlow). */
function splitOperation(uneven: boolean): Operation {
  return (args, context) => {
    const x = tensor(args, 'x', context);
    const { axis, size } = axisAndSize(args, x);
    const sections = required(args, 'sections');
    if (sections.kind !== 'int') {
      const list = sizes(sections);
      if (x.library === 'tensorflow' || x.library === 'tfjs') return pieces(x, list, axis, context);
      if (typeof size !== 'number')
        return pieces(
          x,
          [...list, '?'].map(() => '?'),
          axis,
          context,
        );
      const cuts = [0, ...list.map((cut) => Math.min(Number(cut) < 0 ? Number(cut) + size : Number(cut), size)), size];
      return pieces(
        x,
        cuts.slice(1).map((cut, i) => Math.max(0, cut - (cuts[i] ?? 0))),
        axis,
        context,
      );
    }
    const count = wholeOf(sections);
    if (typeof size !== 'number')
      return pieces(
        x,
        Array.from({ length: count }, () => '?'),
        axis,
        context,
      );
    if (!uneven && size % count !== 0) raise('array split does not result in an equal division');
    return pieces(
      x,
      Array.from({ length: count }, (_, i) => Math.floor(size / count) + (i < size % count ? 1 : 0)),
      axis,
      context,
    );
  };
}

function everyLength(size: Dim, length: number): readonly Dim[] {
  if (typeof size !== 'number') return giveUp('unmodelled', 'split');
  return Array.from({ length: Math.max(1, Math.ceil(size / length)) }, (_, i) => Math.min(length, size - i * length));
}

/** torch.split: pieces of one size, or of the sizes listed. */
const splitSizes: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const { axis, size } = axisAndSize(args, x);
  const asked = required(args, 'sizes');
  return pieces(x, asked.kind === 'int' ? everyLength(size, wholeOf(asked)) : sizes(asked), axis, context);
};

const chunk: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const { axis, size } = axisAndSize(args, x);
  const count = whole(args, 'chunks') ?? 1;
  if (typeof size !== 'number')
    return pieces(
      x,
      Array.from({ length: count }, () => '?'),
      axis,
      context,
    );
  return pieces(x, everyLength(size, Math.max(1, Math.ceil(size / count))), axis, context);
};

const unbind: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const { axis, size } = axisAndSize(args, x);
  if (typeof size !== 'number') return giveUp('unmodelled', 'unbind');
  const lead = Array.from({ length: axis }, (): Value => ({ kind: 'slice' }));
  return {
    kind: 'tuple',
    items: Array.from({ length: size }, (_, i) => indexArray(x, [...lead, { kind: 'int', value: i }], context)),
  };
};

function alongOne(index: (args: OperationArguments) => Value): Operation {
  return (args, context) => {
    const x = tensor(args, 'x', context);
    const { axis } = axisAndSize(args, x);
    return indexArray(x, [...Array.from({ length: axis }, (): Value => ({ kind: 'slice' })), index(args)], context);
  };
}

const narrow = alongOne((args) => {
  const [start, length] = [whole(args, 'start') ?? 0, whole(args, 'length') ?? 0];
  return { kind: 'slice', lower: { kind: 'int', value: start }, upper: { kind: 'int', value: start + length } };
});

/** tf.slice: a size of -1 reaches to the end. */
const slice: Operation = (args, context) => {
  const [begin, lengths] = [sizes(required(args, 'begin')), sizes(required(args, 'size'))];
  const ranges = begin.map((start, i): Value => {
    const length = Number(lengths[i] ?? -1);
    const lower: Value = { kind: 'int', value: Number(start) };
    return length < 0
      ? { kind: 'slice', lower }
      : { kind: 'slice', lower, upper: { kind: 'int', value: Number(start) + length } };
  });
  return indexArray(tensor(args, 'x', context), ranges, context);
};

/** Sequences padded to the longest: [longest, count, …], or the batch first. */
const padSequence: Operation = (args, context) => {
  const arrays = arraysOf(required(args, 'arrays'), context);
  const lengths = arrays.map((each) => each.shape?.[0]);
  const longest = lengths.every((each) => typeof each === 'number') ? Math.max(...lengths.map(Number)) : '?';
  const rest = arrays[0]?.shape?.slice(1) ?? [];
  const shape = flag(args, 'batchFirst') ? [arrays.length, longest, ...rest] : [longest, arrays.length, ...rest];
  const library = arrays[0]?.library ?? 'torch';
  const data = paddedLists(arrays, given(args, 'value') ? (number(args, 'value') ?? 0) : 0, flag(args, 'batchFirst'), context);
  return makeArray(library, { dtype: arrays[0]?.dtype, shape, data });
};

/** The numbers, of lists of the same dtype. */
function paddedLists(
  arrays: readonly ArrayValue[],
  padding: number,
  batchFirst: boolean,
  context: OperationContext,
): NdArray | undefined {
  const lists = arrays.map(({ data }) => (data?.shape.length === 1 ? data : undefined));
  const dtype = lists[0]?.dtype;
  const longest = Math.max(0, ...lists.map((list) => list?.data.length ?? 0));
  if (!dtype || !lists.every((list) => list?.dtype === dtype) || longest * lists.length > context.maxElements) return undefined;
  const rows = lists.map((list) => Array.from({ length: longest }, (_, i) => list?.data[i] ?? padding));
  const flat = batchFirst
    ? rows.flat()
    : Array.from({ length: longest * rows.length }, (_, i) => rows[i % rows.length]?.[Math.floor(i / rows.length)] ?? 0);
  return fromData(Float64Array.from(flat), batchFirst ? [rows.length, longest] : [longest, rows.length], dtype);
}

export const joiningOperations: Readonly<Record<string, Operation>> = {
  concatenate,
  stack,
  append,
  vstack: stacked(atLeast(2), () => 0),
  hstack: stacked(atLeast(1), (rank) => (rank === 1 ? 0 : 1)),
  columnStack: stacked(asColumn, () => 1),
  split: splitOperation(false),
  arraySplit: splitOperation(true),
  splitSizes,
  chunk,
  unbind,
  narrow,
  slice,
  selectIndex: alongOne((args) => required(args, 'index')),
  padSequence,
};
