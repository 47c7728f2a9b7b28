/** Sums, means, extremes and their relatives. */
import {
  all,
  any,
  argmax,
  argmin,
  countNonzero,
  type DType,
  fromData,
  max,
  mean,
  min,
  type NdArray,
  norm,
  prod,
  reduce,
  standardDeviation,
  sum,
  variance,
} from '@softlens/core';
import type { ArrayValue, Tuple, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import { dtype as dtypeArgument, flag, given, libraryOf, number, operand, required, tensorOf } from '../arguments.ts';
import { arrayFromNested, toPython } from '../arrays/nested.ts';
import { workingPrecision } from '../arrays/precision.ts';
import { isFloat } from '../arrays/promotion.ts';
import { singlePairwiseSum } from '../arrays/single-precision.ts';
import { rulesOf } from '../dialects.ts';
import { elementwise, makeArray, operandOf, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import {
  accumulator,
  averageSpace,
  meanType,
  type ReducedOptions,
  type Reduction,
  reduceArray,
  reductionForm,
  reductionOf,
  withDtype,
} from './reduce.ts';
import { torchSum } from './torch-sum.ts';

const sumOperation: Operation = (args, context) => {
  const reduction = withDtype(reductionOf(args, context), args, context);
  const { x } = reduction;
  const initial = number(args, 'initial') ?? 0;
  const compute = (data: NdArray, options: ReducedOptions): NdArray => {
    const total =
      x.library === 'numpy' && data.dtype === 'float32'
        ? reduce(data, singlePairwiseSum, options, 'float32', 'sum')
        : isTorchFloat(x.library, data, options)
          ? torchSum(data, options)
          : halfSafe(sum, data, options);
    return initial === 0
      ? total
      : fromData(
          total.data.map((v: number) => v + initial),
          total.shape,
          total.dtype,
        );
  };
  const space = x.space?.name === 'loss' ? x.space : undefined;
  return reduceArray(reduction, {
    dtype: accumulator(x.dtype, x.library),
    compute,
    space,
    form: reductionForm('sum', reduction, sourceOf(args, x)),
  });
};

/** Forms compare by identity, so they hold the argument as it was written. */
function sourceOf(args: OperationArguments, x: ArrayValue): Value {
  const source = args.get('x');
  return source?.kind === 'array' ? source : x;
}

type Reducer = (data: NdArray, options: { axis?: readonly number[] | undefined; keepdims?: boolean; dtype?: DType }) => NdArray;

const isTorchFloat = (library: string, { dtype }: NdArray, options: ReducedOptions): boolean =>
  library === 'torch' && dtype === options.dtype && (dtype === 'float32' || dtype === 'float64');

/** Half precisions are added in float32 and rounded at the end. */
function halfSafe(reducer: Reducer, data: NdArray, options: ReducedOptions): NdArray {
  if (options.dtype !== 'float16' && options.dtype !== 'bfloat16') return reducer(data, options);
  const exact = reducer(data, { ...options, dtype: 'float64' });
  return fromData(Float64Array.from(exact.data, roundThrough(options.dtype)), exact.shape, options.dtype);
}

const prodOperation: Operation = (args, context) => {
  if (given(args, 'initial')) return giveUp('unmodelled', 'initial');
  const reduction = withDtype(reductionOf(args, context), args, context);
  const { x } = reduction;
  return reduceArray(reduction, {
    dtype: accumulator(x.dtype, x.library),
    compute: (data, options) => halfSafe(prod, data, options),
  });
};

const meanOperation: Operation = (args, context) => {
  const reduction = withDtype(reductionOf(args, context), args, context);
  const { x } = reduction;
  const dtype = meanType(x.dtype, x.library);
  const compute = (data: NdArray, options: ReducedOptions): NdArray => {
    if (x.library === 'numpy' && data.dtype === 'float32')
      return reduce(data, (group, run) => singlePairwiseSum(group, run) / group.length, options, 'float32', 'mean');
    return isTorchFloat(x.library, data, options) ? torchSum(data, options, true) : halfSafe(mean, data, options);
  };
  return reduceArray(reduction, { dtype, compute, space: averageSpace(reduction) });
};

function extreme(reducer: typeof max, name: 'max' | 'min'): Operation {
  return (args, context) => {
    const reduction = reductionOf(args, context);
    if (given(args, 'initial')) return giveUp('unmodelled', 'initial');
    const form = name === 'max' ? reductionForm('max', reduction, sourceOf(args, reduction.x)) : undefined;
    return reduceArray(reduction, { dtype: reduction.x.dtype, compute: reducer, space: averageSpace(reduction), form });
  };
}

/** `argmax` flattens without an axis, in every library but TensorFlow, whose rows have an axis. */
function argument(reducer: typeof argmax): Operation {
  return (args, context) => {
    const reduction = reductionOf(args, context);
    const { promotion } = rulesOf(reduction.x.library);
    if (reduction.x.dtype === 'bool' && promotion === 'torch') raise('not implemented for Bool');
    const asked = promotion === 'tensorflow' ? dtypeArgument(args, context) : undefined;
    const dtype: DType = asked ?? (promotion === 'jax' || promotion === 'javascript' ? 'int32' : 'int64');
    const space = reduction.x.space && { name: 'class-index' as const, origin: reduction.x.space.origin };
    return reduceArray(reduction, { dtype, compute: reducer, space });
  };
}

function logical(reducer: typeof all): Operation {
  return (args, context) => reduceArray(reductionOf(args, context), { dtype: 'bool', compute: reducer });
}

const countNonzeroOperation: Operation = (args, context) => {
  const reduction = reductionOf(args, context);
  const counted = reduceArray(reduction, { dtype: rulesOf(reduction.x.library).defaultInt, compute: countNonzero });
  // NumPy counts all in a Python int.
  return reduction.x.library === 'numpy' && !reduction.axes && !reduction.keepdims ? toPython(counted) : counted;
};

function spread(reducer: typeof variance): Operation {
  return (args, context) => {
    const reduction = withDtype(reductionOf(args, context), args, context);
    const { x } = reduction;
    const unbiased = given(args, 'unbiased');
    const torch = rulesOf(x.library).promotion === 'torch';
    const correction = unbiased ? (flag(args, 'unbiased') ? 1 : 0) : (number(args, 'correction') ?? (torch ? 1 : 0));
    const compute: Reducer = (data, options) => reducer(data, { ...options, correction });
    return reduceArray(reduction, {
      dtype: meanType(x.dtype, x.library),
      compute: (data, options) => halfSafe(compute, data, options),
    });
  };
}

const moments: Operation = (args, context) => ({
  kind: 'tuple',
  items: [meanOperation(args, context), spread(variance)(args, context)],
});

/** torch.std_mean and var_mean. */
const spreadAndMean: Operation = (args, context) => ({
  kind: 'tuple',
  items: [spread(flag(args, 'root') ? standardDeviation : variance)(args, context), meanOperation(args, context)],
});

function sortedGroup(group: Float64Array): Float64Array {
  return group.slice().sort((a, b) => (Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : a - b));
}

/** NumPy's linear interpolation: between the neighbours, from the nearer one. */
function quantileOf(group: Float64Array, q: number, r: (x: number) => number): number {
  if (group.some(Number.isNaN)) return Number.NaN;
  const sorted = sortedGroup(group);
  const position = q * (sorted.length - 1);
  const low = Math.floor(position);
  const [a, b] = [sorted[low] ?? Number.NaN, sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN];
  const t = position - low;
  const step = r(b - a);
  return t >= 0.5 ? b - step * (1 - t) : a + step * t;
}

const median: Operation = (args, context) => {
  const reduction = reductionOf(args, context);
  const middle = (group: Float64Array): number => {
    if (group.some(Number.isNaN)) return Number.NaN;
    const sorted = sortedGroup(group);
    const half = sorted.length >> 1;
    return sorted.length % 2 === 1
      ? (sorted[half] ?? Number.NaN)
      : ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
  };
  const compute: Reducer = (data, options) => reduce(data, middle, options, options.dtype ?? 'float64', 'median');
  return reduceArray(reduction, {
    dtype: meanType(reduction.x.dtype, reduction.x.library),
    compute,
    space: averageSpace(reduction),
  });
};

const quantile: Operation = (args, context) => {
  const reduction = reductionOf(args, context);
  if (reduction.x.dtype === 'bool') raise('subtraction of bool arrays is not supported');
  const method = args.get('method');
  if (method?.kind === 'text' && method.value !== 'linear') return giveUp('unmodelled', method.value);
  const scale = flag(args, 'percent') ? 100 : 1;
  const q = arrayFromNested(required(args, 'q'), undefined, context);
  // NumPy interpolates with float64 quantiles.
  const dtype = reduction.x.library === 'numpy' ? 'float64' : meanType(reduction.x.dtype, reduction.x.library);
  const r = workingPrecision(
    reduction.x.dtype && isFloat(reduction.x.dtype) ? reduction.x.dtype : undefined,
    reduction.x.library,
  );
  if (q.kind !== 'array' || !q.data || q.shape === undefined || q.shape.length > 1) return giveUp('unmodelled', 'q');
  const results = [...q.data.data].map((each) =>
    reduceArray(reduction, {
      dtype,
      compute: (data, options) => reduce(data, (group) => quantileOf(group, each / scale, r), options, options.dtype, 'quantile'),
    }),
  );
  const [first] = results;
  if (q.shape.length === 0 && first) return first;
  const shape = first?.shape && [results.length, ...first.shape];
  if (!dtype || !shape || results.some((each) => !each.data))
    return makeArray(reduction.x.library, { dtype, shape, reason: reduction.x.reason });
  const data = fromData(
    results.flatMap((each) => [...(each.data?.data ?? [])]),
    shape.map(Number),
    dtype,
  );
  return makeArray(reduction.x.library, { data });
};

/** Elements that are no NaN; groups of NaN alone have none. */
function ignoringNaN(compute: (group: Float64Array) => number, type: 'sum' | 'mean' | 'same'): Operation {
  return (args, context) => {
    const reduction = reductionOf(args, context);
    const { x } = reduction;
    const dtype = type === 'sum' ? accumulator(x.dtype, x.library) : type === 'mean' ? meanType(x.dtype, x.library) : x.dtype;
    return reduceArray(reduction, {
      dtype,
      compute: (data, options) =>
        reduce(data, (group) => compute(group.filter((v) => !Number.isNaN(v))), options, options.dtype, 'nan'),
    });
  };
}

const total = (group: Float64Array): number => group.reduce((a, b) => a + b, 0);
const meanOf = (group: Float64Array): number => (group.length === 0 ? Number.NaN : total(group) / group.length);
const largestOf = (group: Float64Array): number => (group.length === 0 ? Number.NaN : Math.max(...group));
const leastOf = (group: Float64Array): number => (group.length === 0 ? Number.NaN : Math.min(...group));
const varianceOf = (group: Float64Array): number => {
  const center = meanOf(group);
  return meanOf(group.map((v) => (v - center) ** 2));
};

const ptp: Operation = (args, context) => {
  const reduction = reductionOf(args, context);
  if (reduction.x.dtype === 'bool') raise('subtraction of bool arrays is not supported');
  return reduceArray(reduction, {
    dtype: reduction.x.dtype,
    compute: (data, options) => reduce(data, (group) => largestOf(group) - leastOf(group), options, options.dtype, 'ptp'),
  });
};

const average: Operation = (args, context) => {
  const weights = given(args, 'weights');
  if (flag(args, 'returned')) return giveUp('unmodelled', 'returned');
  if (!weights) return meanOperation(args, context);
  const reduction = reductionOf(args, context);
  const { x, axes } = reduction;
  const w = operandOf(tensorOf(weights, context));
  const dtype: DType = 'float64';
  if (!x.data || !w?.data || !x.shape) return reduceArray(reduction, { dtype, compute: mean });
  const only = axes?.length === 1 ? axes[0] : undefined;
  const aligned =
    w.data.shape.length === 1 && only !== undefined && x.shape.length > 1 ? reshaped(w.data, x.shape.length, only) : w.data;
  const [weight, base] = [operandOf(makeArray('numpy', { data: aligned, scalar: false })), operandOf(x)];
  if (!weight || !base) return giveUp('unmodelled');
  const weighted = elementwise('numpy', [base, weight], { compute: (a, b) => a * b, result: 'float64' }, context);
  const spreadWeights = elementwise('numpy', [base, weight], { compute: (_, b) => b, result: 'float64' }, context);
  if (!weighted.data || !spreadWeights.data) return giveUp('too-large');
  const options = { axis: axes, keepdims: reduction.keepdims };
  const [top, bottom] = [sum(weighted.data, options), sum(spreadWeights.data, options)];
  return makeArray(x.library, {
    data: fromData(
      top.data.map((v: number, i: number) => v / (bottom.data[i] ?? Number.NaN)),
      top.shape,
      dtype,
    ),
    space: averageSpace(reduction),
  });
};

function reshaped(data: NdArray, rank: number, axis: number): NdArray {
  return { ...data, shape: Array.from({ length: rank }, (_, i) => (i === axis ? data.data.length : 1)) };
}

/** The largest (or least, for a negative order) sum of magnitudes: of columns for ±1, of rows for ±∞. */
function matrixNorm(reduction: Reduction, order: number): Value {
  const { x, keepdims } = reduction;
  if (Math.abs(order) !== 1 && Math.abs(order) !== Infinity) return giveUp('unmodelled', 'matrix norm');
  if (x.shape?.length !== 2 || keepdims) return giveUp('unmodelled', 'matrix norm');
  const compute = (data: NdArray, { dtype }: ReducedOptions): NdArray => {
    const sums = norm(data, { axis: Math.abs(order) === 1 ? 0 : 1, order: 1, dtype });
    return order > 0 ? max(sums) : min(sums);
  };
  return reduceArray({ ...reduction, axes: undefined }, { dtype: meanType(x.dtype, x.library), compute });
}

const normOperation: Operation = (args, context) => {
  const reduction = withDtype(reductionOf(args, context), args, context);
  const { x, axes } = reduction;
  const asked = args.get('order');
  const named = asked?.kind === 'text' ? asked.value : undefined;
  if (named !== undefined && named !== 'fro' && named !== 'euclidean') return giveUp('unmodelled', named);
  const matrix = axes
    ? axes.length === 2
    : x.shape?.length === 2 && (rulesOf(x.library).promotion !== 'torch' || flag(args, 'matrix'));
  const order = named === undefined ? number(args, 'order') : undefined;
  if (matrix && order !== undefined && order !== 2) return matrixNorm(reduction, order);
  if (matrix && order === 2 && rulesOf(x.library).promotion !== 'torch' && rulesOf(x.library).promotion !== 'tensorflow')
    return giveUp('unmodelled', 'matrix norm');
  if (order !== undefined && !axes && (x.shape?.length ?? 1) > 2 && x.library === 'numpy')
    raise('Improper number of dimensions to norm.');
  const compute: Reducer = (data, options) => norm(data, { ...options, order: order ?? 2 });
  return reduceArray(reduction, {
    dtype: meanType(x.dtype, x.library),
    compute: (data, options) => halfSafe(compute, data, options),
  });
};

/** torch.max and torch.min: alone a reduction, with an axis values and indices, with a tensor elementwise. */
function torchExtreme(
  reducer: typeof max,
  finder: typeof argmax,
  name: 'max' | 'min',
  pick: (a: number, b: number) => number,
): Operation {
  return (args, context) => {
    const axis = given(args, 'axis');
    if (!axis) return extreme(reducer, name)(args, context);
    if (axis.kind === 'array') {
      const operands = [operand(args, 'x', context), operand(args, 'axis', context)];
      return elementwise(libraryOf(operands, context), operands, { compute: pick }, context);
    }
    return {
      kind: 'tuple',
      items: [extreme(reducer, name)(args, context), argument(finder)(args, context)],
      names: ['values', 'indices'],
    } satisfies Tuple;
  };
}

const torchMedian: Operation = (args, context) => {
  const reduction = reductionOf(args, context);
  if (reduction.x.dtype === 'bool') raise('not implemented for Bool');
  const lower = (group: Float64Array): number =>
    group.some(Number.isNaN) ? Number.NaN : (sortedGroup(group)[(group.length - 1) >> 1] ?? Number.NaN);
  const values = reduceArray(reduction, {
    dtype: reduction.x.dtype,
    compute: (data, options) => reduce(data, lower, options, options.dtype, 'median'),
  });
  if (!reduction.axes) return values;
  // Which of several equal values is meant is not said.
  let isClear = true;
  const placeOf = (group: Float64Array): number => {
    const at = group.indexOf(lower(group));
    isClear &&= at >= 0 && group.lastIndexOf(lower(group)) === at;
    return at;
  };
  const places = reduceArray(reduction, {
    dtype: 'int64',
    compute: (data, options) => reduce(data, placeOf, options, 'int64', 'median'),
  });
  const indices = isClear || places.kind !== 'array' ? places : withoutElements(places);
  return { kind: 'tuple', items: [values, indices], names: ['values', 'indices'] };
};

const aminmax: Operation = (args, context) => ({
  kind: 'tuple',
  items: [extreme(min, 'min')(args, context), extreme(max, 'max')(args, context)],
  names: ['min', 'max'],
});

export const reductionOperations: Readonly<Record<string, Operation>> = {
  sum: sumOperation,
  prod: prodOperation,
  mean: meanOperation,
  max: extreme(max, 'max'),
  min: extreme(min, 'min'),
  all: logical(all),
  any: logical(any),
  countNonzero: countNonzeroOperation,
  spreadAndMean,
  var: spread(variance),
  std: spread(standardDeviation),
  moments,
  median,
  quantile,
  argmax: argument(argmax),
  argmin: argument(argmin),
  nansum: ignoringNaN(total, 'sum'),
  nanmean: ignoringNaN(meanOf, 'mean'),
  nanmax: ignoringNaN(largestOf, 'same'),
  nanmin: ignoringNaN(leastOf, 'same'),
  nanvar: ignoringNaN(varianceOf, 'mean'),
  nanstd: ignoringNaN((group) => Math.sqrt(varianceOf(group)), 'mean'),
  ptp,
  average,
  norm: normOperation,
  torchMax: torchExtreme(max, argmax, 'max', (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Math.max(a, b))),
  torchMin: torchExtreme(min, argmin, 'min', (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Math.min(a, b))),
  torchMedian,
  aminmax,
};
