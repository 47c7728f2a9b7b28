/** Files of the disk as documents of a project: source files, notebooks as one program each, Markdown files as one for each language. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedDocument, Project } from '@softlens/analysis';
import { type Configuration, userRowsByName } from '@softlens/analysis/configuration';
import {
  type Language,
  languageOfPath,
  type MarkdownProgram,
  markdownPrograms,
  type NotebookProgram,
  notebookProgram,
  type SyntaxParser,
} from '@softlens/syntax';

export const isNotebook = (path: string): boolean => path.toLowerCase().endsWith('.ipynb');
export const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/** What a check finds in folders: Python, JavaScript and TypeScript sources (not declarations, not minified), and notebooks. */
export const isCheckable = (path: string): boolean =>
  isNotebook(path) || (languageOfPath(path) !== undefined && !/\.(?:pyi|d\.[cm]?ts|min\.[cm]?js)$/i.test(path));

/** What can be read when it is named: Markdown files too. */
export const isReadable = (path: string): boolean => isNotebook(path) || isMarkdown(path) || languageOfPath(path) !== undefined;

/** Every language that a file may need a grammar for. */
export function languagesIn(path: string): readonly Language[] {
  const language = languageOfPath(path);
  if (language) return [language];
  return isMarkdown(path) ? ['python', 'typescript'] : ['python'];
}

export interface Sources {
  readonly project: Project;
  /** The documents of a file: its name itself, and for further programs of a Markdown file `name#2` and so on. */
  documents(file: string): readonly string[];
  /** The text a file holds: of a notebook its JSON. */
  rawText(file: string): string | undefined;
  /** True when the file is not UTF-8: it is read byte by byte, and must be written so. */
  isBytes(file: string): boolean;
  notebook(path: string): NotebookProgram | undefined;
  /** Why a file could not be read, when it could not. */
  failure(file: string): string | undefined;
  /** Differs once a file has changed; asked without reading it. */
  version(file: string): string;
  /** Forgets what a file parses to, until it is asked for again. */
  release(file: string): void;
  /** Every file that was read so far. */
  loaded(): readonly string[];
  /** The same files with other texts (or, undefined, to be read anew); what did not change stays parsed. */
  changed(texts: ReadonlyMap<string, string | undefined>): Sources;
}

export interface SourceOptions {
  readonly importRoots?: readonly string[];
  /** Texts that stand for files: standard input, unsaved or fixed files. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Rows that the configuration adds. */
  readonly rows?: Project['rows'];
}

export function openSources(root: string, parser: SyntaxParser, options: SourceOptions = {}): Sources {
  return sourcesFrom({
    root,
    parser,
    importRoots: options.importRoots ?? ['src'],
    ...(options.rows && { rows: options.rows }),
    texts: new Map(options.texts),
    files: new Map(),
    programs: new Map(),
    versions: new Map(),
    version: 1,
  });
}

/** What a configuration says about reading: import roots, and rows of the project's own functions. */
export function sourceOptions({ functions }: Configuration, importRoots: readonly string[]): SourceOptions {
  return { importRoots, ...(functions && { rows: userRowsByName(functions) }) };
}

/** The file of a document. */
export const fileOf = (document: string): string =>
  document.includes('#') ? document.replace(/(\.(?:md|markdown))#\d+$/i, '$1') : document;

interface State {
  readonly root: string;
  readonly parser: SyntaxParser;
  readonly importRoots: readonly string[];
  readonly rows?: Project['rows'];
  readonly texts: Map<string, string>;
  readonly files: Map<string, FileText>;
  readonly programs: Map<string, Programs>;
  /** Of the files that have changed. */
  readonly versions: ReadonlyMap<string, string>;
  readonly version: number;
}

interface FileText {
  readonly raw?: string;
  readonly bytes?: boolean;
  readonly failure?: string;
}

interface Programs {
  readonly documents: ReadonlyMap<string, ParsedDocument>;
  readonly notebook?: NotebookProgram;
  readonly failure?: string;
}

function sourcesFrom(state: State): Sources {
  const known = new Map<string, boolean>();
  const textOf = (file: string): FileText => remembered(state.files, file, () => readText(state, file));
  const programsOf = (file: string): Programs => remembered(state.programs, file, () => parsePrograms(state, file, textOf(file)));
  const exists = (document: string): boolean => {
    const file = fileOf(document);
    return remembered(
      known,
      file,
      () => state.texts.has(file) || (statSync(join(state.root, file), { throwIfNoEntry: false })?.isFile() ?? false),
    );
  };
  return {
    project: {
      importRoots: state.importRoots,
      immutable: true,
      ...(state.rows && { rows: state.rows }),
      exists,
      module: (document) => (exists(document) ? programsOf(fileOf(document)).documents.get(document) : undefined),
    },
    documents: (file) => [...programsOf(file).documents.keys()],
    rawText: (file) => textOf(file).raw,
    isBytes: (file) => textOf(file).bytes === true,
    notebook: (file) => programsOf(file).notebook,
    failure: (file) => programsOf(file).failure,
    version: (file) => state.versions.get(file) ?? '1',
    release: (file) => void state.programs.delete(file),
    loaded: () => [...state.files.keys()],
    changed(texts) {
      const [files, programs, given] = [new Map(state.files), new Map(state.programs), new Map(state.texts)];
      const version = state.version + 1;
      const versions = new Map([
        ...state.versions,
        ...[...texts.keys()].map((file): [string, string] => [file, String(version)]),
      ]);
      for (const [file, text] of texts) {
        programs.delete(file);
        if (text === undefined) {
          files.delete(file);
          given.delete(file);
        } else {
          files.set(file, { ...textOf(file), raw: text });
          given.set(file, text);
        }
      }
      return sourcesFrom({ ...state, files, programs, texts: given, versions, version });
    },
  };
}

function remembered<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

function readText(state: State, file: string): FileText {
  const given = state.texts.get(file);
  if (given !== undefined) return { raw: given };
  try {
    return decode(readFileSync(join(state.root, file)));
  } catch (error) {
    return { failure: error instanceof Error && 'code' in error ? String(error.code) : String(error) };
  }
}

function parsePrograms(state: State, file: string, { raw, failure }: FileText): Programs {
  const nothing = new Map<string, ParsedDocument>();
  if (raw === undefined) return { documents: nothing, failure: failure ?? '' };
  const language = languageOfPath(file);
  if (language) return { documents: documentsOf(state, file, [{ language, text: raw }]) };
  if (isMarkdown(file)) return { documents: documentsOf(state, file, markdownPrograms(raw).programs) };
  const result = notebookProgram(raw);
  if ('error' in result) return { documents: nothing, failure: result.error };
  return { notebook: result.program, documents: documentsOf(state, file, [result.program]) };
}

function documentsOf(
  { parser, version }: State,
  file: string,
  programs: readonly Pick<MarkdownProgram, 'language' | 'text'>[],
): ReadonlyMap<string, ParsedDocument> {
  return new Map(
    programs.map(({ language, text }, i): [string, ParsedDocument] => {
      const path = i === 0 ? file : `${file}#${i + 1}`;
      return [path, { path, language, text, module: parser.parse(text, language), version: String(version) }];
    }),
  );
}

/** UTF-8 with or without its mark; anything else is read byte by byte, so that offsets stay within the text. */
function decode(bytes: Uint8Array): FileText {
  try {
    return { raw: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { raw: Buffer.from(bytes).toString('latin1'), bytes: true };
  }
}
