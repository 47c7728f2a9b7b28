/** Checks files: every finding once, in whichever document it lies, as the configuration wants it. */
import { createChecker, type Finding, settleFindings } from '@softlens/analysis';
import { applyConfiguration, type Configuration } from '@softlens/analysis/configuration';
import type { SyntaxParser } from '@softlens/syntax';
import picomatch from 'picomatch';
import type { Sources } from '../sources.ts';

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Files that could not be read, and why. */
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
  readonly files: number;
}

export interface CheckOptions {
  readonly configuration: Configuration;
  /** Called before each file, for the progress line. */
  onFile?(done: number, all: number, path: string): void;
  /** Notes for the log: budgets that were reached, rules that failed. */
  onTrace?(path: string, line: string): void;
}

export function runCheck(files: readonly string[], sources: Sources, parser: SyntaxParser, options: CheckOptions): CheckResult {
  const { project } = sources;
  const found: Finding[] = [];
  const skipped: { path: string; why: string }[] = [];
  const checker = createChecker({
    parseExpression: (text, language) => parser.parse(text, language),
    onRuleError: (rule, error) => options.onTrace?.(rule, String(error)),
  });
  for (const [done, path] of files.entries()) {
    options.onFile?.(done, files.length, path);
    if (!project.module(path)) {
      skipped.push({ path, why: sources.failure(path) ?? '' });
      continue;
    }
    const analysis = checker.analyze(project, path);
    found.push(...analysis.findings, ...(analysis.elsewhere ?? []));
    for (const line of analysis.trace) options.onTrace?.(path, line);
  }
  const checked = new Set(files);
  const settled = [...checked].flatMap((path) => settleFindings(project, path, found));
  return { findings: applyConfiguration(settled, options.configuration, globMatcher()), skipped, files: files.length };
}

function globMatcher(): (glob: string, path: string) => boolean {
  const compiled = new Map<string, (path: string) => boolean>();
  return (glob, path) => {
    const matches = compiled.get(glob) ?? picomatch([glob, `${glob.replace(/\/+$/, '')}/**`], { dot: true });
    compiled.set(glob, matches);
    return matches(path);
  };
}
