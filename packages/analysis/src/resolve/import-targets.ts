import type { Statement } from '@softlens/syntax';
import type { ParsedDocument } from '../api.ts';
import { candidates } from './candidates.ts';
import { requiredBy } from './commonjs.ts';

/** What an import names, as in `from ..module import names` (level 2). */
export interface ImportWords {
  readonly module: string;
  readonly level: number;
  readonly names: readonly string[];
}

type Importer = Pick<ParsedDocument, 'path' | 'language'>;

/** Every path that an import at the top level of the document could mean: the reverse of it finds a document's importers. */
export function importTargets(document: ParsedDocument, roots: readonly string[]): ReadonlySet<string> {
  return new Set(document.module.body.flatMap((statement) => targetsOf(statement, document, roots)));
}

/** The paths that an import could mean: for each thing that it may load, a list of them, the one that counts first. */
export function importCandidates(
  from: Importer,
  { module, level, names }: ImportWords,
  roots: readonly string[],
): readonly (readonly string[])[] {
  const own = candidates(from, module, level, roots);
  if (from.language !== 'python') return [own];
  return [own, ...names.map((name) => candidates(from, module === '' ? name : `${module}.${name}`, level, roots))];
}

function targetsOf(statement: Statement, document: ParsedDocument, roots: readonly string[]): readonly string[] {
  const words = wordsOf(statement, document);
  return words ? importCandidates(document, words, roots).flat() : [];
}

function wordsOf(statement: Statement, { language }: ParsedDocument): ImportWords | undefined {
  if (statement.kind === 'import') return { ...statement, names: statement.names.map(({ name }) => name) };
  const required = language === 'python' ? undefined : requiredBy(statement);
  const module = statement.kind === 'export' ? statement.module : required;
  return module === undefined ? undefined : { module, level: 0, names: [] };
}
