/** `classification_report`: https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html */
import { fixed } from '../../builtins/text/numbers.ts';
import type { Value } from '../../values/value.ts';
import { flag, given, number, whole } from '../arguments.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { indicatorsOf, labelsOf, mean, plainLabels, sum } from './labels.ts';

interface Line {
  readonly name: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

/** The text; as a dict it is a named tuple of named tuples, which the caller turns into one. */
const classificationReport: Operation = (args, context) => {
  if (indicatorsOf(args, context)) return giveUp('unmodelled', 'multilabel');
  const asked = given(args, 'labels');
  const { target, x, classes } = labelsOf(args, context);
  const names = namesOf(args, classes, context);
  const zero = given(args, 'zero')?.kind === 'text' ? 0 : (number(args, 'zero') ?? 0);
  const lines = classes.map((_, k) =>
    line(
      names[k] ?? '',
      target.filter((one, i) => one === k && x[i] === k).length,
      x.filter((one) => one === k).length,
      target.filter((one) => one === k).length,
      zero,
    ),
  );
  // Labels beyond those asked for are numbered -1.
  const isAccuracy = !asked || ![...target, ...x].includes(-1);
  const total = sum(lines.map(({ support }) => support));
  if (total === 0 || lines.length === 0) return giveUp('unmodelled', 'support');
  const hits = target.filter((one, i) => one >= 0 && one === x[i]).length;
  const claimed = x.filter((one) => one >= 0).length;
  const micro = line(isAccuracy ? 'accuracy' : 'micro avg', hits, claimed, total, zero);
  const weighted = (part: (one: Line) => number): number => sum(lines.map((one) => part(one) * one.support)) / total;
  const averages: readonly Line[] = [
    micro,
    averageLine('macro avg', total, (part) => mean(lines.map(part))),
    averageLine('weighted avg', total, weighted),
  ];
  if (flag(args, 'asDict')) return asDict([...lines, ...averages], isAccuracy);
  return { kind: 'text', value: textOf(lines, averages, isAccuracy, whole(args, 'digits') ?? 2) };
};

function averageLine(name: string, support: number, average: (part: (one: Line) => number) => number): Line {
  return {
    name,
    precision: average(({ precision }) => precision),
    recall: average(({ recall }) => recall),
    f1: average(({ f1 }) => f1),
    support,
  };
}

function line(name: string, hits: number, claimed: number, real: number, zero: number): Line {
  const precision = claimed === 0 ? zero : hits / claimed;
  const recall = real === 0 ? zero : hits / real;
  const f1 = claimed === 0 && real === 0 ? zero : precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { name, precision, recall, f1, support: real };
}

function namesOf(args: OperationArguments, classes: readonly (string | number)[], context: OperationContext): readonly string[] {
  const asked = given(args, 'names');
  if (!asked)
    return classes.map((one) => (typeof one === 'string' || Number.isInteger(one) ? String(one) : giveUp('unmodelled')));
  const names = plainLabels(asked, context);
  return names.length === classes.length && names.every((one) => typeof one === 'string') ? names : giveUp('unmodelled', 'names');
}

function textOf(lines: readonly Line[], averages: readonly Line[], isAccuracy: boolean, digits: number): string {
  const width = Math.max(...lines.map(({ name }) => name.length), 'weighted avg'.length, digits);
  const cell = (shown: string): string => ` ${shown.padStart(9)}`;
  const row = ({ name, precision, recall, f1, support }: Line): string => {
    const blank = isAccuracy && name === 'accuracy';
    const scores = [precision, recall, f1].map((x, i) => cell(blank && i < 2 ? '' : fixed(x, digits)));
    return `${name.padStart(width)} ${scores.join('')}${cell(String(support))}\n`;
  };
  const head = `${' '.repeat(width)} ${['precision', 'recall', 'f1-score', 'support'].map(cell).join('')}\n\n`;
  return `${head}${lines.map(row).join('')}\n${averages.map(row).join('')}`;
}

function asDict(lines: readonly Line[], isAccuracy: boolean): Value {
  const names = lines.map(({ name }) => name);
  if (new Set(names).size < names.length) return giveUp('unmodelled', 'names');
  const items = lines.map(({ name, precision, recall, f1, support }): Value => {
    const scores = [precision, recall, f1].map((value): Value => ({ kind: 'float', value }));
    if (isAccuracy && name === 'accuracy') return scores[2] ?? giveUp('unmodelled');
    return {
      kind: 'tuple',
      items: [...scores, { kind: 'int', value: support }],
      names: ['precision', 'recall', 'f1-score', 'support'],
    };
  });
  return { kind: 'tuple', items, names };
}

export const reportOperations: Readonly<Record<string, Operation>> = { classificationReport };
