/** Checks files: every finding once, in whichever document it lies, as the configuration wants it. */
import { type Finding, settleFindings } from '@softlens/analysis';
import type { SyntaxParser } from '@softlens/syntax';
import { fileOf, type Sources } from '../sources.ts';
import { type FileResult, fileAnalyser } from './analyse-file.ts';
import type { Cache } from './cache.ts';
import type { Configurations } from './configurations.ts';
import type { Parallel } from './parallel.ts';

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
  readonly configurations: Pick<Configurations, 'apply'>;
  /** Results of earlier checks. */
  readonly cache?: Cache;
  /** Analyses many files at once, and gives up those that it cannot. */
  readonly parallel?: Parallel;
  /** Called before each file, for the progress line. */
  onFile?(done: number, all: number, path: string): void;
  onEnd?(): void;
  /** Notes for the log: budgets that were reached, rules that failed. */
  onTrace?(path: string, line: string): void;
}

export interface Checks {
  /** Analyses what a run will need on as many processors as it is worth. A run without it does the same, more slowly. */
  prepare(sources: Sources, files: readonly string[], around?: readonly string[]): Promise<void>;
  /**
   * Checks `files`. With `around`, other files that use them are analysed too, and what is found there counts when one of `files`
   * has a part in it.
   */
  run(sources: Sources, files: readonly string[], around?: readonly string[]): CheckResult;
  /** A file that was not there before may be what an import looked for in vain. */
  forget(): void;
}

/** Remembers each file's result, and takes it again while all that it depends on is the same. */
export function createChecks(options: CheckOptions): Checks {
  const { cache } = options;
  const remembered = new Map<string, Remembered>();
  const untold = new Set<string>();
  const analyse = fileAnalyser(options.parser);
  const remember = (sources: Sources, file: string, result: FileResult): FileResult => {
    remembered.set(file, { result, versions: new Map(result.dependencies.map((one) => [one, sources.version(one)])) });
    untold.add(file);
    return result;
  };
  const known = (sources: Sources, file: string): FileResult | undefined => {
    const before = remembered.get(file);
    if (before && isCurrent(before, sources)) return before.result;
    const stored = cache?.get(sources, file);
    return stored && remember(sources, file, stored);
  };
  const add = (sources: Sources, file: string, result: FileResult): FileResult => {
    cache?.put(sources, file, result);
    return remember(sources, file, result);
  };
  return {
    forget: () => remembered.clear(),
    async prepare(sources, files, around = []) {
      const pending = [...new Set([...files, ...around])].filter((file) => !known(sources, file));
      await options.parallel?.(sources, pending, {
        analyse,
        onResult: (file, result) => void add(sources, file, result),
        onFile: (done, file) => options.onFile?.(done, pending.length, file),
      });
    },
    run(sources, files, around = []) {
      const checked = new Set(files);
      const all = [...new Set([...files, ...around])];
      const skipped: Skipped[] = [];
      const found: Finding[] = [];
      for (const [done, file] of all.entries()) {
        options.onFile?.(done, all.length, file);
        const { failure, findings, trace } = known(sources, file) ?? add(sources, file, analyse(sources, file));
        if (untold.delete(file)) for (const line of trace) options.onTrace?.(file, line);
        found.push(...findings);
        if (failure !== undefined && checked.has(file)) skipped.push({ path: file, why: failure });
      }
      options.onEnd?.();
      cache?.save();
      return { findings: options.configurations.apply(settled(sources, files, found)), skipped, files };
    },
  };
}

interface Remembered {
  readonly result: FileResult;
  readonly versions: ReadonlyMap<string, string>;
}

function isCurrent({ versions }: Remembered, sources: Sources): boolean {
  for (const [file, version] of versions) if (sources.version(file) !== version) return false;
  return true;
}

/** What lies in the files, and what lies elsewhere and comes from them. */
function settled(sources: Sources, files: readonly string[], found: readonly Finding[]): readonly Finding[] {
  const checked = new Set(files);
  const places = new Set(found.map(({ path }) => path));
  const elsewhere = [...places].filter((path) => !checked.has(fileOf(path))).sort();
  // A file without findings matters only for comments that silence nothing.
  const own = files
    .filter((file) => places.has(file) || sources.rawText(file)?.includes('softlens:'))
    .flatMap((file) => sources.documents(file))
    .flatMap((path) => settleFindings(sources.project, path, found));
  const theirs = elsewhere.flatMap((path) => settleFindings(sources.project, path, found));
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
