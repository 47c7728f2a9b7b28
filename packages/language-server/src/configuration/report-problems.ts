/** Tells the user, once for each state of a file, what is wrong with a configuration. */
import { problemText } from '@softlens/analysis/configuration';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type { Connection } from 'vscode-languageserver';
import type { Configurations } from './configurations.ts';
import type { ReadConfiguration } from './read.ts';

/** More would not be read in a notification. */
const maxProblems = 3;

export function reportProblems(
  connection: Connection,
  configurations: Configurations,
  language: (uri: string) => Promise<DisplayLanguage>,
  initialized: Promise<void>,
  offersToOpen: boolean,
): void {
  const tell = async (uri: string, read: ReadConfiguration): Promise<void> => {
    await initialized;
    connection.console.warn(`${uri}: ${words(uri, read, 'en')}`);
    const spoken = await language(uri);
    const message = words(uri, read, spoken);
    if (!offersToOpen) return await connection.sendNotification('window/showMessage', { type: 2, message });
    const open = { title: text('configuration.open', spoken, { path: nameOf(uri) }) };
    if (await connection.window.showWarningMessage(message, open)) await connection.window.showDocument({ uri, takeFocus: true });
  };
  configurations.onProblem((uri, read) => {
    // A client that left is no reason to fail.
    tell(uri, read).catch(() => {});
  });
}

function words(uri: string, { problems, unreadable }: ReadConfiguration, language: DisplayLanguage): string {
  const path = nameOf(uri);
  if (unreadable !== undefined) return text('configuration.unreadable', language, { path, why: unreadable });
  const said = problems
    .slice(0, maxProblems)
    .map((problem) => problemText(path, problem, language).replaceAll('\n', language === 'zh-cn' ? '，' : ': '));
  return said.join('\n');
}

const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
