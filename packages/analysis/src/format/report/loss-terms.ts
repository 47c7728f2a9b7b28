/** What each item contributes to a loss, where logits and targets are known and nothing weighs them. */
import {
  type ArrayInput,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  type NdArray,
  negativeLogLikelihood,
  sigmoid,
} from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { formatNumber } from '../number.ts';
import { type Numeric, numericOf } from '../numeric.ts';
import { formatProbability } from '../probabilities.ts';

export type LossKind = 'cross-entropy' | 'nll' | 'bce' | 'bce-logits';

export interface Term {
  readonly target: string;
  /** Of the target's class; for binary losses, of class 1. */
  readonly probability: string;
  readonly loss: string;
}

const weighing = ['weight', 'posWeight', 'labelSmoothing'];

export function lossTerms(kind: LossKind, args: ReadonlyMap<string, Value>, axis: number): readonly Term[] {
  const x = numericOf(args.get('x') ?? { kind: 'none' });
  const target = numericOf(args.get('target') ?? { kind: 'none' });
  if (!x || !target || x.kind !== 'float' || weighing.some((role) => weighs(args.get(role)))) return [];
  try {
    return kind === 'cross-entropy' || kind === 'nll' ? classTerms(kind, x, target, axis) : binaryTerms(kind, x, target);
  } catch (error) {
    // Shapes that do not fit: the program would raise, and the analysis says so where it stands.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function weighs(value: Value | undefined): boolean {
  if (!value || value.kind === 'none') return false;
  return !((value.kind === 'float' || value.kind === 'int') && Number(value.value) === 0);
}

function classTerms(kind: 'cross-entropy' | 'nll', x: Numeric, target: Numeric, axis: number): Term[] {
  if (target.kind !== 'int' || target.shape.length !== x.shape.length - 1) return [];
  const options = { axis, reduction: 'none' } as const;
  const losses =
    kind === 'nll' ? negativeLogLikelihood(input(x), input(target), options) : crossEntropy(input(x), input(target), options);
  return Array.from(target.data, (y, i) => term(String(y), Math.exp(-(losses.data[i] ?? Number.NaN)), losses, i));
}

function binaryTerms(kind: 'bce' | 'bce-logits', x: Numeric, target: Numeric): Term[] {
  if (target.data.length !== x.data.length) return [];
  const options = { reduction: 'none' } as const;
  const losses =
    kind === 'bce'
      ? binaryCrossEntropy(input(x), input(target), options)
      : binaryCrossEntropyWithLogits(input(x), input(target), options);
  return Array.from(target.data, (y, i) => {
    const given = x.data[i] ?? Number.NaN;
    return term(formatNumber(y, Number.isInteger(y) ? 'int' : 'float'), kind === 'bce' ? given : sigmoid(given), losses, i);
  });
}

function term(target: string, probability: number, losses: NdArray, i: number): Term {
  return { target, probability: formatProbability(probability), loss: formatNumber(losses.data[i] ?? Number.NaN, 'float', 4) };
}

function input({ shape, data }: Numeric): ArrayInput {
  return { dtype: 'float64', shape, data: Float64Array.from(data) };
}
