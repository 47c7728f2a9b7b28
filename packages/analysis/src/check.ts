/** The analyzer with the rules plugged in: what `softlens check` and the editor's diagnostics use. */
import type { Analyzer, AnalyzerOptions, FindingsListener } from './analyze.ts';
import { createAnalyzer } from './analyze.ts';
import type { Finding, Project } from './api.ts';
import { createCollector } from './rules/engine/collector.ts';
import type { Rule } from './rules/engine/rule.ts';
import { applySuppressions } from './rules/engine/suppressions.ts';
import { rules as allRules } from './rules/index.ts';

/** Everything that findings go by: the rules, and what the engine itself reports. */
export const reportedRules: readonly Pick<Rule, 'id' | 'severity' | 'fix'>[] = [
  ...allRules,
  { id: 'unused-suppression', severity: 'warning', fix: 'safe' },
];

export interface CheckerOptions extends Omit<AnalyzerOptions, 'listen'> {
  readonly rules?: readonly Rule[];
  /** A rule that threw: the others go on. Absent, it is thrown on. */
  readonly onRuleError?: (rule: string, error: unknown) => void;
}

export function createChecker({ rules = allRules, onRuleError = throwOn, ...options }: CheckerOptions = {}): Analyzer {
  return createAnalyzer({ ...options, listen: (project) => listening(project, rules, onRuleError) });
}

function listening(project: Project, rules: readonly Rule[], onError: (rule: string, error: unknown) => void): FindingsListener {
  return createCollector({ rules, onError, document: (path) => project.module(path) });
}

/** The findings of one document from any number of analyses: once each, without the suppressed ones, and with idle suppressions. */
export function settleFindings(project: Project, path: string, findings: readonly Finding[]): readonly Finding[] {
  const document = project.module(path);
  const unique = new Map(findings.filter((one) => one.path === path).map((one) => [`${one.rule} ${one.start} ${one.end}`, one]));
  return document ? applySuppressions(document, [...unique.values()]) : [...unique.values()];
}

function throwOn(_rule: string, error: unknown): void {
  throw error;
}
