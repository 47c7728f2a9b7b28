/** The scan of the workspace as the protocol asks for it: partial results, and progress where it takes a while. */
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type {
  CancellationToken,
  Connection,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Scan } from './workspace-diagnostics.ts';

export interface ScanSetup {
  readonly connection: Connection;
  readonly scan: Scan;
  /** The client shows progress that the server begins. */
  readonly progress: boolean;
  readonly language: () => Promise<DisplayLanguage>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

type Partial = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/** What takes no longer shows no progress. */
const patienceMilliseconds = 1000;

export async function scanWorkspace(
  { connection, scan, progress, language, now }: ScanSetup,
  { previousResultIds }: WorkspaceDiagnosticParams,
  cancelled: CancellationToken,
  partial: Partial | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const kept: WorkspaceDocumentDiagnosticReport[] = [];
  const shown = progress ? showProgress(connection, language, now) : undefined;
  try {
    const { items } = await scan.run({
      previousResultIds,
      cancelled,
      report: (found) => (partial ? partial.report({ items: found }) : void kept.push(...found)),
      progress: (done, all) => shown?.at(done, all),
    });
    return { items: [...kept, ...items] };
  } finally {
    shown?.end();
  }
}

function showProgress(connection: Connection, language: () => Promise<DisplayLanguage>, now: () => number) {
  const start = now();
  let began = false;
  let over = false;
  let reporter: Awaited<ReturnType<typeof connection.window.createWorkDoneProgress>> | undefined;
  let words: DisplayLanguage = 'en';
  const begin = async (): Promise<void> => {
    words = await language();
    const created = await connection.window.createWorkDoneProgress();
    if (over) return;
    created.begin(text('scan.title', words), 0);
    reporter = created;
  };
  return {
    at(done: number, all: number): void {
      if (!began && now() - start >= patienceMilliseconds) {
        began = true;
        begin().catch(() => {});
      }
      reporter?.report(Math.round((100 * done) / all), text('scan.progress', words, { done, all }));
    },
    end(): void {
      over = true;
      reporter?.done();
    },
  };
}
