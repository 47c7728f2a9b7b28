/** Metrics of scikit-learn: https://scikit-learn.org/stable/modules/model_evaluation.html#classification-metrics */
import type { Value } from '../../values/value.ts';
import { flag, given, number, tensor, word } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { averageOf, indicatorsOf, type Labels, labelsOf, mean, numbersOf, scalar, sum, vector } from './labels.ts';

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
  r2,
};
