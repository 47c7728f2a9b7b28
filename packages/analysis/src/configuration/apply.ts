/** Findings as a configuration wants them: rules left out, severities changed, overrides by path. */
import type { Finding } from '../api.ts';
import type { Configuration, RuleSettings } from './configuration.ts';

/** `matches(glob, path)` comes from the caller, who knows which folder the globs are relative to. */
export function applyConfiguration(
  findings: readonly Finding[],
  configuration: Configuration,
  matches: (glob: string, path: string) => boolean,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const settings = [
      configuration,
      ...(configuration.overrides ?? []).filter(({ files }) => files.some((glob) => matches(glob, finding.path))),
    ];
    if (!isWanted(finding.rule, settings)) return [];
    const severity = settings.map((one) => one.severity?.[finding.rule]).findLast((one) => one !== undefined);
    return [severity === undefined ? finding : { ...finding, severity }];
  });
}

/** The last word wins: an override may take up again what the project ignores. */
function isWanted(rule: string, settings: readonly RuleSettings[]): boolean {
  let wanted = true;
  for (const { select, ignore } of settings) {
    if (select) wanted = select.includes(rule) || select.includes('all');
    if (ignore?.includes(rule) || ignore?.includes('all')) wanted = false;
  }
  return wanted;
}
