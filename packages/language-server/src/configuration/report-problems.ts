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
): void {
  const tell = async (uri: string, read: ReadConfiguration): Promise<void> => {
    await initialized;
    connection.console.warn(`${uri}: ${words(uri, read, 'en')}`);
    await connection.sendNotification('window/showMessage', { type: 2, message: words(uri, read, await language(uri)) });
  };
  configurations.onProblem((uri, read) => {
    // A client that left is no reason to fail.
    tell(uri, read).catch(() => {});
  });
}

function words(uri: string, { problems, unreadable }: ReadConfiguration, language: DisplayLanguage): string {
  const path = uri.slice(uri.lastIndexOf('/') + 1);
  if (unreadable !== undefined) return text('configuration.unreadable', language, { path, why: unreadable });
  const said = problems.slice(0, maxProblems).map((problem) => problemText(path, problem, language).replaceAll('\n', ': '));
  return said.join('\n');
}
