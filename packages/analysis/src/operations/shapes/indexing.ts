/** `x[…]` and `x[…] = v`: basic indexing, slices, new axes, masks and integer arrays. https://numpy.org/doc/stable/user/basics.indexing.html */
import { broadcastShapes as broadcastKnown, broadcastTo, fromData, type NdArray, offsets, stridesOf } from '@softlens/core';
import type { Dim, Shape } from '../../values/dim.ts';
import { unknownDim } from '../../values/dim.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { tensorOf } from '../arguments.ts';
import { indexTexts } from '../arrays/texts.ts';
import { rulesOf } from '../dialects.ts';
import { dataIn, makeArray, type Operand, operandOf } from '../elementwise/operand.ts';
import type { OperationContext } from '../operation.ts';
import { raise, settle } from '../outcome.ts';
import { loseAxis, makeSpace, remapSpace } from '../spaces.ts';
import { type Item, indexItems } from './index-items.ts';
import { broadcastShapes, isDim, knownShape, normalAxis, product } from './shapes.ts';

/** The element or part of an array at the given indices (one Value per place between the commas). */
export function indexArray(array: ArrayValue, indices: readonly Value[], context: OperationContext): Value {
  if (array.texts) return settle(() => indexTexts(array, (positions) => index(positions, indices, context)));
  const result = settle(() => index(array, indices, context));
  // JAX takes what is out of bounds from the edge, or fills it in, and never raises.
  const isOutside = array.library === 'jax' && result.kind === 'unknown' && result.reason.key === 'error';
  return isOutside ? makeArray('jax', { dtype: array.dtype, reason: { key: 'unmodelled', name: 'index' } }) : result;
}

function index(array: ArrayValue, indices: readonly Value[], context: OperationContext): Value {
  const space = array.space && unplacedSpace(array.space, indices);
  const unread = indices.find(isUnread);
  const reason = array.reason ?? (unread?.kind === 'unknown' ? unread.reason : undefined);
  if (!array.shape || unread) return makeArray(array.library, { dtype: array.dtype, space, reason });
  const written = indexItems(indices, array.shape.length, context);
  const items = array.library === 'jax' ? withinBounds(written, array.shape) : written;
  if (array.library === 'torch' && items.some((item) => item.kind === 'slice' && (item.bounds?.step ?? 1) < 0))
    raise('step must be greater than zero');
  const plan = planOf(array.shape, items, array.library);
  const parts = {
    dtype: array.dtype,
    shape: plan.shape,
    space: indexedSpace(array, plan),
    reason: array.reason,
    form: formOf(array, plan),
  };
  const shape = knownShape(plan.shape);
  // Index arrays are broadcast against each other.
  if (array.data && shape && product(shape) > Math.max(context.maxElements, array.data.data.length))
    return makeArray(array.library, { ...parts, reason: { key: 'too-large' } });
  const at = array.data && plan.offsets?.();
  // NumPy gives a scalar only when every axis is indexed by a number; an ellipsis keeps a 0-d array.
  const scalar = !indices.some((value) => value.kind === 'builtin');
  if (!array.data || !at || !shape)
    return makeArray(array.library, { ...parts, scalar, reason: array.reason ?? { key: 'unmodelled' } });
  const data = pick(array.data, shape, at);
  if (array.library === 'core' && shape.length === 0) return numberIn(data, parts.space);
  return makeArray(array.library, { ...parts, scalar, data });
}

/** A number beyond an end means that end: https://docs.jax.dev/en/latest/notebooks/Common_Gotchas_in_JAX.html#out-of-bounds-indexing */
function withinBounds(items: readonly Item[], shape: Shape): readonly Item[] {
  let axis = 0;
  return items.map((item) => {
    const size = item.kind === 'newaxis' ? undefined : shape[axis++];
    if (item.kind !== 'int' || item.at === undefined || typeof size !== 'number' || size === 0) return item;
    return { ...item, at: Math.min(Math.max(item.at < 0 ? item.at + size : item.at, 0), size - 1) };
  });
}

/** What may be a number, a slice or a mask. Sizes are surely numbers. */
const isUnread = (value: Value): boolean => (value.kind === 'unknown' && !isDim(value)) || value.kind === 'libraryName';

/** An element of one of JavaScript's arrays is a number of the language. */
function numberIn({ data }: NdArray, space: Space | undefined): Value {
  const [value = Number.NaN] = data;
  const meaning = space ? { space } : {};
  return Number.isSafeInteger(value) && !Object.is(value, -0)
    ? { kind: 'int', value, ...meaning }
    : { kind: 'float', value, ...meaning };
}

/** Of an array of unknown rank: a number may have picked one class, or one example. */
function unplacedSpace(space: Space, indices: readonly Value[]): Space {
  if (!indices.some(({ kind }) => kind === 'int' || kind === 'unknown' || kind === 'libraryName')) return loseAxis(space, false);
  return makeSpace(space.name, { origin: space.origin });
}

function pick(data: NdArray, shape: readonly number[], at: Float64Array): NdArray {
  return fromData(
    at.map((offset) => data.data[offset] ?? Number.NaN),
    shape,
    data.dtype,
  );
}

interface Plan {
  readonly shape: Shape;
  /** Where each axis of the source went. */
  readonly axes: readonly (number | undefined)[];
  /** Whether an axis is whole in the result. */
  readonly whole: readonly boolean[];
  readonly items: readonly Item[];
  /** Offsets of the result's elements in the source; undefined when an index is not known. */
  readonly offsets?: () => Float64Array | undefined;
}

function planOf(source: Shape, items: readonly Item[], library: string): Plan {
  const hasArrays = items.some((item) => item.kind === 'array');
  // NumPy and JAX count plain ints among the index arrays when there are any; PyTorch selects by them first.
  const numeric = rulesOf(library).promotion !== 'torch';
  const advanced = (item: Item): boolean => item.kind === 'array' || (hasArrays && numeric && item.kind === 'int');
  const places = items.flatMap((item, i) => (advanced(item) ? [i] : []));
  const first = places[0] ?? -1;
  const adjacent = places.every(
    (place, i) =>
      place === first + i || items.slice(first, place).every((item) => advanced(item) || (!numeric && item.kind === 'int')),
  );
  const block = hasArrays ? (broadcastShapes(...items.map((item) => (item.kind === 'array' ? item.shape : []))) ?? []) : [];

  const shape: Dim[] = [];
  const axes: (number | undefined)[] = [];
  const whole: boolean[] = [];
  const shift = hasArrays && !adjacent ? block.length : 0;
  let blockAt = hasArrays && !adjacent ? 0 : -1;
  let axis = 0;
  for (const item of items) {
    if (item.kind === 'newaxis') {
      shape.push(1);
      continue;
    }
    const size = source[axis++] ?? unknownDim;
    if (advanced(item)) {
      if (blockAt < 0) {
        blockAt = shape.length;
        shape.push(...block);
      }
      const alone = item.kind === 'array' && places.length === 1 && block.length === 1;
      axes.push(alone ? blockAt : undefined);
      whole.push(false);
    } else if (item.kind === 'int') {
      if (item.at !== undefined && typeof size === 'number') normalAxis(item.at, size);
      axes.push(undefined);
      whole.push(false);
    } else if (item.kind === 'slice') {
      const length = sliceLength(item, size);
      axes.push(shape.length + shift);
      whole.push(item.full || length === size);
      shape.push(length);
    }
  }
  const result = shift > 0 ? [...block, ...shape] : shape;
  return {
    shape: result,
    axes,
    whole,
    items,
    offsets: () => offsetsOf(source, items, block.length, adjacent ? blockAt : 0, result),
  };
}

function sliceLength(item: Extract<Item, { kind: 'slice' }>, size: Dim): Dim {
  if (item.full) return size;
  if (!item.bounds) return unknownDim;
  return typeof size === 'number' ? resolveSlice(item, size).length : unknownDim;
}

/** CPython's PySlice_AdjustIndices. */
function resolveSlice(
  { bounds }: Extract<Item, { kind: 'slice' }>,
  size: number,
): { start: number; step: number; length: number } {
  const step = bounds?.step ?? 1;
  const clamp = (value: number): number =>
    Math.min(Math.max(value < 0 ? value + size : value, step < 0 ? -1 : 0), step < 0 ? size - 1 : size);
  const start = bounds?.start === undefined ? (step < 0 ? size - 1 : 0) : clamp(bounds.start);
  const stop = bounds?.stop === undefined ? (step < 0 ? -1 : size) : clamp(bounds.stop);
  return { start, step, length: Math.max(0, Math.ceil((stop - start) / step)) };
}

function offsetsOf(
  source: Shape,
  items: readonly Item[],
  blockRank: number,
  blockAt: number,
  result: Shape,
): Float64Array | undefined {
  const [from, to] = [knownShape(source), knownShape(result)];
  if (!from || !to) return undefined;
  const strides = stridesOf(from);
  const restStrides: number[] = [];
  const arrays: { data: NdArray; axis: number }[] = [];
  let base = 0;
  let axis = 0;
  for (const item of items) {
    if (item.kind === 'newaxis') {
      restStrides.push(0);
      continue;
    }
    const [size, stride] = [from[axis] ?? 0, strides[axis] ?? 0];
    if (item.kind === 'array') {
      if (!item.data) return undefined;
      arrays.push({ data: item.data, axis });
    } else if (item.kind === 'int') {
      if (item.at === undefined) return undefined;
      base += normalAxis(item.at, size) * stride;
    } else {
      if (!item.bounds && !item.full) return undefined;
      const { start, step } = resolveSlice(item, size);
      base += start * stride;
      restStrides.push(step * stride);
    }
    axis++;
  }
  if (arrays.length === 0) return offsets(to, restStrides, base);
  const blockShape = to.slice(blockAt, blockAt + blockRank);
  const block = blockOffsets(arrays, blockShape, from, strides);
  const outer = offsets(to.slice(0, blockAt), restStrides.slice(0, blockAt), base);
  const inner = offsets(to.slice(blockAt + blockRank), restStrides.slice(blockAt));
  const out = new Float64Array(product(to));
  let position = 0;
  for (const a of outer) for (const b of block) for (const c of inner) out[position++] = a + b + c;
  return out;
}

function blockOffsets(
  arrays: readonly { data: NdArray; axis: number }[],
  shape: readonly number[],
  from: readonly number[],
  strides: readonly number[],
): Float64Array {
  const out = new Float64Array(product(shape));
  for (const { data, axis } of arrays) {
    const values = broadcastTo(data, shape).data;
    for (let i = 0; i < out.length; i++) out[i] = out[i]! + normalAxis(values[i] ?? 0, from[axis] ?? 0) * strides[axis]!;
  }
  return out;
}

/** The class axis must stay whole for a distribution to stay one; parts of it are single probabilities. */
function indexedSpace(array: ArrayValue, plan: Plan): Space | undefined {
  const { space } = array;
  if (!space) return undefined;
  if (space.name === 'class-index' || space.name === 'loss') return space;
  return remapSpace(space, array.shape, (axis) => {
    const to = plan.axes[axis];
    return plan.whole[axis] || (space.name === 'logits' && to !== undefined) ? to : undefined;
  });
}

/** A sum that gets its axis back by `[:, None]` is remembered for hand-written softmaxes. */
function formOf(array: ArrayValue, plan: Plan): ArrayValue['form'] {
  if (
    array.form?.op === undefined ||
    !plan.items.every((item) => item.kind === 'newaxis' || (item.kind === 'slice' && item.full))
  )
    return undefined;
  const added = plan.items.flatMap((item, i) => (item.kind === 'newaxis' ? [i] : []));
  if (added.length === 0) return array.form;
  return added.length === 1 && added[0] !== undefined ? { op: 'unsqueeze', operands: [array], axis: added[0] } : undefined;
}

/** The array after `array[indices] = value`. */
export function assignIndex(array: ArrayValue, indices: readonly Value[], value: Value, context: OperationContext): Value {
  return settle(() => assign(array, indices, value, context));
}

function assign(array: ArrayValue, indices: readonly Value[], value: Value, context: OperationContext): Value {
  const source = value.kind === 'tuple' ? tensorOf(value, { ...context, library: array.library }) : value;
  const operand = operandOf(source);
  const space = assignedSpace(array, indices, source);
  const lost = makeArray(array.library, {
    dtype: array.dtype,
    shape: array.shape,
    space,
    reason: source.kind === 'unknown' ? source.reason : (array.reason ?? { key: 'unmodelled' }),
  });
  if (array.partial && array.shape && operand && (operand.data || operand.number !== undefined))
    return assignPartly(array, array.shape, indices, operand, context) ?? lost;
  if (!array.shape || !array.data || !operand || (!operand.data && operand.number === undefined)) return lost;
  const plan = settle(() => planOf(array.shape ?? [], indexItems(indices, array.shape?.length ?? 0, context), array.library));
  if ('kind' in plan) return plan.reason.key === 'error' ? plan : lost;
  const at = plan.offsets?.();
  const shape = knownShape(plan.shape);
  if (!at || !shape) return lost;
  const values = fitted(dataIn(operand, array.data.dtype), shape);
  const data = array.data.data.slice();
  for (let i = 0; i < at.length; i++) data[at[i] ?? 0] = values.data[i] ?? Number.NaN;
  return makeArray(array.library, { data: { dtype: array.data.dtype, shape: array.data.shape, data }, space, scalar: false });
}

/** An array that began empty is known once every element was written; undefined where it is not known which are. */
function assignPartly(
  array: ArrayValue,
  size: Shape,
  indices: readonly Value[],
  operand: Operand,
  context: OperationContext,
): Value | undefined {
  const { partial } = array;
  if (!partial || partial.data.dtype !== array.dtype || partial.data.shape.join() !== size.join()) return undefined;
  const plan = settle(() => planOf(size, indexItems(indices, size.length, context), array.library));
  if ('kind' in plan) return plan.reason.key === 'error' ? plan : undefined;
  const at = plan.offsets?.();
  const shape = knownShape(plan.shape);
  if (!at || !shape) return undefined;
  const values = fitted(dataIn(operand, partial.data.dtype), shape);
  const [data, written] = [partial.data.data.slice(), partial.written.slice()];
  for (let i = 0; i < at.length; i++) {
    data[at[i] ?? 0] = values.data[i] ?? Number.NaN;
    written[at[i] ?? 0] = 1;
  }
  const whole: NdArray = { ...partial.data, data };
  if (written.every((one) => one === 1)) return makeArray(array.library, { data: whole, scalar: false });
  const rest = makeArray(array.library, { dtype: array.dtype, shape: size, reason: array.reason, scalar: false });
  return { ...rest, partial: { data: whole, written } };
}

/** Leading axes of size one are dropped when the value has more axes than its place. */
function fitted(values: NdArray, shape: readonly number[]): NdArray {
  let trimmed = values;
  while (trimmed.shape.length > shape.length && trimmed.shape[0] === 1) trimmed = { ...trimmed, shape: trimmed.shape.slice(1) };
  if (broadcastKnown(trimmed.shape, shape).join() !== shape.join())
    raise(`could not broadcast input array from shape (${values.shape.join(',')}) into shape (${shape.join(',')})`);
  return broadcastTo(trimmed, shape);
}

/** Scores stay scores when some are overwritten (masked with -inf); `zeros[range(n), labels] = 1` is one-hot. */
function assignedSpace(array: ArrayValue, indices: readonly Value[], value: Value): Space | undefined {
  const { space } = array;
  if (space?.name === 'logits' || space?.name === 'one-hot') return space;
  const one = operandOf(value)?.number === 1 || operandOf(value)?.data?.data[0] === 1;
  const addressed =
    indices.length === 2 &&
    indices.every((each) => each.kind === 'array' || each.kind === 'tuple' || each.kind === 'range' || each.kind === 'unknown');
  if (one && addressed && array.shape?.length === 2 && array.data?.data.every((x: number) => x === 0)) {
    return makeSpace('one-hot', { axis: 1, classes: array.shape[1], origin: [] });
  }
  return undefined;
}
