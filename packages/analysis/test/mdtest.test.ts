import { readdirSync } from 'node:fs';
import { type Analyse, createTestParser, declareSuite, type Observation, type TestFile } from '@softlens/mdtest';
import type { Language } from '@softlens/syntax';
import { describe, test } from 'vitest';
import { actualOf } from '../src/expected/actual.ts';
import { agrees } from '../src/expected/compare.ts';
import { readExpected } from '../src/expected/read.ts';
import { writeActual } from '../src/expected/write.ts';
import { createAnalyzer, type Fact, type ParsedDocument, type Project, type Value } from '../src/index.ts';

const parser = await createTestParser();
const folder = new URL('./mdtest/', import.meta.url).pathname;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && !name.startsWith('rules-'))) {
  declareSuite(`${folder}${file}`, file.replace('.md', ''), analyse, { describe, test });
}

function analyse(files: Parameters<Analyse>[0]): Observation {
  const documents = new Map(files.map((file) => [file.path, parsed(file)]));
  const project: Project = {
    module: (path) => documents.get(path),
    exists: (path) => documents.has(path),
    importRoots: [],
    importers: (path) => importersOf(path, files),
  };
  const analyzer = createAnalyzer({ rethrow: true, parseExpression: (text, language) => parser.parse(text, language) });
  return {
    findings: [],
    valueIn(path, start, end) {
      const fact = lastFact(analyzer.analyze(project, path).facts, start, end, documents.get(path)?.text ?? '');
      return fact && { reveal: describeValue(fact.value), ...known(fact, documents.get(path)?.language ?? 'python') };
    },
  };
}

const languages: Readonly<Record<string, Language>> = { python: 'python', javascript: 'javascript', typescript: 'typescript' };

const parsed = ({ path, text, language }: TestFile): ParsedDocument => ({
  path,
  text,
  language: languages[language] ?? 'python',
  module: parser.parse(text, languages[language] ?? 'python'),
  version: '1',
});

const importersOf = (path: string, files: readonly TestFile[]): readonly string[] => {
  const name = path.replace(/.*\/|\.\w+$/g, '');
  return files
    .filter((file) => file.path !== path && new RegExp(`\\bimport\\b.*\\b${name}\\b|\\bfrom\\b.*\\b${name}\\b`).test(file.text))
    .map((file) => file.path);
};

/** The binding of the line that gets the widest value; else its widest expression. */
function lastFact(facts: readonly Fact[], start: number, end: number, text: string): Fact | undefined {
  const code = text.slice(start, end).search(/\S/) + start;
  const inside = facts.filter((fact) => fact.start >= code && fact.end <= end && fact.kind !== 'parameter');
  const bindings = inside.filter(({ kind }) => kind === 'binding');
  const width = (range: { readonly start: number; readonly end: number } | undefined): number =>
    range ? range.end - range.start : 0;
  const widest = (candidates: readonly Fact[], of: (fact: Fact) => number): Fact | undefined =>
    candidates.toSorted((a, b) => of(b) - of(a))[0];
  return widest(bindings, (fact) => width(fact.valueRange)) ?? widest(inside, width);
}

/** Compared as the product compares `# => VALUE`. */
function known({ value }: Fact, language: Language): { value?: string; agrees?: (written: string) => boolean } {
  const actual = actualOf(value);
  if (!actual) return {};
  return {
    value: writeActual(actual, language),
    agrees(written) {
      const expected = readExpected(written);
      return expected !== undefined && agrees(expected, actual);
    },
  };
}

/** `probabilities[axis=1, float32, shape=(4, 10)]`; alternatives are separated by a bar. */
function describeValue(value: Value): string {
  switch (value.kind) {
    case 'array': {
      const parts = [
        ...(value.space?.axis === undefined ? [] : [`axis=${value.space.axis}`]),
        ...(value.dtype ? [value.dtype] : []),
        ...(value.shape ? [`shape=(${value.shape.join(', ')})`] : []),
      ];
      return `${value.space?.name ?? 'array'}[${parts.join(', ')}]`;
    }
    case 'unknown':
      return value.space ? `${value.space.name}[]` : `unknown (${value.reason.key})`;
    case 'alternatives':
      return value.of.map((one) => describeValue(one.value)).join(' | ');
    case 'reference':
      return describeState(value.state);
    case 'tuple':
      return `(${value.items.map(describeValue).join(', ')})`;
    case 'class':
    case 'function':
      return `${value.kind} ${value.definition.kind === 'functionExpression' ? 'lambda' : value.definition.name}`;
    case 'libraryFunction':
    case 'libraryClass':
      return value.row.name;
    default:
      return 'value' in value ? `${value.kind} ${String(value.value)}` : value.kind;
  }
}

function describeState(state: Extract<Value, { kind: 'reference' }>['state']): string {
  switch (state?.kind) {
    case 'list':
      return state.items
        ? `[${state.items.map(describeValue).join(', ')}]`
        : `[${state.element ? describeValue(state.element) : ''}…]`;
    case 'dict':
      return `{${[...state.entries.values()].map(({ key, value }) => `${key.kind === 'text' ? key.value : describeValue(key)}: ${describeValue(value)}`).join(', ')}${state.open ? '…' : ''}}`;
    case 'instance':
      return state.class.definition.name;
    case 'libraryObject':
      return state.row.name;
    default:
      return 'object';
  }
}
