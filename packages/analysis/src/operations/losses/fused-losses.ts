/** Cross-entropies of TensorFlow, Optax, Keras and scikit-learn: per item unless reduced. */
import { exp as exactExp, log as exactLog, sigmoid, softplus } from '@softlens/core';
import type { Space } from '../../values/space.ts';
import type { Value } from '../../values/value.ts';
import { axes as axesArgument, flag, given, number, operandFrom, tensor, word } from '../arguments.ts';
import { makeArray, type Operand } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { lossReduction, lossSpace, unknownLoss } from './loss-result.ts';
import { elementLossOf, partsOf, rowLoss } from './losses.ts';

type Row = readonly number[];

function operandsOf(args: OperationArguments, context: OperationContext): readonly Operand[] {
  return ['x', 'target'].map((role) => operandFrom(tensor(args, role, context), context));
}

/** The loss of rows along the last axis; other axes, weights and masks are known by shape only. */
function rows(args: OperationArguments, context: OperationContext, compute: (x: Row, target: Row) => number): Value {
  const [x, target] = operandsOf(args, context);
  if (!x || !target) return giveUp('unmodelled');
  const axis = axesArgument(args)?.[0] ?? -1;
  const last = axis === -1 || axis === (x.shape?.length ?? 0) - 1;
  if (given(args, 'weight') || given(args, 'where') || !last) {
    return unknownLoss(
      { ...partsOf([x], context), items: x.shape?.filter((_, i) => i !== (axis < 0 ? axis + (x.shape?.length ?? 0) : axis)) },
      lossReduction(args, 'none'),
    );
  }
  const own = { ...target, ...(x.dtype && target.dtype ? { dtype: x.dtype } : {}) };
  return rowLoss([x, own], ([row = [], wanted = []]) => compute(row, wanted), args, context, 'none');
}

export function logSumExpOf(row: Row): number {
  const top = Math.max(...row);
  return Number.isFinite(top) ? top + exactLog(row.reduce((sum, z) => sum + exactExp(z - top), 0)) : top;
}

function smoothed(target: Row, smoothing: number): Row {
  return smoothing === 0 ? target : target.map((t) => t * (1 - smoothing) + smoothing / target.length);
}

function crossEntropyOf(logits: Row, target: Row): number {
  const total = logSumExpOf(logits);
  return target.reduce((sum, t, i) => sum + (t === 0 ? 0 : t * (total - (logits[i] ?? 0))), 0);
}

const softmaxCrossEntropy: Operation = (args, context) => {
  const smoothing = number(args, 'labelSmoothing') ?? 0;
  return rows(args, context, (z, y) => crossEntropyOf(z, smoothed(y, smoothing)));
};

const sparseSoftmaxCrossEntropy: Operation = (args, context) =>
  rows(args, context, (z, [label = 0]) => logSumExpOf(z) - (z[label] ?? Number.NaN));

const sigmoidCrossEntropy: Operation = (args, context) => {
  const operands = operandsOf(args, context);
  const smoothing = number(args, 'labelSmoothing') ?? 0;
  const positive = given(args, 'posWeight') ? operandFrom(tensor(args, 'posWeight', context), context) : undefined;
  if (given(args, 'weight'))
    return unknownLoss({ ...partsOf(operands, context), items: operands[0]?.shape }, lossReduction(args, 'none'));
  const compute = (z: number, label: number, weight = 1): number => {
    const y = label * (1 - smoothing) + 0.5 * smoothing;
    return weight * y * softplus(-z) + (1 - y) * softplus(z);
  };
  return elementLossOf(positive ? [...operands, positive] : operands, compute, args, context, 'none');
};

/** tf.losses.log_loss. */
const tfLogLoss: Operation = (args, context) => {
  const epsilon = number(args, 'epsilon') ?? 1e-7;
  if (given(args, 'weight')) return giveUp('unmodelled', 'weights');
  return elementLossOf(
    operandsOf(args, context),
    (p, y) => -y * exactLog(p + epsilon) - (1 - y) * exactLog(1 - p + epsilon),
    args,
    context,
    'mean',
  );
};

const kerasEpsilon = 1e-7;

function clipped(p: number): number {
  return Math.min(Math.max(p, kerasEpsilon), 1 - kerasEpsilon);
}

/** Keras divides probabilities by their sum and clips them. */
function normalised(row: Row): Row {
  const total = row.reduce((a, b) => a + b, 0);
  return row.map((p) => clipped(p / total));
}

const kerasCategoricalCrossentropy: Operation = (args, context) => {
  const [logits, smoothing] = [flag(args, 'fromLogits'), number(args, 'labelSmoothing') ?? 0];
  return rows(args, context, (x, y) => {
    const target = smoothed(y, smoothing);
    return logits ? crossEntropyOf(x, target) : normalised(x).reduce((sum, p, i) => sum - (target[i] ?? 0) * exactLog(p), 0);
  });
};

const kerasSparseCategoricalCrossentropy: Operation = (args, context) => {
  if (given(args, 'ignoreClass')) return giveUp('unmodelled', 'ignore_class');
  const logits = flag(args, 'fromLogits');
  return rows(args, context, (x, [label = 0]) =>
    logits ? logSumExpOf(x) - (x[label] ?? Number.NaN) : -exactLog(normalised(x)[label] ?? Number.NaN),
  );
};

function binaryOf(logits: boolean, x: number, y: number): number {
  if (logits) return y * softplus(-x) + (1 - y) * softplus(x);
  const p = clipped(x);
  return -(y * exactLog(p) + (1 - y) * exactLog(1 - p));
}

const kerasBinaryCrossentropy: Operation = (args, context) => {
  const [logits, smoothing] = [flag(args, 'fromLogits'), number(args, 'labelSmoothing') ?? 0];
  const element = (x: number, y: number): number => binaryOf(logits, x, y * (1 - smoothing) + 0.5 * smoothing);
  if (flag(args, 'elementwise')) return elementLossOf(operandsOf(args, context), element, args, context, 'none');
  return rows(args, context, (x, y) => x.reduce((sum, v, i) => sum + element(v, y[i] ?? 0), 0) / x.length);
};

const kerasKlDivergence: Operation = (args, context) => {
  const clip = (p: number): number => Math.min(Math.max(p, kerasEpsilon), 1);
  return rows(args, context, (x, y) => y.reduce((sum, t, i) => sum + clip(t) * exactLog(clip(t) / clip(x[i] ?? 0)), 0));
};

const kerasFocal: Operation = (args, context) => {
  const [logits, gamma, alpha] = [flag(args, 'fromLogits'), number(args, 'gamma') ?? 2, number(args, 'alpha') ?? 0.25];
  if ((given(args, 'kind') ? word(args, 'kind') : 'binary') !== 'binary') {
    return rows(args, context, (x, y) => {
      const probabilities = logits ? x.map((z) => exactExp(z - logSumExpOf(x))) : x;
      return normalised(probabilities).reduce((sum, p, i) => sum - alpha * (1 - p) ** gamma * (y[i] ?? 0) * exactLog(p), 0);
    });
  }
  const balanced = flag(args, 'balanced');
  return rows(
    args,
    context,
    (x, y) =>
      x.reduce((sum, v, i) => {
        const [t, p] = [y[i] ?? 0, logits ? sigmoid(v) : v];
        const right = t * p + (1 - t) * (1 - p);
        const weight = balanced ? t * alpha + (1 - t) * (1 - alpha) : 1;
        return sum + weight * (1 - right) ** gamma * binaryOf(logits, v, t);
      }, 0) / x.length,
  );
};

const means: Readonly<Record<string, (x: number, y: number, delta: number) => number>> = {
  mse: (x, y) => (x - y) ** 2,
  mae: (x, y) => Math.abs(x - y),
  mape: (x, y) => 100 * Math.abs((y - x) / Math.max(Math.abs(y), kerasEpsilon)),
  msle: (x, y) => (exactLog(Math.max(y, kerasEpsilon) + 1) - exactLog(Math.max(x, kerasEpsilon) + 1)) ** 2,
  logcosh: (x, y) => x - y + softplus(-2 * (x - y)) - Math.LN2,
  huber: (x, y, delta) => (Math.abs(x - y) <= delta ? 0.5 * (x - y) ** 2 : delta * Math.abs(x - y) - 0.5 * delta * delta),
  hinge: (x, y) => Math.max(1 - signOf(y) * x, 0),
  squaredHinge: (x, y) => Math.max(1 - signOf(y) * x, 0) ** 2,
  poisson: (x, y) => x - y * exactLog(x + kerasEpsilon),
};

/** Keras reads 0 and 1 as -1 and 1 in hinge losses. */
function signOf(y: number): number {
  return y === 0 ? -1 : y;
}

const kerasMean: Operation = (args, context) => {
  const [kind, delta] = [given(args, 'kind') ? word(args, 'kind') : 'mse', number(args, 'delta') ?? 1];
  const element = means[kind ?? ''];
  if (!element)
    return unknownLoss(
      { ...partsOf(operandsOf(args, context), context), items: operandsOf(args, context)[0]?.shape?.slice(0, -1) },
      lossReduction(args, 'none'),
    );
  return rows(args, context, (x, y) => x.reduce((sum, v, i) => sum + element(v, y[i] ?? 0, delta), 0) / x.length);
};

/** A NumPy scalar. */
const double = (value: number, space: Space): Value =>
  makeArray('numpy', { data: { dtype: 'float64', shape: [], data: Float64Array.of(value) }, scalar: true, space });

/** scikit-learn: rows are clipped and renormalised. */
const logLoss: Operation = (args, context) => {
  const [x, target] = operandsOf(args, context);
  const space = lossSpace(x?.space, context);
  const unread: Value = { kind: 'unknown', reason: { key: 'unmodelled' }, space };
  if (!x?.data || !target?.data || given(args, 'weight') || given(args, 'labels') || target.data.shape.length !== 1)
    return unread;
  const classes = [...new Set(target.data.data)].sort((a, b) => a - b);
  const width = x.data.shape.length === 1 ? 1 : (x.data.shape[1] ?? 1);
  if (width !== 1 && width !== classes.length) return unread;
  const probabilities = [...x.data.data];
  const limit = x.data.dtype === 'float32' ? 2 ** -23 : 2 ** -52;
  const losses = [...target.data.data].map((label, i) => {
    const row =
      width === 1 ? [1 - (probabilities[i] ?? 0), probabilities[i] ?? 0] : probabilities.slice(i * width, (i + 1) * width);
    const clippedRow = row.map((p) => Math.min(Math.max(p, limit), 1 - limit));
    const total = clippedRow.reduce((a, b) => a + b, 0);
    return -exactLog((clippedRow[classes.indexOf(label)] ?? Number.NaN) / total);
  });
  const sum = losses.reduce((a, b) => a + b, 0);
  return double(flag(args, 'normalize', true) ? sum / losses.length : sum, space);
};

const brier: Operation = (args, context) => {
  const [x, target] = operandsOf(args, context);
  const space = lossSpace(x?.space, context);
  if (!x?.data || !target?.data || given(args, 'weight')) return { kind: 'unknown', reason: { key: 'unmodelled' }, space };
  const values = target.data.data;
  const squares = [...x.data.data].map((p, i) => (p - (values[i] ?? 0)) ** 2);
  return double(squares.reduce((a, b) => a + b, 0) / squares.length, space);
};

export const fusedLossOperations: Readonly<Record<string, Operation>> = {
  softmaxCrossEntropy,
  sparseSoftmaxCrossEntropy,
  sigmoidCrossEntropy,
  tfLogLoss,
  kerasCategoricalCrossentropy,
  kerasSparseCategoricalCrossentropy,
  kerasBinaryCrossentropy,
  kerasKlDivergence,
  kerasFocal,
  kerasMean,
  logLoss,
  brier,
};
