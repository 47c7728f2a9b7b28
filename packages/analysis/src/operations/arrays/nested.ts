/** Arrays from nested sequences, and back to Python's numbers and lists. */
import { cast, type DType, fromData, type NdArray } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import { isLowered, lowered } from '../../values/lowered.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Tuple, Value } from '../../values/value.ts';
import { arrayLibrary, rulesOf } from '../dialects.ts';
import { castData, makeArray, roundThrough } from '../elementwise/operand.ts';
import type { OperationContext } from '../operation.ts';
import { giveUp, raise, settle } from '../outcome.ts';
import { floatValue, intValue } from '../scalars/python-scalars.ts';
import { knownShape, product } from '../shapes/shapes.ts';
import { commonSpace, loseAxis } from '../spaces.ts';
import { isFloat, joinNumpy, promote } from './promotion.ts';
import { textsFromNested } from './texts.ts';

type LeafType = DType | 'python bool' | 'python int' | 'python float';

/** What the leaves of a nested sequence hold together. */
interface Gathered {
  readonly shape: Shape;
  /** Absent when one leaf is unknown. */
  readonly numbers?: readonly number[] | undefined;
  /** Absent when nothing is known of a leaf's type. */
  readonly types?: ReadonlySet<LeafType>;
  readonly space?: Space | undefined;
}

/** `np.array(value)`, `torch.tensor(value)`: tuples nest, their leaves are numbers or arrays of one shape. */
export function arrayFromNested(
  value: Value,
  dtype: DType | undefined,
  context: Pick<OperationContext, 'library' | 'dialect' | 'maxElements'>,
): Value {
  const texts = dtype === undefined && context.library === 'numpy' && value.kind === 'tuple' ? textsFromNested(value) : undefined;
  return texts ?? settle(() => nestedArray(value, dtype, context));
}

function nestedArray(
  value: Value,
  dtype: DType | undefined,
  context: Pick<OperationContext, 'library' | 'dialect' | 'maxElements'>,
): Value {
  const library = arrayLibrary(context.library, context.dialect.promotion);
  seen = 0;
  const gathered = gather(value, context.maxElements);
  if (!gathered)
    return makeArray(library, {
      dtype,
      reason: value.kind === 'unknown' ? value.reason : { key: 'unmodelled' },
      ...spaceOf(value),
    });
  const target = dtype ?? (gathered.types && naturalType(gathered.types, library));
  const parts = {
    dtype: target,
    shape: gathered.shape,
    space: gathered.space,
    scalar: false,
    weak: library === 'jax' && !dtype && isNumber(value),
  };
  const shape = knownShape(gathered.shape);
  if (!gathered.numbers || !shape || !target) return makeArray(library, { ...parts, reason: reasonIn(value, 4) });
  if (product(shape) > context.maxElements) return makeArray(library, { ...parts, reason: { key: 'too-large' } });
  const round = roundThrough(target);
  return makeArray(library, { ...parts, data: fromData(gathered.numbers.map(round), shape, target) });
}

/** Why some of the numbers are not known. */
function reasonIn(value: Value, depth: number): ArrayValue['reason'] {
  if (value.kind === 'array' || value.kind === 'unknown') return value.reason;
  if (value.kind !== 'tuple' || depth === 0) return undefined;
  for (const item of value.items.slice(0, 16)) {
    const reason = reasonIn(item, depth - 1);
    if (reason) return reason;
  }
  return undefined;
}

function spaceOf(value: Value): { space?: Space } {
  return value.kind === 'unknown' && value.space ? { space: value.space } : {};
}

function isNumber(value: Value): boolean {
  return value.kind === 'bool' ? false : value.kind === 'int' || value.kind === 'float';
}

/** Items of nested sequences that one array may be made of: a tuple may hold another many times over, and that one another. */
const maxParts = 100_000;
let seen = 0;

function gather(value: Value, limit: number): Gathered | undefined {
  if (++seen > maxParts) giveUp('too-large');
  switch (value.kind) {
    case 'bool':
      return { shape: [], numbers: [value.value ? 1 : 0], types: new Set<LeafType>(['python bool']) };
    case 'int': {
      const number = Number(value.value);
      return {
        shape: [],
        types: new Set<LeafType>(['python int']),
        ...(Number.isSafeInteger(number) ? { numbers: [number] } : {}),
        space: value.space,
      };
    }
    case 'float':
      return { shape: [], numbers: [value.value], types: new Set<LeafType>(['python float']), space: value.space };
    case 'range':
      return gatherRange(value, limit);
    case 'array':
      return (
        value.shape && {
          shape: value.shape,
          space: value.space,
          ...(value.data ? { numbers: [...value.data.data] } : {}),
          ...(value.dtype ? { types: new Set<LeafType>([value.dtype]) } : {}),
        }
      );
    case 'tuple':
      return gatherTuple(value, limit);
    case 'unknown':
      // One unread number among numbers; it may also be a sequence, so the shape is claimed only beside numbers.
      return undefined;
    case 'text':
      return giveUp('unmodelled', 'text');
    default:
      return undefined;
  }
}

function gatherRange(value: Extract<Value, { kind: 'range' }>, limit: number): Gathered {
  const length = Math.max(0, Math.ceil((value.stop - value.start) / value.step));
  const shape = [length];
  const types = new Set<LeafType>(['python int']);
  if (length > limit) return { shape, types };
  return { shape, types, numbers: Array.from({ length }, (_, i) => value.start + i * value.step) };
}

function gatherTuple(value: Tuple, limit: number): Gathered | undefined {
  if (value.items.length === 0)
    return { shape: [0], numbers: [], types: new Set<LeafType>(['python float']), space: value.space };
  const parts: Gathered[] = [];
  let unread = 0;
  for (const item of value.items) {
    const part = gather(item, limit);
    if (part) parts.push(part);
    else unread++;
  }
  const first = parts[0];
  if (!first || (unread > 0 && first.shape.length > 0)) return undefined;
  for (const part of parts) {
    if (part.shape.length !== first.shape.length || part.shape.some((dim, i) => differ(dim, first.shape[i])))
      raise('inhomogeneous shape of nested sequences');
  }
  const complete = unread === 0;
  const numbers = complete && parts.every((part) => part.numbers) ? parts.flatMap((part) => part.numbers ?? []) : undefined;
  const types =
    complete && parts.every((part) => part.types)
      ? new Set<LeafType>(parts.flatMap((part) => [...(part.types ?? [])]))
      : undefined;
  return {
    shape: [value.items.length, ...first.shape],
    ...(numbers ? { numbers } : {}),
    ...(types ? { types } : {}),
    space: value.space ?? rowsSpace(parts.map((part) => part.space)),
  };
}

function differ(a: Shape[number], b: Shape[number] | undefined): boolean {
  return typeof a === 'number' && typeof b === 'number' && a !== b;
}

/** Rows that are distributions each make a matrix of them; a new axis stands in front. */
function rowsSpace(spaces: readonly (Space | undefined)[]): Space | undefined {
  const space = commonSpace(spaces);
  return space?.axis === undefined || space.axis < 0 ? space : { ...space, axis: space.axis + 1 };
}

function naturalType(types: ReadonlySet<LeafType>, library: string): DType {
  const { promotion, defaultFloat, defaultInt } = rulesOf(library);
  const dtypes = [...types].map((type): DType => {
    if (type === 'python bool') return 'bool';
    if (type === 'python int') return defaultInt;
    if (type === 'python float') return defaultFloat;
    return canonical(type, library);
  });
  if (promotion === 'numpy') return dtypes.reduce(joinNumpy);
  if (promotion === 'tensorflow') return dtypes.reduce((a, b) => (isFloat(b) || a === 'bool' ? b : a));
  return promote(
    promotion,
    dtypes.map((dtype) => ({ dtype, scalar: false })),
  ).dtype;
}

/** JAX without x64 has no 64-bit types; TensorFlow.js has float32, int32 and bool. */
export function canonical(dtype: DType, library: string): DType {
  if (library === 'jax') return dtype === 'float64' ? 'float32' : dtype === 'int64' ? 'int32' : dtype;
  if (library === 'tfjs') return isFloat(dtype) ? 'float32' : dtype === 'bool' ? 'bool' : 'int32';
  return dtype;
}

/** `.tolist()` and `.item()`: nested tuples of Python numbers. Unknown data gives unknown. */
export function toPython(value: Value): Value {
  if (value.kind !== 'array') return value;
  const { data } = value;
  const element = value.space ? loseAxis(value.space, true) : undefined;
  if (!data)
    return { kind: 'unknown', reason: value.reason ?? { key: 'unmodelled' }, ...(value.space ? { space: value.space } : {}) };
  let position = 0;
  const build = (depth: number): Value => {
    const length = data.shape[depth];
    if (length === undefined) return elementOf(data, position++, element);
    return { kind: 'tuple', items: Array.from({ length }, () => build(depth + 1)) };
  };
  const result = build(0);
  return result.kind === 'tuple' && value.space ? { ...result, space: value.space } : result;
}

function elementOf(data: NdArray, position: number, space: Space | undefined): Value {
  const number = data.data[position] ?? Number.NaN;
  const meaning = space ? { space } : {};
  if (data.dtype === 'bool') return { kind: 'bool', value: number !== 0 };
  return isFloat(data.dtype) ? { ...floatValue(number), ...meaning } : { ...intValue(number), ...meaning };
}

/** The array in another dtype, as `astype` casts it. */
export function castArray(array: ArrayValue, dtype: DType, limitToLibrary = true): ArrayValue {
  const target = limitToLibrary ? canonical(dtype, array.library) : dtype;
  const data = array.data && castSafely(array.data, target);
  const { dtype: _, data: __, form: ___, weak: ____, ...rest } = array;
  return { ...rest, dtype: target, ...(data ? { data } : {}), ...(isLowered(array) ? { form: lowered } : {}) };
}

/** Half precisions round through float32; out of an integer's range nothing is promised by C, so nothing is told. */
function castSafely(data: NdArray, dtype: DType): NdArray {
  return isFloat(dtype) ? castData(data, dtype) : cast(data, dtype);
}
