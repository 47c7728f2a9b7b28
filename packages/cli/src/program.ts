/** Parses and analyses a program for one command: an expression, or a file among those of the current folder. */
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createAnalyzer, type FileAnalysis, type ParsedDocument, type Project } from '@softlens/analysis';
import { createParser, type Language, type SyntaxParser } from '@softlens/syntax';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

export interface Analyzed {
  readonly document: ParsedDocument;
  readonly analysis: FileAnalysis;
  readonly textOf: (path: string) => string | undefined;
}

const languages: Readonly<Record<string, Language>> = {
  py: 'python',
  pyi: 'python',
  pyw: 'python',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescript',
};

export async function analyzeExpression(expression: string, assets: string): Promise<Analyzed> {
  const parser = await parserFor('python', assets);
  const module = parser.parse(expression, 'python');
  const analysis = takenAtTheirWord(analyzerWith(parser).evaluateExpression(module, expression));
  const document = { path: analysis.path, language: 'python' as const, text: expression, module, version: '1' };
  return { document, analysis, textOf: (asked) => (asked === analysis.path ? expression : undefined) };
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

/** Imports are looked for from the current folder, or from the file's own where it lies elsewhere. */
export async function analyzeFile(file: string, terminal: Terminal): Promise<Analyzed & { readonly absolutePath: string }> {
  const absolutePath = resolve(terminal.cwd, file);
  const language = languageOf(file);
  if (!language) throw new UsageError('cli.unsupported', { path: file });
  const text = textOfFile(file, terminal);
  const inside = relative(terminal.cwd, absolutePath);
  const root = inside.startsWith('..') ? dirname(absolutePath) : terminal.cwd;
  const path = relative(root, absolutePath).split(sep).join('/');
  const parser = await parserFor(language, terminal.assets);
  const project = diskProject(root, parser, new Map([[path, parsed(parser, path, language, text)]]));
  const document = project.module(path);
  if (!document) throw new UsageError('cli.no-file', { path: file, why: '' });
  return {
    document,
    analysis: analyzerWith(parser).analyze(project, path),
    absolutePath,
    textOf: (asked) => project.module(asked)?.text,
  };
}

function diskProject(root: string, parser: SyntaxParser, documents: Map<string, ParsedDocument | undefined>): Project {
  const exists = (path: string) =>
    documents.has(path) || (statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false);
  return {
    importRoots: ['src'],
    exists,
    module(path) {
      if (documents.has(path)) return documents.get(path);
      const language = languageOf(path);
      const document =
        language && exists(path) ? parsed(parser, path, language, readFileSync(join(root, path), 'utf8')) : undefined;
      documents.set(path, document);
      return document;
    },
  };
}

function parsed(parser: SyntaxParser, path: string, language: Language, text: string): ParsedDocument {
  return { path, language, text, module: parser.parse(text, language), version: '1' };
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

function textOfFile(file: string, terminal: Terminal): string {
  try {
    return terminal.readFile(resolve(terminal.cwd, file));
  } catch (error) {
    throw new UsageError('cli.no-file', {
      path: file,
      why: error instanceof Error && 'code' in error ? String(error.code) : String(error),
    });
  }
}

function languageOf(path: string): Language | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(languages, extension) ? languages[extension] : undefined;
}
