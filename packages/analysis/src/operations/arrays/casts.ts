/** Casts, copies and the way back to Python's numbers. */
import { broadcastTo, type DType, floatInfo } from '@softlens/core';
import type { DTypeValue, Value } from '../../values/value.ts';
import { dtype as dtypeArgument, dtypeOf, given, operand, required, tensor } from '../arguments.ts';
import { arrayLibrary } from '../dialects.ts';
import { dataIn, makeArray } from '../elementwise/operand.ts';
import type { Operation, OperationContext } from '../operation.ts';
import { giveUp, raise, settle } from '../outcome.ts';
import { knownShape } from '../shapes/shapes.ts';
import { arrayFromNested, castArray, toPython } from './nested.ts';
import { isFloat } from './promotion.ts';
import { asTexts } from './texts.ts';

const cast: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const texts = asTexts(x, given(args, 'dtype'));
  if (texts) return texts;
  const target = dtypeArgument(args, context);
  return target ? castArray(x, target) : x;
};

const castLike: Operation = (args, context) => {
  const [x, y] = [tensor(args, 'x', context), tensor(args, 'y', context)];
  return y.dtype ? castArray(x, y.dtype) : makeArray(x.library, { shape: x.shape, space: x.space });
};

/** Tensor.to: a dtype casts, a tensor lends its dtype, a device changes nothing that is known here. */
const to: Operation = (args, context) => {
  const x = required(args, 'x');
  if (x.kind !== 'array') return x;
  const asked = given(args, 'dtype');
  if (asked) return castArray(x, dtypeOf(asked, x.library));
  const target = given(args, 'target');
  if (target?.kind === 'dtype') return castArray(x, target.dtype);
  if (target?.kind === 'array')
    return castLike(
      new Map([
        ['x', x],
        ['y', target],
      ]),
      context,
    );
  return x;
};

const identity: Operation = (args) => required(args, 'x');

/** `x.item(3)` counts row by row; `x.item(1, 2)` has an index for each axis. */
function placeOf(index: Value | undefined, shape: readonly number[] | undefined): Value | undefined {
  if (index?.kind !== 'tuple') return index;
  const parts = index.items.flatMap((one) => (one.kind === 'tuple' ? one.items : [one]));
  const places = parts.map((one) => (one.kind === 'int' ? Number(one.value) : -1));
  if (parts.length === 0 || !shape) return undefined;
  if (parts.length === 1) return parts[0];
  if (parts.length !== shape.length || places.some((place, axis) => place < 0 || place >= (shape[axis] ?? 0)))
    return giveUp('unmodelled', 'item');
  return { kind: 'int', value: places.reduce((sum, place, axis) => sum * (shape[axis] ?? 1) + place, 0) };
}

const item: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const at = placeOf(given(args, 'index'), x.data?.shape);
  if (at && x.data && at.kind === 'int') {
    const value = at.value < 0 ? giveUp('unmodelled', 'item') : x.data.data[Number(at.value)];
    return value === undefined
      ? raise('index is out of bounds')
      : toPython(
          makeArray(x.library, {
            data: { ...x.data, shape: [], data: x.data.data.slice(Number(at.value), Number(at.value) + 1) },
          }),
        );
  }
  const size = x.shape && knownShape(x.shape)?.reduce((a, b) => a * b, 1);
  if (size !== undefined && size !== 1) return raise('only one element arrays can be converted to Python scalars');
  return toPython(x.data ? { ...x, shape: [], data: { ...x.data, shape: [] } } : x);
};

const tolist: Operation = (args, context) => toPython(tensor(args, 'x', context));

const isFloating: Operation = (args, context) => {
  const { dtype } = tensor(args, 'x', context);
  return dtype ? { kind: 'bool', value: isFloat(dtype) } : giveUp('unmodelled', 'dtype');
};

/** Tensor.copy_ and fill_: x keeps its shape and dtype. */
const copyInto: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const y = operand(args, 'y', context);
  const shape = x.shape && knownShape(x.shape);
  if (!shape || !x.dtype || (!y.data && y.number === undefined))
    return makeArray(x.library, { dtype: x.dtype, shape: x.shape, space: y.space });
  return makeArray(x.library, { data: broadcastTo(dataIn(y, x.dtype), shape), space: y.space });
};

const finfo: Operation = (args, context) => {
  const library = arrayLibrary(context.library, context.dialect.promotion);
  const dtype: DType = dtypeArgument(args, context) ?? 'float32';
  const info = floatInfo(dtype) ?? raise(`${dtype} is not inexact`);
  // NumPy's attributes are scalars of the dtype, PyTorch's are Python floats.
  const float = (value: number): Value =>
    library === 'numpy'
      ? makeArray('numpy', {
          data: { dtype, shape: [], data: dtype === 'float64' ? Float64Array.of(value) : Float32Array.of(value) },
        })
      : { kind: 'float', value };
  const names = ['max', 'min', 'eps', 'tiny', 'smallest_normal', 'smallest_subnormal', 'bits'];
  const items = [
    float(info.max),
    float(-info.max),
    float(info.eps),
    float(info.tiny),
    float(info.tiny),
    float(info.smallestSubnormal),
    { kind: 'int', value: info.bits } as const,
  ];
  return { kind: 'tuple', items, names };
};

const iinfo: Operation = (args, context) => {
  const dtype = dtypeArgument(args, context) ?? 'int64';
  const bits = Number(/\d+$/.exec(dtype)?.[0] ?? raise(`Invalid integer data type ${dtype}`));
  if (!dtype.includes('int')) return raise(`Invalid integer data type ${dtype}`);
  const unsigned = dtype.startsWith('u');
  const top = 2n ** BigInt(unsigned ? bits : bits - 1) - 1n;
  const whole = (value: bigint): Value => ({ kind: 'int', value: bits > 53 ? value : Number(value) });
  return {
    kind: 'tuple',
    items: [whole(top), whole(unsigned ? 0n : -top - 1n), { kind: 'int', value: bits }],
    names: ['max', 'min', 'bits'],
  };
};

/** What is done for its effect on the outside. */
const effect: Operation = () => ({ kind: 'none' });

/**
 * Calling a dtype: `np.float32(0.1)` is a scalar of it, `np.float32([1, 2])` an array; `tf.float32` and `torch.float32` cannot be called,
 * `jnp.float32(1)` is an array.
 */
export function callDType(
  callee: DTypeValue,
  argument: Value | undefined,
  context: Pick<OperationContext, 'dialect' | 'maxElements'>,
): Value {
  return settle(() => {
    if (callee.library !== 'numpy' && callee.library !== 'jax') return raise(`'${callee.library}.dtype' object is not callable`);
    const value = arrayFromNested(argument ?? { kind: 'int', value: 0 }, callee.dtype, { ...context, library: callee.library });
    if (value.kind !== 'array' || callee.library !== 'numpy' || value.shape?.length !== 0) return value;
    return { ...value, scalar: true };
  });
}

export const castOperations: Readonly<Record<string, Operation>> = {
  cast,
  castLike,
  to,
  identity,
  item,
  tolist,
  isFloat: isFloating,
  copyInto,
  finfo,
  iinfo,
  effect,
};
