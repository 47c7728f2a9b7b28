/** Settings per document, asked from the client once and forgotten when it says that they changed. */
import type { Connection } from 'vscode-languageserver';
import type { Profile } from './client.ts';
import { at, readSettings, type Settings } from './settings.ts';

export interface SettingsStore {
  start(profile: Profile): void;
  of(uri: string): Promise<Settings>;
  changed(sent: unknown): void;
}

export function createSettingsStore(connection: Connection): SettingsStore {
  let pulls = false;
  let pushed: unknown;
  const cache = new Map<string, Promise<Settings>>();

  const ask = async (uri: string): Promise<Settings> => {
    try {
      return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'softlens' }));
    } catch {
      cache.delete(uri);
      return readSettings(pushed);
    }
  };

  return {
    start(profile) {
      pulls = profile.configuration;
      pushed = profile.options.settings;
    },
    of(uri) {
      if (!pulls) return Promise.resolve(readSettings(pushed));
      const known = cache.get(uri) ?? ask(uri);
      cache.set(uri, known);
      return known;
    },
    changed(sent) {
      cache.clear();
      if (sent !== null && sent !== undefined) pushed = at(sent, ['softlens']) ?? sent;
    },
  };
}
