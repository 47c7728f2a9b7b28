/**
 * What clients that ask have been told of each document. What is as it was is not sent again: VS Code takes even the same problems
 * for news, asks anew for its lamp, and drops the menu of actions that somebody is waiting for.
 */
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Views } from './views.ts';

interface Told {
  readonly resultId: string;
  /** After an edit all is sent again: a client may have moved or lost what it shows. */
  readonly version: number | undefined;
  readonly items: string;
}

export interface ToldDiagnostics {
  report(uri: string, items: Diagnostic[], previousResultId: string | undefined): DocumentDiagnosticReport;
}

export function createToldDiagnostics(views: Views): ToldDiagnostics {
  const told = new Map<string, Told>();
  let ids = 0;
  views.onEvent(({ kind, view }) => {
    if (kind === 'closed') told.delete(view.text.uri);
  });
  return {
    report(uri, items, previousResultId) {
      const version = views.get(uri)?.text.version;
      const text = JSON.stringify(items);
      const before = told.get(uri);
      if (before?.resultId === previousResultId && before?.version === version && before?.items === text) {
        return { kind: 'unchanged', resultId: before.resultId };
      }
      const resultId = String(++ids);
      if (version !== undefined) told.set(uri, { resultId, version, items: text });
      return { kind: 'full', resultId, items };
    },
  };
}
