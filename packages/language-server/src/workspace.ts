/**
 * The documents of the workspace as the analysis wants them: one project per workspace folder, paths relative to it.
 * An open document comes before the file of the same name. A document outside every folder is a project of its own.
 */
import type { FileAnalysis, ParsedDocument, Project } from '@softlens/analysis';
import { type Language, languageOfPath, notebookProgram, type OpenDocument, type SyntaxParser } from '@softlens/syntax';
import { plainReading, type Reading } from './configuration/configurations.ts';
import type { DocumentLanguage, TextEdit } from './documents.ts';
import { canonicalUri } from './files/remote.ts';
import { isNotebookFile } from './files/sources.ts';
import type { WorkspaceFiles } from './host.ts';
import { importLines } from './import-lines.ts';
import { createImporters, type Importers } from './importers.ts';

export interface Workspace {
  setFolders(folders: readonly string[]): void;
  open(uri: string, language: DocumentLanguage, text: string): void;
  isMarkdown(uri: string): boolean;
  edit(uri: string, edits: readonly TextEdit[]): void;
  close(uri: string): void;
  isOpen(uri: string): boolean;
  /** The workspace folder that a document lies in. */
  folderOf(uri: string): string | undefined;
  /** The sources and notebooks of all folders. */
  sources(): readonly string[];
  /** Forgets what was read of a file that changed on the disk. */
  forget(uri: string): void;
  /** The project of a document and the document's path in it. */
  locate(uri: string): { readonly project: Project; readonly path: string };
  document(uri: string): ParsedDocument | undefined;
  /** What an open document or a file holds; of a notebook that is not open, its JSON. */
  textOf(uri: string): string | undefined;
  /** The address of a path of the project that a document belongs to. */
  uriOf(near: string, path: string): string;
  /** True while a file that was asked for is on its way. */
  isWaiting(): boolean;
  /** Changes when documents come and go, and with what they import. */
  shape(): number;
  /** True when nothing that the analysis read has changed since. */
  isFresh(near: string, read: ReadonlyMap<string, string>): boolean;
  versionsOf(near: string, analysis: FileAnalysis): ReadonlyMap<string, string>;
}

/** What is done while nobody waits for it. */
export interface Background {
  pause(): Promise<void>;
  /** Something is known that was not before: who asks again is told more. */
  done(): void;
}

interface Opened {
  readonly source: OpenDocument;
  readonly language: DocumentLanguage;
  version: number;
}

/** Documents that are not open are parsed again rather than kept, when there are more of them. */
const maxParsed = 1000;
/** In folders with more files of a language, those that import a document are looked for in the background. */
const maxReadAtOnce = 400;
/** In larger folders the texts that imports were read from are not kept. */
const maxKept = 2000;

export function createWorkspace(
  parser: SyntaxParser,
  files: WorkspaceFiles,
  readingOf: (folder: string) => Reading = () => plainReading,
  background: Background = { pause: async () => {}, done: () => {} },
): Workspace {
  let folders: readonly string[] = [];
  const opened = new Map<string, Opened>();
  const parsed = new Map<string, ParsedDocument | undefined>();
  /** A file keeps its version while its text is the same, also when it is parsed again. */
  const versions = new Map<string, { readonly text: string; readonly version: string }>();
  const projects = new Map<string, Project>();
  const importers = new Map<string, Importers>();
  /** What the configuration said when a folder's project was made. */
  const readings = new Map<string, Reading>();
  const waiting = new Set<string>();
  let clock = 0;
  let shape = 0;

  const folderOf = (uri: string): string | undefined =>
    folders.filter((folder) => canonicalUri(uri).startsWith(`${canonicalUri(folder)}/`)).sort((a, b) => b.length - a.length)[0];

  const documentAt = (uri: string, path: string): ParsedDocument | undefined => {
    const key = canonicalUri(uri);
    if (parsed.has(key)) return parsed.get(key);
    const document = openDocumentAt(key, path) ?? fileAt(uri, path);
    if (!waiting.has(key)) parsed.set(key, document);
    if (parsed.size > maxParsed + opened.size) forgetOldest();
    return document;
  };

  const forgetOldest = (): void => {
    for (const key of parsed.keys()) {
      if (opened.has(key)) continue;
      parsed.delete(key);
      return;
    }
  };

  const versionOf = (key: string, text: string): string => {
    const known = versions.get(key);
    if (known?.text === text) return known.version;
    const version = `file:${++clock}`;
    versions.set(key, { text, version });
    return version;
  };

  const openDocumentAt = (key: string, path: string): ParsedDocument | undefined => {
    const one = opened.get(key);
    if (!one) return undefined;
    const language = one.language === 'markdown' ? 'python' : one.language;
    return { path, language, text: one.source.text, module: one.source.module, version: `open:${one.version}` };
  };

  const fileAt = (uri: string, path: string): ParsedDocument | undefined => {
    const isRead = isNotebookFile(path) || languageOfPath(path) !== undefined;
    const text = isRead ? files.read(uri) : undefined;
    const key = canonicalUri(uri);
    if (text === 'pending') waiting.add(key);
    else waiting.delete(key);
    const source = text === undefined || text === 'pending' ? undefined : sourceIn(text, path);
    return source && { path, ...source, module: parser.parse(source.text, source.language), version: versionOf(key, text ?? '') };
  };

  const textOf = (uri: string): string | undefined => {
    const text = opened.get(canonicalUri(uri))?.source.text ?? files.read(uri);
    return text === 'pending' ? undefined : text;
  };

  /** Who imports a document may have changed: what depends on it is analysed again, though no text of its own changed. */
  const renew = (): void => {
    shape++;
    for (const [key, one] of opened) {
      one.version = ++clock;
      parsed.delete(key);
    }
  };

  const importsOf = ({ source, language }: Opened): string =>
    language === 'markdown' ? '' : JSON.stringify(importLines(source.text, language));

  const importersIn = (folder: string, importRoots: readonly string[]): Importers => {
    const uri = (path: string) => joinUri(folder, path);
    const programOf = (uri: string) => opened.get(canonicalUri(uri));
    importers.get(folder)?.stop();
    const found = createImporters({
      paths: () => pathsIn(folder, files.sources(folder)),
      isOpen: (path) => programOf(uri(path)) !== undefined,
      read(path) {
        const own = programOf(uri(path));
        if (own) return own.language === 'markdown' ? undefined : { text: own.source.text, language: own.language };
        const text = files.exists(uri(path)) ? files.read(uri(path)) : undefined;
        return text === undefined || text === 'pending' ? undefined : sourceIn(text, path);
      },
      async load(path) {
        const text = await files.load(uri(path));
        // What is on the disk is read again when it is wanted.
        if (folder.startsWith('file:') && files.sources(folder).length > maxKept) files.release(uri(path));
        return text === undefined ? undefined : sourceIn(text, path);
      },
      // What only the client can read is asked for without holding anybody up.
      maxAtOnce: folder.startsWith('file:') ? maxReadAtOnce : 0,
      importRoots,
      pause: background.pause,
      onDone() {
        renew();
        background.done();
      },
    });
    importers.set(folder, found);
    // They need not be among the files that are listed.
    for (const key of opened.keys()) if (folderOf(key) === folder) found.changed(pathIn(folder, key));
    return found;
  };

  /** Its own imports, or where those of others lead, are other ones now. */
  const importsChanged = (uri: string): void => {
    const folder = folderOf(uri);
    if (folder !== undefined) importers.get(folder)?.changed(pathIn(folder, uri));
  };

  const projectAt = (folder: string): Project => {
    const known = projects.get(folder);
    const reading = readingOf(folder);
    if (known && readings.get(folder) === reading) return known;
    const uri = (path: string) => joinUri(folder, path);
    const found = importersIn(folder, reading.importRoots);
    const project: Project = {
      ...reading,
      module: (path) => documentAt(uri(path), path),
      exists: (path) => opened.has(canonicalUri(uri(path))) || files.exists(uri(path)),
      importers: (path) => found.of(path),
    };
    projects.set(folder, project);
    readings.set(folder, reading);
    return project;
  };

  const alone = (uri: string): Project => {
    const known = projects.get(uri);
    if (known) return known;
    const project: Project = {
      importRoots: [],
      module: (path) => (path === uri ? documentAt(uri, uri) : undefined),
      exists: (path) => path === uri,
    };
    projects.set(uri, project);
    return project;
  };

  const locate = (uri: string): { project: Project; path: string } => {
    const folder = folderOf(uri);
    if (folder === undefined) return { project: alone(uri), path: uri };
    return { project: projectAt(folder), path: pathIn(folder, uri) };
  };

  const uriOf = (near: string, path: string): string => {
    const folder = folderOf(near);
    return folder === undefined ? path : joinUri(folder, path);
  };

  /** As in the parsed document, without parsing it. */
  const versionAt = (near: string, path: string): string => {
    const uri = uriOf(near, path);
    const one = opened.get(canonicalUri(uri));
    if (one) return `open:${one.version}`;
    const text = languageOfPath(path) === undefined && !isNotebookFile(path) ? undefined : textOf(uri);
    return text === undefined ? 'none' : versionOf(canonicalUri(uri), text);
  };

  return {
    setFolders(next) {
      folders = next.map((folder) => folder.replace(/\/$/, ''));
      projects.clear();
      for (const one of importers.values()) one.stop();
      importers.clear();
      parsed.clear();
    },
    open(uri, language, text) {
      const key = canonicalUri(uri);
      opened.get(key)?.source.dispose();
      const source = language === 'markdown' ? openProse(text) : parser.open(text, language);
      opened.set(key, { source, language, version: ++clock });
      importsChanged(uri);
      renew();
    },
    isMarkdown: (uri) => opened.get(canonicalUri(uri))?.language === 'markdown',
    edit(uri, edits) {
      const key = canonicalUri(uri);
      const one = opened.get(key);
      if (!one) return;
      const before = importsOf(one);
      for (const edit of edits) one.source.edit([edit]);
      one.version = ++clock;
      parsed.delete(key);
      if (importsOf(one) === before) return;
      importsChanged(uri);
      renew();
    },
    close(uri) {
      const key = canonicalUri(uri);
      opened.get(key)?.source.dispose();
      opened.delete(key);
      parsed.delete(key);
      importsChanged(uri);
      renew();
    },
    isOpen: (uri) => opened.has(canonicalUri(uri)),
    folderOf,
    sources: () => folders.flatMap((folder) => files.sources(folder)),
    forget(uri) {
      parsed.delete(canonicalUri(uri));
      waiting.delete(canonicalUri(uri));
      importsChanged(uri);
      renew();
    },
    locate,
    document: (uri) => documentAt(uri, locate(uri).path),
    textOf,
    uriOf,
    isWaiting: () => waiting.size > 0,
    shape: () => shape,
    isFresh: (near, read) => [...read].every(([path, version]) => versionAt(near, path) === version),
    versionsOf: (near, analysis) =>
      new Map([locate(near).path, ...analysis.dependencies].map((path) => [path, versionAt(near, path)])),
  };
}

/** What a file holds to be analysed: of a notebook its cells as one program. */
function sourceIn(text: string, path: string): { readonly text: string; readonly language: Language } | undefined {
  const language = languageOfPath(path);
  if (language !== undefined) return { text, language };
  const read = notebookProgram(text);
  return 'program' in read ? { text: read.program.text, language: read.program.language } : undefined;
}

/** A text of which no statement is its own: its programs are found when it is analysed. */
function openProse(initial: string): OpenDocument {
  let text = initial;
  const moduleOf = () => ({
    kind: 'module' as const,
    language: 'python' as const,
    start: 0,
    end: text.length,
    body: [],
    comments: [],
    errors: [],
  });
  return {
    get module() {
      return moduleOf();
    },
    get text() {
      return text;
    },
    edit(changes) {
      for (const change of changes) text = text.slice(0, change.start) + change.text + text.slice(change.end);
      return moduleOf();
    },
    dispose() {},
  };
}

function pathIn(folder: string, uri: string): string {
  return canonicalUri(uri).slice(canonicalUri(folder).length + 1);
}

/** Lists of sources are replaced, never changed. */
const listed = new WeakMap<readonly string[], readonly string[]>();

function pathsIn(folder: string, sources: readonly string[]): readonly string[] {
  const known = listed.get(sources) ?? sources.map((uri) => pathIn(folder, uri));
  listed.set(sources, known);
  return known;
}

function joinUri(folder: string, path: string): string {
  return `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
