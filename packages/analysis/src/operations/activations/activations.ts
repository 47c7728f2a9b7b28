/** Activations of single elements. Formulas live in the core; here are their roles, dtypes and spaces. */
import {
  celu,
  elu,
  erf,
  exp as exactExp,
  log as exactLog,
  hardSigmoid,
  hardshrink,
  hardtanh,
  leakyRelu,
  logit,
  logSigmoid,
  relu,
  relu6,
  reshape,
  scaledSoftplus,
  selu,
  softshrink,
  threshold,
} from '@softlens/core';
import type { SpaceName } from '@softlens/frameworks';
import { dtype as dtypeArgument, flag, given, libraryOf, number, operand, operandFrom, word } from '../arguments.ts';
import { castArray } from '../arrays/nested.ts';
import { type Rounding, sigmoidOf, workingPrecision } from '../arrays/precision.ts';
import { isFloat } from '../arrays/promotion.ts';
import { rulesOf } from '../dialects.ts';
import { elementwise, makeArray, type Operand, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { makeSpace, originAt } from '../spaces.ts';

/** `r` rounds intermediate results to the precision in which the library computes. */
type Formula = (args: OperationArguments, r: Rounding) => (x: number) => number;

interface Activation {
  readonly formula: Formula;
  /** Integers stay integers (relu); others need a float in PyTorch, unless `widens`. */
  readonly integers?: 'kept' | 'widened';
  readonly gives?: SpaceName;
  /** Made of several operations of the library, each of which rounds. */
  readonly composite?: true;
  /** Refuses uint8. */
  readonly signed?: true;
}

/** Written out with its roundings. */
const stepwise =
  (compute: (x: number, r: Rounding) => number): Formula =>
  (_, r) =>
  (x) =>
    compute(x, r);

const plain =
  (compute: (x: number) => number): Formula =>
  () =>
    compute;

/** A formula with one parameter of a role, or its default. */
function shaped(role: string, otherwise: number, compute: (x: number, parameter: number) => number): Formula {
  return (args) => {
    const parameter = number(args, role) ?? otherwise;
    return (x) => compute(x, parameter);
  };
}

/** Likewise with two. */
function shapedBy(
  roles: readonly [string, string],
  otherwise: readonly [number, number],
  compute: (x: number, a: number, b: number) => number,
): Formula {
  return (args) => {
    const [a, b] = [number(args, roles[0]) ?? otherwise[0], number(args, roles[1]) ?? otherwise[1]];
    return (x) => compute(x, a, b);
  };
}

const activations: Readonly<Record<string, Activation>> = {
  sigmoid: { formula: stepwise(sigmoidOf), integers: 'widened', gives: 'probabilities' },
  logSigmoid: { formula: plain(logSigmoid), gives: 'log-probabilities' },
  logit: { formula: logitFormula, integers: 'widened', gives: 'logits', composite: true },
  tanh: { formula: plain(Math.tanh), integers: 'widened' },
  relu: { formula: plain(relu), integers: 'kept' },
  relu6: { formula: plain(relu6), integers: 'kept' },
  reluKeras: { formula: kerasRelu, integers: 'kept' },
  leakyRelu: { formula: shaped('slope', 0.01, (x, slope) => leakyRelu(x, { slope })) },
  elu: { formula: shaped('alpha', 1, (x, alpha) => elu(x, { alpha })) },
  celu: { formula: shaped('alpha', 1, (x, alpha) => celu(x, { alpha })) },
  selu: { formula: plain(selu) },
  gelu: { formula: (args, r) => (isTanh(args) ? (x) => geluTanhOf(x, r) : (x) => geluOf(x, r)) },
  silu: { formula: stepwise((x, r) => r(x / r(1 + r(exactExp(-x))))) },
  mish: { formula: stepwise((x, r) => r(x * r(Math.tanh(r(Math.log1p(r(exactExp(x)))))))) },
  softplus: {
    formula: shapedBy(['beta', 'threshold'], [1, Infinity], (x, beta, bound) => scaledSoftplus(x, { beta, threshold: bound })),
  },
  softsign: { formula: stepwise((x, r) => r(x / r(1 + Math.abs(x)))), integers: 'widened', composite: true },
  tanhshrink: { formula: stepwise((x, r) => r(x - r(Math.tanh(x)))), composite: true, integers: 'widened' },
  softshrink: {
    formula: shaped('lambda', 0.5, (x, lambda) => (Number.isNaN(x) ? giveUp('unmodelled', 'nan') : softshrink(x, { lambda }))),
  },
  hardshrink: { formula: shaped('lambda', 0.5, (x, lambda) => hardshrink(x, { lambda })) },
  threshold: {
    formula: shapedBy(['threshold', 'value'], [0, 0], (x, bound, value) => threshold(x, { threshold: bound, value })),
    integers: 'kept',
  },
  hardtanh: {
    formula: shapedBy(['low', 'high'], [-1, 1], (x, min, max) => hardtanh(x, { min, max })),
    integers: 'kept',
    signed: true,
  },
  hardSigmoid: { formula: () => (x) => hardSigmoid(x) },
  hardSigmoidKeras2: { formula: () => (x) => hardSigmoid(x, { slope: 0.2, offset: 0.5 }) },
  hardSwish: { formula: stepwise((x, r) => r(r(x * Math.min(Math.max(r(x + 3), 0), 6)) / 6)) },
  squareplus: { formula: shaped('b', 4, (x, b) => (x + Math.sqrt(x * x + b)) / 2) },
};

function isTanh(args: OperationArguments): boolean {
  const value = given(args, 'approximate');
  return value?.kind === 'text' ? word(args, 'approximate') === 'tanh' : flag(args, 'approximate');
}

function geluOf(x: number, r: Rounding): number {
  return r(r(x * 0.5) * r(1 + r(erf(r(x * r(Math.SQRT1_2))))));
}

function geluTanhOf(x: number, r: Rounding): number {
  const inner = r(r(Math.sqrt(2 / Math.PI)) * r(x + r(r(0.044715) * r(r(x * x) * x))));
  return r(r(0.5 * x) * r(1 + r(Math.tanh(inner))));
}

function logitFormula(args: OperationArguments, r: Rounding): (x: number) => number {
  const epsilon = given(args, 'epsilon') ? number(args, 'epsilon') : undefined;
  if (epsilon === undefined) return logit;
  const [low, high] = [r(epsilon), r(1 - r(epsilon))];
  return (x) => {
    const z = x < low ? low : Math.min(x, high);
    return r(exactLog(r(z / r(1 - z))));
  };
}

function kerasRelu(args: OperationArguments): (x: number) => number {
  const [slope, bound] = [number(args, 'slope') ?? 0, number(args, 'threshold') ?? 0];
  const high = given(args, 'high') ? (number(args, 'high') ?? Infinity) : Infinity;
  return (x) => (x >= bound ? Math.min(x, high) : slope * (x - bound));
}

function activationOperation({ formula, integers, gives, composite, signed }: Activation): Operation {
  return (args, context) => {
    const x = operand(args, 'x', context);
    const library = libraryOf([x], context);
    refuse(x, library, integers, context);
    if ((signed ? x.dtype === 'uint8' : composite && x.dtype === 'bool') && library === 'torch')
      raise(`not implemented for ${x.dtype}`);
    const asked = dtypeArgument(args, context);
    const origin = originAt(context.place, context.row?.name ?? 'activation', x.space);
    const space = gives && makeSpace(gives, { family: 'bernoulli', origin });
    const form = formula === activations.relu?.formula ? { op: 'relu', operands: [x.source] } : undefined;
    const wide = context.library === 'scipy' && x.dtype === 'float16';
    const r = wide
      ? Math.fround
      : composite && x.dtype === 'bfloat16'
        ? roundThrough('bfloat16')
        : workingPrecision(x.dtype && !isFloat(x.dtype) ? (library === 'numpy' ? 'float64' : 'float32') : x.dtype, library);
    const result = integers === 'kept' ? 'same' : 'float';
    const value = elementwise(library, [x], { compute: formula(args, r), result, space, form }, context);
    return asked ? castArray(value, asked) : value;
  };
}

function refuse(x: Operand, library: string, integers: Activation['integers'], context: OperationContext): void {
  if (rulesOf(library).promotion !== 'torch') return;
  if (x.python && context.row && !x.library) raise(`${context.row.name}: a tensor is expected, not a number`);
  if (!integers && x.dtype && !isFloat(x.dtype)) raise(`not implemented for ${x.dtype}`);
  if (integers === 'kept' && x.dtype === 'bool') raise('Boolean inputs not supported');
}

/** One slope for all, or one per channel (axis 1). */
const prelu: Operation = (args, context) => {
  const x = operand(args, 'x', context);
  // A layer whose weight nobody has written or trained has what it began with.
  const begin = flag(args, 'initial') ? args.get('_init') : undefined;
  if (!given(args, 'weight') && begin?.kind !== 'float')
    return makeArray(libraryOf([x], context), { dtype: x.dtype, shape: x.shape, reason: { key: 'learned' } });
  const weight = given(args, 'weight') || !begin ? operand(args, 'weight', context) : operandFrom(begin, context);
  const { shape } = x;
  const perChannel = shape && shape.length > 1 && weight.data && weight.data.data.length > 1;
  const lifted = perChannel ? shape.map((_, axis) => (axis === 1 ? (weight.data?.data.length ?? 1) : 1)) : undefined;
  const slopes = lifted && weight.data ? { ...weight, shape: lifted, data: reshape(weight.data, lifted) } : weight;
  return elementwise(libraryOf([x], context), [x, slopes], { compute: (v, slope) => (v > 0 ? v : slope * v) }, context);
};

export const activationOperations: Readonly<Record<string, Operation>> = {
  ...Object.fromEntries(Object.entries(activations).map(([name, activation]) => [name, activationOperation(activation)])),
  prelu,
};
