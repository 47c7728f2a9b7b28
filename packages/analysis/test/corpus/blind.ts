/** Scores a corpus that was written blind (golden/corpus/further.py, third.py): its expressions, how they print, and its scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestParser } from '@softlens/mdtest';
import { createAnalyzer } from '../../src/index.ts';
import type { Value } from '../../src/values/value.ts';
import { type Golden, judge, type Verdict } from './compare.ts';

interface Row {
  readonly expression: string;
  readonly text?: string;
  readonly raises?: string;
}
type Bound = Golden & { readonly line: number; readonly name: string };
type Ending = Golden & { readonly name: string; readonly text?: string };
type Verdicts = readonly (readonly [Verdict, string])[];

export interface Tally {
  readonly wrong: readonly string[];
  readonly unknown: readonly string[];
  readonly evaluated: number;
}

export interface BlindCorpus {
  expressions(): Tally;
  /** Expressions that are evaluated and shown otherwise than Python shows them. */
  shownOtherwise(): readonly string[];
  /** Expressions that raise and have a value all the same. */
  valuesOfWhatRaises(): readonly string[];
  /** Of each name that a statement of the top level binds. */
  scripts(): Tally;
  /** Of each name of the top level as it is at the end, its value and its text. */
  endings(): Tally;
}

const parser = await createTestParser();
const analyzer = createAnalyzer({ rethrow: true });

export function blindCorpus(name: string): BlindCorpus {
  const folder = join(import.meta.dirname, '../../golden/corpus', name);
  const prelude = readFileSync(join(folder, 'prelude.py'), 'utf8');
  const rows: readonly (Golden & Row)[] = JSON.parse(readFileSync(join(folder, 'expressions.json'), 'utf8'));
  const value = (expression: string): Value | undefined => valuesAt(prelude + expression, [expression])[0];
  return {
    expressions: () =>
      tally(
        rows
          .filter(({ raises, values }) => raises === undefined && values !== undefined)
          .map((row) => [judge(value(row.expression), row), row.expression]),
      ),
    shownOtherwise: () => rows.filter((row) => isShownOtherwise(row.text, value(`str(${row.expression})`))).map(expressionOf),
    valuesOfWhatRaises: () =>
      rows.filter(({ expression, raises }) => raises !== undefined && isKnown(value(expression))).map(expressionOf),
    scripts: () =>
      tally(
        Object.entries(recordOf<Bound>(join(folder, 'scripts.json'))).flatMap(([script, bound]) =>
          ofBindings(script, readFileSync(join(folder, 'scripts', script), 'utf8'), bound),
        ),
      ),
    endings: () =>
      tally(
        Object.entries(recordOf<Ending>(join(folder, 'endings.json'))).flatMap(([script, names]) =>
          ofEndings(script, readFileSync(join(folder, 'scripts', script), 'utf8'), names),
        ),
      ),
  };
}

const expressionOf = ({ expression }: Row): string => expression;
const recordOf = <T>(path: string): Readonly<Record<string, readonly T[]>> => JSON.parse(readFileSync(path, 'utf8'));

/** Of the expressions that end the text, one on each line. */
function valuesAt(text: string, expressions: readonly string[]): readonly (Value | undefined)[] {
  const { facts } = analyzer.evaluateExpression(parser.parse(text, 'python'), text);
  const found = new Map(
    facts.filter(({ kind }) => kind === 'expression').map((fact) => [`${fact.start}:${fact.end}`, fact.value] as const),
  );
  let end = text.length;
  const backwards = expressions.toReversed().map((expression) => {
    const value = found.get(`${end - expression.length}:${end}`);
    end -= expression.length + 1;
    return value;
  });
  return backwards.toReversed();
}

function ofBindings(script: string, text: string, rows: readonly Bound[]): Verdicts {
  const module = parser.parse(text, 'python');
  const { facts } = analyzer.evaluateExpression(module, text);
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  const bindings = facts.filter(({ kind, topLevel }) => kind === 'binding' && topLevel);
  return rows.map((row) => {
    const statement = module.body.find(({ start }) => lineOf(start) === row.line);
    const fact = bindings.find(
      ({ name, start, end }) => name === row.name && statement && start >= statement.start && end <= statement.end,
    );
    return [judge(fact?.value, row), `${script}:${row.line} ${row.name}`];
  });
}

function ofEndings(script: string, text: string, rows: readonly Ending[]): Verdicts {
  const readings = rows.flatMap(({ name }) => [name, `str(${name})`]);
  const values = valuesAt(`${text}\n${readings.join('\n')}`, readings);
  return rows.map((row, i) => {
    const verdict = judge(values[2 * i], row);
    // The digits of a plain float from float32 are judged with its value.
    const shown = row.precision === undefined && isShownOtherwise(row.text, values[2 * i + 1]);
    return [verdict === 'right' && shown ? 'wrong' : verdict, `${script}: ${row.name}${shown ? ', as it prints' : ''}`];
  });
}

function isShownOtherwise(text: string | undefined, shown: Value | undefined): boolean {
  return text !== undefined && shown?.kind === 'text' && digits(shown.value) !== digits(text);
}

/** Up to the last digit of a float, where libraries' own results vary: the verdict on the value has judged that. */
const digits = (text: string): string =>
  text.replace(/\d+\.\d{14,}/g, (number) => String(Number(Number(number).toPrecision(14))).replace(/^\d+$/, '$&.0'));

const isKnown = (value: Value | undefined): boolean =>
  value !== undefined &&
  value.kind !== 'unknown' &&
  value.kind !== 'alternatives' &&
  (value.kind !== 'array' || value.data !== undefined);

function tally(verdicts: Verdicts): Tally {
  const of = (verdict: Verdict): readonly string[] => verdicts.filter(([one]) => one === verdict).map(([, what]) => what);
  return { wrong: of('wrong'), unknown: of('unknown'), evaluated: of('right').length / verdicts.length };
}
