/** Files on the disk, read when they are first asked for. Only inside the workspace folders; never written. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkspaceFiles } from '../host.ts';
import { canonicalUri } from './remote.ts';
import { isSourceFile, maxListed } from './sources.ts';

/** Longer files are not source code that somebody wrote. */
const maxBytes = 20_000_000;

export function diskFiles(): WorkspaceFiles {
  let roots: string[] = [];
  const known = new Map<string, boolean>();
  const texts = new Map<string, string | undefined>();
  const listed = new Map<string, readonly string[]>();
  /** Where folders really are: many files ask. */
  const real = new Map<string, string>();
  let arrived = (_uri: string): void => {};

  /** A link inside the workspace must not lead out of it. */
  const isInside = (path: string): boolean => {
    const folder = dirname(path);
    const there = real.get(folder) ?? realPath(folder);
    real.set(folder, there);
    return roots.some((root) => there === root || there.startsWith(root.endsWith(sep) ? root : root + sep));
  };

  const exists = (uri: string): boolean => {
    const key = canonicalUri(uri);
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const path = pathOf(uri);
    const found = path !== undefined && isInside(path) && isFile(path);
    known.set(key, found);
    return found;
  };

  const relist = (uri: string, isThere: boolean): void => {
    for (const [folder, uris] of listed) {
      if (!canonicalUri(uri).startsWith(`${canonicalUri(folder)}/`)) continue;
      const others = uris.filter((one) => canonicalUri(one) !== canonicalUri(uri));
      listed.set(folder, isThere ? [...others, uri] : others);
    }
  };

  return {
    async start(folders) {
      roots = folders.flatMap((uri) => pathOf(uri) ?? []).map(realPath);
      known.clear();
      real.clear();
      texts.clear();
      listed.clear();
      for (const folder of folders) {
        const path = pathOf(folder);
        if (path !== undefined) listed.set(folder, await sourcesIn(path));
      }
      arrived('');
    },
    sources: (folder) => listed.get(folder) ?? [],
    exists,
    read(uri) {
      const key = canonicalUri(uri);
      if (texts.has(key)) return texts.get(key);
      const path = exists(uri) ? pathOf(uri) : undefined;
      const text = path === undefined ? undefined : readText(path);
      texts.set(key, text);
      return text;
    },
    async load(uri) {
      const key = canonicalUri(uri);
      const path = texts.has(key) || !exists(uri) ? undefined : pathOf(uri);
      const text = path === undefined ? undefined : await loadText(path);
      if (!texts.has(key)) texts.set(key, text);
      return texts.get(key);
    },
    release: (uri) => void texts.delete(canonicalUri(uri)),
    changed(uri, kind) {
      known.delete(canonicalUri(uri));
      real.clear();
      texts.delete(canonicalUri(uri));
      if (kind !== 'changed' && isSourceFile(uri)) relist(uri, kind === 'created');
    },
    onArrival(listener) {
      arrived = listener;
    },
  };
}

/** The sources and notebooks under a folder. */
async function sourcesIn(root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [root];
  // Somebody may open their home folder.
  let visited = 0;
  for (let folder = folders.shift(); folder !== undefined && visited < maxVisited; folder = folders.shift()) {
    visited++;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name)) folders.push(path);
      else if (entry.isFile() && isSourceFile(entry.name)) found.push(pathToFileURL(path).href);
    }
    if (found.length > maxListed) return found.slice(0, maxListed);
  }
  return found;
}

/** Folders that are looked through, those at the top first. */
const maxVisited = 20_000;

const skipped: ReadonlySet<string> = new Set(['node_modules', 'venv', 'env', 'site-packages', '__pycache__', 'build', 'dist']);

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readText(path: string): string | undefined {
  try {
    return statSync(path).size > maxBytes ? undefined : readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function loadText(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).size > maxBytes ? undefined : await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}
