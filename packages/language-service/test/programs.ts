/** Real analyses of small programs: what a reader is told of code as people write it. */
import { createChecker, type ParsedDocument, type Project, settleFindings } from '@softlens/analysis';
import { createTestParser } from '@softlens/mdtest';
import { languageOfPath } from '@softlens/syntax';
import type { Snapshot } from '../src/snapshot.ts';

const parser = await createTestParser();
const parse = (text: string, path: string) => parser.parse(text, languageOfPath(path) ?? 'python');

/** The first file is the one that is open. */
export function program(files: Readonly<Record<string, string>>): Snapshot {
  const documents = new Map(
    Object.entries(files).map(([path, text]): [string, ParsedDocument] => [
      path,
      { path, text, language: languageOfPath(path) ?? 'python', module: parse(text, path), version: '1' },
    ]),
  );
  const [first] = documents.values();
  if (!first) throw new Error('no file');
  const project: Project = {
    module: (path) => documents.get(path),
    exists: (path) => documents.has(path),
    importRoots: [],
    importers: (path) => [...documents.keys()].filter((one) => one !== path),
  };
  const checker = createChecker({ rethrow: true, parseExpression: (text, language) => parser.parse(text, language) });
  const analysis = checker.analyze(project, first.path);
  return {
    document: first,
    project,
    analysis: { ...analysis, findings: settleFindings(project, first.path, analysis.findings) },
  };
}

/** Where `source` begins in the open file; `|` in it marks the place, else it is the first character. */
export function at({ document }: Snapshot, source: string): number {
  const bar = source.indexOf('|');
  const found = document.text.indexOf(source.replace('|', ''));
  if (found < 0) throw new Error(`"${source}" is not in the program`);
  return found + Math.max(bar, 0);
}
