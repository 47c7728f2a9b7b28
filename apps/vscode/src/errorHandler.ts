/** What people are told when the server ends by itself: nothing while it comes back, and in their language when it does not. */
import { commands, l10n, window } from 'vscode';
import type { BaseLanguageClient, ErrorHandler } from 'vscode-languageclient';

/** `ErrorAction` and `CloseAction` of the client library, which is loaded only when the server starts. */
const [goOn, stay] = [1, 1] as const;

/**
 * A client is not started a second time: where its server ends before it has answered at all, the start that fails and the one that
 * follows it get into each other's way.
 */
export function createErrorHandler(ended: () => void): ErrorHandler {
  return {
    // What is written to a server that is gone: its end is told of by itself.
    error: () => ({ action: goOn, handled: true }),
    closed() {
      ended();
      return { action: stay, handled: true, message: l10n.t('The server has ended by itself') };
    },
  };
}

/** The library's own notifications are for its developers: its log has them all the same. */
export function quiet<Client extends BaseLanguageClient>(client: Client): Client {
  const { error } = client;
  client.error = (message, data) => error.call(client, message, data, false);
  return client;
}

export async function offerRestart(): Promise<void> {
  const message = l10n.t('Softlens has stopped: its server ended five times within three minutes.');
  const [restart, log] = [l10n.t('Restart'), l10n.t('Show Log')];
  const chosen = await window.showErrorMessage(message, restart, log);
  if (chosen === restart) await commands.executeCommand('softlens.restartServer');
  else if (chosen === log) await commands.executeCommand('softlens.showLog');
}
