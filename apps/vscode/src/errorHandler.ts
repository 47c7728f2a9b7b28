/** What people are told when the server ends by itself: nothing while it comes back, and in their language when it does not. */
import { commands, l10n, window } from 'vscode';
import type { ErrorHandler } from 'vscode-languageclient';
import { createRestarts } from './crashes.ts';

/** `ErrorAction` and `CloseAction` of the client library, which is loaded only when the server starts. */
const [goOn, stay, startAgain] = [1, 1, 2] as const;

export function createErrorHandler(): ErrorHandler {
  const mayRestart = createRestarts();
  return {
    // What is written to a server that is gone: its end is told of by itself.
    error: () => ({ action: goOn, handled: true }),
    closed() {
      if (mayRestart(Date.now()))
        return { action: startAgain, handled: true, message: l10n.t('The server has ended by itself and is started again') };
      const message = l10n.t('Softlens has stopped: its server ended five times within three minutes.');
      void offerRestart(message);
      return { action: stay, handled: true, message };
    },
  };
}

async function offerRestart(message: string): Promise<void> {
  const [restart, log] = [l10n.t('Restart'), l10n.t('Show Log')];
  const chosen = await window.showErrorMessage(message, restart, log);
  if (chosen === restart) await commands.executeCommand('softlens.restartServer');
  else if (chosen === log) await commands.executeCommand('softlens.showLog');
}
