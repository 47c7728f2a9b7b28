import { Disposable, LanguageStatusSeverity, l10n, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { languages as served } from './clientOptions.ts';
import { findingsHere } from './findings.ts';

/** `State` of the client library, which is loaded only when the server starts. */
const [stoppedState, runningState, startingState] = [1, 2, 3];

export interface Status extends Disposable {
  busy(): void;
  failed(): void;
  follow(client: BaseLanguageClient): void;
  /** Before the client is ended on purpose. */
  leave(): void;
}

/** Two entries behind the braces at the right of the status bar: how the server is, with a way to restart it, and its log. */
export function createStatus(): Status {
  const selector = served.map((language) => ({ language }));
  const item = languages.createLanguageStatusItem('softlens.server', selector);
  item.name = 'Softlens';
  item.command = { title: l10n.t('Restart'), command: 'softlens.restartServer' };
  // An entry has room for one command. They are listed by their names: this one below.
  const log = languages.createLanguageStatusItem('softlens.server.log', selector);
  log.name = log.text = l10n.t('Softlens log');
  log.command = { title: l10n.t('Show Log'), command: 'softlens.showLog' };
  const show = (text: string, severity: LanguageStatusSeverity, busy: boolean): void => {
    item.text = text;
    item.severity = severity;
    item.busy = busy;
    // Of a server that is not there nothing is known.
    item.detail = severity === LanguageStatusSeverity.Information && !busy ? problemsHere() : '';
  };
  const count = (): void => {
    if (item.detail) item.detail = problemsHere();
  };
  const listening = Disposable.from(
    item,
    log,
    languages.onDidChangeDiagnostics(count),
    window.onDidChangeActiveTextEditor(count),
    window.onDidChangeActiveNotebookEditor(count),
  );
  let following: Disposable | undefined;
  const status: Status = {
    busy: () => show(l10n.t('Softlens is starting'), LanguageStatusSeverity.Information, true),
    failed: () => show(l10n.t('Softlens has stopped'), LanguageStatusSeverity.Error, false),
    follow: (client) => {
      following = client.onDidChangeState(({ newState }) => {
        if (newState === runningState) show(l10n.t('Softlens is ready'), LanguageStatusSeverity.Information, false);
        // After a crash the client starts the server again by itself.
        else if (newState === startingState) status.busy();
        else if (newState === stoppedState) status.failed();
      });
    },
    leave: () => following?.dispose(),
    dispose: () => listening.dispose(),
  };
  return status;
}

function problemsHere(): string {
  const found = findingsHere().length;
  if (found === 0) return l10n.t('No problems here');
  return found === 1 ? l10n.t('1 problem here') : l10n.t('{0} problems here', found);
}
