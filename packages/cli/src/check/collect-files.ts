/** Which files a check reads: those named, and in folders all of our languages that .gitignore and the configuration leave in. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isCheckable, isReadable } from '../sources.ts';
import { cacheFolder } from './cache.ts';

export interface CollectOptions {
  /** The folder that names and globs are relative to. */
  readonly root: string;
  /** What the configurations leave out. */
  isExcluded(path: string): boolean;
}

export interface Collected {
  /** Relative to the root, with `/`, sorted, once each. */
  readonly files: readonly string[];
  /** Of these, what was named itself rather than found in a folder. */
  readonly named: readonly string[];
  /** Absolute paths given that do not exist. */
  readonly missing: readonly string[];
  /** Files given that are of no language we read. */
  readonly unsupported: readonly string[];
}

/** Folders that hold other people's code or products, in a repository or out of one. */
const neverEntered = new Set([
  '.eggs',
  '.git',
  '.hg',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.nox',
  '.ruff_cache',
  '.svn',
  '.tox',
  '.venv',
  '__pycache__',
  cacheFolder,
  'node_modules',
  'site-packages',
  'venv',
]);

/** `paths` are absolute. A file that is named is read even where .gitignore leaves it out, but not where the configuration does. */
export function collectFiles(paths: readonly string[], { root, isExcluded }: CollectOptions): Collected {
  const files = new Set<string>();
  const named = new Set<string>();
  const missing: string[] = [];
  const unsupported: string[] = [];
  for (const path of paths) {
    const name = slashed(relative(root, path));
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) missing.push(path);
    else if (stat.isDirectory()) for (const file of walk(path, root, layersAbove(path, root), isExcluded)) files.add(file);
    else if (!isReadable(path)) unsupported.push(path);
    else if (!isExcluded(name)) named.add(name);
  }
  return { files: [...new Set([...files, ...named])].sort(), named: [...named], missing, unsupported };
}

/** A .gitignore speaks of its own folder: each rule is asked about the path below it. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

function walk(folder: string, root: string, layers: readonly Layer[], isExcluded: (path: string) => boolean): string[] {
  const all = [...layers, ...layerOf(folder)];
  return entriesOf(folder).flatMap((entry) => {
    const absolute = join(folder, entry.name);
    const path = slashed(relative(root, absolute));
    if (isExcluded(path)) return [];
    if (entry.isDirectory()) {
      if (neverEntered.has(entry.name) || isIgnored(absolute, true, all)) return [];
      return walk(absolute, root, all, isExcluded);
    }
    return entry.isFile() && isCheckable(entry.name) && !isIgnored(absolute, false, all) ? [path] : [];
  });
}

/** A folder that cannot be read gives nothing rather than ending the check. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isIgnored(absolute: string, isFolder: boolean, layers: readonly Layer[]): boolean {
  let ignored = false;
  for (const { folder, rules } of layers) {
    const verdict = rules.test(slashed(relative(folder, absolute)) + (isFolder ? '/' : ''));
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

function layerOf(folder: string): readonly Layer[] {
  try {
    return [{ folder, rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) }];
  } catch {
    return [];
  }
}

/**
 * The .gitignore files above a folder, outermost first, from the repository's top or else the root. None where they ignore the
 * folder itself: it was asked for.
 */
function layersAbove(folder: string, root: string): readonly Layer[] {
  const layers: Layer[] = [];
  for (let at = folder; !existsSync(join(at, '.git')) && at !== dirname(at); ) {
    if (at === root && !isInRepository(root)) break;
    at = dirname(at);
    layers.unshift(...layerOf(at));
  }
  return isIgnored(folder, true, layers) ? [] : layers;
}

function isInRepository(folder: string): boolean {
  return existsSync(join(folder, '.git')) || (dirname(folder) !== folder && isInRepository(dirname(folder)));
}

const slashed = (path: string): string => path.split(sep).join('/');
