/** Distances between vectors: https://docs.scipy.org/doc/scipy/reference/spatial.distance.html and scikit-learn's pairwise measures. */
import { fromData } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { flag, given, number, tensor, word } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import { sum } from '../metrics/labels.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';

type Vector = readonly number[];

const dot = (a: Vector, b: Vector): number => sum(a.map((v, i) => v * (b[i] ?? 0)));
const differences = (a: Vector, b: Vector): Vector => a.map((v, i) => Math.abs(v - (b[i] ?? 0)));

/** Where two vectors point the same way, only rounding is left, which is every library's own. */
function cosine(a: Vector, b: Vector): number {
  const distance = 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  return distance >= 1e-3 ? distance : giveUp('unmodelled', 'cosine');
}

const metrics: Readonly<Record<string, (a: Vector, b: Vector) => number>> = {
  euclidean: (a, b) => Math.sqrt(sum(differences(a, b).map((d) => d * d))),
  sqeuclidean: (a, b) => sum(differences(a, b).map((d) => d * d)),
  cityblock: (a, b) => sum(differences(a, b)),
  chebyshev: (a, b) => Math.max(...differences(a, b)),
  cosine,
  hamming: (a, b) => differences(a, b).filter((d) => d !== 0).length / a.length,
};

interface Known {
  readonly rows: readonly Vector[];
  readonly whole: boolean;
}

/** Rows in double precision; single precision is each library's own. */
function rowsOf(args: OperationArguments, role: string, rank: 1 | 2, context: OperationContext): Known {
  const { data } = tensor(args, role, context);
  if (!data || data.dtype === 'bool' || data.dtype === 'float32' || data.dtype === 'float16' || data.shape.length !== rank)
    return giveUp('unmodelled');
  const values = Array.from(data.data, Number);
  const width = data.shape.at(-1) ?? 0;
  if (values.length === 0 || values.some(Number.isNaN)) return giveUp('unmodelled');
  return {
    rows: Array.from({ length: values.length / width }, (_, i) => values.slice(i * width, (i + 1) * width)),
    whole: data.dtype !== 'float64',
  };
}

function sameWidth(x: Known, y: Known): void {
  if (x.rows[0]?.length !== y.rows[0]?.length) raise('the vectors must have the same length');
}

const matrix = (rows: readonly Vector[]): Value =>
  makeArray('numpy', { data: fromData(rows.flat(), [rows.length, rows[0]?.length ?? 0], 'float64') });

const vectorDistance: Operation = (args, context) => {
  if (given(args, 'weights')) return giveUp('unmodelled', 'weights');
  const kind = word(args, 'kind') ?? '';
  const [x, y] = [rowsOf(args, 'x', 1, context), rowsOf(args, 'y', 1, context)];
  sameWidth(x, y);
  const [a = [], b = []] = [x.rows[0], y.rows[0]];
  const order = number(args, 'order') ?? 2;
  const compute =
    kind === 'minkowski'
      ? (): number => sum(differences(a, b).map((d) => d ** order)) ** (1 / order)
      : () => (metrics[kind] ?? ((): number => giveUp('unmodelled', kind)))(a, b);
  const stays = x.whole && y.whole && (kind === 'cityblock' || kind === 'chebyshev');
  return makeArray('numpy', { data: fromData([compute()], [], stays ? 'int64' : 'float64') });
};

/** cdist of two matrices, pdist of one. */
const rowDistances: Operation = (args, context) => {
  if (given(args, 'weights')) return giveUp('unmodelled', 'weights');
  const name = word(args, 'metric') ?? 'euclidean';
  const metric = metrics[name] ?? giveUp('unmodelled', name);
  const x = rowsOf(args, 'x', 2, context);
  if (!args.has('y')) {
    if (x.rows.length ** 2 > context.maxElements) return giveUp('too-large');
    const pairs = x.rows.flatMap((a, i) => x.rows.slice(i + 1).map((b) => metric(a, b)));
    return makeArray('numpy', { data: fromData(pairs, [pairs.length], 'float64') });
  }
  const y = rowsOf(args, 'y', 2, context);
  sameWidth(x, y);
  if (x.rows.length * y.rows.length > context.maxElements) return giveUp('too-large');
  return matrix(x.rows.map((a) => y.rows.map((b) => metric(a, b))));
};

const normed = (row: Vector): Vector => {
  const norm = Math.sqrt(dot(row, row)) || 1;
  return row.map((v) => v / norm);
};

const rowSimilarities: Operation = (args, context) => {
  const x = rowsOf(args, 'x', 2, context);
  const y = given(args, 'y') ? rowsOf(args, 'y', 2, context) : x;
  sameWidth(x, y);
  if (x.rows.length * y.rows.length > context.maxElements) return giveUp('too-large');
  const others = y.rows.map(normed);
  return matrix(x.rows.map(normed).map((a) => others.map((b) => dot(a, b))));
};

/** https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.normalize.html */
const normalizeRows: Operation = (args, context) => {
  if ((number(args, 'axis') ?? 1) !== 1 || flag(args, 'returnNorm')) return giveUp('unmodelled', 'axis');
  const { rows } = rowsOf(args, 'x', 2, context);
  const kind = word(args, 'kind');
  const normOf = (row: Vector): number =>
    kind === 'l1'
      ? sum(row.map(Math.abs))
      : kind === 'max'
        ? Math.max(...row.map(Math.abs))
        : kind === 'l2'
          ? Math.sqrt(dot(row, row))
          : raise('unsupported norm');
  return matrix(
    rows.map((row) => {
      const norm = normOf(row) || 1;
      return row.map((v) => v / norm);
    }),
  );
};

export const distanceOperations: Readonly<Record<string, Operation>> = {
  vectorDistance,
  rowDistances,
  rowSimilarities,
  normalizeRows,
};
