/** Metrics of predictions, and entropies. */
import { log as exactLog, fromData } from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import { axes as axesArgument, flag, given, libraryOf, number, operand, tensor, whole, word } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { normalAxes } from '../reductions/reduce.ts';

function unread(): Value {
  return { kind: 'unknown', reason: { key: 'unmodelled' } };
}

/** The share of equal labels; of rows that agree wholly where labels are several. */
const accuracy: Operation = (args, context) => {
  const [target, x] = [tensor(args, 'target', context), tensor(args, 'x', context)];
  if (!target.data || !x.data || given(args, 'weight')) return unread();
  if (target.data.shape.join() !== x.data.shape.join())
    return raise('Found input variables with inconsistent numbers of samples');
  const items = target.data.shape[0] ?? 1;
  const width = target.data.data.length / items;
  const [a, b] = [target.data.data, x.data.data];
  const hits = Array.from({ length: items }, (_, i) =>
    Array.from({ length: width }, (__, j) => a[i * width + j] === b[i * width + j]).every(Boolean),
  ).filter(Boolean).length;
  const share = flag(args, 'normalize', true);
  const value = Float64Array.of(share ? hits / items : hits);
  return makeArray('numpy', { data: { dtype: share ? 'float64' : 'int64', shape: [], data: value }, scalar: true });
};

/** Keras' metrics per item, as float32. */
const kerasAccuracy: Operation = (args, context) => {
  const kind = given(args, 'kind') ? word(args, 'kind') : 'plain';
  const [target, x] = [tensor(args, 'target', context), tensor(args, 'x', context)];
  const library = libraryOf([operand(args, 'x', context)], context);
  const rowwise = kind !== 'plain';
  const shape = rowwise ? x.shape?.slice(0, -1) : x.shape;
  const classes = x.shape?.at(-1);
  if (!x.data || !target.data || typeof classes !== 'number' || kind?.startsWith('topK') || kind?.startsWith('sparseTopK'))
    return makeArray(library, { dtype: 'float32', shape });
  const [scores, labels] = [[...x.data.data], [...target.data.data]];
  const count = rowwise ? scores.length / classes : scores.length;
  const threshold = number(args, 'threshold') ?? 0.5;
  const best = (row: readonly number[]): number => row.indexOf(Math.max(...row));
  const row = (values: readonly number[], i: number): readonly number[] => values.slice(i * classes, (i + 1) * classes);
  const hit = (i: number): number => {
    if (kind === 'binary') return row(scores, i).filter((p, j) => (p > threshold ? 1 : 0) === row(labels, i)[j]).length / classes;
    if (kind === 'categorical') return best(row(scores, i)) === best(row(labels, i)) ? 1 : 0;
    if (kind === 'sparse') return best(row(scores, i)) === labels[i] ? 1 : 0;
    return scores[i] === labels[i] ? 1 : 0;
  };
  const known = shape?.every((dim) => typeof dim === 'number') ? shape.map(Number) : undefined;
  return makeArray(library, {
    dtype: 'float32',
    shape,
    data:
      known &&
      fromData(
        Array.from({ length: count }, (_, i) => hit(i)),
        known,
        'float32',
      ),
  });
};

/** Counts of (true, predicted) pairs; rows are the truth, in the order of the labels. */
const confusionMatrix: Operation = (args, context) => {
  const [target, x] = [tensor(args, 'target', context), tensor(args, 'x', context)];
  const library = x.library;
  const asked = given(args, 'classes') ? whole(args, 'classes') : undefined;
  const dtype = library === 'tensorflow' ? 'int32' : 'int64';
  const order = given(args, 'labels') ? tensor(args, 'labels', context) : undefined;
  const share = given(args, 'share') ? word(args, 'share') : undefined;
  if (!target.data || !x.data || (order && !order.data) || given(args, 'weight'))
    return makeArray(library, { dtype: share === undefined ? dtype : 'float64', shape: ['?', '?'] });
  const seen = [...new Set([...target.data.data, ...x.data.data])].sort((a, b) => a - b);
  const size = asked ?? (library === 'tensorflow' ? Math.max(...seen) + 1 : undefined);
  const labels = order?.data
    ? Array.from(order.data.data, Number)
    : size === undefined
      ? seen
      : Array.from({ length: size }, (_, i) => i);
  const counts = new Float64Array(labels.length ** 2);
  for (const [i, label] of target.data.data.entries()) {
    const row: number = labels.indexOf(label);
    const column: number = labels.indexOf(x.data.data[i] ?? Number.NaN);
    if (row < 0 || column < 0) continue;
    const place = row * labels.length + column;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const shape = [labels.length, labels.length];
  if (share === undefined) return makeArray(library, { data: fromData(counts, shape, dtype) });
  return makeArray(library, {
    data: fromData(
      counts.map((count, at) => count / totalOf(counts, labels.length, at, share) || 0),
      shape,
      'float64',
    ),
  });
};

/** What `normalize` divides a cell of the confusion matrix by: its row, its column, or all. */
function totalOf(counts: Float64Array, size: number, at: number, share: string): number {
  const own = (i: number): boolean =>
    share === 'all' || (share === 'true' ? Math.floor(i / size) === Math.floor(at / size) : i % size === at % size);
  return counts.reduce((sum, count, i) => (own(i) ? sum + count : sum), 0);
}

/** scipy.stats.entropy: x (and y) normalised along the axis, in units of the base. */
const entropyOf: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const y = given(args, 'y') ? tensor(args, 'y', context) : undefined;
  const base = given(args, 'base') ? exactLog(number(args, 'base') ?? Math.E) : 1;
  const axis = normalAxes([axesArgument(args)?.[0] ?? 0], x)?.[0] ?? 0;
  const shape = x.shape?.filter((_, i) => i !== axis);
  const parts = { dtype: 'float64' as const, shape, reason: x.reason };
  if (!x.data || (y && !y.data)) return makeArray(x.library, parts);
  if (y && y.data?.shape.join() !== x.data.shape.join()) return giveUp('unmodelled', 'broadcast');
  const columns = columnsOf(x, axis);
  const others = y && columnsOf(y, axis);
  const values = columns.map((column, i) => {
    const [p, q] = [normalised(column), others?.[i] && normalised(others[i])];
    const sum = p.reduce(
      (total, v, j) => total + (q ? relative(v, q[j] ?? 0) : v > 0 ? -v * exactLog(v) : v === 0 ? 0 : -Infinity),
      0,
    );
    return base === 1 ? sum : sum / base;
  });
  return makeArray(x.library, { data: fromData(values, shape?.map(Number) ?? [], 'float64') });
};

function relative(p: number, q: number): number {
  if (p > 0 && q > 0) return p * exactLog(p / q);
  return p === 0 && q >= 0 ? 0 : Infinity;
}

function normalised(values: readonly number[]): readonly number[] {
  const total = values.reduce((a, b) => a + b, 0);
  return values.map((v) => v / total);
}

/** The vectors along an axis, in row-major order of the others. */
function columnsOf(x: ArrayValue, axis: number): readonly (readonly number[])[] {
  const shape = x.data?.shape ?? [];
  const [size, inner] = [shape[axis] ?? 1, shape.slice(axis + 1).reduce((a, b) => a * b, 1)];
  const outer = shape.slice(0, axis).reduce((a, b) => a * b, 1);
  const data = x.data?.data;
  return Array.from({ length: outer * inner }, (_, at) => {
    const [o, i] = [Math.floor(at / inner), at % inner];
    return Array.from({ length: size }, (__, k) => data?.[(o * size + k) * inner + i] ?? Number.NaN);
  });
}

/** A number between 0 and 1 that is not worked out. */
const metric: Operation = () => unread();

export const metricOperations: Readonly<Record<string, Operation>> = {
  accuracy,
  kerasAccuracy,
  confusionMatrix,
  entropyOf,
  metric,
};
