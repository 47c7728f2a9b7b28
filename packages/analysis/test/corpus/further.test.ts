/**
 * The second corpus (golden/corpus/further.py): wrong on none, neither in the value nor in how it prints; what raises has no
 * value; and most of it is evaluated.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestParser } from '@softlens/mdtest';
import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import type { Value } from '../../src/values/value.ts';
import { type Golden, judge, type Verdict } from './compare.ts';

interface Row {
  readonly expression: string;
  readonly text?: string;
  readonly raises?: string;
}

const folder = join(import.meta.dirname, '../../golden/corpus/further');
const prelude = readFileSync(join(folder, 'prelude.py'), 'utf8');
const parser = await createTestParser();
const analyzer = createAnalyzer({ rethrow: true });

function evaluated(expression: string): Value | undefined {
  const text = prelude + expression;
  const { facts } = analyzer.evaluateExpression(parser.parse(text, 'python'), text);
  return facts.find(({ kind, start, end }) => kind === 'expression' && start === prelude.length && end === text.length)?.value;
}

const isKnown = (value: Value | undefined): boolean =>
  value !== undefined &&
  value.kind !== 'unknown' &&
  value.kind !== 'alternatives' &&
  (value.kind !== 'array' || value.data !== undefined);

/** Up to the last digit of a float, where libraries' own results vary: the verdict on the value has judged that. */
const digits = (text: string): string =>
  text.replace(/\d+\.\d{14,}/g, (number) => String(Number(Number(number).toPrecision(14))).replace(/^\d+$/, '$&.0'));

const of = (verdicts: readonly (readonly [Verdict, string])[], verdict: Verdict): readonly string[] =>
  verdicts.filter(([one]) => one === verdict).map(([, what]) => what);

describe('the second corpus', () => {
  const rows: readonly (Golden & Row)[] = JSON.parse(readFileSync(join(folder, 'expressions.json'), 'utf8'));

  test('of expressions: none is wrong, at least 94 % are evaluated', () => {
    const verdicts = rows
      .filter(({ raises, values }) => raises === undefined && values !== undefined)
      .map((row): readonly [Verdict, string] => [judge(evaluated(row.expression), row), row.expression]);
    const right = of(verdicts, 'right').length / verdicts.length;
    console.log(`expressions evaluated: ${(100 * right).toFixed(1)} % of ${verdicts.length}`);
    expect(of(verdicts, 'wrong')).toEqual([]);
    expect(right, of(verdicts, 'unknown').join('\n')).toBeGreaterThanOrEqual(0.94);
  });

  test('of expressions: what is evaluated prints as in Python', () => {
    const wrong = rows.filter(({ expression, text }) => {
      const shown = text === undefined ? undefined : evaluated(`str(${expression})`);
      return shown?.kind === 'text' && digits(shown.value) !== digits(text ?? '');
    });
    expect(wrong.map(({ expression }) => expression)).toEqual([]);
  });

  test('of expressions: what raises has no value', () => {
    const wrong = rows.filter(({ expression, raises }) => raises !== undefined && isKnown(evaluated(expression)));
    expect(wrong.map(({ expression }) => expression)).toEqual([]);
  });

  test('of scripts: none is wrong, at least 94 % of the bound names are evaluated', () => {
    const scripts: Readonly<Record<string, readonly (Golden & { line: number; name: string })[]>> = JSON.parse(
      readFileSync(join(folder, 'scripts.json'), 'utf8'),
    );
    const verdicts = Object.entries(scripts).flatMap(([name, values]) => {
      const text = readFileSync(join(folder, 'scripts', name), 'utf8');
      const module = parser.parse(text, 'python');
      const { facts } = analyzer.evaluateExpression(module, text);
      const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
      const bindings = facts.filter(({ kind, topLevel }) => kind === 'binding' && topLevel);
      return values.map((row): readonly [Verdict, string] => {
        const statement = module.body.find(({ start }) => lineOf(start) === row.line);
        const fact = bindings.find(
          (one) => one.name === row.name && statement && one.start >= statement.start && one.end <= statement.end,
        );
        return [judge(fact?.value, row), `${name}:${row.line} ${row.name}`];
      });
    });
    const right = of(verdicts, 'right').length / verdicts.length;
    console.log(`names evaluated: ${(100 * right).toFixed(1)} % of ${verdicts.length}`);
    expect(of(verdicts, 'wrong')).toEqual([]);
    expect(right, of(verdicts, 'unknown').join('\n')).toBeGreaterThanOrEqual(0.94);
  });
});
