/**
 * Markdown: the fenced blocks of one language are a program, and an inline code span that is an expression is evaluated
 * on its own, after the program's conventional names. All offsets are the file's.
 */
import type { Analyzer, Fact, FileAnalysis, ParsedDocument, Project } from '@softlens/analysis';
import { type CodeSpan, markdownPrograms, type SyntaxParser } from '@softlens/syntax';

/** A call is worth evaluating; a name or a number in prose is not. */
const worthEvaluating = /^[\w.]+\(.*\)$/s;
const maxSpans = 200;

export function* analyzeMarkdown(
  analyzer: Analyzer,
  parser: SyntaxParser,
  document: ParsedDocument,
  near: Project,
): Generator<void, FileAnalysis> {
  const { programs, codeSpans } = markdownPrograms(document.text);
  const parts: FileAnalysis[] = [];
  for (const [i, { language, text }] of programs.entries()) {
    const program = {
      path: document.path,
      language,
      text,
      module: parser.parse(text, language),
      version: `${document.version}#${i}`,
    };
    parts.push(yield* analyzer.steps(projectWith(near, program), document.path));
  }
  const facts = codeSpans.slice(0, maxSpans).flatMap((span) => spanFacts(analyzer, parser, span));
  return {
    path: document.path,
    facts: [...parts.flatMap((part) => part.facts), ...facts].sort((a, b) => a.start - b.start || b.end - a.end),
    findings: parts.flatMap((part) => part.findings),
    dependencies: [...new Set([document.path, ...parts.flatMap((part) => part.dependencies)])],
    trace: parts.flatMap((part) => part.trace),
  };
}

/** The project with one program in the place of the Markdown file. */
function projectWith(near: Project, program: ParsedDocument): Project {
  return {
    importRoots: near.importRoots,
    exists: (path) => near.exists(path),
    module: (path) => (path === program.path ? program : near.module(path)),
  };
}

function spanFacts(analyzer: Analyzer, parser: SyntaxParser, span: CodeSpan): Fact[] {
  if (!worthEvaluating.test(span.text)) return [];
  const module = parser.parse(span.text, 'python');
  if (module.errors.length > 0) return [];
  const { facts } = analyzer.evaluateExpression(module, span.text);
  return facts.map((fact) => ({
    ...fact,
    start: fact.start + span.start,
    end: fact.end + span.start,
    ...(fact.valueRange && { valueRange: { start: fact.valueRange.start + span.start, end: fact.valueRange.end + span.start } }),
  }));
}
