/**
 * Normalising layers: (x − mean)/√(variance + ε), times weight, plus bias. A layer of its own starts with weights 1 and biases 0.
 * https://pytorch.org/docs/stable/nn.html#normalization-layers
 */
import type { NdArray } from '@softlens/core';
import type { ArrayValue } from '../../values/value.ts';
import { flag, given, number, required, sizes, tensor, whole } from '../arguments.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { raise } from '../outcome.ts';
import { product } from '../shapes/shapes.ts';
import { learned } from './layers.ts';

interface Affine {
  readonly weight: ArrayLike<number> | undefined;
  readonly bias: ArrayLike<number> | undefined;
}

/** Undefined where the weights are not known. */
function affineOf(args: OperationArguments, context: OperationContext): Affine | undefined {
  const isLayer = args.has('_affine');
  if (isLayer && !flag(args, '_affine')) return { weight: undefined, bias: undefined };
  const [weight, bias] = ['weight', 'bias'].map((role) => (given(args, role) ? tensor(args, role, context) : undefined));
  if ((weight && !weight.data) || (bias && !bias.data)) return undefined;
  const isInitial = flag(args, 'initial') || (weight !== undefined && (bias !== undefined || args.get('_bias') !== undefined));
  return isLayer && !isInitial ? undefined : { weight: weight?.data?.data, bias: bias?.data?.data };
}

/** Normalises each group of positions; `at` is the place of a position's weight and bias. */
function normalised(
  x: ArrayValue & { readonly data: NdArray },
  groups: readonly (readonly number[])[],
  epsilon: number,
  { weight, bias }: Affine,
  at: (position: number) => number,
  moments: (values: readonly number[], group: number) => readonly [mean: number, variance: number] = momentsOf,
): ArrayValue {
  const round = roundThrough(x.data.dtype);
  const out = new Float64Array(x.data.data.length);
  for (const [g, group] of groups.entries()) {
    const [mean, variance] = moments(
      group.map((i) => x.data.data[i] ?? Number.NaN),
      g,
    );
    const scale = 1 / Math.sqrt(variance + epsilon);
    for (const i of group)
      out[i] = round(((x.data.data[i] ?? Number.NaN) - mean) * scale * (weight?.[at(i)] ?? 1) + (bias?.[at(i)] ?? 0));
  }
  return makeArray(x.library, { data: { ...x.data, data: out } });
}

function momentsOf(values: readonly number[]): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length];
}

const withData = (x: ArrayValue): x is ArrayValue & { readonly data: NdArray } =>
  x.data !== undefined && x.dtype !== undefined && x.data.data.length > 0;

const range = (start: number, count: number): number[] => Array.from({ length: count }, (_, i) => start + i);

/** Over the last axes, in number as `shape` has. */
const layerNorm: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const rank = sizes(required(args, 'shape')).length;
  const affine = affineOf(args, context);
  if (!withData(x) || !affine) return learned(x, x.shape);
  const size = product(x.data.shape.slice(x.data.shape.length - rank));
  const groups = range(0, x.data.data.length / size).map((g) => range(g * size, size));
  return normalised(x, groups, number(args, 'eps') ?? 1e-5, affine, (i) => i % size);
};

interface Channels {
  readonly count: number;
  readonly inner: number;
}

const channelsOf = ({ shape }: NdArray): Channels => ({ count: shape[1] ?? 1, inner: product(shape.slice(2)) });

/** Over each group of neighbouring channels of each item. */
const groupNorm: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const asked = whole(args, '_num_groups');
  const affine = affineOf(args, context);
  if (!withData(x) || !affine || asked === undefined) return learned(x, x.shape);
  const { count, inner } = channelsOf(x.data);
  if (count % asked !== 0) return raise('Expected number of channels in input to be divisible by num_groups');
  const size = (count / asked) * inner;
  const groups = range(0, x.data.data.length / size).map((g) => range(g * size, size));
  return normalised(x, groups, number(args, 'eps') ?? 1e-5, affine, (i) => Math.floor(i / inner) % count);
};

/** Over each channel of all items; the running statistics instead where it does not train. */
const batchNorm: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const affine = affineOf(args, context);
  const trains = flag(args, 'training', args.has('_affine'));
  const [mean, variance] = ['runningMean', 'runningVariance'].map((role) =>
    given(args, role) ? tensor(args, role, context) : undefined,
  );
  const isInitial = args.has('_affine') && !mean && !variance && flag(args, 'initial');
  if (!withData(x) || !affine || (!trains && !isInitial && (!mean?.data || !variance?.data))) return learned(x, x.shape);
  const groups = channelGroups(x.data);
  if (trains && groups.some((group) => group.length < 2)) return raise('Expected more than 1 value per channel when training');
  const running = (_: readonly number[], g: number): readonly [number, number] => [
    mean?.data?.data[g] ?? 0,
    variance?.data?.data[g] ?? 1,
  ];
  const { count, inner } = channelsOf(x.data);
  const epsilon = number(args, 'eps') ?? 1e-5;
  return normalised(x, groups, epsilon, affine, (i) => Math.floor(i / inner) % count, trains ? momentsOf : running);
};

function channelGroups(data: NdArray): readonly (readonly number[])[] {
  const { count, inner } = channelsOf(data);
  const groups: number[][] = range(0, count).map(() => []);
  for (let i = 0; i < data.data.length; i++) groups[Math.floor(i / inner) % count]?.push(i);
  return groups;
}

/** What training on `x` leaves in the running statistics: a tenth of the batch's mean and unbiased variance. */
export function runningAfter(
  data: NdArray,
  mean: ArrayLike<number> | undefined,
  variance: ArrayLike<number> | undefined,
  momentum: number,
): readonly [NdArray, NdArray] {
  const moments = channelGroups(data).map((group) => {
    const [average, spread] = momentsOf(group.map((i) => data.data[i] ?? Number.NaN));
    return [average, (spread * group.length) / (group.length - 1)] as const;
  });
  const mixed = (before: number, now: number): number => Math.fround((1 - momentum) * before + momentum * now);
  const vector = (values: readonly number[]): NdArray => ({
    dtype: 'float32',
    shape: [values.length],
    data: Float64Array.from(values),
  });
  return [
    vector(moments.map(([average], c) => mixed(mean?.[c] ?? 0, average))),
    vector(moments.map(([, spread], c) => mixed(variance?.[c] ?? 1, spread))),
  ];
}

export const normOperations: Readonly<Record<string, Operation>> = { layerNorm, groupNorm, batchNorm };
