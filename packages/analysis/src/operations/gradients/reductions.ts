/** Derivatives of reductions and of softmax. https://github.com/pytorch/pytorch/blob/v1.13.1/tools/autograd/derivatives.yaml */
import type { ArrayValue, Value } from '../../values/value.ts';
import { axes as axesArgument, flag, given, number, word } from '../arguments.ts';
import { resolveAxis } from '../gives.ts';
import { giveUp } from '../outcome.ts';
import type { Algebra } from './algebra.ts';
import { arrayOf, type Derivative, type Derivatives, type Pull, shapeOf, sizeOf } from './derivative.ts';

/** The axes that went, from the start, and how many elements each result has of. */
interface Reduced {
  readonly x: ArrayValue;
  readonly axes: readonly number[];
  readonly kept: readonly number[];
  readonly count: number;
}

function reduced(pull: Pull): Reduced {
  const x = arrayOf(pull, 'x');
  const shape = shapeOf(x);
  const asked = axesArgument(pull.args);
  const axes =
    !asked || asked.length === 0 ? shape.map((_, i) => i) : asked.map((axis) => (axis < 0 ? axis + shape.length : axis));
  const kept = shape.map((size, i) => (axes.includes(i) ? 1 : size));
  return { x, axes, kept, count: axes.reduce((count, axis) => count * (shape[axis] ?? 1), 1) };
}

/** With the axes that the reduction took away, of size 1. */
const widened = ({ a }: Pull, value: Value, { kept }: Reduced): Value => a.reshape(value, kept);

/** To every element that took part. */
const spread = (pull: Pull, value: Value, of: Reduced): Value =>
  pull.a.run('broadcastTo', { x: widened(pull, value, of), shape: sizesOf(of.x) });

const sizesOf = (x: ArrayValue): Value => ({
  kind: 'tuple',
  items: shapeOf(x).map((value) => ({ kind: 'int', value })),
});

const sum: Derivative = (pull) => ({ x: spread(pull, pull.gradient, reduced(pull)) });

const mean: Derivative = (pull) => {
  const of = reduced(pull);
  return { x: pull.a.divide(spread(pull, pull.gradient, of), of.count) };
};

const prod: Derivative = (pull) => {
  const of = reduced(pull);
  if (of.x.data?.data.some((x: number) => x === 0)) return giveUp('unmodelled', 'prod');
  const { a } = pull;
  return { x: a.divide(a.multiply(widened(pull, pull.gradient, of), widened(pull, pull.result, of)), of.x) };
};

/** 2 / (n − correction) · g · (x − mean). */
function spreadOf(pull: Pull, gradient: Value): Value {
  const of = reduced(pull);
  const { a, args } = pull;
  const asked = given(args, 'correction') ?? given(args, 'ddof');
  const correction = asked
    ? (number(args, given(args, 'correction') ? 'correction' : 'ddof') ?? 1)
    : flag(args, 'unbiased', true)
      ? 1
      : 0;
  const axis: Value = { kind: 'tuple', items: of.axes.map((value) => ({ kind: 'int', value })) };
  const center = a.run('mean', { x: of.x, axis, keepdims: { kind: 'bool', value: true } });
  const factor = 2 / (of.count - correction);
  return a.multiply(a.multiply(widened(pull, gradient, of), factor), a.subtract(of.x, center));
}

const std: Derivative = (pull) => {
  const { a, gradient, result } = pull;
  const own = a.where(a.compare('==', result, 0), 0, a.divide(gradient, a.multiply(result, 2)));
  return { x: spreadOf(pull, own) };
};

const norm: Derivative = (pull) => {
  const { a, args, gradient, result } = pull;
  const of = reduced(pull);
  const order = given(args, 'order');
  const p =
    order?.kind === 'text' ? (word(args, 'order') === 'fro' ? 2 : giveUp('unmodelled', 'norm')) : (number(args, 'order') ?? 2);
  const g = widened(pull, gradient, of);
  if (p === 1) return { x: a.multiply(g, a.run('sign', { x: of.x })) };
  if (p !== 2) return giveUp('unmodelled', 'norm');
  const length = widened(pull, result, of);
  return { x: a.where(a.compare('==', length, 0), 0, a.multiply(of.x, a.divide(g, length))) };
};

const logSumExp: Derivative = (pull) => {
  const of = reduced(pull);
  const { a } = pull;
  const weights = a.run('exp', { x: a.subtract(of.x, widened(pull, pull.result, of)) });
  return { x: a.multiply(widened(pull, pull.gradient, of), weights) };
};

/** All that are as large as the largest share its gradient. */
const shared: Derivative = (pull) => {
  const of = reduced(pull);
  const { a } = pull;
  const own = a.compare('==', of.x, widened(pull, pull.result, of));
  const mask = a.where(own, a.multiply(a.add(a.multiply(of.x, 0), 1), 1), 0);
  const among = a.divide(a.multiply(widened(pull, pull.gradient, of), mask), a.sum(mask, of.axes, true));
  return { x: a.where(own, among, 0) };
};

const cumsum: Derivative = ({ a, args, gradient }) => {
  const axis = args.get('axis');
  const flipped = a.run('flip', { x: gradient, axis });
  return { x: a.run('flip', { x: a.run('cumsum', { x: flipped, axis }), axis }) };
};

/** The axis of a softmax as its row has it when none was given. */
function classAxis(pull: Pull): Value {
  const axis = given(pull.args, 'axis');
  if (axis) return axis;
  const rank = shapeOf(arrayOf(pull, 'x')).length;
  const value = pull.a.context.library === 'torch' ? (resolveAxis('torch-implicit', rank, pull.args) ?? -1) : -1;
  return { kind: 'int', value };
}

const along = (pull: Pull, x: Value): Value =>
  pull.a.run('sum', { x, axis: classAxis(pull), keepdims: { kind: 'bool', value: true } });

const softmax: Derivative = (pull) => {
  const { a, gradient, result } = pull;
  return { x: a.multiply(result, a.subtract(gradient, along(pull, a.multiply(gradient, result)))) };
};

/** gradient − probabilities · total, where possible in one go, as the kernel has it. */
export function lessShare(a: Algebra, gradient: Value, probabilities: Value, total: Value): Value {
  if (!a.context.untracked) return a.subtract(gradient, a.multiply(probabilities, total));
  return a.fused([gradient, probabilities, total], (_, g, p, sum) => g - p * sum);
}

const logSoftmax: Derivative = (pull) => {
  const { a, gradient, result } = pull;
  return { x: lessShare(a, gradient, a.run('exp', { x: result }), along(pull, gradient)) };
};

/** Over the last axes, as many as the layer was told. */
const layerNorm: Derivative = (pull) => {
  const { a, args, gradient } = pull;
  const x = arrayOf(pull, 'x');
  const shape = shapeOf(x);
  const asked = args.get('shape');
  const count = asked?.kind === 'tuple' ? asked.items.length : 1;
  const axes = shape.map((_, i) => i).slice(shape.length - count);
  const axis: Value = { kind: 'tuple', items: axes.map((value) => ({ kind: 'int', value })) };
  const keepdims: Value = { kind: 'bool', value: true };
  const average = (value: Value): Value => a.run('mean', { x: value, axis, keepdims });
  const centered = a.subtract(x, average(x));
  const deviation = a.run('rsqrt', { x: a.add(average(a.multiply(centered, centered)), number(args, 'epsilon') ?? 1e-5) });
  const normal = a.multiply(centered, deviation);
  const weight = args.get('weight');
  const g = weight?.kind === 'array' ? a.multiply(gradient, weight) : gradient;
  const own = a.subtract(a.subtract(g, average(g)), a.multiply(normal, average(a.multiply(g, normal))));
  return { x: a.multiply(own, deviation), weight: a.multiply(gradient, normal), bias: gradient };
};

export const reductionDerivatives: Derivatives = {
  sum,
  mean,
  prod,
  var: (pull) => ({ x: spreadOf(pull, pull.gradient) }),
  std,
  norm,
  logSumExp,
  max: shared,
  min: shared,
  cumsum,
  softmax,
  softmin: (pull) => {
    const { x } = softmax(pull);
    return { x: x && 'kind' in x ? pull.a.negative(x) : undefined };
  },
  logSoftmax,
  layerNorm,
  trace: (pull) => {
    const x = arrayOf(pull, 'x');
    const [rows = 1, columns = 1] = shapeOf(x);
    const eye = pull.a.constant(
      Float64Array.from({ length: sizeOf(x) }, (_, i) => (Math.floor(i / columns) === i % columns ? 1 : 0)),
      [rows, columns],
      x.dtype ?? 'float32',
    );
    return { x: pull.a.multiply(eye, pull.gradient) };
  },
};

export { shared as sharedExtreme };
