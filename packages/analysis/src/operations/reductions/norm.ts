/** Norms of vectors and of matrices. https://numpy.org/doc/stable/reference/generated/numpy.linalg.norm.html */
import { max, min, type NdArray, norm } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { flag, number } from '../arguments.ts';
import { rulesOf } from '../dialects.ts';
import type { Operation } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import {
  halfSafe,
  meanType,
  type ReducedOptions,
  type Reducer,
  type Reduction,
  reduceArray,
  reductionOf,
  withDtype,
} from './reduce.ts';

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

export const normOperation: Operation = (args, context) => {
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
