/** Parses and analyses a program for one command: an expression, or a file among those of the current folder. */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createAnalyzer, type FileAnalysis, type ParsedDocument } from '@softlens/analysis';
import { createParser, type Language, type NotebookProgram, type SyntaxParser } from '@softlens/syntax';
import { isNotebook, languageOf, openSources } from './sources.ts';
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
  const parser = await parserFor('python', assets);
  const module = parser.parse(expression, 'python');
  const analysis = takenAtTheirWord(analyzerWith(parser).evaluateExpression(module, expression));
  const document = { path: analysis.path, language: 'python' as const, text: expression, module, version: '1' };
  return { document, analysis, textOf: (asked) => (asked === analysis.path ? expression : undefined) };
}

/** Imports are looked for from the current folder, or from the file's own where it lies elsewhere. */
export async function analyzeFile(file: string, terminal: Terminal): Promise<Analyzed & { readonly absolutePath: string }> {
  const absolutePath = resolve(terminal.cwd, file);
  const language = isNotebook(file) ? 'python' : languageOf(file);
  if (!language) throw new UsageError('cli.unsupported', { path: file });
  const outside = relative(terminal.cwd, absolutePath).startsWith('..');
  const root = outside ? dirname(absolutePath) : terminal.cwd;
  const path = relative(root, absolutePath).split(sep).join('/');
  const parser = await parserFor(language, terminal.assets);
  const sources = openSources(root, parser);
  const document = sources.project.module(path);
  if (!document) throw new UsageError('cli.no-file', { path: file, why: sources.failure(path) ?? 'ENOENT' });
  const notebook = sources.notebook(path);
  return {
    document,
    analysis: analyzerWith(parser).analyze(sources.project, path),
    ...(notebook && { notebook }),
    absolutePath,
    textOf: (asked) => sources.project.module(asked)?.text,
  };
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

async function parserFor(language: Language, assets: string): Promise<SyntaxParser> {
  const bytes = (name: string) => readFile(join(assets, name));
  const parser = await createParser({
    runtime: await bytes('web-tree-sitter.wasm'),
    grammar: (name) => bytes(`tree-sitter-${name}.wasm`),
  });
  await parser.load(language);
  return parser;
}
