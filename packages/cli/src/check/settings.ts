/** The configuration with what the command line says on top. */
import type { Configuration } from '@softlens/analysis/configuration';
import type { CheckRequest } from './request.ts';

/** `--select` is the last word on which rules run: it takes up again what the configuration ignores. */
export function withCommandLine(
  configuration: Configuration,
  { select, ignore }: Pick<CheckRequest, 'select' | 'ignore'>,
): Configuration {
  if (select === undefined)
    return {
      ...configuration,
      ignore: [...(configuration.ignore ?? []), ...ignore],
      overrides: alsoIgnoring(configuration, ignore),
    };
  const overrides = (configuration.overrides ?? []).map(({ select: _, ...rest }) => rest);
  return { ...configuration, select, ignore, overrides };
}

/** An override that selects a rule would bring it back. */
function alsoIgnoring({ overrides = [] }: Configuration, ignore: readonly string[]): NonNullable<Configuration['overrides']> {
  return overrides.map((override) => ({ ...override, ignore: [...(override.ignore ?? []), ...ignore] }));
}
