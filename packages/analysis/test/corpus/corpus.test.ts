/**
 * The corpus: expressions and whole scripts as people write them, run through the real NumPy, SciPy and PyTorch by
 * golden/corpus/*.py. Softlens must be wrong on none, and evaluate at least 98 % of them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestParser } from '@softlens/mdtest';
import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { type Golden, judge, type Verdict } from './compare.ts';

const folder = join(import.meta.dirname, '../../golden/corpus');
const parser = await createTestParser();
const analyzer = createAnalyzer({ rethrow: true });

function tally(verdicts: readonly (readonly [Verdict, string])[]) {
  const of = (verdict: Verdict) => verdicts.filter(([one]) => one === verdict).map(([, what]) => what);
  return { wrong: of('wrong'), unknown: of('unknown'), evaluated: of('right').length / verdicts.length };
}

describe('the corpus', () => {
  test('of expressions: none is wrong, at least 98 % are evaluated', () => {
    const rows: readonly (Golden & { expression: string })[] = JSON.parse(readFileSync(join(folder, 'expressions.json'), 'utf8'));
    const result = tally(
      rows.map((row) => {
        const module = parser.parse(row.expression, 'python');
        const analysis = analyzer.evaluateExpression(module, row.expression);
        const fact = analysis.facts.find(
          ({ kind, start, end }) => kind === 'expression' && start === 0 && end === row.expression.length,
        );
        return [judge(fact?.value, row), row.expression];
      }),
    );
    console.log(`expressions evaluated: ${(100 * result.evaluated).toFixed(1)} % of ${rows.length}`);
    expect(result.wrong).toEqual([]);
    expect(result.evaluated, `not evaluated: ${result.unknown.join('\n')}`).toBeGreaterThanOrEqual(0.98);
  });

  test('of scripts: none is wrong, at least 98 % of the bound names are evaluated', () => {
    const scripts: Readonly<Record<string, readonly (Golden & { line: number; name: string })[]>> = JSON.parse(
      readFileSync(join(folder, 'scripts.json'), 'utf8'),
    );
    const verdicts = Object.entries(scripts).flatMap(([name, rows]) => {
      const text = readFileSync(join(folder, 'scripts', name), 'utf8');
      const module = parser.parse(text, 'python');
      const analysis = analyzer.evaluateExpression(module, text);
      const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
      const bindings = analysis.facts.filter(({ kind, topLevel }) => kind === 'binding' && topLevel);
      return rows.map((row): readonly [Verdict, string] => {
        const statement = module.body.find((one) => lineOf(one.start) === row.line);
        const fact = bindings.find(
          (one) => one.name === row.name && statement && one.start >= statement.start && one.end <= statement.end,
        );
        return [judge(fact?.value, row), `${name}:${row.line} ${row.name}`];
      });
    });
    const result = tally(verdicts);
    console.log(
      `names evaluated: ${(100 * result.evaluated).toFixed(1)} % of ${verdicts.length} in ${Object.keys(scripts).length} scripts`,
    );
    expect(result.wrong).toEqual([]);
    expect(result.evaluated, `not evaluated: ${result.unknown.join('\n')}`).toBeGreaterThanOrEqual(0.98);
  });
});
