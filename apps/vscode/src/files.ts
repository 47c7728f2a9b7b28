/** Lets the server read the workspace through the editor: the only way in a browser, and for virtual and remote folders. */
import { type CancellationToken, Disposable, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface ReadFile {
  readonly uri: string;
}

interface ListFiles {
  /** The folder to look in; all workspace folders when it is left out. */
  readonly uri?: string;
  /** A glob pattern relative to the folder. */
  readonly pattern: string;
  readonly limit?: number;
}

/** Longer files are not source code that somebody wrote. */
const maximumBytes = 20_000_000;

export function serveFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(client.onRequest('softlens/readFile', readFile), client.onRequest('softlens/listFiles', listFiles));
}

/** The text of a file, or null when it is missing or too long. */
async function readFile({ uri }: ReadFile): Promise<{ text: string } | null> {
  const file = Uri.parse(uri);
  try {
    if ((await workspace.fs.stat(file)).size > maximumBytes) return null;
    return { text: new TextDecoder().decode(await workspace.fs.readFile(file)) };
  } catch {
    return null;
  }
}

async function listFiles({ uri, pattern, limit }: ListFiles, token: CancellationToken): Promise<{ uris: string[] }> {
  const glob = uri === undefined ? pattern : new RelativePattern(Uri.parse(uri), pattern);
  // Undefined: the user's own `files.exclude` applies.
  const found = await workspace.findFiles(glob, undefined, limit, token);
  return { uris: found.map((file) => file.toString()) };
}
