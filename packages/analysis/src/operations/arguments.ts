/** Reading arguments by role. An argument that is given but not known ends the operation: its result cannot be told. */
import type { DType } from '@softlens/core';
import type { Dim } from '../values/dim.ts';
import type { ArrayValue, Value } from '../values/value.ts';
import { arrayFromNested } from './arrays/nested.ts';
import { arrayLibrary } from './dialects.ts';
import { type Operand, operandOf } from './elementwise/operand.ts';
import type { OperationArguments, OperationContext } from './operation.ts';
import { giveUp, raise } from './outcome.ts';
import { valueDim } from './shapes/shapes.ts';

/** The value of a role, when it is given and not None. */
export function given(args: OperationArguments, role: string): Value | undefined {
  const value = args.get(role);
  return value === undefined || value.kind === 'none' ? undefined : value;
}

export function required(args: OperationArguments, role: string): Value {
  return given(args, role) ?? raise(`missing argument ${role}`);
}

function unread(value: Value): never {
  return value.kind === 'unknown' ? giveUp(value.reason.key, value.reason.name) : giveUp('unmodelled', value.kind);
}

/** A whole number: an int, or what libraries take for one (a 0-d integer array). */
export function wholeOf(value: Value): number {
  if (value.kind === 'int') return Number(value.value);
  if (value.kind === 'bool') return value.value ? 1 : 0;
  if (value.kind === 'array' && value.data?.data.length === 1) return value.data.data[0] ?? 0;
  if (value.kind === 'float' && Number.isInteger(value.value)) return value.value;
  return unread(value);
}

export function whole(args: OperationArguments, role: string): number | undefined {
  const value = given(args, role);
  return value && wholeOf(value);
}

export function numberOfValue(value: Value): number {
  if (value.kind === 'float') return value.value;
  return wholeOf(value);
}

export function number(args: OperationArguments, role: string): number | undefined {
  const value = given(args, role);
  if (value?.kind === 'array' && value.data?.data.length === 1) return value.data.data[0];
  return value && numberOfValue(value);
}

export function flag(args: OperationArguments, role: string, otherwise = false): boolean {
  const value = given(args, role);
  if (!value) return otherwise;
  if (value.kind === 'bool') return value.value;
  if (value.kind === 'int') return Number(value.value) !== 0;
  return unread(value);
}

export function word(args: OperationArguments, role: string): string | undefined {
  const value = given(args, role);
  if (!value) return undefined;
  return value.kind === 'text' ? value.value : unread(value);
}

const dtypeNames: Readonly<Record<string, DType>> = {
  bool: 'bool',
  bool_: 'bool',
  uint8: 'uint8',
  int8: 'int8',
  int16: 'int16',
  int32: 'int32',
  int64: 'int64',
  int: 'int64',
  long: 'int64',
  float16: 'float16',
  half: 'float16',
  bfloat16: 'bfloat16',
  float32: 'float32',
  float64: 'float64',
  float: 'float64',
  double: 'float64',
  f4: 'float32',
  f8: 'float64',
  i4: 'int32',
  i8: 'int64',
};

/** A dtype by object, by name, or by Python's type (`float` is 64 bits in NumPy, the default float elsewhere). */
export function dtypeOf(value: Value, library: string): DType {
  if (value.kind === 'dtype') return value.dtype;
  const name = value.kind === 'text' ? value.value : value.kind === 'builtin' ? value.name : undefined;
  if (name !== undefined && value.kind === 'builtin' && library === 'torch' && name === 'float') return 'float32';
  const dtype = name === undefined ? undefined : dtypeNames[name.replace(/^.*\./, '')];
  return dtype ?? unread(value);
}

export function dtype(args: OperationArguments, context: OperationContext, role = 'dtype'): DType | undefined {
  const value = given(args, role);
  // `x.new_zeros(2)` is of the dtype of `x`.
  const like = value || role !== 'dtype' ? undefined : given(args, 'like');
  if (like?.kind === 'array') return like.dtype;
  return value && dtypeOf(value, arrayLibrary(context.library, context.dialect.promotion));
}

/** One axis, several, or undefined for None. */
export function axes(args: OperationArguments, role = 'axis'): readonly number[] | undefined {
  const value = given(args, role);
  if (!value) return undefined;
  // `torch.std(x, False)` is another overload.
  if (value.kind === 'bool') return unread(value);
  return value.kind === 'tuple' ? value.items.map(wholeOf) : [wholeOf(value)];
}

/** Sizes: `(2, 3)`, `((2, 3),)`, `2`, or an int array; symbols stay symbols. */
export function sizes(value: Value): readonly Dim[] {
  if (value.kind === 'tuple') {
    const [only] = value.items;
    if (value.items.length === 1 && only && (only.kind === 'tuple' || (only.kind === 'array' && only.shape?.length === 1)))
      return sizes(only);
    return value.items.map(sizeOfItem);
  }
  if (value.kind === 'array' && value.shape?.length === 1) return value.data ? [...value.data.data] : unread(value);
  return [sizeOfItem(value)];
}

function sizeOfItem(value: Value): Dim {
  return value.kind === 'array' ? (value.data ? wholeOf(value) : '?') : valueDim(value);
}

/** The array of a role; nested sequences become arrays of the context's library where it takes them. */
export function tensor(args: OperationArguments, role: string, context: OperationContext): ArrayValue {
  return tensorOf(required(args, role), context);
}

export function tensorOf(value: Value, context: OperationContext): ArrayValue {
  if (value.kind === 'array') return value;
  if (value.kind === 'unknown') return unread(value);
  const library = arrayLibrary(context.library, context.dialect.promotion);
  // Python's numbers and lists are no tensors to PyTorch.
  if (library === 'torch' && context.row)
    raise(`${context.row.name}: a tensor is expected, not ${value.kind === 'tuple' ? 'list' : value.kind}`);
  const array = arrayFromNested(value, undefined, context);
  if (array.kind !== 'array') return unread(array);
  return array;
}

/** An argument of an elementwise function: arrays, numbers and nested sequences. */
export function operand(args: OperationArguments, role: string, context: OperationContext): Operand {
  return operandFrom(required(args, role), context);
}

export function operandFrom(value: Value, context: OperationContext): Operand {
  const direct = operandOf(value);
  if (direct) return direct;
  const array = tensorOf(value, context);
  return operandOf(array) ?? unread(array);
}

/** The library whose arrays come out: that of the first array among the operands, else the function's own. */
export function libraryOf(operands: readonly Operand[], context: OperationContext): string {
  const own = arrayLibrary(context.library, context.dialect.promotion);
  const first = operands.find((each) => each.library !== undefined && each.library !== 'numpy')?.library;
  return own === 'numpy' && first !== undefined ? first : own;
}
