/** Files on the disk, read when they are first asked for. Only inside the workspace folders; never written. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkspaceFiles } from '../host.ts';

/** Longer files are not source code that somebody wrote. */
const maxBytes = 20_000_000;

export function diskFiles(): WorkspaceFiles {
  let roots: string[] = [];
  const known = new Map<string, boolean>();
  const texts = new Map<string, string | undefined>();

  const exists = (uri: string): boolean => {
    const cached = known.get(uri);
    if (cached !== undefined) return cached;
    const path = pathOf(uri);
    const found = path !== undefined && isInside(path, roots) && isFile(path);
    known.set(uri, found);
    return found;
  };

  return {
    async start(folders) {
      roots = folders.flatMap((uri) => pathOf(uri) ?? []).map(realPath);
      known.clear();
      texts.clear();
    },
    exists,
    read(uri) {
      if (texts.has(uri)) return texts.get(uri);
      const path = exists(uri) ? pathOf(uri) : undefined;
      const text = path === undefined ? undefined : readText(path);
      texts.set(uri, text);
      return text;
    },
    changed(uri) {
      known.delete(uri);
      texts.delete(uri);
    },
    onArrival() {},
  };
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** A link inside the workspace must not lead out of it. */
function isInside(path: string, roots: readonly string[]): boolean {
  const real = realPath(dirname(path));
  return roots.some((root) => real === root || real.startsWith(root.endsWith(sep) ? root : root + sep));
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
