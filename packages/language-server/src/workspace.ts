/**
 * The documents of the workspace as the analysis wants them: one project per workspace folder, paths relative to it.
 * An open document comes before the file of the same name. A document outside every folder is a project of its own.
 */
import type { FileAnalysis, ParsedDocument, Project } from '@softlens/analysis';
import type { OpenDocument, SyntaxParser } from '@softlens/syntax';
import { type DocumentLanguage, languageOfPath, type TextEdit } from './documents.ts';
import { canonicalUri } from './files/remote.ts';
import type { WorkspaceFiles } from './host.ts';

export interface Workspace {
  setFolders(folders: readonly string[]): void;
  open(uri: string, language: DocumentLanguage, text: string): void;
  isMarkdown(uri: string): boolean;
  edit(uri: string, edits: readonly TextEdit[]): void;
  close(uri: string): void;
  /** Forgets what was read of a file that changed on the disk. */
  forget(uri: string): void;
  /** The project of a document and the document's path in it. */
  locate(uri: string): { readonly project: Project; readonly path: string };
  document(uri: string): ParsedDocument | undefined;
  /** The address of a path of the project that a document belongs to. */
  uriOf(near: string, path: string): string;
  /** True while a file that was asked for is on its way. */
  isWaiting(): boolean;
  /** True when nothing that the analysis read has changed since. */
  isFresh(near: string, read: ReadonlyMap<string, string>): boolean;
  versionsOf(near: string, analysis: FileAnalysis): ReadonlyMap<string, string>;
}

interface Opened {
  readonly source: OpenDocument;
  readonly language: DocumentLanguage;
  version: number;
}

export function createWorkspace(parser: SyntaxParser, files: WorkspaceFiles): Workspace {
  let folders: readonly string[] = [];
  const opened = new Map<string, Opened>();
  const parsed = new Map<string, ParsedDocument | undefined>();
  const projects = new Map<string, Project>();
  const waiting = new Set<string>();
  let clock = 0;

  const folderOf = (uri: string): string | undefined =>
    folders.filter((folder) => canonicalUri(uri).startsWith(`${canonicalUri(folder)}/`)).sort((a, b) => b.length - a.length)[0];

  const documentAt = (uri: string, path: string): ParsedDocument | undefined => {
    const key = canonicalUri(uri);
    if (parsed.has(key)) return parsed.get(key);
    const document = openDocumentAt(key, path) ?? fileAt(uri, path);
    if (!waiting.has(key)) parsed.set(key, document);
    return document;
  };

  const openDocumentAt = (key: string, path: string): ParsedDocument | undefined => {
    const one = opened.get(key);
    if (!one) return undefined;
    const language = one.language === 'markdown' ? 'python' : one.language;
    return { path, language, text: one.source.text, module: one.source.module, version: `open:${one.version}` };
  };

  const fileAt = (uri: string, path: string): ParsedDocument | undefined => {
    const language = languageOfPath(path);
    const text = language && files.read(uri);
    const key = canonicalUri(uri);
    if (text === 'pending') waiting.add(key);
    else waiting.delete(key);
    if (language === undefined || text === undefined || text === 'pending') return undefined;
    return { path, language, text, module: parser.parse(text, language), version: `file:${++clock}` };
  };

  const projectAt = (folder: string): Project => {
    const known = projects.get(folder);
    if (known) return known;
    const uri = (path: string) => joinUri(folder, path);
    const project: Project = {
      importRoots: ['src'],
      module: (path) => documentAt(uri(path), path),
      exists: (path) => opened.has(canonicalUri(uri(path))) || files.exists(uri(path)),
    };
    projects.set(folder, project);
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
    return { project: projectAt(folder), path: canonicalUri(uri).slice(canonicalUri(folder).length + 1) };
  };

  const uriOf = (near: string, path: string): string => {
    const folder = folderOf(near);
    return folder === undefined ? path : joinUri(folder, path);
  };

  const versionAt = (near: string, path: string): string => locate(near).project.module(path)?.version ?? 'none';

  return {
    setFolders(next) {
      folders = next.map((folder) => folder.replace(/\/$/, ''));
      projects.clear();
      parsed.clear();
    },
    open(uri, language, text) {
      const key = canonicalUri(uri);
      opened.get(key)?.source.dispose();
      const source = language === 'markdown' ? openProse(text) : parser.open(text, language);
      opened.set(key, { source, language, version: ++clock });
      parsed.delete(key);
    },
    isMarkdown: (uri) => opened.get(canonicalUri(uri))?.language === 'markdown',
    edit(uri, edits) {
      const key = canonicalUri(uri);
      const one = opened.get(key);
      if (!one) return;
      for (const edit of edits) one.source.edit([edit]);
      one.version = ++clock;
      parsed.delete(key);
    },
    close(uri) {
      const key = canonicalUri(uri);
      opened.get(key)?.source.dispose();
      opened.delete(key);
      parsed.delete(key);
    },
    forget(uri) {
      parsed.delete(canonicalUri(uri));
      waiting.delete(canonicalUri(uri));
    },
    locate,
    document: (uri) => documentAt(uri, locate(uri).path),
    uriOf,
    isWaiting: () => waiting.size > 0,
    isFresh: (near, read) => [...read].every(([path, version]) => versionAt(near, path) === version),
    versionsOf: (near, analysis) =>
      new Map([locate(near).path, ...analysis.dependencies].map((path) => [path, versionAt(near, path)])),
  };
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

function joinUri(folder: string, path: string): string {
  return `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
