import type { Statement } from '@softlens/syntax';
import type { ParsedDocument } from '../api.ts';
import { candidates } from './candidates.ts';
import { requiredBy } from './commonjs.ts';

/** Every path that an import at the top level of the document could mean: the reverse of it finds a document's importers. */
export function importTargets(document: ParsedDocument, roots: readonly string[]): ReadonlySet<string> {
  return new Set(document.module.body.flatMap((statement) => targetsOf(statement, document, roots)));
}

function targetsOf(statement: Statement, document: ParsedDocument, roots: readonly string[]): readonly string[] {
  if (statement.kind === 'export' && statement.module !== undefined) return candidates(document, statement.module, 0, roots);
  const required = document.language === 'python' ? undefined : requiredBy(statement);
  if (required !== undefined) return candidates(document, required, 0, roots);
  if (statement.kind !== 'import') return [];
  const { module, level, names } = statement;
  const inner = names.flatMap(({ name }) => candidates(document, module === '' ? name : `${module}.${name}`, level, roots));
  return [...candidates(document, module, level, roots), ...(document.language === 'python' ? inner : [])];
}
