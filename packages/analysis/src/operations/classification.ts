/** Metrics of scikit-learn: https://scikit-learn.org/stable/modules/model_evaluation.html#classification-metrics */
import { fromData } from '@softlens/core';
import type { Value } from '../values/value.ts';
import { flag, given, number, required, tensor, whole, word } from './arguments.ts';
import { makeArray } from './operand.ts';
import type { Operation, OperationArguments, OperationContext } from './operation.ts';
import { giveUp, raise } from './outcome.ts';

const scalar = (x: number): Value =>
  makeArray('numpy', { data: { dtype: 'float64', shape: [], data: Float64Array.of(x) }, scalar: true });
const vector = (values: readonly number[], dtype: 'float64' | 'int64' = 'float64'): Value =>
  makeArray('numpy', { data: fromData(values, [values.length], dtype) });
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Labels, numbered in the order of the classes. */
interface Labels {
  readonly target: readonly number[];
  readonly x: readonly number[];
  readonly classes: readonly (string | number)[];
}

/** Rows of 0 and 1, one column for each of several labels. */
interface Indicators {
  readonly target: readonly (readonly number[])[];
  readonly x: readonly (readonly number[])[];
}

function plainLabels(value: Value, context: OperationContext): readonly (string | number)[] {
  if (value.kind === 'tuple' && value.items.every((item) => item.kind === 'text'))
    return value.items.map((item) => (item.kind === 'text' ? item.value : ''));
  const { data } = tensor(new Map([['x', value]]), 'x', context);
  if (!data) return giveUp('unmodelled');
  if (data.shape.length !== 1 && !(data.shape.length === 2 && data.shape[1] === 1)) return giveUp('unmodelled', 'labels');
  return Array.from(data.data, Number);
}

const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

function labelsOf(args: OperationArguments, context: OperationContext): Labels {
  if (given(args, 'weight')) giveUp('unmodelled', 'sample_weight');
  const [target, x] = [plainLabels(required(args, 'target'), context), plainLabels(required(args, 'x'), context)];
  if (target.length !== x.length) raise('Found input variables with inconsistent numbers of samples');
  const asked = given(args, 'labels');
  const classes = asked ? plainLabels(asked, context) : [...new Set([...target, ...x])].sort(order);
  const places = new Map(classes.map((label, i) => [label, i]));
  const numbered = (labels: readonly (string | number)[]): readonly number[] => labels.map((label) => places.get(label) ?? -1);
  return { target: numbered(target), x: numbered(x), classes };
}

function indicatorsOf(args: OperationArguments, context: OperationContext): Indicators | undefined {
  const isMatrix = (value: Value): boolean =>
    value.kind === 'array'
      ? value.shape?.length === 2 && value.shape[1] !== 1
      : value.kind === 'tuple' && value.items[0]?.kind === 'tuple';
  if (!isMatrix(required(args, 'target')) || !isMatrix(required(args, 'x'))) return undefined;
  if (given(args, 'weight') || given(args, 'labels')) giveUp('unmodelled', 'sample_weight');
  return { target: rowsOf(args, 'target', context), x: rowsOf(args, 'x', context) };
}

function rowsOf(args: OperationArguments, role: string, context: OperationContext): readonly (readonly number[])[] {
  const { data } = tensor(args, role, context);
  if (!data || data.shape.length !== 2) return giveUp('unmodelled');
  const width = data.shape[1] ?? 0;
  return Array.from({ length: data.shape[0] ?? 0 }, (_, i) => Array.from(data.data.slice(i * width, (i + 1) * width), Number));
}

function numbersOf(args: OperationArguments, role: string, context: OperationContext): readonly number[] {
  const { data } = tensor(args, role, context);
  return data ? Array.from(data.data, Number) : giveUp('unmodelled');
}

/** True and false positives and negatives. */
interface Counts {
  readonly hits: number;
  readonly claimed: number;
  readonly real: number;
}

const countsOf = (target: readonly boolean[], x: readonly boolean[]): Counts => ({
  hits: target.filter((one, i) => one && x[i]).length,
  claimed: x.filter(Boolean).length,
  real: target.filter(Boolean).length,
});

const added = (all: readonly Counts[]): Counts => ({
  hits: sum(all.map(({ hits }) => hits)),
  claimed: sum(all.map(({ claimed }) => claimed)),
  real: sum(all.map(({ real }) => real)),
});

type Score = 'precision' | 'recall' | 'fbeta' | 'jaccard';

/** A score without any case is 0, with a warning, unless `zero_division` says otherwise. */
function scoreOf(kind: Score, { hits, claimed, real }: Counts, beta: number, zero: number): number {
  const ratio = (top: number, bottom: number): number => (bottom === 0 ? zero : top / bottom);
  if (kind === 'precision') return ratio(hits, claimed);
  if (kind === 'recall') return ratio(hits, real);
  if (kind === 'jaccard') return ratio(hits, claimed + real - hits);
  if (claimed === 0 && real === 0) return zero;
  const [precision, recall] = [ratio(hits, claimed), ratio(hits, real)];
  const square = beta ** 2;
  const bottom = square * precision + recall;
  return bottom === 0 ? 0 : ((1 + square) * precision * recall) / bottom;
}

interface Scored {
  readonly perClass: readonly Counts[];
  readonly perSample: readonly Counts[] | undefined;
  readonly positive: Counts | undefined;
}

function scored(args: OperationArguments, context: OperationContext, average: string | undefined): Scored {
  const indicators = indicatorsOf(args, context);
  if (indicators) {
    const width = indicators.target[0]?.length ?? 0;
    const column = (rows: readonly (readonly number[])[], j: number): boolean[] => rows.map((row) => (row[j] ?? 0) !== 0);
    return {
      perClass: Array.from({ length: width }, (_, j) => countsOf(column(indicators.target, j), column(indicators.x, j))),
      perSample: indicators.target.map((row, i) => countsOf(row.map(Boolean), (indicators.x[i] ?? []).map(Boolean))),
      positive: undefined,
    };
  }
  const { target, x, classes } = labelsOf(args, context);
  const perClass = classes.map((_, k) =>
    countsOf(
      target.map((one) => one === k),
      x.map((one) => one === k),
    ),
  );
  if (average !== 'binary') return { perClass, perSample: undefined, positive: undefined };
  const asked = given(args, 'positive');
  const label = asked?.kind === 'text' ? asked.value : (number(args, 'positive') ?? 1);
  if (classes.length > 2) raise("Target is multiclass but average='binary'");
  const at = classes.indexOf(label);
  if (at < 0 && classes.length > 1) raise(`pos_label=${label} is not a valid label`);
  return { perClass, perSample: undefined, positive: perClass[at] ?? { hits: 0, claimed: 0, real: 0 } };
}

function averaged(
  kind: Score,
  { perClass, perSample, positive }: Scored,
  average: string | undefined,
  beta: number,
  zero: number,
): Value {
  const score = (counts: Counts): number => scoreOf(kind, counts, beta, zero);
  switch (average) {
    case undefined:
      return vector(perClass.map(score));
    case 'binary':
      return positive ? scalar(score(positive)) : raise("Target is multilabel-indicator but average='binary'");
    case 'micro':
      return scalar(score(added(perClass)));
    case 'macro':
      return scalar(mean(perClass.map(score)));
    case 'samples':
      return perSample ? scalar(mean(perSample.map(score))) : raise('Samplewise metrics are not available');
    case 'weighted': {
      const weights = perClass.map(({ real }) => real);
      return scalar(sum(perClass.map((counts, i) => score(counts) * (weights[i] ?? 0))) / sum(weights));
    }
    default:
      return giveUp('unmodelled', average);
  }
}

const averageOf = (args: OperationArguments): string | undefined => (given(args, 'average') ? word(args, 'average') : undefined);

function zeroOf(args: OperationArguments): number {
  const value = given(args, 'zero');
  return value && value.kind !== 'text' ? (number(args, 'zero') ?? 0) : 0;
}

const labelScore: Operation = (args, context) => {
  const average = averageOf(args);
  const kind = word(args, 'kind');
  if (kind !== 'precision' && kind !== 'recall' && kind !== 'fbeta' && kind !== 'jaccard') return giveUp('unmodelled', kind);
  return averaged(kind, scored(args, context, average), average, number(args, 'beta') ?? 1, zeroOf(args));
};

/** Precision, recall, F and, where they are per class, how often each occurs. */
const labelScores: Operation = (args, context) => {
  const average = averageOf(args);
  const all = scored(args, context, average);
  const beta = number(args, 'beta') ?? 1;
  const three = (['precision', 'recall', 'fbeta'] as const).map((kind) => averaged(kind, all, average, beta, zeroOf(args)));
  const support: Value =
    average === undefined
      ? vector(
          all.perClass.map(({ real }) => real),
          'int64',
        )
      : { kind: 'none' };
  return { kind: 'tuple', items: [...three, support] };
};

const confusion = ({ target, x, classes }: Labels): readonly (readonly number[])[] =>
  classes.map((_, i) => classes.map((__, j) => target.filter((one, k) => one === i && x[k] === j).length));

/** Agreement beyond the share of equal labels. */
const agreement: Operation = (args, context) => {
  const kind = word(args, 'kind');
  const indicators = kind === 'hamming' ? indicatorsOf(args, context) : undefined;
  if (indicators) {
    const cells = indicators.target.flatMap((row, i) => row.map((one, j) => (one === indicators.x[i]?.[j] ? 0 : 1)));
    return { kind: 'float', value: mean(cells) };
  }
  const labels = labelsOf(args, context);
  const total = labels.target.length;
  const wrong = labels.target.filter((one, i) => one !== labels.x[i]).length;
  const table = confusion(labels);
  const rows = table.map(sum);
  const columns = table.map((_, j) => sum(table.map((row) => row[j] ?? 0)));
  const diagonal = sum(table.map((row, i) => row[i] ?? 0));
  switch (kind) {
    case 'hamming':
      return scalar(wrong / total);
    case 'zeroOne':
      if (!flag(args, 'normalize', true))
        return makeArray('numpy', { data: { dtype: 'int64', shape: [], data: Float64Array.of(wrong) }, scalar: true });
      return scalar(1 - (total - wrong) / total);
    case 'balanced': {
      const recalls = table.flatMap((row, i) => (rows[i] ? [(row[i] ?? 0) / (rows[i] ?? 1)] : []));
      if (!flag(args, 'adjusted')) return scalar(mean(recalls));
      const chance = 1 / recalls.length;
      return scalar((mean(recalls) - chance) / (1 - chance));
    }
    case 'matthews': {
      const top = diagonal * total - sum(rows.map((row, i) => row * (columns[i] ?? 0)));
      const bottom = (total ** 2 - sum(columns.map((c) => c * c))) * (total ** 2 - sum(rows.map((r) => r * r)));
      return scalar(bottom === 0 ? 0 : top / Math.sqrt(bottom));
    }
    case 'kappa': {
      const apart = (weight: (i: number, j: number) => number): number =>
        sum(table.flatMap((row, i) => row.map((_, j) => (i === j ? 0 : weight(i, j)))));
      const expected = apart((i, j) => ((rows[i] ?? 0) * (columns[j] ?? 0)) / total);
      return scalar(1 - apart((i, j) => table[i]?.[j] ?? 0) / expected);
    }
    default:
      return giveUp('unmodelled', kind);
  }
};

/** Cumulated positives and negatives above each distinct score, from the highest down. */
interface Ranked {
  readonly hits: readonly number[];
  readonly false: readonly number[];
  readonly thresholds: readonly number[];
}

function ranked(target: readonly boolean[], scores: readonly number[]): Ranked {
  const places = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const result = { hits: [] as number[], false: [] as number[], thresholds: [] as number[] };
  let [hits, misses] = [0, 0];
  for (const [k, i] of places.entries()) {
    if (target[i]) hits++;
    else misses++;
    if (k + 1 < places.length && scores[places[k + 1] ?? -1] === scores[i]) continue;
    result.hits.push(hits);
    result.false.push(misses);
    result.thresholds.push(scores[i] ?? 0);
  }
  return result;
}

const area = (x: readonly number[], y: readonly number[]): number =>
  sum(x.slice(1).map((right, i) => ((right - (x[i] ?? 0)) * ((y[i] ?? 0) + (y[i + 1] ?? 0))) / 2));

function rocArea(target: readonly boolean[], scores: readonly number[]): number {
  const { hits, false: misses } = ranked(target, scores);
  const [positives, negatives] = [hits.at(-1) ?? 0, misses.at(-1) ?? 0];
  if (positives === 0 || negatives === 0)
    return raise('Only one class present in y_true. ROC AUC score is not defined in that case.');
  return area([0, ...misses.map((m) => m / negatives)], [0, ...hits.map((h) => h / positives)]);
}

/** Two classes and a score of the second; the larger label is the positive one. */
function binary(
  args: OperationArguments,
  context: OperationContext,
): { readonly target: readonly boolean[]; readonly scores: readonly number[] } {
  if (given(args, 'weight')) giveUp('unmodelled', 'sample_weight');
  const labels = plainLabels(required(args, 'target'), context);
  const classes = [...new Set(labels)].sort(order);
  const asked = given(args, 'positive');
  const positive = asked?.kind === 'text' ? asked.value : (number(args, 'positive') ?? classes.at(-1));
  if (classes.length > 2) raise('multiclass format is not supported');
  if (!asked && classes.length === 1 && classes[0] === 0)
    return { target: labels.map(() => false), scores: numbersOf(args, 'x', context) };
  return { target: labels.map((label) => label === positive), scores: numbersOf(args, 'x', context) };
}

const rocAuc: Operation = (args, context) => {
  if (given(args, 'maxFpr') || given(args, 'weight')) giveUp('unmodelled', 'max_fpr');
  const { data } = tensor(args, 'x', context);
  if (data?.shape.length !== 2) {
    const { target, scores } = binary(args, context);
    return scalar(rocArea(target, scores));
  }
  const scores = rowsOf(args, 'x', context);
  const column = (j: number): readonly number[] => scores.map((row) => row[j] ?? 0);
  const indicators = indicatorsOf(args, context);
  const average = averageOf(args);
  const width = scores[0]?.length ?? 0;
  const areas = (isOf: (i: number, j: number) => boolean): readonly number[] =>
    Array.from({ length: width }, (_, j) =>
      rocArea(
        scores.map((__, i) => isOf(i, j)),
        column(j),
      ),
    );
  if (indicators) {
    const all = areas((i, j) => indicators.target[i]?.[j] === 1);
    return average === undefined ? vector(all) : average === 'macro' ? scalar(mean(all)) : giveUp('unmodelled', average);
  }
  const labels = plainLabels(required(args, 'target'), context);
  const classes = [...new Set(labels)].sort(order);
  const multi = word(args, 'multi');
  if (multi === 'raise') return raise("multi_class must be in ('ovo', 'ovr')");
  if (multi !== 'ovr' || classes.length !== width) return giveUp('unmodelled', 'multi_class');
  const all = areas((i, j) => labels[i] === classes[j]);
  if (average === 'macro') return scalar(mean(all));
  if (average !== 'weighted') return average === undefined ? vector(all) : giveUp('unmodelled', average);
  const weights = classes.map((label) => labels.filter((one) => one === label).length);
  return scalar(sum(all.map((one, j) => one * (weights[j] ?? 0))) / sum(weights));
};

/** Points that lie on a line between their neighbours are left out. scikit-learn 1.2 begins at the highest score plus one. */
const rocCurve: Operation = (args, context) => {
  const { target, scores } = binary(args, context);
  const { hits, false: misses, thresholds } = ranked(target, scores);
  const bends = (values: readonly number[], i: number): boolean =>
    (values[i + 1] ?? 0) - 2 * (values[i] ?? 0) + (values[i - 1] ?? 0) !== 0;
  const keep = hits.map(
    (_, i) =>
      !flag(args, 'drop', true) || hits.length <= 2 || i === 0 || i === hits.length - 1 || bends(hits, i) || bends(misses, i),
  );
  const kept = (values: readonly number[]): number[] => values.filter((_, i) => keep[i]);
  const [positives, negatives] = [hits.at(-1) ?? 0, misses.at(-1) ?? 0];
  return {
    kind: 'tuple',
    items: [
      vector([0, ...kept(misses)].map((m) => m / negatives)),
      vector([0, ...kept(hits)].map((h) => h / positives)),
      vector([(thresholds[0] ?? 0) + 1, ...kept(thresholds)]),
    ],
  };
};

function precisionsAndRecalls({ hits, false: misses, thresholds }: Ranked) {
  const positives = hits.at(-1) ?? 0;
  return {
    precision: [...hits.map((h, i) => h / (h + (misses[i] ?? 0))).toReversed(), 1],
    recall: [...hits.map((h) => (positives === 0 ? 1 : h / positives)).toReversed(), 0],
    thresholds: thresholds.toReversed(),
  };
}

const precisionRecallCurve: Operation = (args, context) => {
  const { target, scores } = binary(args, context);
  const { precision, recall, thresholds } = precisionsAndRecalls(ranked(target, scores));
  return { kind: 'tuple', items: [vector(precision), vector(recall), vector(thresholds)] };
};

const averagePrecision: Operation = (args, context) => {
  const { target, scores } = binary(args, context);
  const { precision, recall } = precisionsAndRecalls(ranked(target, scores));
  return scalar(-sum(recall.slice(1).map((r, i) => (r - (recall[i] ?? 0)) * (precision[i] ?? 0))));
};

const areaUnder: Operation = (args, context) => {
  const [x, y] = [numbersOf(args, 'x', context), numbersOf(args, 'y', context)];
  const rises = x.slice(1).every((one, i) => one >= (x[i] ?? 0));
  const falls = x.slice(1).every((one, i) => one <= (x[i] ?? 0));
  if (!rises && !falls) return raise('x is neither increasing nor decreasing');
  return scalar(rises ? area(x, y) : -area(x, y));
};

const topKAccuracy: Operation = (args, context) => {
  if (given(args, 'weight') || given(args, 'labels')) giveUp('unmodelled', 'labels');
  const labels = plainLabels(required(args, 'target'), context);
  const classes = [...new Set(labels)].sort(order);
  const rows = rowsOf(args, 'x', context);
  if (rows[0]?.length !== classes.length) return giveUp('unmodelled', 'classes');
  const k = whole(args, 'k') ?? 2;
  // NumPy's stable argsort, reversed: of equal scores the later class comes first.
  const hits = rows.map((row, i) => {
    const order = row
      .map((_, j) => j)
      .sort((a, b) => (row[a] ?? 0) - (row[b] ?? 0))
      .toReversed();
    return order.slice(0, k).includes(classes.indexOf(labels[i] ?? '')) ? 1 : 0;
  });
  return flag(args, 'normalize', true)
    ? scalar(mean(hits))
    : makeArray('numpy', { data: { dtype: 'int64', shape: [], data: Float64Array.of(sum(hits)) }, scalar: true });
};

/** The hinge loss of two classes; of several by the margin to the best other one. */
const hinge: Operation = (args, context) => {
  if (given(args, 'weight') || given(args, 'labels')) giveUp('unmodelled', 'labels');
  const labels = plainLabels(required(args, 'target'), context);
  const classes = [...new Set(labels)].sort(order);
  const { data } = tensor(args, 'x', context);
  if (classes.length > 2) {
    const rows = rowsOf(args, 'x', context);
    const losses = rows.map((row, i) => {
      const own = classes.indexOf(labels[i] ?? '');
      const others = row.filter((_, j) => j !== own);
      return Math.max(0, 1 - ((row[own] ?? 0) - Math.max(...others)));
    });
    return scalar(mean(losses));
  }
  if (!data || data.shape.length !== 1) return giveUp('unmodelled', 'decisions');
  return scalar(mean(Array.from(data.data, (x, i) => Math.max(0, 1 - (labels[i] === classes.at(-1) ? 1 : -1) * Number(x)))));
};

/** The share of the variance that is explained. */
const r2: Operation = (args, context) => {
  if (given(args, 'weight')) giveUp('unmodelled', 'sample_weight');
  const [x, y] = [numbersOf(args, 'target', context), numbersOf(args, 'x', context)];
  if (tensor(args, 'x', context).shape?.length !== 1) return giveUp('unmodelled', 'multioutput');
  const centre = mean(x);
  const residual = sum(x.map((one, i) => (one - (y[i] ?? 0)) ** 2));
  const total = sum(x.map((one) => (one - centre) ** 2));
  return scalar(total === 0 ? (residual === 0 ? 1 : 0) : 1 - residual / total);
};

export const classificationOperations: Readonly<Record<string, Operation>> = {
  labelScore,
  labelScores,
  agreement,
  rocAuc,
  rocCurve,
  precisionRecallCurve,
  averagePrecision,
  areaUnder,
  topKAccuracy,
  hinge,
  r2,
};
