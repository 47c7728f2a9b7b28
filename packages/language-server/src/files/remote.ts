/** Files that only the client can read: in a browser, and in virtual folders. Asked for by two requests of our own. */
import { configurationFiles } from '../configuration/read.ts';
import type { WorkspaceFiles } from '../host.ts';
import { extensions, isSourceFile, maxListed } from './sources.ts';

export const readFileRequest = 'softlens/readFile';
export const listFilesRequest = 'softlens/listFiles';

/** Sends a request to the client. */
export type Ask = (method: string, params: unknown) => Promise<unknown>;

export const watched = `**/{${[...extensions.map((extension) => `*.${extension}`), ...configurationFiles].join()}}`;
/** The same for clients that take only literal alternatives, such as Eglot. */
export const watchedPatterns = [`**/*.{${extensions.join()}}`, ...configurationFiles.map((name) => `**/${name}`)];

export function remoteFiles(ask: Ask): WorkspaceFiles {
  /** By their canonical spelling, as the client spells them. */
  const listed = new Map<string, string>();
  const byFolder = new Map<string, readonly string[]>();
  const texts = new Map<string, string | undefined | 'pending'>();
  const coming = new Map<string, Promise<string | undefined>>();
  const listeners: ((uri: string) => void)[] = [];
  const arrived = (uri: string) => {
    for (const listener of listeners) listener(uri);
  };

  const fetchText = async (key: string): Promise<string | undefined> => {
    // A client without the request, or a file it cannot read, leaves the file unknown.
    const answer = await ask(readFileRequest, { uri: listed.get(key) }).catch(() => undefined);
    const text = property(answer, 'text');
    const found = typeof text === 'string' ? text : undefined;
    texts.set(key, found);
    coming.delete(key);
    return found;
  };
  /** One request for all who want a text. */
  const fetchOnce = (key: string): Promise<string | undefined> => {
    const fetching = coming.get(key) ?? fetchText(key);
    coming.set(key, fetching);
    return fetching;
  };

  return {
    async start(folders) {
      for (const folder of folders) {
        const answer = await ask(listFilesRequest, { uri: folder, pattern: watched, limit: maxListed }).catch(() => undefined);
        const uris = property(answer, 'uris');
        if (!Array.isArray(uris)) continue;
        for (const uri of uris) if (typeof uri === 'string') listed.set(canonicalUri(uri), uri);
      }
      byFolder.clear();
      if (listed.size > 0) arrived('');
    },
    exists: (uri) => listed.has(canonicalUri(uri)),
    read(uri) {
      const key = canonicalUri(uri);
      if (texts.has(key)) return texts.get(key);
      if (!listed.has(key)) return undefined;
      texts.set(key, 'pending');
      void fetchOnce(key).then(() => arrived(uri));
      return 'pending';
    },
    async load(uri) {
      const key = canonicalUri(uri);
      const known = texts.get(key);
      if (texts.has(key) && known !== 'pending') return known;
      return listed.has(key) ? fetchOnce(key) : undefined;
    },
    sources(folder) {
      const inside = `${canonicalUri(folder)}/`;
      const all = () => [...listed].flatMap(([key, uri]) => (key.startsWith(inside) && isSourceFile(key) ? [uri] : []));
      const found = byFolder.get(folder) ?? all();
      byFolder.set(folder, found);
      return found;
    },
    release: (uri) => void texts.delete(canonicalUri(uri)),
    changed(uri, kind) {
      const key = canonicalUri(uri);
      texts.delete(key);
      coming.delete(key);
      if (kind !== 'changed') byFolder.clear();
      if (kind === 'deleted') listed.delete(key);
      else listed.set(key, uri);
    },
    onArrival: (listener) => listeners.push(listener),
  };
}

/** Editors differ in what they escape (`:` as `%3A`): one spelling for comparing. */
export function canonicalUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
