/** Statistics of samples and sampled functions. https://docs.scipy.org/doc/scipy/reference/stats.html */
import { type DType, fromData } from '@softlens/core';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, number, numberOfValue, required, tensor, tensorOf, whole, word } from '../arguments.ts';
import { arrayLibrary } from '../dialects.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { listOf, numbersOf } from './series.ts';

const scalar = (value: number, dtype: DType = 'float64'): ArrayValue =>
  makeArray('numpy', { data: fromData(Float64Array.of(value), [], dtype) });

const unknownScalar = (name: string): Value =>
  makeArray('numpy', { dtype: 'float64', shape: [], reason: { key: 'unmodelled', name } });

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function pairs(args: OperationArguments, context: OperationContext): readonly [readonly number[], readonly number[]] {
  const [x, y] = [numbersOf(args, 'x', context), numbersOf(args, 'y', context)];
  if (x.length !== y.length) return raise('x and y must have the same length.');
  if (x.length < 2 || tensor(args, 'x', context).shape?.length !== 1) return giveUp('unmodelled', 'samples');
  return [x, y];
}

const centred = (values: readonly number[]): readonly number[] => {
  const mean = meanOf(values);
  return values.map((value) => value - mean);
};
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

function correlationOf(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [centred(x), centred(y)];
  const [u, v] = [Math.sqrt(dot(a, a)), Math.sqrt(dot(b, b))];
  const r = dot(
    a.map((value) => value / u),
    b.map((value) => value / v),
  );
  return Math.min(1, Math.max(-1, r));
}

function ranksOf(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const [less, same] = [values.filter((other) => other < value).length, values.filter((other) => other === value).length];
    return less + (same + 1) / 2;
  });
}

/** The p-value takes the incomplete beta function, which is not worked out. */
const correlated = (names: readonly string[], type: string, statistic: number): Value => ({
  kind: 'tuple',
  items: [scalar(statistic), unknownScalar('pvalue')],
  names,
  type,
});

const pearson: Operation = (args, context) => {
  const [x, y] = pairs(args, context);
  return correlated(['statistic', 'pvalue'], 'PearsonRResult', correlationOf(x, y));
};

const spearman: Operation = (args, context) => {
  if (!given(args, 'y')) return giveUp('unmodelled', 'spearmanr');
  const [x, y] = pairs(args, context);
  if (x.length > 1000) return giveUp('too-large');
  const [a, b] = [ranksOf(x), ranksOf(y)].map(centred) as [readonly number[], readonly number[]];
  const n = x.length - 1;
  const covariance = (u: readonly number[], v: readonly number[]): number => dot(u, v) / n;
  const rho = covariance(a, b) / Math.sqrt(covariance(a, a)) / Math.sqrt(covariance(b, b));
  return correlated(['correlation', 'pvalue'], 'SpearmanrResult', Math.min(1, Math.max(-1, rho)));
};

const kendall: Operation = (args, context) => {
  const [x, y] = pairs(args, context);
  if (x.length > 500) return giveUp('too-large');
  let [concordant, tiesX, tiesY] = [0, 0, 0];
  const total = (x.length * (x.length - 1)) / 2;
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) {
      const [u, v] = [Math.sign((x[i] ?? 0) - (x[j] ?? 0)), Math.sign((y[i] ?? 0) - (y[j] ?? 0))];
      concordant += u * v;
      tiesX += u === 0 ? 1 : 0;
      tiesY += v === 0 ? 1 : 0;
    }
  return correlated(
    ['statistic', 'pvalue'],
    'KendalltauResult',
    concordant / Math.sqrt(total - tiesX) / Math.sqrt(total - tiesY),
  );
};

const regression: Operation = (args, context) => {
  const [x, y] = pairs(args, context);
  const [a, b] = [centred(x), centred(y)];
  const [ssx, ssy, both] = [dot(a, a) / x.length, dot(b, b) / x.length, dot(a, b) / x.length];
  const r = ssx === 0 || ssy === 0 ? 0 : Math.min(1, Math.max(-1, both / Math.sqrt(ssx * ssy)));
  const slope = both / ssx;
  const error = x.length === 2 ? 0 : Math.sqrt(((1 - r ** 2) * ssy) / ssx / (x.length - 2));
  return {
    kind: 'tuple',
    items: [scalar(slope), scalar(meanOf(y) - slope * meanOf(x)), scalar(r), unknownScalar('pvalue'), scalar(error)],
    names: ['slope', 'intercept', 'rvalue', 'pvalue', 'stderr'],
    type: 'LinregressResult',
  };
};

/** `kind`: skew, kurtosis (Fisher's, without correction), iqr, or the mean without the ends. */
const moment: Operation = (args, context) => {
  const values = numbersOf(args, 'x', context);
  if (tensor(args, 'x', context).shape?.length !== 1 || values.length === 0) return giveUp('unmodelled', 'axes');
  if (given(args, 'bias') && !flag(args, 'bias')) return giveUp('unmodelled', 'bias');
  const power = (k: number): number => meanOf(centred(values).map((value) => value ** k));
  switch (word(args, 'kind')) {
    case 'skew':
      return scalar(power(3) / power(2) ** 1.5);
    case 'kurtosis':
      return scalar(power(4) / power(2) ** 2 - (given(args, 'fisher') && !flag(args, 'fisher') ? 0 : 3));
    case 'trimmed': {
      const cut = Math.floor((number(args, 'proportion') ?? 0) * values.length);
      const sorted = values.toSorted((a, b) => a - b);
      return scalar(meanOf(sorted.slice(cut, sorted.length - cut)));
    }
    default: {
      const sorted = values.toSorted((a, b) => a - b);
      const at = (q: number): number => {
        const place = (sorted.length - 1) * q;
        const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
        return low + (high - low) * (place - Math.floor(place));
      };
      return scalar(at(0.75) - at(0.25));
    }
  }
};

/** np.gradient of a list: differences of neighbours, at even or given places. */
const slopes: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const values = numbersOf(args, 'x', context);
  const spacing = given(args, 'spacing');
  const first = spacing?.kind === 'tuple' ? spacing.items[0] : spacing;
  if (x.shape?.length !== 1 || (spacing?.kind === 'tuple' && spacing.items.length > 1)) return giveUp('unmodelled', 'axes');
  if (values.length < 2) return raise('Shape of array too small to calculate a numerical gradient');
  if ((whole(args, 'edge') ?? 1) !== 1) return giveUp('unmodelled', 'edge_order');
  const widths = widthsOf(first, values.length, context);
  const f = (i: number): number => values[i] ?? 0;
  const d = (i: number): number => widths[i] ?? 0;
  const even = widths.every((width) => width === widths[0]);
  const last = values.length - 1;
  const result = values.map((_, i) => {
    if (i === 0) return (f(1) - f(0)) / d(0);
    if (i === last) return (f(last) - f(last - 1)) / d(last - 1);
    if (even) return (f(i + 1) - f(i - 1)) / (2 * d(0));
    const [before, after] = [d(i - 1), d(i)];
    const a = -after / (before * (before + after));
    const b = (after - before) / (before * after);
    const c = before / (after * (before + after));
    return a * f(i - 1) + b * f(i) + c * f(i + 1);
  });
  return listOf(x.library, result, x.dtype === 'float32' ? 'float32' : 'float64');
};

function widthsOf(spacing: Value | undefined, count: number, context: OperationContext): readonly number[] {
  if (!spacing) return Array.from({ length: count - 1 }, () => 1);
  if (spacing.kind !== 'array' && spacing.kind !== 'tuple') {
    const width = numberOfValue(spacing);
    return Array.from({ length: count - 1 }, () => width);
  }
  const { data } = tensorOf(spacing, context);
  if (!data) return giveUp('unmodelled', 'spacing');
  if (data.shape.length === 0) return widthsOf({ kind: 'float', value: Number(data.data[0]) }, count, context);
  if (data.data.length !== count) return raise('when 1d, distances must match the length of the corresponding dimension');
  const places = Array.from(data.data, Number);
  return places.slice(1).map((place, i) => place - (places[i] ?? 0));
}

/** Even factors from start to stop. */
const geometric: Operation = (args) => {
  const [start, stop, count] = [number(args, 'start') ?? 0, number(args, 'stop') ?? 0, whole(args, 'num') ?? 50];
  if (
    given(args, 'dtype') ||
    (given(args, 'endpoint') && !flag(args, 'endpoint')) ||
    !(start > 0) ||
    !(stop > 0) ||
    count > 10_000
  )
    return giveUp('unmodelled', 'geomspace');
  const [low, high] = [Math.log10(start), Math.log10(stop)];
  const step = (high - low) / (count - 1);
  const values = Array.from({ length: count }, (_, i) => (i === 0 ? start : i === count - 1 ? stop : 10 ** (i * step + low)));
  return listOf('numpy', values, 'float64');
};

/** Ones at and below a diagonal. */
const triangle: Operation = (args, context) => {
  const rows = whole(args, 'rows') ?? 0;
  const columns = whole(args, 'columns') ?? rows;
  const offset = whole(args, 'offset') ?? 0;
  if (rows * columns > context.maxElements) return giveUp('too-large');
  const dtype = given(args, 'dtype');
  const type: DType =
    dtype?.kind === 'dtype' ? dtype.dtype : dtype?.kind === 'builtin' && dtype.name === 'int' ? 'int64' : 'float64';
  if (dtype && dtype.kind !== 'dtype' && !(dtype.kind === 'builtin' && ['int', 'float'].includes(dtype.name)))
    return giveUp('unmodelled', 'dtype');
  const values = Array.from({ length: rows * columns }, (_, k) => ((k % columns) - Math.floor(k / columns) <= offset ? 1 : 0));
  return makeArray(arrayLibrary(context.library, context.dialect.promotion), { data: fromData(values, [rows, columns], type) });
};

/** The index of each place along every axis, one after the other. */
const indexGrid: Operation = (args, context) => {
  const asked = required(args, 'shape');
  const shape = asked.kind === 'tuple' ? asked.items.map(numberOfValue) : [numberOfValue(asked)];
  const size = shape.reduce((all, one) => all * one, 1);
  if (size * shape.length > context.maxElements) return giveUp('too-large');
  const values = shape.flatMap((length, axis) => {
    const inner = shape.slice(axis + 1).reduce((all, one) => all * one, 1);
    return Array.from({ length: size }, (_, k) => Math.floor(k / inner) % length);
  });
  return makeArray('numpy', { data: fromData(values, [shape.length, ...shape], 'int64') });
};

const powers: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const values = numbersOf(args, 'x', context);
  const count = whole(args, 'count') ?? values.length;
  if (x.shape?.length !== 1 || !x.dtype || values.length * count > context.maxElements) return giveUp('unmodelled', 'vander');
  const rising = given(args, 'increasing') !== undefined && flag(args, 'increasing');
  const round = roundThrough(x.dtype);
  const all = values.flatMap((value) => Array.from({ length: count }, (_, j) => round(value ** (rising ? j : count - 1 - j))));
  return makeArray(x.library, { data: fromData(all, [values.length, count], x.dtype) });
};

export const sampleOperations: Readonly<Record<string, Operation>> = {
  pearson,
  spearman,
  kendall,
  regression,
  moment,
  slopes,
  geometric,
  triangle,
  indexGrid,
  powers,
};
