/** What losses share: reductions, the space `loss`, and the element-by-element engine. */
import { type DType, fromData, type NdArray } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Reason } from '../../values/value.ts';
import { flag, given, word } from '../arguments.ts';
import { castData, makeArray, mapArrays, type Operand, roundThrough } from '../elementwise/operand.ts';
import type { OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { torchVectorSum } from '../reductions/torch-sum.ts';
import { broadcastShapes, knownShape, product } from '../shapes/shapes.ts';
import { originAt } from '../spaces.ts';

export type LossReduction = 'none' | 'sum' | 'mean' | 'batchmean';

const reductions: Readonly<Record<string, LossReduction>> = {
  none: 'none',
  sum: 'sum',
  mean: 'mean',
  batchmean: 'batchmean',
  sum_over_batch_size: 'mean',
  auto: 'mean',
  elementwise_mean: 'mean',
  SUM_BY_NONZERO_WEIGHTS: 'mean',
  weighted_sum_by_nonzero_weights: 'mean',
  weighted_mean: 'mean',
  weighted_sum: 'sum',
  mean_with_sample_weight: 'mean',
};

/** The `reduction` argument, PyTorch's older `size_average` and `reduce` first. */
export function lossReduction(args: OperationArguments, otherwise: LossReduction): LossReduction {
  if (given(args, 'reduce') || given(args, 'sizeAverage')) {
    if (!flag(args, 'reduce', true)) return 'none';
    return flag(args, 'sizeAverage', true) ? 'mean' : 'sum';
  }
  if (args.get('reduction')?.kind === 'none') return args.has('reduction') && otherwise !== 'mean' ? otherwise : 'none';
  const name = word(args, 'reduction');
  if (name === undefined) return otherwise;
  return reductions[name] ?? raise(`${name} is not a valid value for reduction`);
}

export function lossSpace(x: Space | undefined, context: OperationContext): Space {
  return { name: 'loss', origin: originAt(context.place, context.row?.name ?? 'loss', x) };
}

interface LossParts {
  readonly library: string;
  readonly dtype: DType | undefined;
  /** The shape of the single losses. */
  readonly items: Shape | undefined;
  readonly space: Space;
  readonly reason?: Reason | undefined;
}

/** A loss of which only the shape is known. */
export function unknownLoss(parts: LossParts, reduction: LossReduction): ArrayValue {
  return makeArray(parts.library, {
    dtype: parts.dtype,
    shape: reduction === 'none' ? parts.items : [],
    space: parts.space,
    reason: parts.reason,
  });
}

/** Single losses in float64, reduced and rounded once. `divisor` is what the mean divides by; their number if absent. */
export function reducedLoss(
  values: NdArray,
  reduction: LossReduction,
  dtype: DType,
  parts: LossParts,
  divisor?: number,
): ArrayValue {
  const round = roundThrough(dtype);
  if (reduction === 'none')
    return makeArray(parts.library, {
      data: fromData(Float64Array.from(values.data, round), values.shape, dtype),
      space: parts.space,
    });
  const total =
    parts.library === 'torch' && dtype === 'float32'
      ? singleTotal(Float64Array.from(values.data, round), divisor === undefined)
      : Float64Array.from(values.data).reduce((a, b) => a + b, 0);
  const by = reduction === 'sum' ? 1 : reduction === 'batchmean' ? (values.shape[0] ?? 1) : (divisor ?? values.data.length);
  return makeArray(parts.library, { data: fromData([round(total / by)], [], dtype), space: parts.space });
}

/** PyTorch rounds each loss, then sums the tensor of them; weighted losses are added one by one. */
const singleTotal = (losses: Float64Array, isTensor: boolean): number =>
  isTensor ? torchVectorSum(losses, true) : losses.reduce((a, b) => Math.fround(a + b), 0);

/** Array data as float64, which losses compute in. */
export function wide(data: NdArray): NdArray {
  return castData(data, 'float64');
}

/** A loss of every element, from operands that broadcast, reduced as asked. */
export function elementLoss(
  operands: readonly Operand[],
  compute: (...xs: number[]) => number,
  parts: Omit<LossParts, 'items'>,
  reduction: LossReduction,
  context: OperationContext,
): ArrayValue {
  const items = broadcastShapes(...operands.map((each) => each.shape));
  const complete: LossParts = { ...parts, items };
  const known = items && knownShape(items);
  const { dtype } = parts;
  const missing = operands.find((each) => !each.data && each.number === undefined);
  if (!known || !dtype || missing) return unknownLoss(complete, reduction);
  if (product(known) > context.maxElements) return unknownLoss({ ...complete, reason: { key: 'too-large' } }, reduction);
  const data = operands.map((each) =>
    each.data ? wide(each.data) : fromData([each.number ?? giveUp('unmodelled')], [], 'float64'),
  );
  return reducedLoss(mapArrays(data, compute, 'float64'), reduction, dtype, complete);
}

/** Whether two shapes surely differ. */
export function contradictingShapes(a: Shape, b: Shape): boolean {
  return (
    a.length !== b.length || a.some((dim, axis) => typeof dim === 'number' && typeof b[axis] === 'number' && dim !== b[axis])
  );
}
