/** softmax and what belongs to it: functions along one axis that make distributions. */
import {
  fromData,
  logSoftmaxAlong,
  logSumExpAlong,
  map,
  mapAlong,
  type NdArray,
  reduce,
  reshape,
  softmaxAlong,
} from '@softlens/core';
import type { Family, SpaceName } from '@softlens/frameworks';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { axes as axesArgument, dtype as dtypeArgument, flag, given, number, tensor } from '../arguments.ts';
import { castArray } from '../arrays/nested.ts';
import { logSoftmaxOf, logSumExpOf, softmaxOf, workingOf } from '../arrays/precision.ts';
import { floatResult, isFloat } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import { resolveAxis } from '../gives.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { normalAxes, type ReducedOptions, reduceArray, reductionForm, reductionOf } from '../reductions/reduce.ts';
import { makeSpace, originAt } from '../spaces.ts';

interface AlongAxis {
  readonly x: ArrayValue;
  /** From the start; `all` for the flattened array; undefined when it cannot be told. */
  readonly axis: number | 'all' | undefined;
}

/** The input cast to a float, and the axis: as given, or by the row's rule when it is None. */
function alongAxis(args: OperationArguments, context: OperationContext): AlongAxis {
  const x = floatInput(tensor(args, 'x', context), args, context);
  if (args.get('axis')?.kind === 'unknown') return { x, axis: undefined };
  const rank = x.shape?.length;
  const asked = axesArgument(args);
  if (asked && asked.length > 1) return { x, axis: asked.length === rank ? 'all' : giveUp('unmodelled', 'several axes') };
  if (asked?.[0] !== undefined) {
    const [axis] = normalAxes(asked, x) ?? [];
    return { x, axis: rank === 0 ? 'all' : axis };
  }
  const rule = context.row?.gives?.find((each) => each.axis !== undefined)?.axis;
  if (rule === 'all' || (rule === undefined && rulesOf(x.library).promotion === 'numpy')) return { x, axis: 'all' };
  const axis = resolveAxis(typeof rule === 'object' || rule === undefined ? implicitRule(x.library) : rule, rank, args);
  return { x, axis: axis === undefined || rank === undefined ? axis : rank === 0 ? 'all' : axis < 0 ? axis + rank : axis };
}

function implicitRule(library: string): 'torch-implicit' | -1 {
  return library === 'torch' ? 'torch-implicit' : -1;
}

function floatInput(x: ArrayValue, args: OperationArguments, context: OperationContext): ArrayValue {
  const asked = dtypeArgument(args, context);
  if (asked) return castArray(x, asked);
  if (!x.dtype || isFloat(x.dtype)) return x;
  const { promotion } = rulesOf(x.library);
  if (promotion === 'torch') return raise(`not implemented for ${x.dtype}`);
  return castArray(x, floatResult(promotion, x.dtype));
}

/** Applies a function of vectors along the axis; a flattened array gets its shape back. */
function mapAxis({ x, axis }: AlongAxis, compute: (data: NdArray, axis: number) => NdArray, space?: Space): ArrayValue {
  const parts = { dtype: x.dtype, shape: x.shape, reason: x.reason, space, scalar: x.scalar === true, weak: x.weak };
  if (!x.data || axis === undefined) return makeArray(x.library, parts);
  if (axis !== 'all') return makeArray(x.library, { ...parts, data: compute(x.data, axis) });
  const flat = reshape(x.data, [x.data.data.length]);
  return makeArray(x.library, { ...parts, data: reshape(compute(flat, 0), x.data.shape) });
}

function spaceAlong(name: SpaceName, family: Family | undefined, { x, axis }: AlongAxis, context: OperationContext): Space {
  const at = axis === 'all' ? (x.shape?.length === 1 ? 0 : undefined) : axis;
  const what = context.row?.name ?? name;
  return makeSpace(name, {
    family,
    axis: at,
    classes: at === undefined ? undefined : x.shape?.[at],
    origin: originAt(context.place, what, x.space),
  });
}

/** Exact for our own functions, imported or not, else as the libraries compute it. */
function exactly(context: OperationContext): boolean {
  return context.library === 'core' || context.library === 'softlens';
}

type Distribution = 'probabilities' | 'log-probabilities';

function distributed(name: Distribution, { x }: AlongAxis, context: OperationContext): (data: NdArray, axis: number) => NdArray {
  const dtype = x.dtype ?? 'float64';
  if (exactly(context)) return name === 'probabilities' ? softmaxAlong : logSoftmaxAlong;
  const working = workingOf(dtype, x.library);
  const compute = name === 'probabilities' ? softmaxOf : logSoftmaxOf;
  const final = roundThrough(dtype);
  return (data, axis) => mapAlong(data, axis, (vector) => compute(vector, working).map(final), dtype, name);
}

function distribution(name: Distribution, sign: 1 | -1): Operation {
  return (args, context) => {
    const input = alongAxis(args, context);
    const space = spaceAlong(name, 'categorical', input, context);
    if (given(args, 'where') || given(args, 'mask'))
      return makeArray(input.x.library, { dtype: input.x.dtype, shape: input.x.shape, space });
    const temperature = given(args, 'temperature') ? (number(args, 'temperature') ?? 1) : 1;
    const scale = sign / temperature;
    const compute = distributed(name, input, context);
    const scaled = (data: NdArray): NdArray =>
      scale === 1 ? data : map(data, (v) => (sign === -1 && temperature === 1 ? -v : (sign * v) / temperature));
    return mapAxis(input, (data, axis) => compute(scaled(data), axis), space);
  };
}

/** log Σ b·exp(x), as SciPy computes it: the largest x whose factor is not 0 is taken out. */
function weightedLogSumExp(args: OperationArguments, context: OperationContext): Value {
  const { x } = reductionOf(args, context);
  const weights = tensor(args, 'weights', context);
  if (given(args, 'axis') || !x.data || weights.data?.data.length !== x.data.data.length) return giveUp('unmodelled', 'b');
  const factors = weights.data.data;
  const top = Math.max(...[...x.data.data].filter((_, i) => factors[i] !== 0));
  const shift = Number.isFinite(top) ? top : 0;
  const sum = [...x.data.data].reduce((total, v, i) => total + (factors[i] ?? 0) * Math.exp(v - shift), 0);
  return makeArray(x.library, { data: fromData([Math.log(sum) + shift], [], 'float64') });
}

const logSumExp: Operation = (args, context) => {
  if (flag(args, 'returnSign')) giveUp('unmodelled', 'return_sign');
  if (given(args, 'weights')) return weightedLogSumExp(args, context);
  const reduction = reductionOf(args, context);
  const whole = reduction.x.library === 'torch' && reduction.x.dtype !== undefined && !isFloat(reduction.x.dtype);
  const x = whole ? castArray(reduction.x, 'float32') : floatInput(reduction.x, args, context);
  if (reduction.x.dtype === 'bool' && reduction.x.library === 'numpy') raise('subtraction of bool arrays is not supported');
  const form = reductionForm('logsumexp', reduction, args.get('x'));
  const working = workingOf(x.dtype, x.library);
  const compute = (data: NdArray, { axis, keepdims, dtype }: ReducedOptions): NdArray =>
    exactly(context)
      ? logSumExpAlong(data, { axis, keepdims })
      : reduce(data, (group) => roundThrough(dtype)(logSumExpOf(group, working)), { axis, keepdims }, dtype, 'logSumExp');
  return reduceArray({ ...reduction, x }, { dtype: x.dtype, compute, form });
};

/** Martins and Astudillo 2016, https://arxiv.org/abs/1602.02068, algorithm 1. */
function sparsemaxOf(vector: Float64Array): Float64Array {
  const sorted = vector.toSorted().reverse();
  let [sum, threshold] = [0, 0];
  for (const [i, v] of sorted.entries()) {
    sum += v;
    if (1 + (i + 1) * v > sum) threshold = (sum - 1) / (i + 1);
  }
  return vector.map((v) => Math.max(v - threshold, 0));
}

const sparsemax: Operation = (args, context) => {
  const input = alongAxis(args, context);
  const space = spaceAlong('probabilities', 'categorical', input, context);
  return mapAxis(input, (data, axis) => mapAlong(data, axis, sparsemaxOf, data.dtype, 'sparsemax'), space);
};

const hardmax: Operation = (args, context) => {
  const input = alongAxis(args, context);
  const one = (vector: Float64Array): Float64Array => {
    const best = vector.indexOf(Math.max(...vector));
    return vector.map((_, i) => (i === best ? 1 : 0));
  };
  return mapAxis(
    input,
    (data, axis) => mapAlong(data, axis, one, data.dtype, 'hardmax'),
    spaceAlong('one-hot', undefined, input, context),
  );
};

const gumbelSoftmax: Operation = (args, context) => {
  const input = alongAxis(args, context);
  const space = spaceAlong(
    flag(args, 'hard') ? 'one-hot' : 'probabilities',
    flag(args, 'hard') ? undefined : 'categorical',
    input,
    context,
  );
  return makeArray(input.x.library, { dtype: input.x.dtype, shape: input.x.shape, space, reason: { key: 'random' } });
};

const logcumsumexp: Operation = (args, context) => {
  const input = alongAxis(args, context);
  const running = (vector: Float64Array): Float64Array => {
    let total = -Infinity;
    return vector.map((v) => {
      const top = Math.max(total, v);
      total = top === -Infinity ? top : top + Math.log(Math.exp(total - top) + Math.exp(v - top));
      return total;
    });
  };
  return mapAxis(input, (data, axis) => mapAlong(data, axis, running, data.dtype, 'logcumsumexp'));
};

const glu: Operation = (args, context) => {
  const { x, axis } = alongAxis(args, context);
  if (typeof axis !== 'number') return giveUp('unmodelled', 'axis');
  const shape = x.shape?.map((dim, i) =>
    i !== axis ? dim : typeof dim === 'number' ? (dim % 2 === 0 ? dim / 2 : raise('glu: the axis has no two halves')) : '?',
  );
  const gate = (vector: Float64Array): Float64Array => {
    const half = vector.length / 2;
    return vector.slice(0, half).map((v, i) => v / (1 + Math.exp(-(vector[half + i] ?? 0))));
  };
  return makeArray(x.library, {
    dtype: x.dtype,
    shape,
    reason: x.reason,
    data: x.data && mapAlong(x.data, axis, gate, x.data.dtype, 'glu'),
  });
};

/** x divided by max(its norm along the axis, ε). */
const normalize: Operation = (args, context) => {
  const { x, axis } = alongAxis(args, context);
  const [order, epsilon] = [number(args, 'order') ?? 2, number(args, 'epsilon') ?? 1e-12];
  const scale = (vector: Float64Array): Float64Array => {
    const size =
      order === Infinity
        ? Math.max(...vector.map(Math.abs))
        : vector.reduce((sum, v) => sum + Math.abs(v) ** order, 0) ** (1 / order);
    const norm = order === 2 ? Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0)) : size;
    return vector.map((v) => v / Math.max(norm, epsilon));
  };
  const space =
    order === 1 && x.data?.data.every((v: number) => v >= 0)
      ? spaceAlong('probabilities', 'categorical', { x, axis }, context)
      : undefined;
  return mapAxis({ x, axis }, (data, at) => mapAlong(data, at, scale, data.dtype, 'normalize'), space);
};

const l2Normalize: Operation = (args, context) => {
  const epsilon = number(args, 'epsilon') ?? 1e-12;
  const scale = (vector: Float64Array): Float64Array => {
    const square = vector.reduce((sum, v) => sum + v * v, 0);
    return vector.map((v) => v / Math.sqrt(Math.max(square, epsilon)));
  };
  return mapAxis(alongAxis(args, context), (data, at) => mapAlong(data, at, scale, data.dtype, 'l2Normalize'));
};

const standardize: Operation = (args, context) => {
  const epsilon = number(args, 'epsilon') ?? 1e-5;
  const input = alongAxis(args, context);
  if (given(args, 'mean') || given(args, 'variance'))
    return makeArray(input.x.library, { dtype: input.x.dtype, shape: input.x.shape });
  const scale = (vector: Float64Array): Float64Array => {
    const mean = vector.reduce((a, b) => a + b, 0) / vector.length;
    const variance = vector.reduce((sum, v) => sum + (v - mean) ** 2, 0) / vector.length;
    return vector.map((v) => (v - mean) / Math.sqrt(variance + epsilon));
  };
  return mapAxis(input, (data, at) => mapAlong(data, at, scale, data.dtype, 'standardize'));
};

export const softmaxOperations: Readonly<Record<string, Operation>> = {
  softmax: distribution('probabilities', 1),
  logSoftmax: distribution('log-probabilities', 1),
  softmin: distribution('probabilities', -1),
  sparsemax,
  hardmax,
  gumbelSoftmax,
  logSumExp,
  logcumsumexp,
  glu,
  normalize,
  l2Normalize,
  standardize,
};
