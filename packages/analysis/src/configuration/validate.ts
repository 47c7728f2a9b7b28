/** Checks a configuration as it was read: every wrong key, rule or value is named, with the nearest right one. */
import type { Severity } from '../api.ts';
import type { Configuration, ConfigurationProblem, Override } from './configuration.ts';
import { checkShape, configurationShape } from './shape.ts';

export interface ValidConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

export function validateConfiguration(value: unknown, ruleIds: readonly string[]): ValidConfiguration {
  const problems = checkShape(value, configurationShape(ruleIds));
  return { configuration: problems.length === 0 ? withOff(value as Configuration) : {}, problems };
}

/** `severity: { rule: 'off' }` is another way to ignore a rule. */
function withOff(configuration: Configuration): Configuration {
  const plain = (settings: Override | Configuration): Override & Configuration => {
    const entries = Object.entries(settings.severity ?? {}) as [string, Severity | 'off'][];
    const off = entries.filter(([, severity]) => severity === 'off').map(([rule]) => rule);
    const severity = Object.fromEntries(entries.filter(([, one]) => one !== 'off')) as Record<string, Severity>;
    return { ...(settings as Override & Configuration), severity, ignore: [...(settings.ignore ?? []), ...off] };
  };
  const { overrides, ...rest } = plain(configuration as Override & Configuration);
  return { ...rest, overrides: (overrides ?? []).map(plain) };
}
