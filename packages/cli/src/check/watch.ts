/** Waits for changes in folders. */
import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors save in several steps: what comes within this time is one change. */
const pause = 120;

/** The absolute paths that changed, once anything has; undefined when the signal ends it. Only the folders themselves are watched, not those below. */
export function nextChange(
  folders: readonly string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string> | undefined> {
  return new Promise((resolve) => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (result: ReadonlySet<string> | undefined): void => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      signal?.removeEventListener('abort', stop);
      resolve(result);
    };
    const stop = (): void => end(undefined);
    const watchers = folders.flatMap((folder) =>
      watching(folder, (name) => {
        changed.add(join(folder, name));
        clearTimeout(timer);
        timer = setTimeout(() => end(changed), pause);
      }),
    );
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
  });
}

/** A folder that is gone is watched no more. */
function watching(folder: string, onChange: (name: string) => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, (_, name) => onChange(name ?? ''));
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
