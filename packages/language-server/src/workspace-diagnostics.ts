/** Findings in files that are not open, for clients that ask for the whole workspace. */
import type { Diagnostic, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { Analyses } from './analyses.ts';
import { canonicalUri } from './files/remote.ts';
import type { Workspace } from './workspace.ts';

export interface ScanRequest {
  readonly previousResultIds: readonly { readonly uri: string; readonly value: string }[];
  readonly cancelled: { readonly isCancellationRequested: boolean; onCancellationRequested(listener: () => void): unknown };
  report(items: WorkspaceDocumentDiagnosticReport[]): void;
  /** Files done and files in all. */
  progress(done: number, all: number): void;
}

export interface ScanContext {
  readonly workspace: Workspace;
  readonly analyses: Analyses;
  /** The diagnostics of a file, with what they were read from; undefined when it cannot be told now. */
  readonly check: (uri: string, cancelled: () => boolean) => Promise<Checked | undefined>;
  /** Files that the user wants to hear of. */
  readonly isWanted: (uri: string) => Promise<boolean>;
  /** Changes when the same findings would be told in another way. */
  readonly style: (uri: string) => unknown;
}

export interface Checked {
  readonly diagnostics: Diagnostic[];
  readonly read: ReadonlyMap<string, string>;
}

interface Known extends Checked {
  readonly resultId: string;
  readonly style: unknown;
}

/** Typing is left alone: a scan begins when nothing has changed for a while. */
const calmMilliseconds = 800;

/** What a file must speak of to be worth an analysis. */
const spokenOf =
  /\b(?:torch|tensorflow|keras|jax|flax|haiku|optax|distrax|numpy|scipy|sklearn|transformers|lightning|torchmetrics|softmax|sigmoid)\b/;

export interface Scan {
  run(request: ScanRequest): Promise<WorkspaceDiagnosticReport>;
  /** What is waited for has come: settings changed. */
  wake(): void;
}

export function createScan({ workspace, analyses, check, isWanted, style }: ScanContext): Scan {
  const known = new Map<string, Known>();
  const waiting = new Set<() => void>();
  let complete: number | undefined;
  let ids = 0;
  const wake = (): void => {
    complete = undefined;
    for (const go of waiting) go();
    waiting.clear();
  };
  analyses.onChange(wake);

  const lookInto = async (uri: string, cancelled: () => boolean): Promise<Known | undefined> => {
    const before = known.get(uri);
    if (before && before.style === style(uri) && workspace.isFresh(uri, before.read)) return before;
    const found = await check(uri, cancelled);
    if (!found) return undefined;
    const isSame = before && JSON.stringify(before.diagnostics) === JSON.stringify(found.diagnostics);
    const next = { ...found, style: style(uri), resultId: isSame ? before.resultId : String(++ids) };
    known.set(uri, next);
    return next;
  };

  const candidates = async (): Promise<readonly string[]> => {
    const kept: string[] = [];
    for (const uri of workspace.sources())
      if (!workspace.isOpen(uri) && mentionsLibrary(workspace, uri) && (await isWanted(uri))) kept.push(uri);
    return kept;
  };

  return {
    wake,
    async run({ previousResultIds, cancelled, report, progress }) {
      const isOver = () => cancelled.isCancellationRequested;
      // The client asks again as soon as it has its answer: while nothing changes, it waits here.
      if (complete === analyses.generation()) await new Promise<void>((resolve) => wait(resolve, waiting, cancelled));
      const told = new Map(previousResultIds.map(({ uri, value }) => [canonicalUri(uri), { uri, value }]));
      // What changes while it is at work makes it begin anew; what has been told stays told.
      for (;;) {
        await calm(analyses, isOver);
        const begun = analyses.generation();
        const isStale = () => isOver() || analyses.generation() !== begun;
        const files = await candidates();
        for (const [done, uri] of files.entries()) {
          if (isStale()) break;
          progress(done, files.length);
          const found = await lookInto(uri, isStale);
          const before = told.get(canonicalUri(uri));
          if (!found || before?.value === found.resultId || (!before && found.diagnostics.length === 0)) continue;
          told.set(canonicalUri(uri), { uri, value: found.resultId });
          report([{ kind: 'full', uri, version: null, resultId: found.resultId, items: found.diagnostics }]);
        }
        if (isOver()) return { items: [] };
        if (isStale()) continue;
        complete = begun;
        const now = new Set(files.map(canonicalUri));
        const gone = [...told].filter(([key]) => !now.has(key) && !workspace.isOpen(key));
        return { items: gone.map(([, { uri }]) => ({ kind: 'full', uri, version: null, items: [] })) };
      }
    },
  };
}

function wait(resolve: () => void, waiting: Set<() => void>, cancelled: ScanRequest['cancelled']): void {
  waiting.add(resolve);
  cancelled.onCancellationRequested(resolve);
}

async function calm(analyses: Analyses, isOver: () => boolean): Promise<void> {
  for (let seen = -1; seen !== analyses.generation() && !isOver(); ) {
    const isFirst = seen === -1 && analyses.generation() === 0;
    seen = analyses.generation();
    if (!isFirst) await new Promise((resolve) => setTimeout(resolve, calmMilliseconds));
  }
}

function mentionsLibrary(workspace: Workspace, uri: string): boolean {
  const text = workspace.text(uri);
  return text !== undefined && spokenOf.test(text);
}
