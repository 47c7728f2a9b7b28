/** Parses and analyses a program for one command: an expression, or a file among those of the current folder. */
import { dirname, relative, resolve, sep } from 'node:path';
import {
  type Analyzer,
  createAnalyzer,
  type FileAnalysis,
  type ParsedDocument,
  type Project,
  readPage,
} from '@softlens/analysis';
import type { Language, NotebookProgram, SyntaxParser } from '@softlens/syntax';
import { loadParser } from './parser.ts';
import { isMarkdown, isReadable, languagesIn, openSources } from './sources.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

export interface Analyzed {
  readonly document: ParsedDocument;
  readonly analysis: FileAnalysis;
  /** Set where the document is the program of a notebook's cells. */
  readonly notebook?: NotebookProgram;
  readonly textOf: (path: string) => string | undefined;
}

export async function analyzeExpression(expression: string, assets: string): Promise<Analyzed> {
  const parser = await loadParser(assets, ['python']);
  const module = parser.parse(expression, 'python');
  const analysis = takenAtTheirWord(analyzerWith(parser).evaluateExpression(module, expression));
  const document = { path: analysis.path, language: 'python' as const, text: expression, module, version: '1' };
  return { document, analysis, textOf: (asked) => (asked === analysis.path ? expression : undefined) };
}

export interface AnalyzedFile {
  readonly absolutePath: string;
  /** One, but for a Markdown file with blocks of several languages. */
  readonly programs: readonly Analyzed[];
}

/** Imports are looked for from the current folder, or from the file's own where it lies elsewhere. */
export async function analyzeFile(file: string, terminal: Terminal): Promise<AnalyzedFile> {
  const absolutePath = resolve(terminal.cwd, file);
  if (!isReadable(file)) throw new UsageError('cli.unsupported', { path: file });
  const outside = relative(terminal.cwd, absolutePath).startsWith('..');
  const root = outside ? dirname(absolutePath) : terminal.cwd;
  const path = relative(root, absolutePath).split(sep).join('/');
  const parser = await loadParser(terminal.assets, languagesIn(file));
  const sources = openSources(root, parser);
  const failure = sources.failure(path);
  if (failure !== undefined) throw new UsageError('cli.no-file', { path: file, why: failure });
  const { project } = sources;
  const analyzer = analyzerWith(parser);
  const notebook = sources.notebook(path);
  const textOf = (asked: string): string | undefined => project.module(asked)?.text;
  const programs = sources.documents(path).flatMap((name): Analyzed[] => {
    const document = project.module(name);
    return document ? [{ document, analysis: analyzer.analyze(project, name), ...(notebook && { notebook }), textOf }] : [];
  });
  const raw = sources.rawText(path);
  if (!isMarkdown(path) || raw === undefined) return { absolutePath, programs };
  return { absolutePath, programs: await analyzePage({ path, text: raw, version: '1' }, parser, analyzer, project) };
}

/** The programs of a page with what stands beside them: code spans, and formulas. */
async function analyzePage(
  page: Pick<ParsedDocument, 'path' | 'text' | 'version'>,
  parser: SyntaxParser,
  analyzer: Analyzer,
  around: Project,
): Promise<readonly Analyzed[]> {
  const { readFormula } = await import('@softlens/syntax/formula');
  const reader = { parse: (text: string, language: Language) => parser.parse(text, language), formula: readFormula };
  const { programs, formulas } = readPage(page, reader);
  return [...programs, ...(formulas ? [formulas] : [])].map((document): Analyzed => {
    const project: Project = {
      importRoots: around.importRoots,
      exists: (path) => around.exists(path),
      module: (path) => (path === page.path ? document : around.module(path)),
    };
    const textOf = (asked: string): string | undefined => (asked === page.path ? page.text : around.module(asked)?.text);
    return { document: { ...document, text: page.text }, analysis: analyzer.analyze(project, page.path), textOf };
  });
}

/** Here conventional names are defined to mean what they usually do, so nothing is assumed. */
function takenAtTheirWord(analysis: FileAnalysis): FileAnalysis {
  return {
    ...analysis,
    facts: analysis.facts.map((fact) => (fact.certainty === 'assumed' ? { ...fact, certainty: 'exact' } : fact)),
  };
}

function analyzerWith(parser: SyntaxParser) {
  return createAnalyzer({ parseExpression: (text, language) => parser.parse(text, language) });
}
