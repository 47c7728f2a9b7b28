/**
 * The corpus of JavaScript: expressions and scripts as people write them, run in Node with TensorFlow.js and `@softlens/core` by
 * golden/corpus/javascript/generate.mjs. Softlens must be wrong on none, and evaluate at least 95 % of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestParser } from '@softlens/mdtest';
import { describe, expect, test } from 'vitest';
import { createAnalyzer, type Fact, type ParsedDocument, type Project } from '../../src/index.ts';
import { type Golden, judge, type Verdict } from './compare.ts';

const folder = join(import.meta.dirname, '../../golden/corpus/javascript');
const parser = await createTestParser();
const analyzer = createAnalyzer({ rethrow: true });
const head = "import * as tf from '@tensorflow/tfjs';\nimport * as core from '@softlens/core';\n";

const documentOf = (path: string, text: string): ParsedDocument => ({
  path,
  text,
  language: 'javascript',
  module: parser.parse(text, 'javascript'),
  version: '1',
});

function factsOf(path: string, documents: ReadonlyMap<string, ParsedDocument>): readonly Fact[] {
  const project: Project = {
    module: (asked) => documents.get(asked),
    exists: (asked) => documents.has(asked),
    importRoots: [],
  };
  return analyzer.analyze(project, path).facts;
}

/** Each constant is read once more at the end: by then it may hold more than at first. */
const withReadings = (text: string, constants: Readonly<Record<string, Golden>> = {}): string =>
  `${text}\n${Object.keys(constants)
    .map((name) => `(${name});`)
    .join('\n')}\n`;

/** Of the widest expression there: parentheses within belong to it, those around do not. */
function valueAt(facts: readonly Fact[], start: number, length: number) {
  const inside = facts.filter((fact) => fact.kind === 'expression' && fact.start >= start && fact.end <= start + length);
  const [widest] = inside.toSorted((a, b) => b.end - b.start - (a.end - a.start) || Number(!!b.call) - Number(!!a.call));
  return widest && widest.end - widest.start >= length - 4 ? widest.value : undefined;
}

function tally(verdicts: readonly (readonly [Verdict, string])[]) {
  const of = (verdict: Verdict) => verdicts.filter(([one]) => one === verdict).map(([, what]) => what);
  return { wrong: of('wrong'), unknown: of('unknown'), evaluated: of('right').length / verdicts.length };
}

describe('the corpus of JavaScript', () => {
  test('of expressions: none is wrong, at least 95 % are evaluated', () => {
    const rows: readonly (Golden & { expression: string })[] = JSON.parse(readFileSync(join(folder, 'expressions.json'), 'utf8'));
    const result = tally(
      rows.map((row) => {
        const text = `${head}(${row.expression});\n`;
        const facts = factsOf('main.js', new Map([['main.js', documentOf('main.js', text)]]));
        return [judge(valueAt(facts, head.length + 1, row.expression.length), row), row.expression];
      }),
    );
    console.log(`expressions evaluated: ${(100 * result.evaluated).toFixed(1)} % of ${rows.length}`);
    expect(result.wrong).toEqual([]);
    expect(result.evaluated, `not evaluated: ${result.unknown.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  });

  test('of scripts: none is wrong, at least 95 % of the constants are evaluated', () => {
    const scripts: Readonly<Record<string, Readonly<Record<string, Golden>>>> = JSON.parse(
      readFileSync(join(folder, 'scripts.json'), 'utf8'),
    );
    const texts = readdirSync(join(folder, 'scripts')).map(
      (name) => [name, readFileSync(join(folder, 'scripts', name), 'utf8')] as const,
    );
    const documents = new Map(texts.map(([name, text]) => [name, documentOf(name, withReadings(text, scripts[name]))]));
    const verdicts = Object.entries(scripts).flatMap(([script, constants]) => {
      const facts = factsOf(script, documents);
      const text = documents.get(script)?.text ?? '';
      return Object.entries(constants).map(([name, golden]): readonly [Verdict, string] => [
        judge(valueAt(facts, text.lastIndexOf(`(${name});`) + 1, name.length), golden),
        `${script}: ${name}`,
      ]);
    });
    const result = tally(verdicts);
    console.log(
      `constants evaluated: ${(100 * result.evaluated).toFixed(1)} % of ${verdicts.length} in ${Object.keys(scripts).length} scripts`,
    );
    expect(result.wrong).toEqual([]);
    expect(result.evaluated, `not evaluated: ${result.unknown.join('\n')}`).toBeGreaterThanOrEqual(0.95);
  });
});
