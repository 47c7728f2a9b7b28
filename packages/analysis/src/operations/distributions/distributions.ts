/** Categorical and Bernoulli distributions with known parameters; the rest by shape. https://pytorch.org/docs/stable/distributions.html */
import { log as exactLog, fromData, mapAlong, type NdArray } from '@softlens/core';
import type { Space } from '../../values/space.ts';
import type { ArrayValue } from '../../values/value.ts';
import { lgamma } from '../activations/special-functions.ts';
import { given, required, sizes, tensor, word } from '../arguments.ts';
import { arrayFromNested } from '../arrays/nested.ts';
import { binaryCrossEntropyOf, logSumExpOf, sigmoidOf, softmaxOf, workingOf, workingPrecision } from '../arrays/precision.ts';
import { castData, makeArray, mapArrays, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { broadcastShapes, dimValue } from '../shapes/shapes.ts';
import { makeSpace, originAt } from '../spaces.ts';

interface Parameters {
  readonly parameter: ArrayValue;
  readonly from: 'probs' | 'logits';
  readonly categorical: boolean;
}

function parametersOf(args: OperationArguments, context: OperationContext): Parameters {
  const kind = given(args, 'kind') ? word(args, 'kind') : 'categorical';
  const from = given(args, 'probs') ? 'probs' : 'logits';
  if (!given(args, from)) return giveUp('unmodelled', 'distribution');
  return { parameter: parameterOf(args, from, context), from, categorical: kind === 'categorical' || kind === 'oneHot' };
}

/** Parameters may be Python's numbers. */
function parameterOf(args: OperationArguments, role: string, context: OperationContext): ArrayValue {
  const value = required(args, role);
  if (value.kind !== 'float' && value.kind !== 'int') return tensor(args, role, context);
  const array = arrayFromNested({ kind: 'float', value: Number(value.value) }, undefined, context);
  return array.kind === 'array' ? array : giveUp('unmodelled', role);
}

function origin(args: OperationArguments, context: OperationContext): Space['origin'] {
  const x = given(args, 'probs') ?? given(args, 'logits');
  return originAt(context.place, context.row?.name ?? 'distribution', x?.kind === 'array' ? x.space : undefined);
}

/** The probabilities: as given and normalised, or of the logits. */
function probabilities({ parameter, from, categorical }: Parameters): NdArray | undefined {
  const { data } = parameter;
  if (!data) return undefined;
  const working = workingOf(data.dtype, parameter.library);
  if (from === 'logits')
    return categorical
      ? mapAlong(data, -1, (v) => softmaxOf(v, working), data.dtype, 'probs')
      : mapArrays([data], (z) => sigmoidOf(z, working.r), data.dtype);
  const round = roundThrough(data.dtype);
  return categorical
    ? mapAlong(data, -1, (v) => v.map((p) => round(p / round(v.reduce((a, b) => a + b, 0)))), data.dtype, 'probs')
    : data;
}

/** z − logsumexp(z). */
function normalisedLogits(data: NdArray, library: string): NdArray {
  const working = workingOf(data.dtype, library);
  return mapAlong(
    data,
    -1,
    (v) => {
      const total = logSumExpOf(v, working);
      return v.map((z) => working.r(z - total));
    },
    data.dtype,
    'logits',
  );
}

const epsilon: Readonly<Record<string, number>> = { float32: 2 ** -23, float64: 2 ** -52, float16: 2 ** -10, bfloat16: 2 ** -7 };

/** PyTorch clamps probabilities to [ε, 1 − ε] before the logarithm. */
function clamped(p: number, dtype: string): number {
  const limit = epsilon[dtype] ?? 2 ** -23;
  return Math.min(Math.max(p, limit), 1 - limit);
}

function oddsOf(p: number, r: (x: number) => number): number {
  return r(r(exactLog(p)) - r(Math.log1p(-p)));
}

function logits(parameters: Parameters): NdArray | undefined {
  const { parameter, from, categorical } = parameters;
  const { data } = parameter;
  if (!data) return undefined;
  if (from === 'logits') return categorical ? normalisedLogits(data, parameter.library) : data;
  const probs = probabilities(parameters);
  return (
    probs &&
    mapArrays(
      [probs],
      (p) =>
        categorical ? exactLog(clamped(p, data.dtype)) : oddsOf(clamped(p, data.dtype), workingPrecision(data.dtype, 'torch')),
      data.dtype,
    )
  );
}

function result({ parameter }: Parameters, data: NdArray | undefined, space: Space): ArrayValue {
  return makeArray(parameter.library, { dtype: parameter.dtype, shape: parameter.shape, data, space, reason: parameter.reason });
}

const distributionProbs: Operation = (args, context) => {
  const parameters = parametersOf(args, context);
  const { categorical, parameter } = parameters;
  const axis = categorical ? (parameter.shape ? parameter.shape.length - 1 : -1) : undefined;
  const space = makeSpace('probabilities', {
    family: categorical ? 'categorical' : 'bernoulli',
    axis,
    classes: categorical ? parameter.shape?.at(-1) : undefined,
    origin: origin(args, context),
  });
  return result(parameters, probabilities(parameters), space);
};

const distributionLogits: Operation = (args, context) => {
  const parameters = parametersOf(args, context);
  const { categorical, parameter } = parameters;
  const axis = categorical ? (parameter.shape ? parameter.shape.length - 1 : -1) : undefined;
  const space = makeSpace(categorical ? 'log-probabilities' : 'logits', {
    family: categorical ? 'categorical' : 'bernoulli',
    axis,
    origin: origin(args, context),
  });
  return result(parameters, logits(parameters), space);
};

/** In the batch shape: log p[x], or x·z − softplus(z). */
const distributionLogProb: Operation = (args, context) => {
  const parameters = parametersOf(args, context);
  const { categorical, parameter } = parameters;
  const x = tensor(args, 'x', context);
  const batch = categorical ? parameter.shape?.slice(0, -1) : parameter.shape;
  const shape = broadcastShapes(x.shape, batch);
  const space = makeSpace('log-probabilities', { family: 'bernoulli', origin: origin(args, context) });
  const scores = logits(parameters);
  const oneHot = given(args, 'kind') ? word(args, 'kind') === 'oneHot' : false;
  const exact =
    scores && x.data && shape && x.shape && (!categorical || (batch && (batch.length === 0 || batch.join() === x.shape.join())));
  if (oneHot && scores && x.data && x.shape?.join() === scores.shape.join()) {
    const width = scores.shape.at(-1) ?? 1;
    const chosen = Float64Array.from({ length: x.data.data.length / width }, (_, row) => {
      const labels = [...(x.data?.data.slice(row * width, (row + 1) * width) ?? [])];
      return scores.data[row * width + labels.indexOf(Math.max(...labels))] ?? Number.NaN;
    });
    return makeArray(parameter.library, { data: fromData(chosen, scores.shape.slice(0, -1), scores.dtype), space });
  }
  if (oneHot || !exact || !scores || !x.data)
    return makeArray(parameter.library, { dtype: parameter.dtype, shape: oneHot ? batch : shape, space });
  if (!categorical)
    return makeArray(parameter.library, {
      data: mapArrays(
        [scores, castData(x.data, scores.dtype)],
        (z, y) => -binaryCrossEntropyOf(z, y, undefined, workingPrecision(scores.dtype, 'torch')),
        scores.dtype,
      ),
      space,
    });
  const classes = scores.shape.at(-1) ?? 1;
  const values = Float64Array.from(x.data.data, (label, i) => {
    if (!Number.isInteger(label) || label < 0 || label >= classes) raise('The value argument must be within the support');
    return scores.data[(scores.shape.length === 1 ? 0 : i) * classes + label] ?? Number.NaN;
  });
  return makeArray(parameter.library, { data: fromData(values, x.data.shape, scores.dtype), space });
};

const distributionEntropy: Operation = (args, context) => {
  const parameters = parametersOf(args, context);
  const { categorical, parameter } = parameters;
  const shape = categorical ? parameter.shape?.slice(0, -1) : parameter.shape;
  const scores = parameter.data && logits(parameters);
  if (!scores) return makeArray(parameter.library, { dtype: parameter.dtype, shape });
  const probs = probabilities(parameters);
  if (!probs) return giveUp('unmodelled');
  const r = workingPrecision(scores.dtype, 'torch');
  if (!categorical)
    return makeArray(parameter.library, {
      data: mapArrays([scores, probs], (z, p) => binaryCrossEntropyOf(z, p, undefined, r), scores.dtype),
    });
  const terms = mapArrays([scores, probs], (z, p) => r(Math.max(z, -3.4028234663852886e38) * p), scores.dtype);
  const rows = mapAlong(terms, -1, (v) => [-v.reduce((a, b) => r(a + b), 0)], scores.dtype, 'entropy');
  return makeArray(parameter.library, { data: { ...rows, shape: scores.shape.slice(0, -1) } });
};

const distributionSample: Operation = (args, context) => {
  const kind = given(args, 'kind') ? word(args, 'kind') : 'other';
  const source = ['probs', 'logits', 'loc', 'concentration'].find((role) => given(args, role));
  if (!source) return giveUp('random');
  const parameter = tensor(args, source, context);
  const extra = given(args, 'shape') ? sizes(required(args, 'shape')) : [];
  const batch = kind === 'categorical' ? parameter.shape?.slice(0, -1) : parameter.shape;
  // TensorFlow Probability's discrete distributions give int32 unless told otherwise.
  const isCounted = kind === 'categorical' || (parameter.library === 'tensorflow' && (kind === 'bernoulli' || kind === 'oneHot'));
  const dtype = isCounted ? (parameter.library === 'torch' ? 'int64' : 'int32') : parameter.dtype;
  const space = kind === 'categorical' ? makeSpace('class-index', { origin: origin(args, context) }) : undefined;
  return makeArray(parameter.library, { dtype, shape: batch && [...extra, ...batch], reason: { key: 'random' }, space });
};

const distributionVariance: Operation = (args, context) => {
  const parameters = parametersOf(args, context);
  const { parameter } = parameters;
  const probs = probabilities(parameters);
  const r = workingPrecision(parameter.dtype, 'torch');
  return makeArray(parameter.library, {
    dtype: parameter.dtype,
    shape: parameter.shape,
    data: probs && mapArrays([probs], (p) => r(p * r(1 - p)), probs.dtype),
    reason: parameter.reason,
  });
};

/** lnΓ(n + 1) − Σ lnΓ(xᵢ + 1) + Σ xᵢ·ln pᵢ over the last axis. */
const multinomialLogProb: Operation = (args, context) => {
  const scores = logits(parametersOf(new Map([...args, ['kind', { kind: 'text', value: 'categorical' }]]), context));
  const x = tensor(args, 'x', context);
  if (!scores || !x.data || scores.shape.join() !== x.data.shape.join()) return giveUp('unmodelled', 'multinomial');
  const width = scores.shape.at(-1) ?? 1;
  const round = roundThrough(scores.dtype);
  const rows = Float64Array.from({ length: scores.data.length / width }, (_, row) => {
    const counts = [...(x.data?.data.slice(row * width, (row + 1) * width) ?? [])];
    const ways = lgamma(counts.reduce((a, b) => a + b, 0) + 1) - counts.reduce((sum, count) => sum + lgamma(count + 1), 0);
    return round(
      ways + counts.reduce((sum, count, i) => sum + (count === 0 ? 0 : count * (scores.data[row * width + i] ?? 0)), 0),
    );
  });
  return makeArray('torch', { data: fromData(rows, scores.shape.slice(0, -1), scores.dtype) });
};

/** The shape of the parameters, without the classes. */
const distributionBatchShape: Operation = (args, context) => {
  const kind = given(args, 'kind') ? word(args, 'kind') : undefined;
  const roles = given(args, 'loc') ? ['loc', 'scale'] : [given(args, 'probs') ? 'probs' : 'logits'];
  const shapes = roles.map((role) => parameterOf(args, role, context).shape);
  const shape = shapes.length === 2 ? broadcastShapes(shapes[0], shapes[1]) : shapes[0];
  if (!shape) return giveUp('unmodelled', 'batch_shape');
  const batch = kind === 'categorical' || kind === 'oneHot' ? shape.slice(0, -1) : shape;
  return { kind: 'tuple', items: batch.map(dimValue), type: 'torch.Size' };
};

export const distributionOperations: Readonly<Record<string, Operation>> = {
  distributionProbs,
  distributionLogits,
  distributionLogProb,
  distributionEntropy,
  distributionVariance,
  multinomialLogProb,
  distributionBatchShape,
  distributionSample,
};
