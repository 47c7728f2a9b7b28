/** Medians and quantiles. https://numpy.org/doc/stable/reference/generated/numpy.quantile.html */
import { fromData, reduce } from '@softlens/core';
import { withoutElements } from '../../values/without-elements.ts';
import { flag, required } from '../arguments.ts';
import { arrayFromNested } from '../arrays/nested.ts';
import { workingPrecision } from '../arrays/precision.ts';
import { isFloat } from '../arrays/promotion.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { averageSpace, meanType, type Reducer, reduceArray, reductionOf } from './reduce.ts';

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

export const quantileOperations: Readonly<Record<string, Operation>> = { median, quantile, torchMedian };
