/** Layers with unknown weights: what their output's shape is. */
import { fromData } from '@softlens/core';
import type { Dim, Shape } from '../../values/dim.ts';
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, number, tensor, whole, word } from '../arguments.ts';
import { isFloat } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import { linear } from '../linear/algebra.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { raise } from '../outcome.ts';
import { indexArray } from '../shapes/indexing.ts';
import { knownShape, multiplyDims, product, valueDim } from '../shapes/shapes.ts';
import { floatType, learned } from './learned.ts';
import { dimArgument, maxWindowWork, paddingOf, perAxis, spatialOf, spatialShape, windowed } from './spatial.ts';
import { convolvedData, knownWindow, transposedData } from './windows.ts';

/** Scores of a learned layer, whose classes are along `axis`. */
function scores(context: OperationContext, shape: Shape | undefined, axis: number): Space {
  const at = shape && axis < 0 ? axis + shape.length : axis;
  const classes = shape?.[at];
  return {
    name: 'logits',
    axis: at,
    ...(classes === undefined ? {} : { classes }),
    origin: [{ place: context.place, what: context.row?.name ?? 'linear' }],
  };
}

/** With weights that the program wrote the layer computes. */
function linearOperation(args: OperationArguments, context: OperationContext): Value | undefined {
  const [weight, bias] = [given(args, 'weight'), given(args, 'bias')];
  const unbiased = args.get('_bias')?.kind === 'bool' && !flag(args, '_bias');
  if (weight?.kind !== 'array' || !weight.data || (!unbiased && (bias?.kind !== 'array' || !bias.data))) return undefined;
  return linear(args, context);
}

const dense: Operation = (args, context) => {
  const known = linearOperation(args, context);
  if (known) return known;
  const x = tensor(args, 'x', context);
  const features = dimArgument(args, 'features');
  const shape = x.shape && [...x.shape.slice(0, -1), features];
  return learned(x, shape, isActivated(args) ? undefined : scores(context, shape, -1));
};

/** `linear` is the name of no activation: https://keras.io/api/layers/activations/#linear-function */
function isActivated(args: OperationArguments): boolean {
  const activation = given(args, 'activation');
  return activation !== undefined && !(activation.kind === 'text' && activation.value === 'linear');
}

const conv: Operation = (args, context) => {
  const known = convolutionOperation(args, context);
  if (known) return known;
  const spatial = spatialOf(args, context);
  const { rank } = spatial;
  const [kernel, stride, dilation] = [
    perAxis(args, 'kernel', rank, ['?', '?', '?']),
    perAxis(args, 'stride', rank, 1),
    perAxis(args, 'dilation', rank, 1),
  ];
  const padding = paddingOf(args, rank);
  const inputs = spatial.x.shape?.[spatial.last ? spatial.start + rank : spatial.start - 1];
  const multiplier = given(args, 'multiplier');
  const channels =
    multiplier && !given(args, 'channels') ? multiplyDims(inputs ?? '?', valueDim(multiplier)) : dimArgument(args, 'channels');
  const pad = (axis: number): Dim | 'same' => (padding === 'same' ? 'same' : padding === 'valid' ? 0 : (padding[axis] ?? 0));
  const shape = spatialShape(
    spatial,
    (size, axis) => windowed(size, kernel[axis] ?? '?', stride[axis] ?? 1, pad(axis), dilation[axis] ?? 1),
    channels,
  );
  return learned(spatial.x, shape, isActivated(args) ? undefined : scores(context, shape, spatial.last ? -1 : -1 - rank));
};

/** (n − 1)s − 2p + d(k − 1) + q + 1; with Keras' same padding n·s. */
const convTranspose: Operation = (args, context) => {
  const spatial = spatialOf(args, context);
  const { rank } = spatial;
  const weight = given(args, 'weight');
  const known = weight?.kind === 'array' && weight.shape ? weight : undefined;
  const part = (role: string, otherwise: number | readonly Dim[]): readonly Dim[] => perAxis(args, role, rank, otherwise);
  const [kernel, stride, dilation, extra] = [
    known?.shape?.slice(2) ?? part('kernel', ['?', '?', '?']),
    part('stride', 1),
    part('dilation', 1),
    part('outputPadding', 0),
  ];
  const padding = paddingOf(args, rank);
  const shape = spatialShape(
    spatial,
    (size, axis) => {
      const [k, s, d, q] = [kernel[axis] ?? '?', stride[axis] ?? 1, dilation[axis] ?? 1, extra[axis] ?? 0];
      if (padding === 'same') return multiplyDims(size, s);
      const p = padding === 'valid' ? 0 : (padding[axis] ?? 0);
      if ([size, k, s, d, q, p].some((each) => typeof each !== 'number')) return '?';
      const full = (Number(size) - 1) * Number(s) - 2 * Number(p) + Number(d) * (Number(k) - 1) + Number(q) + 1;
      // JAX pads what is dilated, where PyTorch cuts: https://docs.jax.dev/en/latest/_autosummary/jax.lax.conv_transpose.html
      if (context.library === 'jax' && padding !== 'valid') return full + 4 * Number(p) - 2 * Number(d) * (Number(k) - 1);
      return padding === 'valid' ? Math.max(full, Number(size) * Number(s)) : full;
    },
    given(args, 'channels') || !known ? dimArgument(args, 'channels') : multiplyDims(known.shape?.[1] ?? '?', groupsOf(args)),
  );
  const data = transposed(
    args,
    spatial.x,
    shape,
    typeof padding === 'string' ? undefined : { kernel, stride, dilation, padding },
  );
  if (data) return makeArray(spatial.x.library, { data });
  return learned(spatial.x, shape, isActivated(args) ? undefined : scores(context, shape, spatial.last ? -1 : -1 - rank));
};

const groupsOf = (args: OperationArguments): number => whole(args, 'groups') ?? whole(args, '_groups') ?? 1;

/** The numbers, of small known weights. */
function transposed(
  args: OperationArguments,
  x: ArrayValue,
  shape: Shape | undefined,
  parts: Parameters<typeof knownWindow>[0] | undefined,
): ReturnType<typeof transposedData> | undefined {
  const [weight, bias] = [given(args, 'weight'), given(args, 'bias')];
  const sizes = shape && knownShape(shape);
  const window = parts && knownWindow(parts);
  const unbiased = !args.has('_bias') || !flag(args, '_bias', true);
  if (!x.data || !x.dtype || x.library !== 'torch' || weight?.kind !== 'array' || !weight.data || !sizes || !window)
    return undefined;
  if (bias ? bias.kind !== 'array' || !bias.data : !unbiased) return undefined;
  if (product(x.data.shape) * product(weight.data.shape.slice(1)) > maxWindowWork) return undefined;
  return transposedData(x.data, weight.data, bias?.kind === 'array' ? bias.data : undefined, sizes, window, groupsOf(args));
}

/** A layer whose weights the program wrote computes. */
function convolutionOperation(args: OperationArguments, context: OperationContext): Value | undefined {
  const [weight, bias, mode] = [given(args, 'weight'), given(args, 'bias'), given(args, '_padding_mode')];
  const unbiased = args.get('_bias')?.kind === 'bool' && !flag(args, '_bias');
  if (weight?.kind !== 'array' || weight.library !== 'torch' || !weight.data) return undefined;
  if (!unbiased && (bias?.kind !== 'array' || !bias.data)) return undefined;
  if (mode?.kind === 'text' && mode.value !== 'zeros') return undefined;
  const groups = args.get('_groups');
  return convolution(groups ? new Map(args).set('groups', groups) : args, context);
}

/** F.conv2d: the weights are given, [filters, inputs / groups, …kernel]. */
const convolution: Operation = (args, context) => {
  const spatial = spatialOf(args, context);
  const { x, rank } = spatial;
  const weight = tensor(args, 'weight', context);
  const bias = given(args, 'bias') ? tensor(args, 'bias', context) : undefined;
  const kernel = weight.shape?.slice(2) ?? perAxis(args, '_kernel', rank, ['?', '?', '?']);
  const [stride, dilation, padding] = [
    perAxis(args, 'stride', rank, 1),
    perAxis(args, 'dilation', rank, 1),
    paddingOf(args, rank),
  ];
  const pad = (axis: number): Dim | 'same' => (padding === 'same' ? 'same' : padding === 'valid' ? 0 : (padding[axis] ?? 0));
  const shape = spatialShape(
    spatial,
    (size, axis) => windowed(size, kernel[axis] ?? '?', stride[axis] ?? 1, pad(axis), dilation[axis] ?? 1),
    weight.shape?.[0] ?? '?',
  );
  const groups = whole(args, 'groups') ?? 1;
  const known = shape && knownShape(shape);
  const window = knownWindow({
    kernel,
    stride,
    dilation,
    padding: typeof padding === 'string' ? kernel.map(() => (padding === 'valid' ? 0 : '?')) : padding,
  });
  const plain = makeArray(x.library, { dtype: floatType(x), shape, reason: x.reason ?? weight.reason });
  if (!x.data || !weight.data || (bias && !bias.data) || !known || !window || !x.dtype) return plain;
  if (product(known) * product(weight.data.shape.slice(1)) > maxWindowWork) return plain;
  return makeArray(x.library, { data: convolvedData(x.data, weight.data, bias?.data, known, window, groups, x.dtype) });
};

const sameShape: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  return learned(x, x.shape);
};

/** The space stays; the data too when nothing is dropped. */
const dropout: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const training = given(args, 'training');
  const still = training?.kind === 'bool' && !training.value;
  const rate = given(args, 'rate');
  if (still || (rate && rate.kind !== 'unknown' && number(args, 'rate') === 0)) return x;
  return makeArray(x.library, { dtype: x.dtype, shape: x.shape, space: x.space, reason: { key: 'random' } });
};

/** The rows of the table. */
const lookedUp = (x: ArrayValue, table: ArrayValue, context: OperationContext): Value => indexArray(table, [x], context);

const embedding: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (x.dtype && isFloat(x.dtype) && x.library === 'torch')
    raise('Expected tensor for argument indices to have one of the scalar types Long, Int');
  const weight = given(args, 'weight');
  if (weight?.kind === 'array' && weight.data) return lookedUp(x, weight, context);
  const shape = x.shape && [...x.shape, dimArgument(args, 'features')];
  return makeArray(x.library, { dtype: rulesOf(x.library).defaultFloat, shape, reason: { key: 'learned' } });
};

/** Rows of a matrix of indices are the bags; of a list, they begin at the offsets. */
const embeddingBag: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const weight = given(args, 'weight');
  const mode = word(args, 'mode') ?? 'mean';
  const starts = given(args, 'offsets') ? tensor(args, 'offsets', context) : undefined;
  const isPlain = ['_weights', '_padding_idx', '_max_norm'].every((role) => !given(args, role)) && !flag(args, '_last');
  const bags = starts ? starts.shape?.[0] : x.shape?.[0];
  const width = weight?.kind === 'array' ? weight.shape?.[1] : dimArgument(args, 'features');
  const unread = makeArray(x.library, { dtype: 'float32', shape: [bags ?? '?', width ?? '?'], reason: { key: 'learned' } });
  if (!isPlain || !x.data || weight?.kind !== 'array' || !weight.data || (starts && !starts.data)) return unread;
  const { shape, data: table, dtype } = weight.data;
  const size = shape[1] ?? 0;
  const indices = x.data.data;
  const row = x.data.shape[1] ?? 1;
  const begins = starts?.data ? [...starts.data.data] : Array.from({ length: x.data.shape[0] ?? 0 }, (_, i) => i * row);
  const round = roundThrough(dtype);
  const out = begins.flatMap((start, b) => {
    const members = [...indices.slice(start, begins[b + 1] ?? indices.length)];
    return Array.from({ length: size }, (_, k) => {
      const values = members.map((i) => table[i * size + k] ?? Number.NaN);
      if (values.length === 0) return 0;
      if (mode === 'max') return Math.max(...values);
      const sum = values.reduce((a, b) => round(a + b), 0);
      return mode === 'sum' ? sum : round(sum / values.length);
    });
  });
  return makeArray(x.library, { data: fromData(Float64Array.from(out), [begins.length, size], dtype) });
};

const kerasRecurrent: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const features = multiplyDims(dimArgument(args, 'features'), flag(args, 'bidirectional') ? 2 : 1);
  const shape = x.shape && [x.shape[0] ?? '?', ...(flag(args, 'sequences') ? [x.shape[1] ?? '?'] : []), features];
  const output = learned(x, shape);
  if (!flag(args, 'state')) return output;
  const state = learned(x, x.shape && [x.shape[0] ?? '?', features]);
  return {
    kind: 'tuple',
    items: given(args, 'cell') && word(args, 'cell') === 'lstm' ? [output, state, state] : [output, state],
  };
};

/** torch.nn.MultiheadAttention: the output in the query's shape, and the weights averaged over heads. */
const attention: Operation = (args, context) => {
  const [query, key] = [tensor(args, 'query', context), tensor(args, 'key', context)];
  const output = learned(
    query,
    query.shape && [
      ...query.shape.slice(0, -1),
      given(args, 'features') ? dimArgument(args, 'features') : (query.shape.at(-1) ?? '?'),
    ],
  );
  if (!flag(args, 'needWeights', true)) return { kind: 'tuple', items: [output, { kind: 'none' }] };
  const first = flag(args, 'batchFirst');
  const [q, k] = [query.shape, key.shape];
  const shape =
    q &&
    k &&
    (q.length === 2 ? [q[0] ?? '?', k[0] ?? '?'] : [q[first ? 0 : 1] ?? '?', q[first ? 1 : 0] ?? '?', k[first ? 1 : 0] ?? '?']);
  const averaged = flag(args, 'averageWeights', true);
  const axis = shape ? shape.length - 1 : -1;
  const space: Space = {
    name: 'probabilities',
    family: 'categorical',
    axis,
    origin: [{ place: context.place, what: context.row?.name ?? 'attention' }],
  };
  return {
    kind: 'tuple',
    items: [
      output,
      makeArray(query.library, { dtype: floatType(query), shape: averaged ? shape : undefined, ...(averaged ? { space } : {}) }),
    ],
  };
};

const scaledDotProductAttention: Operation = (args, context) => {
  const [query, value] = [tensor(args, 'query', context), tensor(args, 'value', context)];
  return makeArray(query.library, {
    dtype: query.dtype,
    shape: query.shape && value.shape && [...query.shape.slice(0, -1), value.shape.at(-1) ?? '?'],
    reason: query.reason,
  });
};

const kerasAttention: Operation = (args, context) => {
  const [query, value] = [tensor(args, 'query', context), tensor(args, 'value', context)];
  const output = learned(query, query.shape && value.shape && [...query.shape.slice(0, -1), value.shape.at(-1) ?? '?']);
  return flag(args, 'returnWeights') ? { kind: 'tuple', items: [output, learned(query, undefined)] } : output;
};

const unknownShape: Operation = (args, context) => learned(tensor(args, 'x', context), undefined);

export const layerOperations: Readonly<Record<string, Operation>> = {
  dense,
  conv,
  convTranspose,
  convolution,
  sameShape,
  dropout,
  embedding,
  embeddingBag,
  kerasRecurrent,
  attention,
  scaledDotProductAttention,
  kerasAttention,
  unknownShape,
};
