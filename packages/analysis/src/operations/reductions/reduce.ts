/** The engine under reductions: which axes go, what shape, dtype and space are left. */
import { type DType, fromData, type NdArray } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Form, Value } from '../../values/value.ts';
import { axes as axesArgument, dtype as dtypeArgument, flag, given, tensor } from '../arguments.ts';
import { castArray } from '../arrays/nested.ts';
import { isFloat } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { normalAxis } from '../shapes/shapes.ts';
import { reducedSpace } from '../spaces.ts';

export interface Reduction {
  readonly x: ArrayValue;
  /** From the start, ascending; absent for all when the rank is not known, or for no axis argument. */
  readonly axes: readonly number[] | undefined;
  readonly keepdims: boolean;
}

/** The arguments common to reductions. Axes are absent when all are reduced. */
export function reductionOf(args: OperationArguments, context: OperationContext): Reduction {
  const where = given(args, 'where');
  // NumPy's methods have True as the default: every element counts.
  if (where && !(where.kind === 'bool' && where.value)) giveUp('unmodelled', 'where');
  const x = tensor(args, 'x', context);
  return { x, axes: normalAxes(axesArgument(args), x), keepdims: flag(args, 'keepdims') };
}

export function normalAxes(axes: readonly number[] | undefined, x: ArrayValue): readonly number[] | undefined {
  if (!axes) return undefined;
  // PyTorch reduces all axes for an empty tuple, NumPy none.
  if (axes.length === 0) return x.library === 'torch' ? undefined : [];
  const rank = x.shape?.length;
  if (rank === undefined) return axes;
  const scalar = rank === 0 && rulesOf(x.library).promotion === 'torch';
  const found = axes.map((axis) => normalAxis(axis, scalar ? 1 : rank)).sort((a, b) => a - b);
  if (found.some((axis, i) => axis === found[i + 1])) raise('duplicate value in axis');
  return scalar ? undefined : found;
}

function reducedShape(shape: Shape | undefined, axes: readonly number[] | undefined, keepdims: boolean): Shape | undefined {
  if (!shape) return axes || keepdims ? undefined : [];
  const gone = (axis: number): boolean => !axes || axes.includes(axis);
  if (keepdims) return shape.map((dim, axis) => (gone(axis) ? 1 : dim));
  return shape.filter((_, axis) => !gone(axis));
}

export interface ReducedOptions {
  readonly axis: readonly number[] | undefined;
  readonly keepdims: boolean;
  readonly dtype: DType;
}

interface ReducedParts {
  readonly dtype: DType | undefined;
  /** Computes the result's elements, whose dtype is `dtype`. */
  readonly compute: (data: NdArray, options: ReducedOptions) => NdArray;
  readonly space?: Space | undefined;
  readonly form?: Form | undefined;
}

export function reduceArray({ x, axes, keepdims }: Reduction, parts: ReducedParts): ArrayValue {
  const shape = reducedShape(x.shape, axes, keepdims);
  const { dtype, space, form } = parts;
  const weak = x.weak;
  if (!x.data || !shape || !dtype) return makeArray(x.library, { dtype, shape, space, form, weak, reason: x.reason });
  return makeArray(x.library, { data: parts.compute(x.data, { axis: axes, keepdims, dtype }), space, form, weak });
}

/** The mean, the largest … of probabilities are probabilities; of a loss, a loss. */
export function averageSpace({ x, axes, keepdims }: Reduction): Space | undefined {
  if (x.space?.name === 'loss') return x.space;
  return reducedSpace(x.space, x.shape, axes, keepdims);
}

/** Remembered for hand-written formulas: one axis, or all. */
export function reductionForm(op: string, { x, axes }: Reduction, source: Value | undefined): Form | undefined {
  const operands = [source ?? x];
  if (!axes) return { op, operands };
  return axes.length === 1 && axes[0] !== undefined ? { op, operands, axis: axes[0] } : undefined;
}

/** The dtype in which a library adds and multiplies; undefined where it is none of ours (NumPy adds uint8 in uint64). */
export function accumulator(dtype: DType | undefined, library: string): DType | undefined {
  if (!dtype || isFloat(dtype)) return dtype;
  const { promotion, defaultInt } = rulesOf(library);
  if (promotion === 'numpy') return dtype === 'uint8' ? undefined : 'int64';
  if (promotion === 'tensorflow') return dtype === 'bool' ? raise('a number is expected, not bool') : dtype;
  if (promotion === 'jax') return dtype === 'uint8' ? undefined : defaultInt;
  return promotion === 'javascript' ? 'int32' : 'int64';
}

/** The dtype of a mean. */
export function meanType(dtype: DType | undefined, library: string): DType | undefined {
  if (!dtype || isFloat(dtype)) return dtype;
  const { promotion } = rulesOf(library);
  if (promotion === 'numpy') return 'float64';
  if (promotion === 'torch')
    return raise('mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype.');
  return promotion === 'tensorflow' ? dtype : 'float32';
}

export function withDtype(reduction: Reduction, args: OperationArguments, context: OperationContext): Reduction {
  const asked = dtypeArgument(args, context);
  return asked ? { ...reduction, x: castArray(reduction.x, asked) } : reduction;
}

export type Reducer = (
  data: NdArray,
  options: { axis?: readonly number[] | undefined; keepdims?: boolean; dtype?: DType },
) => NdArray;

/** Half precisions are added in float32 and rounded at the end. */
export function halfSafe(reducer: Reducer, data: NdArray, options: ReducedOptions): NdArray {
  if (options.dtype !== 'float16' && options.dtype !== 'bfloat16') return reducer(data, options);
  const exact = reducer(data, { ...options, dtype: 'float64' });
  return fromData(Float64Array.from(exact.data, roundThrough(options.dtype)), exact.shape, options.dtype);
}
