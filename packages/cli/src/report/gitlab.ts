/** GitLab's code quality report. https://docs.gitlab.com/ci/testing/code_quality/ */
import type { Severity } from '@softlens/analysis';
import type { Report } from './report.ts';
import { plainText } from './words.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info', hint: 'info' };

export function gitlabReport({ diagnostics, fingerprint, fileLine }: Report): string {
  const issues = diagnostics.map((one) => ({
    description: plainText(one.message),
    check_name: one.rule,
    fingerprint: fingerprint(one),
    severity: severities[one.severity],
    location: { path: one.path, lines: { begin: fileLine(one, one.line), end: fileLine(one, one.endLine) } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
