/** Markdown: the facts of a page's programs, of its code spans, and of its formulas. */
import {
  type Analyzer,
  type Fact,
  type FileAnalysis,
  type PageReader,
  type ParsedDocument,
  type Project,
  readPage,
  settleFindings,
} from '@softlens/analysis';

/** A page shows mistakes on purpose: its values are shown, its findings are not. What it says of a value itself is meant. */
const reported = new Set(['expected-value-mismatch']);

export function* analyzeMarkdown(
  analyzer: Analyzer,
  reader: PageReader,
  document: ParsedDocument,
  near: Project,
): Generator<void, FileAnalysis> {
  const { programs, formulas } = readPage(document, reader);
  const parts: FileAnalysis[] = [];
  for (const program of [...programs, ...(formulas ? [formulas] : [])]) {
    const project = projectWith(near, program);
    const part = yield* analyzer.steps(project, document.path);
    const findings = part.findings.filter(({ rule }) => reported.has(rule));
    const facts = part.facts.map((fact) => (program === formulas || isWithin(fact, program.asides) ? inProse(fact) : fact));
    parts.push({ ...part, facts, findings: findings.length > 0 ? settleFindings(project, document.path, findings) : [] });
  }
  const expectations = parts.flatMap((part) => part.expectations ?? []);
  return {
    path: document.path,
    facts: parts.flatMap((part) => part.facts).sort((a, b) => a.start - b.start || b.end - a.end),
    findings: parts.flatMap((part) => part.findings).filter(({ rule }) => reported.has(rule)),
    ...(expectations.length > 0 && { expectations: expectations.sort((a, b) => a.start - b.start) }),
    dependencies: [...new Set([document.path, ...parts.flatMap((part) => part.dependencies)])],
    trace: parts.flatMap((part) => part.trace),
  };
}

/** A lens above every paragraph with a formula would push the text about. */
const inProse = (fact: Fact): Fact => ({ ...fact, topLevel: false });

const isWithin = ({ start, end }: Fact, ranges: ParsedDocument['asides'] = []): boolean =>
  ranges.some((range) => range.start <= start && end <= range.end);

/** The project with one program in the place of the Markdown file. */
function projectWith(near: Project, program: ParsedDocument): Project {
  return {
    importRoots: near.importRoots,
    ...(near.rows && { rows: near.rows }),
    exists: (path) => near.exists(path),
    module: (path) => (path === program.path ? program : near.module(path)),
  };
}
