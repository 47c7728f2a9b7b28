/** Metrics of scores: https://scikit-learn.org/stable/modules/model_evaluation.html#roc-metrics */
import { flag, given, number, required, tensor, whole, word } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { averageOf, indicatorsOf, mean, numbersOf, order, plainLabels, rowsOf, scalar, sum, vector } from './labels.ts';

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
  if (data?.shape.length !== 1) return giveUp('unmodelled', 'decisions');
  return scalar(mean(Array.from(data.data, (x, i) => Math.max(0, 1 - (labels[i] === classes.at(-1) ? 1 : -1) * Number(x)))));
};

export const rankingOperations: Readonly<Record<string, Operation>> = {
  rocAuc,
  rocCurve,
  precisionRecallCurve,
  averagePrecision,
  areaUnder,
  topKAccuracy,
  hinge,
};
