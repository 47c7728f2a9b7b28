/**
 * Who imports a document, in a folder of any size: an index of import lines. A few files are read when they are first asked
 * for, many in the background; until that is done, the answer holds what is known.
 */
import { type ImportWords, importCandidates } from '@softlens/analysis';
import type { Language } from '@softlens/syntax';
import { importLines } from './import-lines.ts';

export interface ImportersContext {
  /** The paths of the files to look through. The list is replaced, never changed. */
  readonly paths: () => readonly string[];
  readonly isOpen: (path: string) => boolean;
  /** Undefined where there is no text now. */
  readonly read: (path: string) => SourceText | undefined;
  readonly load: (path: string) => Promise<SourceText | undefined>;
  /** More are not read while somebody waits. */
  readonly maxAtOnce: number;
  readonly importRoots: readonly string[];
  readonly pause: () => Promise<void>;
  /** Many files have been looked through: there are answers that were not there before. */
  readonly onDone: () => void;
}

/** A notebook's is that of its cells. */
export interface SourceText {
  readonly text: string;
  readonly language: Language;
}

export interface Importers {
  /** Open ones first. */
  of(path: string): readonly string[];
  /** The document has another text, has come, or is gone. */
  changed(path: string): void;
  /** Nobody asks any more. */
  stop(): void;
}

interface Known {
  readonly language: Language;
  readonly imports: readonly ImportWords[];
  readonly targets: readonly string[];
}

/** Files that are read between two pauses. */
const together = 8;
/** After more changes at once, all imports are looked up again. */
const maxStems = 40;

export function createImporters(context: ImportersContext): Importers {
  const known = new Map<string, Known>();
  const importers = new Map<string, Set<string>>();
  /** Documents whose imports are not known, or not any more; by whether they are Python. */
  const unread = { python: new Set<string>(), others: new Set<string>() };
  let listed: readonly string[] = [];
  let there: ReadonlySet<string> = new Set();
  let isReading = false;
  let isOver = false;

  const unreadLike = (path: string) => (isPython(path) ? unread.python : unread.others);
  const exists = (path: string): boolean => there.has(path) || context.isOpen(path);

  const remove = (path: string): void => {
    for (const target of known.get(path)?.targets ?? []) importers.get(target)?.delete(path);
    known.delete(path);
  };

  const keep = (path: string, language: Language, imports: readonly ImportWords[]): void => {
    remove(path);
    const meant = imports.flatMap((words) => importCandidates({ path, language }, words, context.importRoots));
    const targets = [...new Set(meant.flatMap((all) => all.find(exists) ?? []))];
    known.set(path, { language, imports, targets });
    for (const target of targets) importers.set(target, (importers.get(target) ?? new Set()).add(path));
  };

  const add = (path: string, source: SourceText | undefined): void => {
    if (source && exists(path)) keep(path, source.language, importLines(source.text, source.language));
    else remove(path);
  };

  /** An import that names a document which has come or is gone may mean another now. */
  const resolveAgain = (changed: readonly string[]): void => {
    const stems = changed.length <= maxStems ? changed.map(stemOf) : undefined;
    for (const [path, { language, imports }] of [...known])
      if (!stems || imports.some((words) => mayMean(words, stems))) keep(path, language, imports);
  };

  const list = (): void => {
    const paths = context.paths();
    if (paths === listed) return;
    const before = there;
    listed = paths;
    there = new Set(paths);
    for (const path of paths) if (!before.has(path)) unreadLike(path).add(path);
    const gone = [...before].filter((path) => !exists(path));
    for (const path of gone) {
      remove(path);
      unreadLike(path).delete(path);
    }
    resolveAgain([...gone, ...paths.filter((path) => !before.has(path))]);
  };

  const readInBackground = async (waiting: Set<string>): Promise<void> => {
    if (isReading) return;
    isReading = true;
    while (waiting.size > 0 && !isOver) {
      const some = [...waiting].slice(0, together);
      for (const path of some) waiting.delete(path);
      await Promise.all(some.map(async (path) => add(path, await context.load(path))));
      await context.pause();
    }
    isReading = false;
    if (!isOver) context.onDone();
  };

  return {
    of(path) {
      list();
      const waiting = unreadLike(path);
      if (waiting.size > context.maxAtOnce) void readInBackground(waiting);
      for (const one of waiting) {
        if (isReading && !context.isOpen(one)) continue;
        waiting.delete(one);
        add(one, context.read(one));
      }
      const found = [...(importers.get(path) ?? [])].filter((one) => one !== path).sort();
      return [...found.filter(context.isOpen), ...found.filter((one) => !context.isOpen(one))];
    },
    changed(path) {
      if (!there.has(path)) resolveAgain([path]);
      unreadLike(path).add(path);
    },
    stop() {
      isOver = true;
    },
  };
}

/** Without a name it means a folder: that of a package, or of an `index.js`. */
function mayMean({ module, names }: ImportWords, stems: readonly string[]): boolean {
  return /^$|[./]$/.test(module) || stems.some((stem) => module.includes(stem) || names.some((name) => name.includes(stem)));
}

const isPython = (path: string): boolean => /\.(?:pyi?|ipynb)$/i.test(path);

/** The last word of a module's name: `model` of `net/model.py`, `net` of `net/__init__.py`. */
function stemOf(path: string): string {
  const parts = path.replace(/\.\w+$/, '').split('/');
  return (parts.at(-1) === '__init__' || parts.at(-1) === 'index' ? parts.at(-2) : parts.at(-1)) ?? path;
}
