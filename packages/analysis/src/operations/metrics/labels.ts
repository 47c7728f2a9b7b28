/** Labels and scores as scikit-learn's metrics take them. */
import { fromData } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { given, required, tensor, word } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';

export const scalar = (x: number): Value =>
  makeArray('numpy', { data: { dtype: 'float64', shape: [], data: Float64Array.of(x) }, scalar: true });
export const vector = (values: readonly number[], dtype: 'float64' | 'int64' = 'float64'): Value =>
  makeArray('numpy', { data: fromData(values, [values.length], dtype) });
export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Labels, numbered in the order of the classes. */
export interface Labels {
  readonly target: readonly number[];
  readonly x: readonly number[];
  readonly classes: readonly (string | number)[];
}

/** Rows of 0 and 1, one column for each of several labels. */
export interface Indicators {
  readonly target: readonly (readonly number[])[];
  readonly x: readonly (readonly number[])[];
}

export function plainLabels(value: Value, context: OperationContext): readonly (string | number)[] {
  if (value.kind === 'tuple' && value.items.every((item) => item.kind === 'text'))
    return value.items.map((item) => (item.kind === 'text' ? item.value : ''));
  const { data } = tensor(new Map([['x', value]]), 'x', context);
  if (!data) return giveUp('unmodelled');
  if (data.shape.length !== 1 && !(data.shape.length === 2 && data.shape[1] === 1)) return giveUp('unmodelled', 'labels');
  return Array.from(data.data, Number);
}

export const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

export function labelsOf(args: OperationArguments, context: OperationContext): Labels {
  if (given(args, 'weight')) giveUp('unmodelled', 'sample_weight');
  const [target, x] = [plainLabels(required(args, 'target'), context), plainLabels(required(args, 'x'), context)];
  if (target.length !== x.length) raise('Found input variables with inconsistent numbers of samples');
  const asked = given(args, 'labels');
  const classes = asked ? plainLabels(asked, context) : [...new Set([...target, ...x])].sort(order);
  const places = new Map(classes.map((label, i) => [label, i]));
  const numbered = (labels: readonly (string | number)[]): readonly number[] => labels.map((label) => places.get(label) ?? -1);
  return { target: numbered(target), x: numbered(x), classes };
}

export function indicatorsOf(args: OperationArguments, context: OperationContext): Indicators | undefined {
  const isMatrix = (value: Value): boolean =>
    value.kind === 'array'
      ? value.shape?.length === 2 && value.shape[1] !== 1
      : value.kind === 'tuple' && value.items[0]?.kind === 'tuple';
  if (!isMatrix(required(args, 'target')) || !isMatrix(required(args, 'x'))) return undefined;
  if (given(args, 'weight') || given(args, 'labels')) giveUp('unmodelled', 'sample_weight');
  return { target: rowsOf(args, 'target', context), x: rowsOf(args, 'x', context) };
}

export function rowsOf(args: OperationArguments, role: string, context: OperationContext): readonly (readonly number[])[] {
  const { data } = tensor(args, role, context);
  if (data?.shape.length !== 2) return giveUp('unmodelled');
  const width = data.shape[1] ?? 0;
  return Array.from({ length: data.shape[0] ?? 0 }, (_, i) => Array.from(data.data.slice(i * width, (i + 1) * width), Number));
}

export function numbersOf(args: OperationArguments, role: string, context: OperationContext): readonly number[] {
  const { data } = tensor(args, role, context);
  return data ? Array.from(data.data, Number) : giveUp('unmodelled');
}

export const averageOf = (args: OperationArguments): string | undefined =>
  given(args, 'average') ? word(args, 'average') : undefined;
