/** The normal distribution and other closed forms of scipy.stats, in float64 as it computes them. */
import { fromData } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { erfinv, gamma, lgamma, ndtr } from '../activations/special-functions.ts';
import { flag, given, libraryOf, number, operand, tensor, whole } from '../arguments.ts';
import { elementwise, makeArray } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { listOf, numbersOf } from '../reductions/series.ts';

const rootOfTwoPi = Math.sqrt(2 * Math.PI);
const logOfRoot = Math.log(rootOfTwoPi);

/** A function of (x − loc)/scale; densities are divided by the scale. */
function standardised(compute: (z: number, scale: number) => number): Operation {
  return (args, context): Value => {
    const [x, loc, scale] = [operand(args, 'x', context), operand(args, 'loc', context), operand(args, 'scale', context)];
    const at = (value: number, mean = 0, deviation = 1): number =>
      deviation > 0 ? compute((value - mean) / deviation, deviation) : Number.NaN;
    return elementwise(libraryOf([x, loc, scale], context), [x, loc, scale], { compute: at, result: 'float64' }, context);
  };
}

const normalQuantile: Operation = (args, context) => {
  const [x, loc, scale] = [operand(args, 'x', context), operand(args, 'loc', context), operand(args, 'scale', context)];
  const at = (p: number, mean = 0, deviation = 1): number =>
    deviation > 0 ? Math.SQRT2 * erfinv(2 * p - 1) * deviation + mean : Number.NaN;
  return elementwise(libraryOf([x, loc, scale], context), [x, loc, scale], { compute: at, result: 'float64' }, context);
};

const bernoulliPmf: Operation = (args, context) => {
  const [x, p] = [operand(args, 'x', context), operand(args, 'p', context)];
  const at = (k: number, chance: number): number =>
    chance < 0 || chance > 1 ? Number.NaN : k === 1 ? chance : k === 0 ? 1 - chance : 0;
  return elementwise(libraryOf([x, p], context), [x, p], { compute: at, result: 'float64' }, context);
};

/** scipy.special.comb without `exact`; small numbers come out whole. */
const combinations: Operation = (args, context) => {
  if (given(args, 'exact') && flag(args, 'exact')) {
    const [n, k] = [whole(args, 'x') ?? 0, whole(args, 'y') ?? 0];
    let ways = 1n;
    for (let i = 1; i <= Math.min(k, 5000); i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
    return { kind: 'int', value: k < 0 || k > n ? 0 : ways > 2n ** 53n ? ways : Number(ways) };
  }
  if (!given(args, 'x') || !given(args, 'y')) return giveUp('unmodelled', 'comb');
  const [x, y] = [operand(args, 'x', context), operand(args, 'y', context)];
  const at = (n: number, k: number): number => {
    if (!(Number.isInteger(n) && Number.isInteger(k) && n < 50)) return giveUp('unmodelled', 'comb');
    if (k < 0 || k > n) return 0;
    let product = 1;
    for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
    return Math.round(product);
  };
  return elementwise(libraryOf([x, y], context), [x, y], { compute: at, result: 'float64' }, context);
};

function ofTwo(compute: (x: number, y: number) => number): Operation {
  return (args, context) => {
    const [x, y] = [operand(args, 'x', context), operand(args, 'y', context)];
    return elementwise(libraryOf([x, y], context), [x, y], { compute, result: 'float64' }, context);
  };
}

/** Γ(x)Γ(y)/Γ(x + y); of small whole numbers by their factorials, which is exact. */
function beta(x: number, y: number): number {
  return (gamma(x) / gamma(x + y)) * gamma(y);
}

const zscore: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (x.data?.shape.length !== 1) return giveUp('unmodelled', 'zscore');
  const values = Array.from(x.data.data);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(square / (values.length - (number(args, 'ddof') ?? 0)));
  return listOf(
    'numpy',
    values.map((value) => (value - mean) / deviation),
    'float64',
  );
};

/** https://docs.scipy.org/doc/scipy/reference/generated/scipy.spatial.distance.jensenshannon.html */
const jensenShannon: Operation = (args, context) => {
  const [p, q] = (['x', 'y'] as const).map((role) => {
    const values = numbersOf(args, role, context);
    const total = values.reduce((sum, value) => sum + value, 0);
    return values.map((value) => value / total);
  });
  if (!p || !q || p.length !== q.length || tensor(args, 'x', context).shape?.length !== 1) return giveUp('unmodelled', 'axes');
  const middle = p.map((value, i) => (value + (q[i] ?? 0)) / 2);
  const relative = (values: readonly number[]): number =>
    values.reduce((sum, value, i) => sum + (value === 0 ? 0 : value * Math.log(value / (middle[i] ?? 0))), 0);
  const divergence = (relative(p) + relative(q)) / (given(args, 'base') ? Math.log(number(args, 'base') ?? Math.E) : 1);
  return makeArray('numpy', { data: fromData(Float64Array.of(Math.sqrt(divergence / 2)), [], 'float64') });
};

export const normalOperations: Readonly<Record<string, Operation>> = {
  normalPdf: standardised((z, scale) => Math.exp((-z * z) / 2) / rootOfTwoPi / scale),
  normalLogPdf: standardised((z, scale) => (-z * z) / 2 - logOfRoot - Math.log(scale)),
  normalCdf: standardised((z) => ndtr(z)),
  normalSurvival: standardised((z) => ndtr(-z)),
  normalQuantile,
  bernoulliPmf,
  combinations,
  zscore,
  jensenShannon,
  boxcox: ofTwo((x, power) => (power === 0 ? Math.log(x) : Math.expm1(power * Math.log(x)) / power)),
  logBeta: ofTwo((x, y) => lgamma(x) + lgamma(y) - lgamma(x + y)),
  betaFunction: ofTwo(beta),
};
