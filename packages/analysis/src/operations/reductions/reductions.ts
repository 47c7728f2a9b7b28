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
  prod,
  reduce,
  standardDeviation,
  sum,
  variance,
} from '@softlens/core';
import type { ArrayValue, Tuple, Value } from '../../values/value.ts';
import { dtype as dtypeArgument, flag, given, libraryOf, number, operand, tensorOf } from '../arguments.ts';
import { toPython } from '../arrays/nested.ts';
import { singlePairwiseSum } from '../arrays/single-precision.ts';
import { rulesOf } from '../dialects.ts';
import { elementwise, makeArray, operandOf } from '../elementwise/operand.ts';
import type { Operation, OperationArguments } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { normOperation } from './norm.ts';
import {
  accumulator,
  averageSpace,
  halfSafe,
  meanType,
  type ReducedOptions,
  type Reducer,
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

const isTorchFloat = (library: string, { dtype }: NdArray, options: ReducedOptions): boolean =>
  library === 'torch' && dtype === options.dtype && (dtype === 'float32' || dtype === 'float64');

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
  aminmax,
};
