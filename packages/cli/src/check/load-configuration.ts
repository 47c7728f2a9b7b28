/** Finds and reads the configuration: softlens.json, or [tool.softlens] in pyproject.toml, in the folder or the nearest one above. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Configuration, type ConfigurationProblem, validateConfiguration } from '@softlens/analysis/configuration';
import { parse } from 'smol-toml';

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The file it came from; absent when there is none. */
  readonly file?: string;
  readonly problems: readonly ConfigurationProblem[];
  /** Why the file could not be read at all. */
  readonly unreadable?: string;
}

export function loadConfiguration(folder: string, ruleIds: readonly string[], explicit?: string): LoadedConfiguration {
  const file = explicit ?? nearestConfiguration(folder);
  if (file === undefined) return { configuration: {}, problems: [] };
  try {
    const value = read(file);
    return value === undefined ? { configuration: {}, problems: [] } : { file, ...validateConfiguration(value, ruleIds) };
  } catch (error) {
    return { configuration: {}, file, problems: [], unreadable: error instanceof Error ? error.message : String(error) };
  }
}

function nearestConfiguration(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const json = join(at, 'softlens.json');
    if (existsSync(json)) return json;
    const toml = join(at, 'pyproject.toml');
    if (existsSync(toml) && /^\s*\[tool\.softlens[\].]/m.test(readFileSync(toml, 'utf8'))) return toml;
    if (dirname(at) === at) return undefined;
  }
}

function read(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.toml')) return JSON.parse(text);
  const tool = parse(text).tool;
  return typeof tool === 'object' && tool !== null && 'softlens' in tool ? tool.softlens : undefined;
}
