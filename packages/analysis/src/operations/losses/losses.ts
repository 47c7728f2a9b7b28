/** PyTorch's losses. https://pytorch.org/docs/stable/nn.functional.html#loss-functions */
import {
  exp as exactExp,
  log as exactLog,
  logSigmoid,
  mapAlong,
  type NdArray,
  negativeLogLikelihood,
  sigmoid,
  softplus,
} from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, number, operandFrom, tensor, whole } from '../arguments.ts';
import { castArray } from '../arrays/nested.ts';
import { binaryCrossEntropyOf, logSoftmaxOf, type Rounding, workingOf, workingPrecision } from '../arrays/precision.ts';
import { isFloat } from '../arrays/promotion.ts';
import { mapArrays, type Operand } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { knownShape } from '../shapes/shapes.ts';
import {
  contradictingShapes,
  elementLoss,
  type LossReduction,
  lossReduction,
  lossSpace,
  reducedLoss,
  unknownLoss,
  wide,
} from './loss-result.ts';

/** Where PyTorch's classification losses have their classes: axis 1, or 0 for a single item. */
function classAxis(rank: number): number {
  return rank === 1 ? 0 : 1;
}

function checkTarget(x: ArrayValue, target: ArrayValue): 'indices' | 'probabilities' | undefined {
  if (!x.shape || !target.shape) return target.dtype ? (isFloat(target.dtype) ? 'probabilities' : 'indices') : undefined;
  if (x.shape.length === target.shape.length) {
    if (target.dtype && !isFloat(target.dtype)) raise('Expected floating point type for target with class probabilities');
    if (contradictingShapes(x.shape, target.shape)) raise('the shape of the probabilities must be that of the input');
    return 'probabilities';
  }
  const items = x.shape.filter((_, axis) => axis !== classAxis(x.shape?.length ?? 2));
  if (contradictingShapes(items, target.shape))
    raise(`Expected input batch_size (${x.shape.join(',')}) to match target batch_size (${target.shape.join(',')}).`);
  if (x.library !== 'core' && target.dtype && target.dtype !== 'int64' && target.dtype !== 'uint8')
    raise(`expected scalar type Long but found ${target.dtype}`);
  return 'indices';
}

/** log-softmax in the precision of the input, kept wide. */
function logSoftmaxData(data: NdArray, axis: number, library: string): NdArray {
  const working = workingOf(data.dtype, library);
  return mapAlong(data, axis, (vector) => logSoftmaxOf(vector, working), 'float64', 'cross_entropy');
}

function classLoss(onlyIndices: boolean): Operation {
  return (args, context) => {
    const [x, target] = [tensor(args, 'x', context), tensor(args, 'target', context)];
    if (x.dtype && !isFloat(x.dtype)) raise(`not implemented for ${x.dtype}`);
    const kind = checkTarget(x, target);
    if (kind === 'probabilities' && onlyIndices && x.shape && target.shape) raise('a target of class indices is expected');
    const reduction = lossReduction(args, 'mean');
    const rank = x.shape?.length ?? 2;
    const items: Shape | undefined = x.shape?.filter((_, axis) => axis !== classAxis(rank));
    const parts = {
      library: x.library,
      dtype: x.dtype,
      items,
      space: lossSpace(x.space, context),
      reason: x.reason ?? target.reason,
    };
    const weight = given(args, 'weight') ? tensor(args, 'weight', context) : undefined;
    const smoothing = given(args, 'labelSmoothing') ? number(args, 'labelSmoothing') : undefined;
    if (!x.data || !target.data || !x.dtype || (weight && !weight.data)) return unknownLoss(parts, reduction);
    checkIndices(x, target, kind, whole(args, 'ignoreIndex') ?? -100);
    const ignoreIndex = kind === 'indices' ? (whole(args, 'ignoreIndex') ?? -100) : undefined;
    const options = { axis: classAxis(rank), weight: weight?.data && wide(weight.data), ignoreIndex, labelSmoothing: smoothing };
    const targets = kind === 'indices' ? target.data : wide(target.data);
    const scores = onlyIndices ? wide(x.data) : logSoftmaxData(x.data, classAxis(rank), x.library);
    const value = negativeLogLikelihood(scores, targets, {
      ...options,
      reduction: reduction === 'batchmean' ? raise('batchmean is not a valid value for reduction') : reduction,
    });
    return reducedLoss(value, 'none', x.dtype, parts);
  };
}

function checkIndices(x: ArrayValue, target: ArrayValue, kind: string | undefined, ignored: number): void {
  const classes = x.shape?.[classAxis(x.shape.length)];
  if (kind !== 'indices' || typeof classes !== 'number' || !target.data) return;
  for (const index of target.data.data)
    if (index !== ignored && (index < 0 || index >= classes)) raise(`Target ${index} is out of bounds.`);
}

/** Operands of a loss; PyTorch wants floats, and the target in the shape of the input for the binary ones. */
function operandsOf(args: OperationArguments, roles: readonly string[], context: OperationContext): readonly Operand[] {
  return roles.map((role) => operandFrom(tensor(args, role, context), context));
}

function elementwiseLoss(
  roles: readonly string[],
  formula: (args: OperationArguments, r: Rounding) => (...xs: number[]) => number,
  strict = false,
): Operation {
  return (args, context) => {
    const operands = operandsOf(args, roles, context);
    const [x, target] = operands;
    if (strict && x?.shape && target?.shape && contradictingShapes(x.shape, target.shape))
      raise(`Using a target size (${target.shape.join(',')}) that is different to the input size (${x.shape.join(',')})`);
    const weight = given(args, 'weight') ? operandFrom(tensor(args, 'weight', context), context) : undefined;
    const parts = partsOf(operands, context);
    const compute = formula(args, workingPrecision(parts.dtype, parts.library));
    const weighted = weight ? (...xs: number[]): number => (xs.at(-1) ?? 1) * compute(...xs.slice(0, -1)) : compute;
    return elementLoss(weight ? [...operands, weight] : operands, weighted, parts, lossReduction(args, 'mean'), context);
  };
}

export function partsOf(operands: readonly Operand[], context: OperationContext): Parameters<typeof elementLoss>[2] {
  const [x] = operands;
  const dtypes = operands.flatMap((each) => (each.dtype ? [each.dtype] : []));
  const dtype =
    dtypes.length < operands.length ? undefined : dtypes.includes('float64') ? 'float64' : (dtypes.find(isFloat) ?? x?.dtype);
  const source = operands.find((each) => !each.data)?.source;
  return {
    library: x?.library ?? 'torch',
    dtype,
    space: lossSpace(x?.space, context),
    reason: source?.kind === 'array' ? source.reason : undefined,
  };
}

/** A loss of every element whose reduction has another default. */
export function elementLossOf(
  operands: readonly Operand[],
  compute: (...xs: number[]) => number,
  args: OperationArguments,
  context: OperationContext,
  otherwise: LossReduction,
): Value {
  return elementLoss(operands, compute, partsOf(operands, context), lossReduction(args, otherwise), context);
}

/** PyTorch clamps the logarithms at -100. */
function binary(p: number, y: number): number {
  if (p < 0 || p > 1) raise('all elements of input should be between 0 and 1');
  return -(y * Math.max(exactLog(p), -100) + (1 - y) * Math.max(Math.log1p(-p), -100));
}

const binaryCrossEntropyWithLogits: Operation = (args, context) => {
  const [x, target] = operandsOf(args, ['x', 'target'], context);
  if (!x || !target) return giveUp('unmodelled');
  if (x.shape && target.shape && contradictingShapes(x.shape, target.shape))
    raise(`Target size (${target.shape.join(',')}) must be the same as input size (${x.shape.join(',')})`);
  const extra = ['weight', 'posWeight'].map((role) =>
    given(args, role) ? operandFrom(tensor(args, role, context), context) : undefined,
  );
  const one: Operand = { source: { kind: 'int', value: 1 }, python: 'int', number: 1, shape: [], scalar: true };
  const parts = partsOf([x, target], context);
  const r = workingPrecision(parts.dtype, parts.library);
  const positive = extra[1] !== undefined;
  const compute = (z: number, y: number, weight: number, more: number): number =>
    r(weight * binaryCrossEntropyOf(z, y, positive ? more : undefined, r));
  return elementLoss([x, target, extra[0] ?? one, extra[1] ?? one], compute, parts, lossReduction(args, 'mean'), context);
};

const klDiv = elementwiseLoss(['x', 'target'], (args, r) => {
  const logTarget = flag(args, 'logTarget');
  return (x, y) =>
    logTarget ? r(r(exactExp(y)) * r(y - x)) : y > 0 ? r(r(y * r(exactLog(y))) - r(y * x)) : y === 0 ? -0 * x : Number.NaN;
});

function smooth(args: OperationArguments): (x: number, y: number) => number {
  const beta = number(args, 'beta') ?? 1;
  return (x, y) => {
    const distance = Math.abs(x - y);
    return distance < beta ? (0.5 * distance * distance) / beta : distance - 0.5 * beta;
  };
}

function huber(args: OperationArguments): (x: number, y: number) => number {
  const delta = number(args, 'delta') ?? 1;
  return (x, y) => {
    const distance = Math.abs(x - y);
    return distance <= delta ? 0.5 * distance * distance : delta * (distance - 0.5 * delta);
  };
}

function poisson(args: OperationArguments): (x: number, y: number) => number {
  const [logInput, full, epsilon] = [flag(args, 'logInput', true), flag(args, 'full'), number(args, 'epsilon') ?? 1e-8];
  return (x, y) => {
    const loss = logInput ? exactExp(x) - y * x : x - y * exactLog(x + epsilon);
    return full && y > 1 ? loss + y * exactLog(y) - y + 0.5 * exactLog(2 * Math.PI * y) : loss;
  };
}

function gaussian(args: OperationArguments): (x: number, y: number, variance: number) => number {
  const [full, epsilon] = [flag(args, 'full'), number(args, 'epsilon') ?? 1e-6];
  return (x, y, variance) => {
    const v = Math.max(variance, epsilon);
    return 0.5 * (exactLog(v) + (x - y) ** 2 / v) + (full ? 0.5 * exactLog(2 * Math.PI) : 0);
  };
}

/** α_t (1 − p_t)^γ · BCE with logits. Lin et al. 2017; `torchvision.ops.sigmoid_focal_loss`. */
function focal(args: OperationArguments): (z: number, y: number) => number {
  const [alpha, gamma] = [given(args, 'alpha') ? (number(args, 'alpha') ?? 0.25) : -1, number(args, 'gamma') ?? 2];
  return (z, y) => {
    const p = sigmoid(z);
    const right = p * y + (1 - p) * (1 - y);
    const loss = (y * softplus(-z) + (1 - y) * softplus(z)) * (1 - right) ** gamma;
    return alpha >= 0 ? (alpha * y + (1 - alpha) * (1 - y)) * loss : loss;
  };
}

/** Losses of single rows: the last axis goes. */
export function rowLoss(
  operands: readonly Operand[],
  compute: (rows: readonly (readonly number[])[]) => number,
  args: OperationArguments,
  context: OperationContext,
  otherwise: LossReduction = 'mean',
): Value {
  const [x] = operands;
  const parts = { ...partsOf(operands, context), items: x?.shape?.slice(0, -1) };
  const reduction = lossReduction(args, otherwise);
  const known = parts.items && knownShape(parts.items);
  const size = x?.shape?.at(-1);
  if (!x || !known || typeof size !== 'number' || !parts.dtype || operands.some((each) => !each.data))
    return unknownLoss(parts, reduction);
  const count = known.reduce((a, b) => a * b, 1);
  // Per item a row, one number, or (weights) the row that all share.
  const rowsOf = (data: NdArray | undefined, i: number): readonly number[] => {
    const all = [...(data?.data ?? [])];
    const full = data?.shape.length === known.length + 1;
    const single = data?.shape.length === known.length && all.length === count;
    return full ? all.slice(i * size, (i + 1) * size) : single ? all.slice(i, i + 1) : all;
  };
  const values = Float64Array.from({ length: count }, (_, i) => compute(operands.map((each) => rowsOf(each.data, i))));
  return reducedLoss({ dtype: 'float64', shape: known, data: values }, reduction, parts.dtype, parts);
}

const multiLabelSoftMargin: Operation = (args, context) => {
  const weights = given(args, 'weight') ? tensor(args, 'weight', context).data : undefined;
  if (given(args, 'weight') && !weights) return giveUp('unmodelled', 'weight');
  const roles = ['x', 'target'];
  const mean = ([x = [], y = []]: readonly (readonly number[])[]): number =>
    x.reduce(
      (sum, z, i) => sum - (weights?.data[i] ?? 1) * ((y[i] ?? 0) * logSigmoid(z) + (1 - (y[i] ?? 0)) * logSigmoid(-z)),
      0,
    ) / x.length;
  return rowLoss(operandsOf(args, roles, context), mean, args, context);
};

const multiMargin: Operation = (args, context) => {
  const [power, margin] = [number(args, 'power') ?? 1, number(args, 'margin') ?? 1];
  if (given(args, 'weight')) return giveUp('unmodelled', 'weight');
  return rowLoss(
    operandsOf(args, ['x', 'target'], context),
    ([x = [], [label = 0] = []]) => {
      const own = x[label] ?? Number.NaN;
      return x.reduce((sum, z, i) => sum + (i === label ? 0 : Math.max(0, margin - own + z) ** power), 0) / x.length;
    },
    args,
    context,
  );
};

function distance(a: readonly number[], b: readonly number[], power: number, epsilon: number): number {
  return a.reduce((sum, v, i) => sum + Math.abs(v - (b[i] ?? 0) + epsilon) ** power, 0) ** (1 / power);
}

const tripletMargin: Operation = (args, context) => {
  const [margin, power, epsilon, swap] = [
    number(args, 'margin') ?? 1,
    number(args, 'power') ?? 2,
    number(args, 'epsilon') ?? 1e-6,
    flag(args, 'swap'),
  ];
  return rowLoss(
    operandsOf(args, ['x', 'y', 'z'], context),
    ([a = [], p = [], n = []]) => {
      const far = distance(a, n, power, epsilon);
      return Math.max(0, distance(a, p, power, epsilon) - (swap ? Math.min(far, distance(p, n, power, epsilon)) : far) + margin);
    },
    args,
    context,
  );
};

const cosineEmbedding: Operation = (args, context) => {
  const margin = number(args, 'margin') ?? 0;
  return rowLoss(
    operandsOf(args, ['x', 'y', 'target'], context),
    ([a = [], b = [], [sign = 1] = []]) => {
      const dot = (u: readonly number[], v: readonly number[]): number => u.reduce((sum, each, i) => sum + each * (v[i] ?? 0), 0);
      const cosine = dot(a, b) / Math.sqrt((dot(a, a) + 1e-12) * (dot(b, b) + 1e-12));
      return sign === 1 ? 1 - cosine : Math.max(0, cosine - margin);
    },
    args,
    context,
  );
};

/** Only the shape is known: a number, or one loss per item. */
const shapeOnly: Operation = (args, context) => {
  const x = given(args, 'x');
  const array = x?.kind === 'array' ? x : undefined;
  const items = array?.shape?.slice(0, 1);
  const library = array?.library ?? context.library;
  return unknownLoss(
    { library, dtype: array?.dtype, items, space: lossSpace(array?.space, context) },
    lossReduction(args, 'mean'),
  );
};

/** scikit-learn's losses of whole numbers are floats. */
const inFloats =
  (operation: Operation): Operation =>
  (args, context) => {
    if (!context.row?.name.startsWith('sklearn.')) return operation(args, context);
    const cast = (role: string): Value => {
      const x = tensor(args, role, context);
      return x.dtype?.includes('int') || x.dtype === 'bool' ? castArray(x, 'float64') : x;
    };
    return operation(new Map([...args, ['x', cast('x')], ['target', cast('target')]]), context);
  };

/** scikit-learn's `squared=False` gives the root. */
function rooted(operation: Operation): Operation {
  return (args, context) => {
    const result = operation(args, context);
    const squared = args.get('squared');
    if (squared?.kind !== 'bool' || squared.value || result.kind !== 'array' || !result.data) return result;
    return { ...result, data: mapArrays([result.data], Math.sqrt, result.data.dtype) };
  };
}

export const lossOperations: Readonly<Record<string, Operation>> = {
  crossEntropy: classLoss(false),
  nll: classLoss(true),
  binaryCrossEntropy: elementwiseLoss(['x', 'target'], () => binary, true),
  binaryCrossEntropyWithLogits,
  klDiv,
  mse: inFloats(rooted(elementwiseLoss(['x', 'target'], (_, r) => (x, y) => r(r(x - y) ** 2)))),
  l1: inFloats(elementwiseLoss(['x', 'target'], () => (x, y) => Math.abs(x - y))),
  smoothL1: elementwiseLoss(['x', 'target'], smooth),
  huber: elementwiseLoss(['x', 'target'], huber),
  poissonNll: elementwiseLoss(['x', 'target'], poisson),
  gaussianNll: elementwiseLoss(['x', 'target', 'variance'], gaussian),
  softMargin: elementwiseLoss(['x', 'target'], (_, r) => (x, y) => r(exactLog(r(1 + r(exactExp(r(-y * x))))))),
  hingeEmbedding: elementwiseLoss(['x', 'target'], (args) => {
    const margin = number(args, 'margin') ?? 1;
    return (x, y) => (y === 1 ? x : Math.max(0, margin - x));
  }),
  marginRanking: elementwiseLoss(['x', 'y', 'target'], (args) => {
    const margin = number(args, 'margin') ?? 0;
    return (a, b, y) => Math.max(0, -y * (a - b) + margin);
  }),
  sigmoidFocal: elementwiseLoss(['x', 'target'], focal),
  multiLabelSoftMargin,
  multiMargin,
  tripletMargin,
  cosineEmbedding,
  multiLabelMargin: shapeOnly,
  ctc: shapeOnly,
  lossOf: shapeOnly,
};
