/** Files of the disk, and those of virtual and remote folders, which only the client can read. */
import type { WorkspaceFiles } from '../host.ts';

export function filesByScheme(disk: WorkspaceFiles, others: WorkspaceFiles): WorkspaceFiles {
  const isOnDisk = (uri: string) => uri.startsWith('file:');
  const of = (uri: string) => (isOnDisk(uri) ? disk : others);
  return {
    async start(folders) {
      const virtual = folders.filter((folder) => !isOnDisk(folder));
      await disk.start(folders.filter(isOnDisk));
      if (virtual.length > 0) await others.start(virtual);
    },
    exists: (uri) => of(uri).exists(uri),
    read: (uri) => of(uri).read(uri),
    load: (uri) => of(uri).load(uri),
    release: (uri) => of(uri).release(uri),
    sources: (folder) => of(folder).sources(folder),
    changed: (uri, kind) => of(uri).changed(uri, kind),
    onArrival(listener) {
      disk.onArrival(listener);
      others.onArrival(listener);
    },
  };
}
