/** Derivatives of PyTorch's losses. https://github.com/pytorch/pytorch/blob/v1.13.1/aten/src/ATen/native/Loss.cpp */
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, number, whole } from '../arguments.ts';
import { isFloat } from '../arrays/promotion.ts';
import { lossReduction } from '../losses/loss-result.ts';
import { giveUp } from '../outcome.ts';
import { arrayOf, type Derivative, type Derivatives, type Pull, shapeOf, sizeOf } from './derivative.ts';
import { lessShare } from './reductions.ts';

/** What each class counts in each item's loss, and what the mean divides by. */
interface Weighting {
  readonly weights: Value;
  readonly total: number;
  readonly axis: number;
}

/** loss = −Σ weight · log p / total, of indices or of probabilities. */
function weighting(pull: Pull): Weighting {
  const { a, args } = pull;
  const [x, target] = [arrayOf(pull, 'x'), arrayOf(pull, 'target')];
  const shape = shapeOf(x);
  const axis = shape.length === 1 ? 0 : 1;
  const classes = shape[axis] ?? 1;
  const stride = shape.slice(axis + 1).reduce((p, q) => p * q, 1);
  const given_ = given(args, 'weight');
  const weight = given_?.kind === 'array' ? (given_.data?.data ?? giveUp('unmodelled', 'weight')) : undefined;
  const smoothing = given(args, 'labelSmoothing') ? (number(args, 'labelSmoothing') ?? 0) : 0;
  const labels = target.data?.data ?? giveUp(target.reason?.key ?? 'unmodelled', target.reason?.name);
  const counts = new Float64Array(sizeOf(x));
  const weightOf = (c: number): number => (weight ? (weight[c] ?? 0) : 1);
  if (target.dtype && isFloat(target.dtype) && target.shape?.length === shape.length) {
    for (let i = 0; i < counts.length; i++) {
      const c = Math.floor(i / stride) % classes;
      counts[i] = weightOf(c) * ((labels[i] ?? 0) * (1 - smoothing) + smoothing / classes);
    }
    return { weights: a.constant(counts, shape, x.dtype ?? 'float32'), total: counts.length / classes, axis };
  }
  const ignored = whole(args, 'ignoreIndex') ?? -100;
  let total = 0;
  for (let item = 0; item < labels.length; item++) {
    const label = labels[item] ?? ignored;
    if (label === ignored) continue;
    total += weightOf(label);
    const start = Math.floor(item / stride) * stride * classes + (item % stride);
    for (let c = 0; c < classes; c++)
      counts[start + c * stride] = ((c === label ? 1 - smoothing : 0) + smoothing / classes) * weightOf(c);
  }
  return { weights: a.constant(counts, shape, x.dtype ?? 'float32'), total, axis };
}

/** The gradient of every item's log-probabilities. */
function toLogProbabilities(pull: Pull): { readonly gradient: Value; readonly axis: number } {
  const { a, args } = pull;
  const { weights, total, axis } = weighting(pull);
  const reduction = lossReduction(args, 'mean');
  const x = arrayOf(pull, 'x');
  if (x.dtype !== 'float32' && x.dtype !== 'float64') return giveUp('unmodelled', 'cross_entropy');
  const g =
    reduction === 'mean'
      ? a.divide(pull.gradient, total)
      : reduction === 'sum'
        ? pull.gradient
        : a.reshape(pull.gradient, shapeOf(x).with(axis, 1));
  return { gradient: a.negative(a.multiply(weights, g)), axis };
}

const crossEntropy: Derivative = (pull) => {
  const { a } = pull;
  const target = pull.args.get('target');
  if (target?.kind === 'array' && target.tape) return giveUp('unmodelled', 'cross_entropy');
  const { gradient, axis } = toLogProbabilities(pull);
  const at: Value = { kind: 'int', value: axis };
  const probabilities = a.run('exp', { x: a.run('logSoftmax', { x: arrayOf(pull, 'x'), axis: at }) });
  return { x: lessShare(a, gradient, probabilities, a.sum(gradient, [axis], true)) };
};

const nll: Derivative = (pull) => ({ x: toLogProbabilities(pull).gradient });

/** A loss of every element: the slope there, and the gradient of the reduction. */
function elementwise(slope: (pull: Pull, x: ArrayValue, target: ArrayValue) => Value, symmetric: boolean): Derivative {
  return (pull) => {
    const { a, args } = pull;
    const [x, target] = [arrayOf(pull, 'x'), arrayOf(pull, 'target')];
    if (target.tape && !symmetric) return giveUp('unmodelled', pull.op);
    const reduction = lossReduction(args, 'mean');
    const weight = given(args, 'weight');
    const count = Math.max(sizeOf(x), sizeOf(target));
    const divisor = reduction === 'mean' ? count : reduction === 'batchmean' ? (shapeOf(x)[0] ?? 1) : 1;
    const own = a.multiply(slope(pull, x, target), pull.gradient);
    const weighted = weight ? a.multiply(own, weight) : own;
    const g = divisor === 1 ? weighted : a.divide(weighted, divisor);
    return { x: g, ...(symmetric && target.tape ? { target: a.negative(g) } : {}) };
  };
}

const binaryCrossEntropyWithLogits = elementwise(({ a, args }, x, y) => {
  const p = a.run('sigmoid', { x });
  const positive = given(args, 'posWeight');
  if (!positive) return a.subtract(p, y);
  const t = a.multiply(positive, y);
  return a.subtract(a.multiply(a.subtract(a.add(t, 1), y), p), t);
}, false);

const binaryCrossEntropy = elementwise(({ a }, x, y) => {
  const spread = a.multiply(a.subtract(1, x), x);
  return a.divide(a.subtract(x, y), a.where(a.compare('<', spread, 1e-12), 1e-12, spread));
}, false);

const klDiv = elementwise(({ a, args }, _x, y) => {
  if (flag(args, 'logTarget')) return a.negative(a.run('exp', { x: y }));
  return a.where(a.compare('>', y, 0), a.negative(y), 0);
}, false);

const difference = ({ a }: Pull, x: Value, y: Value): Value => a.subtract(x, y);

/** A parabola between −bound and bound, straight outside. */
const clipped = (pull: Pull, x: Value, y: Value, bound: number): Value => {
  const { a } = pull;
  const d = difference(pull, x, y);
  return a.where(a.compare('>=', d, bound), bound, a.where(a.compare('<=', d, -bound), -bound, d));
};

/** The kernel takes 2 / n as one number. */
const mse: Derivative = (pull) => {
  const { a, args, gradient } = pull;
  const [x, target] = [arrayOf(pull, 'x'), arrayOf(pull, 'target')];
  const count = lossReduction(args, 'mean') === 'mean' ? Math.max(sizeOf(x), sizeOf(target)) : 1;
  const g = a.multiply(a.multiply(a.subtract(x, target), 2 / count), gradient);
  return { x: g, ...(target.tape ? { target: a.negative(g) } : {}) };
};

/** Optax's and TensorFlow's, one loss for each row of the last axis: probabilities · Σ target − target. */
const rowCrossEntropy: Derivative = (pull) => {
  const { a, args, gradient } = pull;
  const x = arrayOf(pull, 'x');
  const shape = shapeOf(x);
  const target = args.get('target');
  if (pull.result.shape?.length !== shape.length - 1 || args.get('labelSmoothing')) return giveUp('unmodelled', pull.op);
  const axis: Value = { kind: 'int', value: shape.length - 1 };
  const wanted =
    pull.op === 'softmaxCrossEntropy'
      ? target
      : target && a.run('oneHot', { x: target, classes: { kind: 'int', value: shape.at(-1) ?? 1 } });
  if (wanted?.kind !== 'array') return giveUp('unmodelled', pull.op);
  const share = a.multiply(a.run('softmax', { x, axis }), a.sum(wanted, [shape.length - 1], true));
  return { x: a.multiply(a.reshape(gradient, [...shape.slice(0, -1), 1]), a.subtract(share, wanted)) };
};

const sigmoidCrossEntropy: Derivative = (pull) => {
  const { a, args, gradient } = pull;
  if (args.get('posWeight') || args.get('labelSmoothing')) return giveUp('unmodelled', pull.op);
  const [x, target] = [arrayOf(pull, 'x'), arrayOf(pull, 'target')];
  if (pull.result.shape?.length !== shapeOf(x).length) return giveUp('unmodelled', pull.op);
  return { x: a.multiply(a.subtract(a.run('sigmoid', { x }), target), gradient) };
};

export const lossDerivatives: Derivatives = {
  crossEntropy,
  softmaxCrossEntropy: rowCrossEntropy,
  sparseSoftmaxCrossEntropy: rowCrossEntropy,
  sigmoidCrossEntropy,
  nll,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  klDiv,
  mse,
  l1: elementwise((pull, x, y) => pull.a.run('sign', { x: difference(pull, x, y) }), true),
  smoothL1: elementwise((pull, x, y) => {
    const beta = number(pull.args, 'beta') ?? 1;
    return pull.a.divide(clipped(pull, x, y, beta), beta);
  }, true),
  softMargin: elementwise(({ a }, x, y) => {
    const z = a.run('exp', { x: a.negative(a.multiply(y, x)) });
    return a.divide(a.negative(a.multiply(y, z)), a.add(z, 1));
  }, false),
  huber: elementwise((pull, x, y) => clipped(pull, x, y, number(pull.args, 'delta') ?? 1), true),
};
