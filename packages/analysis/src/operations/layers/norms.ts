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
import { learned } from './learned.ts';

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

/** How a group becomes its normalised values: PyTorch multiplies and adds with one rounding. */
interface Plan {
  readonly groups: readonly (readonly number[])[];
  readonly affine: Affine;
  /** The place of a position's weight and bias. */
  readonly at: (position: number) => number;
  readonly moments: (values: readonly number[], group: number) => readonly [mean: number, scale: number];
  /** Whether weight and bias come after, or become one factor and one summand with the scale. */
  readonly order: 'after' | 'fused' | 'fused, the summand rounded';
}

/** Source: PyTorch, aten/src/ATen/native/cpu/{layer_norm_kernel,group_norm_kernel,batch_norm_kernel}.cpp. */
function normalised(x: ArrayValue & { readonly data: NdArray }, plan: Plan): ArrayValue {
  const { weight, bias } = plan.affine;
  const single = x.data.dtype !== 'float64';
  const r = single ? Math.fround : (value: number): number => value;
  const round = roundThrough(x.data.dtype);
  const out = new Float64Array(x.data.data.length);
  for (const [g, group] of plan.groups.entries()) {
    const values = group.map((i) => x.data.data[i] ?? Number.NaN);
    const [mean, scale] = plan.moments(values, g);
    for (const [k, i] of group.entries()) {
      const [w, b] = [weight?.[plan.at(i)] ?? 1, bias?.[plan.at(i)] ?? 0];
      const value = values[k] ?? Number.NaN;
      if (plan.order === 'after') {
        const plain = r(value * scale + r(r(-scale) * mean));
        out[i] = round(weight || bias ? plain * w + b : plain);
        continue;
      }
      const factor = r(scale * w);
      const summand = plan.order === 'fused' ? r(b - mean * factor) : r(b - r(factor * mean));
      out[i] = round(value * factor + summand);
    }
  }
  return makeArray(x.library, { data: { ...x.data, data: out } });
}

function momentsOf(values: readonly number[]): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length];
}

/** Count, mean and sum of squared differences of some values. */
type Moments = readonly [count: number, mean: number, squares: number];

/** Welford's moments, of vectors of eight values side by side. Source: PyTorch, aten/src/ATen/native/cpu/moments_utils.h. */
function welford(values: readonly number[]): readonly [number, number] {
  const f = Math.fround;
  const lanes = 8;
  const vectors = Math.floor(values.length / lanes);
  const more = ([count, mean, squares]: Moments, x: number, share: (delta: number, n: number) => number): Moments => {
    const delta = f(x - mean);
    const now = f(mean + share(delta, count + 1));
    return [count + 1, now, f(squares + f(delta * f(x - now)))];
  };
  let all: Moments = [0, 0, 0];
  for (const x of values.slice(vectors * lanes)) all = more(all, x, (delta, n) => f(delta / n));
  for (let lane = 0; vectors > 0 && lane < lanes; lane++) {
    let one: Moments = [0, 0, 0];
    for (let j = 0; j < vectors; j++) one = more(one, values[j * lanes + lane] ?? 0, (delta, n) => f(delta * f(1 / n)));
    all = joined(all, one);
  }
  return [all[1], f(all[2] / values.length)];
}

function joined([n, mean, squares]: Moments, [m, otherMean, otherSquares]: Moments): Moments {
  const f = Math.fround;
  const share = f(m / (n + m));
  const delta = f(otherMean - mean);
  return [n + m, f(mean + f(share * delta)), f(squares + f(otherSquares + f(f(f(delta * delta) * share) * n)))];
}

type Scaled = Plan['moments'];

/** 1/√(variance + ε), each step rounded. */
const scaleOf = (variance: number, epsilon: number, { dtype }: NdArray): number => {
  const r = dtype === 'float64' ? (value: number): number => value : Math.fround;
  return r(1 / r(Math.sqrt(r(r(variance) + r(epsilon)))));
};

/** Of float64 what is exact is close enough. */
const rowScales =
  (data: NdArray, epsilon: number): Scaled =>
  (values) => {
    const [mean, variance] = data.dtype === 'float64' ? momentsOf(values) : welford(values);
    return [mean, scaleOf(variance, epsilon, data)];
  };

/** A batch's variance is summed up in float64. */
const batchScales =
  ({ dtype }: NdArray, epsilon: number): Scaled =>
  (values) => {
    const r = dtype === 'float64' ? (value: number): number => value : Math.fround;
    const [mean, variance] = momentsOf(values);
    return [r(mean), r(1 / Math.sqrt(variance + epsilon))];
  };

const withData = (x: ArrayValue): x is ArrayValue & { readonly data: NdArray } =>
  x.data !== undefined && x.dtype !== undefined && x.data.data.length > 0;

const epsilonOf = (args: OperationArguments): number => number(args, 'eps') ?? 1e-5;

const range = (start: number, count: number): number[] => Array.from({ length: count }, (_, i) => start + i);

/** Over the last axes, in number as `shape` has. */
const layerNorm: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const rank = sizes(required(args, 'shape')).length;
  const affine = affineOf(args, context);
  if (!withData(x) || !affine) return learned(x, x.shape);
  const size = product(x.data.shape.slice(x.data.shape.length - rank));
  const groups = range(0, x.data.data.length / size).map((g) => range(g * size, size));
  const moments = rowScales(x.data, epsilonOf(args));
  return normalised(x, { groups, affine, at: (i) => i % size, moments, order: 'after' });
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
  return normalised(x, {
    groups,
    affine,
    at: (i) => Math.floor(i / inner) % count,
    moments: rowScales(x.data, epsilonOf(args)),
    order: 'fused, the summand rounded',
  });
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
  const { data } = x;
  const running = (_: readonly number[], g: number): readonly [number, number] => [
    mean?.data?.data[g] ?? 0,
    scaleOf(variance?.data?.data[g] ?? 1, epsilonOf(args), data),
  ];
  const { count, inner } = channelsOf(x.data);
  return normalised(x, {
    groups,
    affine,
    at: (i) => Math.floor(i / inner) % count,
    moments: trains ? batchScales(x.data, epsilonOf(args)) : running,
    order: 'fused',
  });
};

/** Over each channel of each item. */
const instanceNorm: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const affine = affineOf(args, context);
  const usesBatch = flag(args, 'useInputStats', !flag(args, '_track'));
  if (!withData(x) || !affine || !usesBatch) return learned(x, x.shape);
  const { count, inner } = channelsOf(x.data);
  if (inner < 2) return raise('Expected more than 1 spatial element when training');
  const groups = range(0, x.data.data.length / inner).map((g) => range(g * inner, inner));
  return normalised(x, {
    groups,
    affine,
    at: (i) => Math.floor(i / inner) % count,
    moments: batchScales(x.data, epsilonOf(args)),
    order: 'fused',
  });
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

export const normOperations: Readonly<Record<string, Operation>> = { layerNorm, groupNorm, batchNorm, instanceNorm };
