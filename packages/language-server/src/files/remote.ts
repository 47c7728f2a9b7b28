/** Files that only the client can read: in a browser, and in virtual folders. Asked for by two requests of our own. */
import { configurationFiles } from '../configuration/read.ts';
import { maxSources, type WorkspaceFiles } from '../host.ts';

export const readFileRequest = 'softlens/readFile';
export const listFilesRequest = 'softlens/listFiles';

/** Sends a request to the client. */
export type Ask = (method: string, params: unknown) => Promise<unknown>;

const sources = ['py', 'pyi', 'js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'];
export const watched = `**/{${[...sources.map((extension) => `*.${extension}`), ...configurationFiles].join()}}`;
const listLimit = 20_000;

export function remoteFiles(ask: () => Ask): WorkspaceFiles {
  const listed = new Set<string>();
  const texts = new Map<string, string | undefined | 'pending'>();
  const listeners: ((uri: string) => void)[] = [];
  const arrived = (uri: string) => {
    for (const listener of listeners) listener(uri);
  };

  const fetchText = async (uri: string): Promise<void> => {
    // A client without the request, or a file it cannot read, leaves the file unknown.
    const answer = await ask()(readFileRequest, { uri }).catch(() => undefined);
    const text = property(answer, 'text');
    texts.set(uri, typeof text === 'string' ? text : undefined);
    arrived(uri);
  };

  return {
    async start(folders) {
      for (const folder of folders) {
        const answer = await ask()(listFilesRequest, { uri: folder, pattern: watched, limit: listLimit }).catch(() => undefined);
        const uris = property(answer, 'uris');
        if (!Array.isArray(uris)) continue;
        for (const uri of uris) if (typeof uri === 'string') listed.add(canonicalUri(uri));
      }
      if (listed.size > 0) arrived('');
    },
    exists: (uri) => listed.has(canonicalUri(uri)),
    read(uri) {
      if (texts.has(uri)) return texts.get(uri);
      if (!listed.has(canonicalUri(uri))) return undefined;
      texts.set(uri, 'pending');
      void fetchText(uri);
      return 'pending';
    },
    sources: (folder) => {
      const own = [...listed].filter((uri) => uri.startsWith(`${canonicalUri(folder)}/`) && uri.endsWith('.py'));
      return own.length <= maxSources ? own : [];
    },
    changed(uri, kind) {
      texts.delete(uri);
      if (kind === 'deleted') listed.delete(canonicalUri(uri));
      else listed.add(canonicalUri(uri));
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
