/** Files of the disk as documents of a project: source files, and notebooks as one program each. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedDocument, Project } from '@softlens/analysis';
import { type Language, type NotebookProgram, notebookProgram, type SyntaxParser } from '@softlens/syntax';

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

export function languageOf(path: string): Language | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(languages, extension) ? languages[extension] : undefined;
}

export const isNotebook = (path: string): boolean => path.toLowerCase().endsWith('.ipynb');

/** What a check reads: Python, JavaScript and TypeScript sources (not declarations), and notebooks. */
export const isCheckable = (path: string): boolean => isNotebook(path) || (languageOf(path) !== undefined && !/\.(?:pyi|d\.[cm]?ts)$/i.test(path));

export interface Sources {
  readonly project: Project;
  /** The text a document was read from: of a notebook its JSON. */
  rawText(path: string): string | undefined;
  notebook(path: string): NotebookProgram | undefined;
  /** Why a document could not be read, when it could not. */
  failure(path: string): string | undefined;
}

export interface SourceOptions {
  readonly importRoots?: readonly string[];
  /** Texts that stand for files: standard input, unsaved or fixed files. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Paths that import the given one, when the whole project is in view. */
  importers?(path: string): readonly string[];
}

export function openSources(root: string, parser: SyntaxParser, options: SourceOptions = {}): Sources {
  const documents = new Map<string, ParsedDocument | undefined>();
  const notebooks = new Map<string, NotebookProgram>();
  const failures = new Map<string, string>();
  const known = new Map<string, boolean>();

  const rawText = (path: string): string | undefined => {
    const given = options.texts?.get(path);
    if (given !== undefined) return given;
    try {
      return decode(readFileSync(join(root, path)));
    } catch (error) {
      failures.set(path, error instanceof Error && 'code' in error ? String(error.code) : String(error));
      return undefined;
    }
  };
  const read = (path: string): ParsedDocument | undefined => {
    const raw = rawText(path);
    if (raw === undefined) return undefined;
    const language = languageOf(path);
    if (language) return { path, language, text: raw, module: parser.parse(raw, language), version: '1' };
    if (!isNotebook(path)) return undefined;
    const result = notebookProgram(raw);
    if ('error' in result) {
      failures.set(path, result.error);
      return undefined;
    }
    notebooks.set(path, result.program);
    const { text } = result.program;
    return { path, language: result.program.language, text, module: parser.parse(text, result.program.language), version: '1' };
  };
  const exists = (path: string): boolean => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const now = options.texts?.has(path) === true || (statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false);
    known.set(path, now);
    return now;
  };
  const project: Project = {
    importRoots: options.importRoots ?? ['src'],
    exists,
    module(path) {
      if (!documents.has(path)) documents.set(path, exists(path) ? read(path) : undefined);
      return documents.get(path);
    },
    ...(options.importers ? { importers: options.importers } : {}),
  };
  return { project, rawText, notebook: (path) => notebooks.get(path), failure: (path) => failures.get(path) };
}

/** UTF-8 with or without its mark; anything else is read byte by byte, so that offsets stay within the text. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
