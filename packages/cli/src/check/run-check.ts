/** Checks files: every finding once, in whichever document it lies, as the configuration wants it. */
import { type Analyzer, createChecker, type FileAnalysis, type Finding, settleFindings } from '@softlens/analysis';
import { applyConfiguration, type Configuration } from '@softlens/analysis/configuration';
import type { SyntaxParser } from '@softlens/syntax';
import { fileOf, type Sources } from '../sources.ts';
import { cachedGlobs } from './globs.ts';

export interface CheckResult {
  /** By file, in the order of the files, and by place. */
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly files: readonly string[];
}

/** A file that could not be checked, and why. */
export interface Skipped {
  readonly path: string;
  readonly why: string;
}

export interface CheckOptions {
  readonly parser: SyntaxParser;
  readonly configuration: Configuration;
  /** Called before each file, for the progress line. */
  onFile?(done: number, all: number, path: string): void;
  onEnd?(): void;
  /** Notes for the log: budgets that were reached, rules that failed. */
  onTrace?(path: string, line: string): void;
}

export interface Checks {
  /**
   * Checks `files`. With `around`, other files that use them are analysed too, and what is found there counts when one of `files`
   * has a part in it.
   */
  run(sources: Sources, files: readonly string[], around?: readonly string[]): CheckResult;
}

/** Remembers each file's analysis, and takes it again while all that it depends on is the same. */
export function createChecks(options: CheckOptions): Checks {
  const remembered = new Map<string, Remembered>();
  const checker = createChecker({
    facts: false,
    parseExpression: (text, language) => options.parser.parse(text, language),
    onRuleError: (rule, error) => options.onTrace?.(rule, String(error)),
  });
  const matches = cachedGlobs();
  return {
    run(sources, files, around = []) {
      const all = [...new Set([...files, ...around])];
      const skipped: Skipped[] = [];
      const found: Finding[] = [];
      for (const [done, file] of all.entries()) {
        options.onFile?.(done, all.length, file);
        const failure = analyse({ sources, checker, remembered, options }, file, found);
        if (failure !== undefined && files.includes(file)) skipped.push({ path: file, why: failure });
      }
      options.onEnd?.();
      return { findings: applyConfiguration(settled(sources, files, found), options.configuration, matches), skipped, files };
    },
  };
}

interface Remembered {
  readonly analysis: FileAnalysis;
  readonly versions: ReadonlyMap<string, string | undefined>;
}

interface Run {
  readonly sources: Sources;
  readonly checker: Analyzer;
  readonly remembered: Map<string, Remembered>;
  readonly options: CheckOptions;
}

/** Adds what is found from a file; tells why when it cannot be read or analysed, so that the others go on. */
function analyse({ sources, checker, remembered, options }: Run, file: string, found: Finding[]): string | undefined {
  const failure = sources.failure(file);
  if (failure !== undefined) return failure;
  const { project } = sources;
  for (const path of sources.documents(file)) {
    const known = remembered.get(path);
    try {
      const analysis = known && isCurrent(known, sources) ? known.analysis : checker.analyze(project, path);
      if (analysis !== known?.analysis) {
        const versions = new Map(analysis.dependencies.map((one) => [one, project.module(one)?.version]));
        remembered.set(path, { analysis: { ...analysis, facts: [] }, versions });
        for (const line of analysis.trace) options.onTrace?.(path, line);
      }
      found.push(...analysis.findings, ...(analysis.elsewhere ?? []));
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return undefined;
}

function isCurrent({ versions }: Remembered, { project }: Sources): boolean {
  for (const [path, version] of versions) if (project.module(path)?.version !== version) return false;
  return true;
}

/** What lies in the files, and what lies elsewhere and comes from them. */
function settled(sources: Sources, files: readonly string[], found: readonly Finding[]): readonly Finding[] {
  const checked = new Set(files);
  const elsewhere = new Set(found.filter(({ path }) => !checked.has(fileOf(path))).map(({ path }) => path));
  const own = files.flatMap((file) => sources.documents(file)).flatMap((path) => settleFindings(sources.project, path, found));
  const theirs = [...elsewhere].sort().flatMap((path) => settleFindings(sources.project, path, found));
  return [...own, ...theirs.filter(({ related }) => related.some((place) => checked.has(fileOf(place.path))))].sort(
    byPlace(files),
  );
}

function byPlace(files: readonly string[]): (a: Finding, b: Finding) => number {
  const order = new Map(files.map((file, i) => [file, i]));
  const rank = ({ path }: Finding): number => order.get(fileOf(path)) ?? files.length;
  return (a, b) =>
    rank(a) - rank(b) || compareText(fileOf(a.path), fileOf(b.path)) || a.start - b.start || compareText(a.rule, b.rule);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
