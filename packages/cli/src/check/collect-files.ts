/** Which files a check reads: those named, and in folders all of our languages that .gitignore and the configuration leave in. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { isCheckable } from '../sources.ts';

export interface CollectOptions {
  /** Paths are relative to it. */
  readonly root: string;
  readonly exclude: readonly string[];
}

export interface Collected {
  /** Relative to the root, with `/`, sorted, once each. */
  readonly files: readonly string[];
  /** Paths given that do not exist, or are not of a language we read. */
  readonly missing: readonly string[];
  readonly unsupported: readonly string[];
}

/** Folders that hold other people's code or products, in a repository or out of one. */
const neverEntered = new Set(['.git', '.hg', '.svn', 'node_modules', '__pycache__', '.venv', 'venv', '.tox', '.nox', '.mypy_cache', '.ipynb_checkpoints', 'site-packages', '.eggs']);

export function collectFiles(paths: readonly string[], { root, exclude }: CollectOptions): Collected {
  const isExcluded = exclude.length === 0 ? () => false : excluder(exclude);
  const files = new Set<string>();
  const missing: string[] = [];
  const unsupported: string[] = [];
  for (const path of paths) {
    const absolute = join(root, path);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (!stat) missing.push(path);
    else if (stat.isDirectory()) for (const file of walk(absolute, root, ignoresAbove(absolute, root), isExcluded)) files.add(file);
    else if (isCheckable(path)) files.add(slashed(relative(root, absolute)));
    else unsupported.push(path);
  }
  return { files: [...files].sort(), missing, unsupported };
}

/** A .gitignore speaks of its own folder: each rule is asked about the path below it. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

function walk(folder: string, root: string, layers: readonly Layer[], isExcluded: (path: string) => boolean): string[] {
  const here = layerOf(folder);
  const all = here ? [...layers, here] : layers;
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

function layerOf(folder: string): Layer | undefined {
  try {
    return { folder, rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) };
  } catch {
    return undefined;
  }
}

/** The .gitignore files between the root and the folder, outermost first. */
function ignoresAbove(folder: string, root: string): readonly Layer[] {
  const steps = relative(root, folder).split(sep).filter((step) => step !== '' && step !== '..');
  const folders = steps.map((_, i) => join(root, ...steps.slice(0, i)));
  return folders.flatMap((one) => layerOf(one) ?? []);
}

/** A glob, or the name of a folder and all below it. */
function excluder(patterns: readonly string[]): (path: string) => boolean {
  return picomatch(patterns.flatMap((pattern) => [pattern, `${pattern.replace(/\/+$/, '')}/**`]), { dot: true });
}

const slashed = (path: string): string => path.split(sep).join('/');
