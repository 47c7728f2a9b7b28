/** Further distributions of PyTorch by their closed forms: https://pytorch.org/docs/stable/distributions.html */
import { fromData, type NdArray } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { digamma, erf, erfinv, lgamma } from '../activations/special-functions.ts';
import { given, required, sizes, tensor, word } from '../arguments.ts';
import { arrayFromNested } from '../arrays/nested.ts';
import { workingPrecision } from '../arrays/precision.ts';
import { castData, makeArray, mapArrays, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';

type Quantity = 'mean' | 'variance' | 'stddev' | 'entropy' | 'logProb' | 'cumulative' | 'quantile';
/** Of the value (where the quantity has one) and the one or two parameters. */
type Formula = (x: number, a: number, b: number) => number;

const { log, log1p, exp, expm1, sqrt, abs, sign } = Math;
const euler = 0.5772156649015329;
const logBeta = (a: number, b: number): number => lgamma(a) + lgamma(b) - lgamma(a + b);

const formulas: Readonly<Record<string, Readonly<Partial<Record<Quantity, Formula>>>>> = {
  uniform: {
    mean: (_, low, high) => (high + low) / 2,
    variance: (_, low, high) => (high - low) ** 2 / 12,
    stddev: (_, low, high) => (high - low) / sqrt(12),
    entropy: (_, low, high) => log(high - low),
    logProb: (x, low, high) => (x < low || x > high ? Number.NaN : log(x < high ? 1 : 0) - log(high - low)),
    cumulative: (x, low, high) => Math.min(Math.max((x - low) / (high - low), 0), 1),
    quantile: (x, low, high) => x * (high - low) + low,
  },
  exponential: {
    mean: (_, rate) => 1 / rate,
    variance: (_, rate) => rate ** -2,
    stddev: (_, rate) => 1 / rate,
    entropy: (_, rate) => 1 - log(rate),
    logProb: (x, rate) => (x < 0 ? Number.NaN : log(rate) - rate * x),
    cumulative: (x, rate) => 1 - exp(-rate * x),
    quantile: (x, rate) => -log(1 - x) / rate,
  },
  poisson: {
    mean: (_, rate) => rate,
    variance: (_, rate) => rate,
    stddev: (_, rate) => sqrt(rate),
    logProb: (x, rate) => (x < 0 || !Number.isInteger(x) ? Number.NaN : (x === 0 ? 0 : x * log(rate)) - rate - lgamma(x + 1)),
  },
  gamma: {
    mean: (_, shape, rate) => shape / rate,
    variance: (_, shape, rate) => shape / rate ** 2,
    stddev: (_, shape, rate) => sqrt(shape) / rate,
    entropy: (_, shape, rate) => shape - log(rate) + lgamma(shape) + (1 - shape) * digamma(shape),
    logProb: (x, shape, rate) => shape * log(rate) + (shape === 1 ? 0 : (shape - 1) * log(x)) - rate * x - lgamma(shape),
  },
  beta: {
    mean: (_, a, b) => a / (a + b),
    variance: (_, a, b) => (a * b) / ((a + b) ** 2 * (a + b + 1)),
    stddev: (_, a, b) => sqrt((a * b) / ((a + b) ** 2 * (a + b + 1))),
    entropy: (_, a, b) => logBeta(a, b) - (b - 1) * digamma(b) - (a - 1) * digamma(a) + (a + b - 2) * digamma(a + b),
    logProb: (x, a, b) =>
      x < 0 || x > 1 ? Number.NaN : (a === 1 ? 0 : (a - 1) * log(x)) + (b === 1 ? 0 : (b - 1) * log1p(-x)) - logBeta(a, b),
  },
  laplace: {
    mean: (_, loc) => loc,
    variance: (_, _loc, scale) => 2 * scale ** 2,
    stddev: (_, _loc, scale) => sqrt(2) * scale,
    entropy: (_, _loc, scale) => 1 + log(2 * scale),
    logProb: (x, loc, scale) => -log(2 * scale) - abs(x - loc) / scale,
    cumulative: (x, loc, scale) => 0.5 - 0.5 * sign(x - loc) * expm1(-abs(x - loc) / scale),
  },
  geometric: {
    mean: (_, p) => 1 / p - 1,
    variance: (_, p) => (1 / p - 1) / p,
    stddev: (_, p) => sqrt((1 / p - 1) / p),
    logProb: (x, p) => (x < 0 || !Number.isInteger(x) ? Number.NaN : (x === 0 ? 0 : x * log1p(-p)) + log(p)),
  },
  binomial: {
    mean: (_, n, p) => n * p,
    variance: (_, n, p) => n * p * (1 - p),
    stddev: (_, n, p) => sqrt(n * p * (1 - p)),
    logProb: (x, n, p) => {
      if (x < 0 || x > n || !Number.isInteger(x)) return Number.NaN;
      const ways = lgamma(n + 1) - lgamma(x + 1) - lgamma(n - x + 1);
      return ways + (x === 0 ? 0 : x * log(p)) + (x === n ? 0 : (n - x) * log1p(-p));
    },
  },
  lognormal: {
    mean: (_, loc, scale) => exp(loc + scale ** 2 / 2),
    variance: (_, loc, scale) => expm1(scale ** 2) * exp(2 * loc + scale ** 2),
    entropy: (_, loc, scale) => 0.5 + 0.5 * log(2 * Math.PI) + log(scale) + loc,
    logProb: (x, loc, scale) =>
      x > 0 ? -((log(x) - loc) ** 2) / (2 * scale ** 2) - log(scale) - 0.5 * log(2 * Math.PI) - log(x) : Number.NaN,
    cumulative: (x, loc, scale) => 0.5 * (1 + erf((log(x) - loc) / (scale * Math.SQRT2))),
  },
  halfnormal: {
    mean: (_, scale) => scale * sqrt(2 / Math.PI),
    variance: (_, scale) => scale ** 2 * (1 - 2 / Math.PI),
    entropy: (_, scale) => 0.5 + 0.5 * log(2 * Math.PI) + log(scale) - log(2),
    logProb: (x, scale) => (x < 0 ? Number.NaN : -(x ** 2) / (2 * scale ** 2) - log(scale) - 0.5 * log(2 * Math.PI) + log(2)),
    cumulative: (x, scale) => erf(x / (scale * Math.SQRT2)),
  },
  gumbel: {
    mean: (_, loc, scale) => loc + scale * euler,
    variance: (_, _loc, scale) => (Math.PI * scale) ** 2 / 6,
    stddev: (_, _loc, scale) => (Math.PI / sqrt(6)) * scale,
    entropy: (_, _loc, scale) => log(scale) + 1 + euler,
    logProb: (x, loc, scale) => (loc - x) / scale - exp((loc - x) / scale) - log(scale),
  },
  cauchy: {
    entropy: (_, _loc, scale) => log(4 * Math.PI) + log(scale),
    logProb: (x, loc, scale) => -log(Math.PI) - log(scale) - log1p(((x - loc) / scale) ** 2),
    cumulative: (x, loc, scale) => Math.atan((x - loc) / scale) / Math.PI + 0.5,
  },
  normal: { quantile: (x, loc, scale) => loc + scale * erfinv(2 * x - 1) * Math.SQRT2 },
};

/** A parameter or a value; Python's numbers become tensors of the default float. */
function numbers(args: OperationArguments, role: string, context: OperationContext): NdArray {
  const value = required(args, role);
  const array =
    value.kind === 'float' || value.kind === 'int'
      ? arrayFromNested({ kind: 'float', value: Number(value.value) }, undefined, context)
      : tensor(args, role, context);
  if (array.kind !== 'array') return giveUp('unmodelled', role);
  return array.data ?? giveUp(array.reason?.key ?? 'unmodelled', array.reason?.name);
}

const continuous: Operation = (args, context) => {
  const kind = word(args, 'kind') ?? '';
  const quantity = word(args, 'quantity') as Quantity | undefined;
  const formula = quantity && formulas[kind]?.[quantity];
  const [one, two] = kind === 'normal' ? ['loc', 'scale'] : ['first', 'second'];
  if (!formula || !given(args, one ?? '') || (kind === 'binomial' && !given(args, 'second'))) return giveUp('unmodelled', kind);
  const first = numbers(args, one ?? '', context);
  const second = given(args, two ?? '') ? numbers(args, two ?? '', context) : fromData([0], [], first.dtype);
  const dtype = first.dtype.includes('float') ? first.dtype : giveUp('unmodelled', 'dtype');
  const takes = quantity === 'logProb' || quantity === 'cumulative' || quantity === 'quantile';
  const x = takes ? castData(numbers(args, 'x', context), dtype) : undefined;
  const r = workingPrecision(dtype, 'torch');
  const checked = (value: number): number =>
    quantity === 'logProb' && Number.isNaN(value) ? raise('within the support') : r(value);
  const data = x
    ? mapArrays([x, first, second], (v = 0, a = 0, b = 0) => checked(formula(v, a, b)), dtype)
    : mapArrays([first, second], (a = 0, b = 0) => r(formula(0, a, b)), dtype);
  return makeArray('torch', { data });
};

/** A draw: the shape that is asked for, then that of the parameters. */
const continuousSample: Operation = (args, context) => {
  const first = numbers(args, 'first', context);
  const second = given(args, 'second') ? numbers(args, 'second', context) : first;
  const batch = first.shape.length >= second.shape.length ? first.shape : second.shape;
  const extra = given(args, 'shape') ? sizes(required(args, 'shape')) : [];
  return makeArray('torch', { dtype: first.dtype, shape: [...extra, ...batch], reason: { key: 'random' } });
};

/** Over the last axis. */
const dirichlet: Operation = (args, context) => {
  const concentration = numbers(args, 'first', context);
  const quantity = word(args, 'quantity');
  const [rows, width] = [concentration.shape.slice(0, -1), concentration.shape.at(-1) ?? 0];
  if (rows.length > 0 || width === 0) return giveUp('unmodelled', 'dirichlet');
  const alpha = Array.from(concentration.data, Number);
  const total = alpha.reduce((sum, value) => sum + value, 0);
  const round = roundThrough(concentration.dtype);
  const list = (values: readonly number[]): Value =>
    makeArray('torch', { data: fromData(values.map(round), [width], concentration.dtype) });
  if (quantity === 'mean') return list(alpha.map((value) => value / total));
  if (quantity === 'variance') return list(alpha.map((value) => (value * (total - value)) / (total ** 2 * (total + 1))));
  const one = (value: number): Value => makeArray('torch', { data: fromData([round(value)], [], concentration.dtype) });
  const normaliser = alpha.reduce((sum, value) => sum + lgamma(value), 0) - lgamma(total);
  if (quantity === 'entropy')
    return one(
      normaliser - (width - total) * digamma(total) - alpha.reduce((sum, value) => sum + (value - 1) * digamma(value), 0),
    );
  const x = numbers(args, 'x', context);
  if (x.shape.length !== 1 || x.data.length !== width) return giveUp('unmodelled', 'broadcast');
  const terms = alpha.map((value, i) => (value === 1 ? 0 : (value - 1) * log(Number(x.data[i]))));
  return one(terms.reduce((sum, value) => sum + value, 0) - normaliser);
};

export const continuousOperations: Readonly<Record<string, Operation>> = { continuous, continuousSample, dirichlet };
