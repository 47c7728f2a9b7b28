/** The normal distribution and other closed forms of scipy.stats, in float64 as it computes them. */
import type { Value } from '../values/value.ts';
import { given, libraryOf, number, operand } from './arguments.ts';
import { elementwise } from './operand.ts';
import type { Operation } from './operation.ts';
import { giveUp } from './outcome.ts';
import { erfinv, ndtr } from './special-functions.ts';

const rootOfTwoPi = Math.sqrt(2 * Math.PI);
const logOfRoot = Math.log(rootOfTwoPi);

/** A function of (x − loc)/scale; densities are divided by the scale. */
function standardised(compute: (z: number, scale: number) => number): Operation {
  return (args, context): Value => {
    const [loc, scale] = [number(args, 'loc') ?? 0, number(args, 'scale') ?? 1];
    if (scale <= 0) return giveUp('unmodelled', 'scale');
    const x = operand(args, 'x', context);
    const at = (value: number): number => compute((value - loc) / scale, scale);
    return elementwise(libraryOf([x], context), [x], { compute: at, result: 'float64' }, context);
  };
}

const normalQuantile: Operation = (args, context) => {
  const [loc, scale] = [number(args, 'loc') ?? 0, number(args, 'scale') ?? 1];
  const x = operand(args, 'x', context);
  const at = (p: number): number => Math.SQRT2 * erfinv(2 * p - 1) * scale + loc;
  return elementwise(libraryOf([x], context), [x], { compute: at, result: 'float64' }, context);
};

const bernoulliPmf: Operation = (args, context) => {
  const [x, p] = [operand(args, 'x', context), operand(args, 'p', context)];
  const at = (k: number, chance: number): number =>
    chance < 0 || chance > 1 ? Number.NaN : k === 1 ? chance : k === 0 ? 1 - chance : 0;
  return elementwise(libraryOf([x, p], context), [x, p], { compute: at, result: 'float64' }, context);
};

/** scipy.special.comb without `exact`; small numbers come out whole. */
const combinations: Operation = (args, context) => {
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

export const normalOperations: Readonly<Record<string, Operation>> = {
  normalPdf: standardised((z, scale) => Math.exp((-z * z) / 2) / rootOfTwoPi / scale),
  normalLogPdf: standardised((z, scale) => (-z * z) / 2 - logOfRoot - Math.log(scale)),
  normalCdf: standardised((z) => ndtr(z)),
  normalSurvival: standardised((z) => ndtr(-z)),
  normalQuantile,
  bernoulliPmf,
  combinations,
};
