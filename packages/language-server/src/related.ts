/** The documents that values of one document may pass through: what it reads, and what imports any of them. */
import type { Snapshot } from '@softlens/language-service';
import type { Analyses } from './analyses.ts';
import type { Workspace } from './workspace.ts';

/** All of them, the document itself included; undefined where they are too many, or something changed meanwhile. */
export type Related = (uri: string, cancelled: () => boolean) => Promise<readonly Snapshot[] | undefined>;

/** A rewrite over more documents than one reads at a sitting is not asked of a lamp. */
const maxDocuments = 24;

export function createRelated(workspace: Workspace, analyses: Analyses): Related {
  const known = new Map<string, { readonly generation: number; readonly snapshots: readonly Snapshot[] }>();
  analyses.onChange(() => known.clear());

  return async (uri, cancelled) => {
    const generation = analyses.generation();
    const kept = known.get(uri);
    if (kept?.generation === generation) return kept.snapshots;
    const { project, path } = workspace.locate(uri);
    const paths = new Set([path]);
    const snapshots: Snapshot[] = [];
    for (const one of paths) {
      const snapshot = await analyses.snapshot(one === path ? uri : workspace.uriOf(uri, one), cancelled);
      if (!snapshot) {
        if (cancelled() || one === path) return undefined;
        continue;
      }
      snapshots.push(snapshot);
      for (const other of [...snapshot.analysis.dependencies, ...(project.importers?.(one) ?? [])]) paths.add(other);
      if (paths.size > maxDocuments) return undefined;
    }
    if (analyses.generation() !== generation) return undefined;
    known.set(uri, { generation, snapshots });
    return snapshots;
  };
}
