/** Keeps what was read from files in step with them: folders that come and go, files that change on the disk. */
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Analyses } from './analyses.ts';
import type { Profile } from './client.ts';
import { watchedPatterns } from './files/remote.ts';
import type { WorkspaceFiles } from './host.ts';
import type { Workspace } from './workspace.ts';

export interface Watching {
  readonly connection: Connection;
  readonly client: Profile;
  readonly files: WorkspaceFiles;
  readonly workspace: Workspace;
  readonly analyses: Analyses;
  readonly refresh: () => void;
  /** Nothing may be asked of a client before it. */
  readonly initialized: Promise<void>;
}

const changeKinds = ['created', 'changed', 'deleted'] as const;

export function watchFiles({ connection, client, files, workspace, analyses, refresh, initialized }: Watching): void {
  const folders = new Set(client.folders);
  const begin = async (): Promise<void> => {
    workspace.setFolders([...folders]);
    analyses.changed();
    await files.start([...folders]);
  };
  workspace.setFolders([...folders]);

  files.onArrival((uri) => {
    workspace.forget(uri);
    analyses.changed();
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      files.changed(uri, changeKinds[type - 1] ?? 'changed');
      workspace.forget(uri);
    }
    analyses.changed();
    refresh();
  });

  const warn = (what: string) => (error: unknown) => connection.console.warn(`${what}: ${String(error)}`);
  const start = async (): Promise<void> => {
    if (client.watches) {
      const watchers = watchedPatterns.map((globPattern) => ({ globPattern }));
      // A client that refuses still has folders to be read.
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(warn('Files are not watched'));
    }
    if (client.folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) folders.delete(folder.uri);
        for (const folder of added) folders.add(folder.uri);
        begin().catch(warn('Folders could not be read'));
      });
    }
    await begin();
  };
  initialized.then(start).catch(warn('Folders could not be read'));
}
