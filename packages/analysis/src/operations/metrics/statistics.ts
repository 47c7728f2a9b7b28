/** Distributions, means and ranks of scipy.stats: https://docs.scipy.org/doc/scipy/reference/stats.html */

import { lgamma } from '../activations/special-functions.ts';
import { flag, given, libraryOf, number, operand, tensor, whole, word } from '../arguments.ts';
import { elementwise } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { numbersOf } from '../reductions/series.ts';
import { scalar, sum, vector } from './labels.ts';

/** A function of (x − loc)/scale; densities are divided by the scale. */
function located(kinds: Readonly<Record<string, (z: number) => number>>): Operation {
  return (args, context) => {
    const [loc, scale] = [number(args, 'loc') ?? 0, number(args, 'scale') ?? 1];
    const kind = word(args, 'kind') ?? '';
    const compute = kinds[kind];
    if (!compute || scale <= 0) return giveUp('unmodelled', kind);
    const x = operand(args, 'x', context);
    const at = (value: number): number =>
      kind === 'pdf'
        ? compute((value - loc) / scale) / scale
        : kind === 'ppf'
          ? compute(value) * scale + loc
          : compute((value - loc) / scale);
    return elementwise(libraryOf([x], context), [x], { compute: at, result: 'float64' }, context);
  };
}

const expit = (z: number): number => 1 / (1 + Math.exp(-z));

const poissonPmf: Operation = (args, context) => {
  if ((number(args, 'loc') ?? 0) !== 0) return giveUp('unmodelled', 'loc');
  const [x, mean] = [operand(args, 'x', context), operand(args, 'mean', context)];
  const at = (k: number, rate: number): number => {
    if (rate < 0 || Number.isNaN(k + rate)) return Number.NaN;
    if (k < 0 || !Number.isInteger(k)) return 0;
    return Math.exp((k === 0 ? 0 : k * Math.log(rate)) - lgamma(k + 1) - rate);
  };
  return elementwise(libraryOf([x, mean], context), [x, mean], { compute: at, result: 'float64' }, context);
};

const binomialPmf: Operation = (args, context) => {
  if ((number(args, 'loc') ?? 0) !== 0) return giveUp('unmodelled', 'loc');
  const [x, n, p] = [operand(args, 'x', context), operand(args, 'n', context), operand(args, 'p', context)];
  const at = (k: number, count: number, chance: number): number => {
    if (!(chance >= 0 && chance <= 1) || count < 0 || !Number.isInteger(count)) return Number.NaN;
    if (count > 60) return giveUp('unmodelled', 'binom');
    if (k < 0 || k > count || !Number.isInteger(k)) return 0;
    let ways = 1;
    for (let i = 1; i <= k; i++) ways = (ways * (count - k + i)) / i;
    return Math.round(ways) * chance ** k * (1 - chance) ** (count - k);
  };
  return elementwise(libraryOf([x, n, p], context), [x, n, p], { compute: at, result: 'float64' }, context);
};

const meanOf: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const values = numbersOf(args, 'x', context);
  if (given(args, 'weights') || flag(args, 'keepdims')) return giveUp('unmodelled', 'weights');
  if (x.shape?.length !== 1 || values.length === 0 || x.dtype === 'float32' || x.dtype === 'float16')
    return giveUp('unmodelled', 'axis');
  const count = values.length;
  switch (word(args, 'kind')) {
    case 'harmonic':
      return values.every((v) => v > 0) ? scalar(count / sum(values.map((v) => 1 / v))) : giveUp('unmodelled', 'hmean');
    case 'geometric':
      return values.every((v) => v > 0) ? scalar(Math.exp(sum(values.map(Math.log)) / count)) : giveUp('unmodelled', 'gmean');
    case 'error': {
      const mean = sum(values) / count;
      const spread = Math.sqrt(sum(values.map((v) => (v - mean) ** 2)) / (count - (whole(args, 'correction') ?? 1)));
      return scalar(spread / Math.sqrt(count));
    }
    default:
      return giveUp('unmodelled', 'mean');
  }
};

/** https://docs.scipy.org/doc/scipy/reference/generated/scipy.stats.rankdata.html */
const ranks: Operation = (args, context) => {
  if (given(args, 'axis')) return giveUp('unmodelled', 'axis');
  const values = numbersOf(args, 'x', context);
  if (values.some(Number.isNaN)) return giveUp('unmodelled', 'nan');
  const below = (v: number): number => values.filter((each) => each < v).length;
  const equal = (v: number): number => values.filter((each) => each === v).length;
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  switch (word(args, 'method')) {
    case 'average':
      return vector(values.map((v) => below(v) + (equal(v) + 1) / 2));
    case 'min':
      return vector(
        values.map((v) => below(v) + 1),
        'int64',
      );
    case 'max':
      return vector(
        values.map((v) => below(v) + equal(v)),
        'int64',
      );
    case 'dense':
      return vector(
        values.map((v) => distinct.indexOf(v) + 1),
        'int64',
      );
    case 'ordinal':
      return vector(
        values.map((v, i) => below(v) + values.slice(0, i + 1).filter((each) => each === v).length),
        'int64',
      );
    default:
      return raise('unknown method');
  }
};

export const statisticsOperations: Readonly<Record<string, Operation>> = {
  logisticDistribution: located({
    pdf: (z) => expit(z) * expit(-z),
    cdf: expit,
    sf: (z) => expit(-z),
    ppf: (p) => Math.log(p) - Math.log1p(-p),
  }),
  exponentialDistribution: located({
    pdf: (z) => (z < 0 ? 0 : Math.exp(-z)),
    cdf: (z) => (z < 0 ? 0 : -Math.expm1(-z)),
    sf: (z) => (z < 0 ? 1 : Math.exp(-z)),
  }),
  uniformDistribution: located({
    pdf: (z) => (z >= 0 && z <= 1 ? 1 : 0),
    cdf: (z) => Math.min(Math.max(z, 0), 1),
  }),
  poissonPmf,
  binomialPmf,
  meanOf,
  ranks,
};
