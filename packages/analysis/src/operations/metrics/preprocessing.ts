/** `fit_transform` of scikit-learn's scalers and encoders: https://scikit-learn.org/stable/modules/preprocessing.html */
import { fromData } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { flag, given, numberOfValue, required, tensor, whole } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { order, plainLabels, sum, vector } from './labels.ts';

type Columns = readonly (readonly number[])[];

/** Columns of a matrix in double precision. */
function columnsOf(args: OperationArguments, context: OperationContext): Columns {
  if ((whole(args, 'axis') ?? 0) !== 0) return giveUp('unmodelled', 'axis');
  const { data } = tensor(args, 'x', context);
  if (!data || data.dtype === 'float32' || data.dtype === 'float16') return giveUp('unmodelled');
  if (data.shape.length !== 2 && !flag(args, 'lists')) return raise('Expected 2D array, got 1D array instead');
  const [rows = 0, width = 1] = data.shape;
  const columns = Array.from({ length: width }, (_, j) => Array.from({ length: rows }, (__, i) => data.data[i * width + j] ?? 0));
  return rows === 0 || columns.flat().some((v) => !Number.isFinite(v)) ? giveUp('unmodelled') : columns;
}

function matrixOf(columns: Columns, dtype: 'float64' | 'int64', asList = false): Value {
  const rows = columns[0]?.length ?? 0;
  const cells = Array.from({ length: rows }, (_, i) => columns.map((column) => column[i] ?? 0)).flat();
  return makeArray('numpy', { data: fromData(cells, asList ? [rows] : [rows, columns.length], dtype) });
}

/** Sums in the order in which scikit-learn makes them; a column of equal values is only centred. */
function standardised(column: readonly number[], withMean: boolean, withSpread: boolean): readonly number[] {
  const mean = sum(column) / column.length;
  const centred = column.map((v) => v - mean);
  const correction = sum(centred);
  const variance = (sum(centred.map((v) => v * v)) - correction ** 2 / column.length) / column.length;
  const constant = column.every((v) => v === column[0]);
  if (!constant && variance < 1e-12 * mean * mean) return giveUp('unmodelled', 'spread');
  const spread = withSpread && !constant ? Math.sqrt(variance) : 1;
  return (withMean ? centred : column).map((v) => v / spread);
}

const standardScale: Operation = (args, context) => {
  const [withMean, withSpread] = [flag(args, 'withMean', true), flag(args, 'withSpread', true)];
  return matrixOf(
    columnsOf(args, context).map((column) => standardised(column, withMean, withSpread)),
    'float64',
    tensor(args, 'x', context).shape?.length === 1,
  );
};

/** What a scaler learns of each column: its mean, its variance, and what it divides by. */
const standardFit: Operation = (args, context) => {
  const [withMean, withSpread] = [flag(args, 'withMean', true), flag(args, 'withSpread', true)];
  if (!withMean || !withSpread) return giveUp('unmodelled', 'options');
  const learned = columnsOf(args, context).map((column) => {
    const mean = sum(column) / column.length;
    const centred = column.map((v) => v - mean);
    const variance = (sum(centred.map((v) => v * v)) - sum(centred) ** 2 / column.length) / column.length;
    const constant = column.every((v) => v === column[0]);
    if (!constant && variance < 1e-12 * mean * mean) return giveUp('unmodelled', 'spread');
    return [mean, variance, constant ? 1 : Math.sqrt(variance)] as const;
  });
  return {
    kind: 'tuple',
    items: [0, 1, 2].map((i) => vector(learned.map((one) => one[i] ?? 0))),
    names: ['mean_', 'var_', 'scale_'],
  };
};

/** The smallest and largest of each column, what it is multiplied by, and what is added. */
const rangeFit: Operation = (args, context) => {
  const learned = columnsOf(args, context).map((column) => {
    const { least, most, scale, start } = intoRange(column, args);
    return [least, most, most - least, scale, start] as const;
  });
  const names = ['data_min_', 'data_max_', 'data_range_', 'scale_', 'min_'];
  return { kind: 'tuple', items: names.map((_, i) => vector(learned.map((one) => one[i] ?? 0))), names };
};

const rangeScale: Operation = (args, context) => {
  const scaled = columnsOf(args, context).map((column) => {
    const { scale, start } = intoRange(column, args);
    return column.map((v) => v * scale + start);
  });
  return matrixOf(scaled, 'float64', tensor(args, 'x', context).shape?.length === 1);
};

/** What brings a column between the bounds asked for: the factor, and what is added. */
function intoRange(column: readonly number[], args: OperationArguments): Scaling {
  const range = given(args, 'range');
  const [low = 0, high = 1] = range?.kind === 'tuple' ? range.items.map(numberOfValue) : [];
  const [least, most] = [Math.min(...column), Math.max(...column)];
  const scale = (high - low) / (most === least ? 1 : most - least);
  return { least, most, scale, start: low - least * scale };
}

interface Scaling {
  readonly least: number;
  readonly most: number;
  readonly scale: number;
  readonly start: number;
}

const distinctOf = (labels: readonly (string | number)[]): readonly (string | number)[] => [...new Set(labels)].sort(order);

const encodeLabels: Operation = (args, context) => {
  const labels = plainLabels(required(args, 'x'), context);
  const classes = distinctOf(labels);
  return vector(
    labels.map((label) => classes.indexOf(label)),
    'int64',
  );
};

const encodeBinary: Operation = (args, context) => {
  if ((whole(args, 'low') ?? 0) !== 0 || (whole(args, 'high') ?? 1) !== 1 || flag(args, 'sparse'))
    return giveUp('unmodelled', 'options');
  const labels = plainLabels(required(args, 'x'), context);
  const classes = distinctOf(labels);
  if (classes.length < 2) return giveUp('unmodelled', 'one class');
  const columns = (classes.length === 2 ? classes.slice(1) : classes).map((one) =>
    labels.map((label) => (label === one ? 1 : 0)),
  );
  return matrixOf(columns, 'int64');
};

/** Rows of texts or of numbers, as columns. */
function categories(args: OperationArguments, context: OperationContext): readonly (readonly (string | number)[])[] {
  const x = required(args, 'x');
  if (x.kind !== 'tuple') return columnsOf(args, context);
  const rows = x.items.map((row) => (row.kind === 'tuple' ? row.items : raise('Expected 2D array, got 1D array instead')));
  const plain = (value: Value): string | number =>
    value.kind === 'text' ? value.value : value.kind === 'int' ? Number(value.value) : giveUp('unmodelled', value.kind);
  const columns = (rows[0] ?? []).map((_, j) => rows.map((row) => plain(row[j] ?? raise('rows of different lengths'))));
  const mixed = columns.some((column) => new Set(column.map((v) => typeof v)).size > 1);
  return mixed ? giveUp('unmodelled', 'mixed columns') : columns;
}

/** The matrix; unless told otherwise it is a sparse one. */
const encodeOneHot: Operation = (args, context) => {
  const options = ['drop', 'dtype', 'least', 'most'].some((role) => given(args, role));
  const asked = given(args, 'categories');
  if (options || (asked && !(asked.kind === 'text' && asked.value === 'auto'))) return giveUp('unmodelled', 'options');
  const old = given(args, 'sparse');
  const dense = (old?.kind === 'bool' && !old.value) || !flag(args, 'sparseOutput', true);
  const columns = categories(args, context).flatMap((column) =>
    distinctOf(column).map((one) => column.map((value) => (value === one ? 1 : 0))),
  );
  const matrix = matrixOf(columns, 'float64');
  // `toarray` gives what it stands for.
  return dense
    ? matrix
    : { kind: 'partial', function: { kind: 'builtin', name: 'scipy.sparse.matrix' }, positional: [matrix], keywords: new Map() };
};

const encodeLabelSets: Operation = (args, context) => {
  if (given(args, 'classes') || flag(args, 'sparse')) return giveUp('unmodelled', 'options');
  const sets = required(args, 'x');
  if (sets.kind !== 'tuple') return giveUp('unmodelled', 'sets');
  const rows = sets.items.map((set) =>
    set.kind === 'tuple' && set.items.length === 0 ? [] : plainLabels(set.kind === 'tuple' ? set : giveUp('unmodelled'), context),
  );
  return matrixOf(
    distinctOf(rows.flat()).map((one) => rows.map((row) => (row.includes(one) ? 1 : 0))),
    'int64',
  );
};

export const preprocessingOperations: Readonly<Record<string, Operation>> = {
  standardFit,
  rangeFit,
  standardScale,
  rangeScale,
  encodeLabels,
  encodeBinary,
  encodeOneHot,
  encodeLabelSets,
};
