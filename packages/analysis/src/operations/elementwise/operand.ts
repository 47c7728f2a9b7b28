/** What operations see of their arguments, and the elementwise engine under most of them. */
import {
  broadcastShapes as broadcastKnown,
  broadcastTo,
  type DType,
  fromData,
  full,
  type NdArray,
  rounder,
} from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Form, Reason, Value } from '../../values/value.ts';
import { floatResult, type Kind, type Promoted, promote } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import type { OperationContext } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { broadcastShapes, knownShape, product } from '../shapes/shapes.ts';

/** An array, or a scalar of the language (`python`), whose number is known. */
export interface Operand {
  readonly source: Value;
  readonly library?: string;
  readonly python?: Kind;
  readonly number?: number;
  readonly dtype?: DType;
  readonly shape?: Shape;
  readonly data?: NdArray;
  readonly scalar: boolean;
  readonly weak?: boolean;
  readonly space?: Space;
}

export function operandOf(value: Value): Operand | undefined {
  switch (value.kind) {
    case 'bool':
      return { source: value, python: 'bool', number: value.value ? 1 : 0, shape: [], scalar: true };
    case 'int':
      return { source: value, python: 'int', number: Number(value.value), shape: [], scalar: true, ...spaceOf(value.space) };
    case 'float':
      return { source: value, python: 'float', number: value.value, shape: [], scalar: true, ...spaceOf(value.space) };
    case 'array':
      return arrayOperand(value);
    default:
      return undefined;
  }
}

function arrayOperand(value: ArrayValue): Operand {
  return {
    source: value,
    library: value.library,
    scalar: value.shape?.length === 0,
    ...(value.dtype ? { dtype: value.dtype } : {}),
    ...(value.shape ? { shape: value.shape } : {}),
    ...(value.data ? { data: value.data } : {}),
    ...(value.weak ? { weak: true } : {}),
    ...spaceOf(value.space),
  };
}

function spaceOf(space: Space | undefined): { space?: Space } {
  return space ? { space } : {};
}

interface ArrayParts {
  readonly dtype?: DType | undefined;
  readonly shape?: Shape | undefined;
  readonly data?: NdArray | undefined;
  readonly space?: Space | undefined;
  readonly reason?: Reason | undefined;
  readonly form?: Form | undefined;
  readonly weak?: boolean | undefined;
  /** NumPy results without axes are scalars, unless said otherwise. */
  readonly scalar?: boolean;
}

/** An array value of what is known; absent parts are left out. */
export function makeArray(library: string, parts: ArrayParts): ArrayValue {
  const data = parts.data;
  const shape = data?.shape ?? parts.shape;
  const dtype = data?.dtype ?? parts.dtype;
  const scalar = library === 'numpy' && shape?.length === 0 && parts.scalar !== false;
  return {
    kind: 'array',
    library,
    ...(dtype ? { dtype } : {}),
    ...(shape ? { shape } : {}),
    ...(data ? { data } : { reason: parts.reason ?? { key: 'unmodelled' } }),
    ...(scalar ? { scalar: true } : {}),
    ...(parts.space ? { space: parts.space } : {}),
    ...(parts.form ? { form: parts.form } : {}),
    ...(parts.weak ? { weak: true } : {}),
  };
}

/** Why the first operand without data has none. */
export function missingReason(operands: readonly Operand[]): Reason | undefined {
  for (const { data, python, source } of operands) {
    if (!data && !python && source.kind === 'array') return source.reason ?? { key: 'unmodelled' };
  }
  return undefined;
}

function promotedOf(operand: Operand): Promoted {
  const value = operand.number ?? (operand.scalar ? operand.data?.data[0] : undefined);
  return {
    ...(operand.dtype ? { dtype: operand.dtype } : {}),
    ...(operand.python ? { python: operand.python } : {}),
    scalar: operand.scalar,
    ...(value === undefined ? {} : { value }),
    ...(operand.weak ? { weak: true } : {}),
  };
}

/** The common dtype of operands; undefined when that of an array is not known. */
export function commonType(library: string, operands: readonly Operand[]): { dtype?: DType; weak?: boolean } {
  const unknown = operands.some((operand) => !operand.python && !operand.dtype);
  if (unknown) return {};
  return promote(rulesOf(library).promotion, operands.map(promotedOf));
}

export interface Elementwise {
  /** Rounded from float64 to the result's dtype. */
  readonly compute: (...xs: number[]) => number;
  /** `same`: the promoted dtype; `float`: its floating form; else fixed. */
  readonly result?: 'same' | 'float' | DType;
  readonly space?: Space | undefined;
  readonly form?: Form | undefined;
}

/** Applies a function to every element of the broadcast operands. */
export function elementwise(
  library: string,
  operands: readonly Operand[],
  spec: Elementwise,
  context: OperationContext,
): ArrayValue {
  const { promotion } = rulesOf(library);
  const common = commonType(library, operands);
  const result = spec.result ?? 'same';
  const float = result === 'float' && common.dtype ? floatResult(promotion, common.dtype) : common.dtype;
  // SciPy's ufuncs have loops for float32 and float64 only.
  const inner = result === 'float' && float === 'float16' && context.library === 'scipy' ? 'float32' : float;
  const dtype = result === 'same' || result === 'float' ? inner : result;
  const shape = broadcastShapes(...operands.map((operand) => operand.shape));
  const parts = { dtype, shape, space: spec.space, form: spec.form, weak: common.weak && dtype === common.dtype };
  const known = shape && knownShape(shape);
  const missing = missingReason(operands);
  if (missing || !known || !inner || !dtype) return makeArray(library, { ...parts, reason: missing });
  if (product(known) > context.maxElements) return makeArray(library, { ...parts, reason: { key: 'too-large' } });
  // A true division of integers casts them to floats first; comparisons happen in the common dtype.
  const working = result !== 'same' && result !== 'float' && result.startsWith('float') ? result : inner;
  const data = mapArrays(
    operands.map((operand) => dataIn(operand, working)),
    spec.compute,
    dtype,
  );
  return makeArray(library, { ...parts, data });
}

/** The operand's elements in the dtype of the computation. */
export function dataIn(operand: Operand, dtype: DType): NdArray {
  if (operand.data) return castData(operand.data, dtype);
  if (operand.number === undefined) return giveUp('unmodelled');
  return full([], roundThrough(dtype)(operand.number), dtype);
}

export function castData(data: NdArray, dtype: DType): NdArray {
  if (data.dtype === dtype) return data;
  return fromData(Float64Array.from(data.data, roundThrough(dtype)), data.shape, dtype);
}

/** Half precisions are computed in float32 and rounded again, in NumPy and PyTorch alike. */
export function roundThrough(dtype: DType): (x: number) => number {
  const round = rounder(dtype);
  return dtype === 'float16' || dtype === 'bfloat16' ? (x) => round(Math.fround(x)) : round;
}

/** `compute` of the elements of all arrays after broadcasting, rounded to `dtype`. */
export function mapArrays(arrays: readonly NdArray[], compute: (...xs: number[]) => number, dtype: DType): NdArray {
  const shape = broadcastKnown(...arrays.map((array) => array.shape));
  const columns = arrays.map((array) => broadcastTo(array, shape).data);
  const out = new Float64Array(product(shape));
  const round = roundThrough(dtype);
  for (let i = 0; i < out.length; i++) out[i] = round(compute(...columns.map((column) => column[i] ?? Number.NaN)));
  return fromData(out, shape, dtype);
}
