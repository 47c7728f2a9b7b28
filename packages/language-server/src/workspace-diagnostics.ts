/** Findings in files that are not open, for clients that ask for the whole workspace. */
import type { Diagnostic, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { Analyses } from './analyses.ts';
import { canonicalUri } from './files/remote.ts';
import { isNotebookFile } from './files/sources.ts';
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
  /** The text of a file, once it is there. */
  readonly load: (uri: string) => Promise<string | undefined>;
  readonly release: (uri: string) => void;
  /** Settles when the language of a file can be parsed. */
  readonly prepare: (uri: string) => Promise<void>;
  /** Lets other messages in. */
  readonly pause: () => Promise<void>;
  /** The diagnostics of a file, with what they were read from; undefined when it cannot be told now. */
  readonly check: (uri: string, cancelled: () => boolean) => Promise<Checked | undefined>;
  /** Files that the user wants to hear of. */
  readonly isWanted: (uri: string) => Promise<boolean>;
  /** One of them is another when the same findings would be told in another way. */
  readonly style: (uri: string) => Promise<readonly unknown[]>;
}

export interface Checked {
  /** By address: that of the file, or those of a notebook's cells. */
  readonly told: ReadonlyMap<string, Diagnostic[]>;
  readonly read: ReadonlyMap<string, string>;
}

interface Known extends Checked {
  readonly resultId: string;
  readonly style: readonly unknown[];
}

/** Typing is left alone: a scan begins when nothing has changed for a while. */
const calmMilliseconds = 800;

/** How many files are read at a time. */
const filesTogether = 16;
/** In larger workspaces the texts of files that speak of no library are read anew when somebody imports them. */
const maxKept = 2000;

/** What a file must speak of to be worth an analysis. */
const spokenOf =
  /\b(?:torch|tensorflow|keras|jax|flax|haiku|optax|distrax|numpy|scipy|sklearn|transformers|lightning|torchmetrics|tfjs|softmax|sigmoid)\b/;

export interface Scan {
  run(request: ScanRequest): Promise<WorkspaceDiagnosticReport>;
  /** What is waited for has come: settings changed. */
  wake(): void;
}

export function createScan({ workspace, analyses, load, release, prepare, pause, check, isWanted, style }: ScanContext): Scan {
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
    const now = await style(uri);
    const isAsBefore = before?.style.every((one, i) => one === now[i]);
    if (before && isAsBefore && workspace.isFresh(uri, before.read)) return before;
    await prepare(uri);
    const found = await check(uri, cancelled);
    if (!found) return undefined;
    const isSame = before && JSON.stringify([...before.told]) === JSON.stringify([...found.told]);
    const next = { ...found, style: now, resultId: isSame ? before.resultId : String(++ids) };
    known.set(uri, next);
    return next;
  };

  /** What speaks of a library, of the files that are wanted and not open. Texts of many other files are not kept. */
  const candidates = async (isStale: () => boolean): Promise<readonly string[]> => {
    const all = workspace.sources();
    const kept: string[] = [];
    const lookAt = async (uri: string): Promise<void> => {
      if (workspace.isOpen(uri) || !(await isWanted(uri))) return;
      if (spokenOf.test((await load(uri)) ?? '')) kept.push(uri);
      else if (all.length > maxKept) release(uri);
    };
    for (let i = 0; i < all.length && !isStale(); i += filesTogether) {
      await Promise.all(all.slice(i, i + filesTogether).map(lookAt));
      await pause();
    }
    return kept.sort();
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
        const files = await candidates(isStale);
        const now = new Set<string>();
        for (const [done, uri] of files.entries()) {
          if (isStale()) break;
          progress(done, files.length);
          await pause();
          now.add(canonicalUri(uri));
          const found = await lookInto(uri, isStale);
          for (const [address, items] of found?.told ?? []) {
            const key = canonicalUri(address);
            now.add(key);
            const before = told.get(key);
            const value = found?.resultId ?? '';
            if (before?.value === value || (!before && items.length === 0)) continue;
            told.set(key, { uri: address, value });
            report([{ kind: 'full', uri: address, version: null, resultId: value, items }]);
          }
        }
        if (isOver()) return { items: [] };
        if (isStale()) continue;
        complete = begun;
        // A notebook that is open has its findings in its cells.
        const gone = [...told].filter(([key]) => !now.has(key) && (isNotebookFile(key) || !workspace.isOpen(key)));
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
