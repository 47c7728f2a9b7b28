/** A configuration from the text of its file: softlens.json, or [tool.softlens] in pyproject.toml. */
import { reportedRules } from '@softlens/analysis';
import { type Configuration, type ConfigurationProblem, validateConfiguration } from '@softlens/analysis/configuration';
import { parse } from 'smol-toml';

export const configurationFiles = ['softlens.json', 'pyproject.toml'] as const;

export interface ReadConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
  /** Why the text is no JSON or TOML at all. */
  readonly unreadable?: string;
}

/** Undefined for a pyproject.toml that does not speak of Softlens. */
export function readConfiguration(name: (typeof configurationFiles)[number], text: string): ReadConfiguration | undefined {
  if (name === 'pyproject.toml' && !definesSoftlens.test(text)) return undefined;
  const ids = reportedRules.map(({ id }) => id);
  try {
    const written = text.replace(/^\uFEFF/, '');
    return validateConfiguration(name === 'softlens.json' ? JSON.parse(written) : toolOf(written), ids);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { configuration: {}, problems: [], unreadable: why.split('\n')[0] ?? why };
  }
}

const definesSoftlens = /^\s*\[\[?tool\.softlens[\].]/m;

function toolOf(toml: string): unknown {
  const { tool } = parse(toml);
  return typeof tool === 'object' && tool !== null && 'softlens' in tool ? tool.softlens : {};
}
