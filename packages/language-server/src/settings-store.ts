/** Settings per document, asked from the client once and forgotten when it says that they changed. What is wrong with them is told once. */
import { type DisplayLanguage, displayLanguage } from '@softlens/analysis/messages';
import type { Connection } from 'vscode-languageserver';
import type { Profile } from './client.ts';
import { at, readSettings, type Settings } from './settings.ts';
import { clientOptionsProblems, settingsProblems } from './settings-problems.ts';

export interface SettingsStore {
  start(profile: Profile): void;
  /** The client may be spoken to from now on. */
  initialized(): void;
  of(uri: string): Promise<Settings>;
  changed(sent: unknown): void;
}

export function createSettingsStore(connection: Connection): SettingsStore {
  let client: Profile | undefined;
  let pushed: unknown;
  const cache = new Map<string, Promise<Settings>>();
  const told = new Set<string>();

  const tell = (problemsIn: (language: DisplayLanguage) => readonly string[], settings: Settings): void => {
    const spoken = displayLanguageOf(settings, client);
    const said = problemsIn(spoken).map((words) => words.replaceAll('\n', spoken === 'zh-cn' ? '，' : ': '));
    for (const message of said) {
      if (told.has(message)) continue;
      told.add(message);
      connection.console.warn(message);
      if (client?.options.checksSettings !== true)
        connection.sendNotification('window/showMessage', { type: 2, message }).catch(() => {});
    }
  };
  const read = (sent: unknown): Settings => {
    const settings = readSettings(sent);
    tell((language) => settingsProblems(sent, language), settings);
    return settings;
  };

  const ask = async (uri: string): Promise<Settings> => {
    try {
      return read(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'softlens' }));
    } catch {
      cache.delete(uri);
      return readSettings(pushed);
    }
  };

  return {
    start(profile) {
      client = profile;
      pushed = profile.options.settings;
    },
    initialized() {
      tell((language) => clientOptionsProblems(client?.options.sent, language), read(pushed));
    },
    of(uri) {
      if (client?.configuration !== true) return Promise.resolve(readSettings(pushed));
      const known = cache.get(uri) ?? ask(uri);
      cache.set(uri, known);
      return known;
    },
    changed(sent) {
      cache.clear();
      if (sent === null || sent === undefined) return;
      const own = at(sent, ['softlens']);
      // What is not under our name may be meant for others.
      if (own !== undefined) read(own);
      pushed = own ?? sent;
    },
  };
}

export function displayLanguageOf({ language }: Settings, client: Profile | undefined): DisplayLanguage {
  return language === 'auto' ? displayLanguage(client?.locale) : language;
}
