/** Reads a configuration: softlens.json, or [tool.softlens] in pyproject.toml. */
import { readFileSync } from 'node:fs';
import { type Configuration, type ConfigurationProblem, validateConfiguration } from '@softlens/analysis/configuration';
import { parse } from 'smol-toml';

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
  /** Why the file could not be read at all. */
  readonly unreadable?: string;
}

export function loadConfiguration(file: string | undefined, ruleIds: readonly string[]): LoadedConfiguration {
  if (file === undefined) return { configuration: {}, problems: [] };
  try {
    return validateConfiguration(read(file), ruleIds);
  } catch (error) {
    return { configuration: {}, problems: [], unreadable: reason(error) };
  }
}

/** True for the text of a pyproject.toml that speaks of Softlens. */
export const definesSoftlens = (toml: string): boolean => /^\s*\[\[?tool\.softlens[\].]/m.test(toml);

function read(file: string): unknown {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (!file.endsWith('.toml')) return JSON.parse(text);
  const { tool } = parse(text);
  return typeof tool === 'object' && tool !== null && 'softlens' in tool ? tool.softlens : {};
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : (error.message.split('\n')[0] ?? '');
}
