/** Analyses of open documents: made when first asked for, kept while nothing they read has changed, given up for a newer edit. */
import type { FileAnalysis, Project } from '@softlens/analysis';
import type { Snapshot } from '@softlens/language-service';
import type { ServerHost } from './host.ts';
import type { Workspace } from './workspace.ts';

/** One analysis as a sequence of steps, between which it can be given up. */
export type Analyze = (project: Project, path: string, markdown: boolean) => Iterator<unknown, FileAnalysis>;

export interface Analyses {
  /** Undefined when there is no such document, or when it changed or `cancelled` turned true while this was at work. */
  snapshot(uri: string, cancelled: () => boolean): Promise<Snapshot | undefined>;
  /** Gives up what is at work: something changed. */
  changed(): void;
}

interface Kept {
  readonly snapshot: Snapshot;
  readonly read: ReadonlyMap<string, string>;
}

/** How long steps run before other messages are let in. */
const sliceMilliseconds = 8;

export function createAnalyses(workspace: Workspace, analyze: Analyze, host: Pick<ServerHost, 'yield' | 'now'>): Analyses {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<Snapshot | undefined>>();
  let generation = 0;

  const compute = async (uri: string): Promise<Snapshot | undefined> => {
    const begun = generation;
    const document = workspace.document(uri);
    if (!document) return undefined;
    const { project, path } = workspace.locate(uri);
    const analysis = await runSteps(analyze(project, path, workspace.isMarkdown(uri)), () => generation !== begun, host);
    if (!analysis) return undefined;
    const snapshot = { document, analysis, project };
    if (!workspace.isWaiting()) kept.set(uri, { snapshot, read: workspace.versionsOf(uri, analysis) });
    return snapshot;
  };

  return {
    async snapshot(uri, cancelled) {
      const known = kept.get(uri);
      if (known && workspace.isFresh(uri, known.read)) return known.snapshot;
      kept.delete(uri);
      // Several requests about one state of a document share one analysis.
      const shared = running.get(uri) ?? compute(uri);
      running.set(uri, shared);
      try {
        const snapshot = await shared;
        return cancelled() ? undefined : snapshot;
      } finally {
        if (running.get(uri) === shared) running.delete(uri);
      }
    },
    changed() {
      generation++;
      running.clear();
    },
  };
}

async function runSteps(
  steps: Iterator<unknown, FileAnalysis>,
  stale: () => boolean,
  host: Pick<ServerHost, 'yield' | 'now'>,
): Promise<FileAnalysis | undefined> {
  let sliceEnd = host.now() + sliceMilliseconds;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (host.now() < sliceEnd) continue;
    await host.yield();
    if (stale()) return undefined;
    sliceEnd = host.now() + sliceMilliseconds;
  }
}
