/** One check from its options to its report; ready to be run again when files change. */
import { dirname, join, relative, resolve } from 'node:path';
import { reportedRules } from '@softlens/analysis';
import { type Configuration, problemText } from '@softlens/analysis/configuration';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type { SyntaxParser } from '@softlens/syntax';
import { type Fixed, fixRounds } from '../fix/fix-rounds.ts';
import { loadParser } from '../parser.ts';
import type { Report } from '../report/report.ts';
import { rulePages } from '../rule-pages.ts';
import { isReadable, languagesIn, openSources, type Sources, sourceOptions } from '../sources.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { codeOf, fingerprintOf, readBaseline, withoutKnown } from './baseline.ts';
import { openCache } from './cache.ts';
import { type Collected, collectFiles } from './collect-files.ts';
import { type Configurations, openConfigurations, shownFrom } from './configurations.ts';
import { createReader, type Diagnostic, type Reader } from './diagnostics.ts';
import { findImporters } from './importers.ts';
import { rawLine } from './notebook-source.ts';
import { createParallel } from './parallel.ts';
import { showProgress } from './progress.ts';
import type { CheckRequest } from './request.ts';
import { type CheckResult, type Checks, createChecks } from './run-check.ts';
import { withCommandLine } from './settings.ts';
import { findConfiguration, isConfiguration, openWorkspace, type Workspace } from './workspace.ts';

export interface Check {
  readonly request: CheckRequest;
  readonly terminal: Terminal;
  readonly language: DisplayLanguage;
  readonly workspace: Workspace;
  /** The file that standard input stands for. */
  readonly stdin: string | undefined;
  /** Does the larger part of a run's work, on several processors where that pays. */
  prepare(): Promise<void>;
  run(): CheckRun;
  /** The absolute paths of all folders whose files had a part in it. */
  folders(): readonly string[];
}

export interface CheckRun {
  readonly report: Report;
  readonly reader: Reader;
  readonly fixed: Fixed;
  /** Findings that the baseline knows. */
  readonly inBaseline: number;
  /** Standard output belongs to the fixed text or its difference. */
  readonly hasOtherOutput: boolean;
}

/** Limits are told when asked for, Softlens' own mistakes always: silence must not look like a proof. */
function tell({ verbose }: CheckRequest, terminal: Terminal, language: DisplayLanguage, path: string, line: string): void {
  if (verbose) terminal.error(`${path}: ${line}\n`);
  else if (line.startsWith('fault: '))
    terminal.error(`softlens: ${text('check.fault', language, { path, fault: line.slice('fault: '.length) })}\n`);
}

interface Setup {
  readonly request: CheckRequest;
  readonly terminal: Terminal;
  readonly language: DisplayLanguage;
  readonly workspace: Workspace;
  readonly configurations: Configurations;
  readonly collected: Pick<Collected, 'files' | 'named'>;
  readonly parser: SyntaxParser;
  readonly checks: Checks;
  /** When the run began that is reported next. */
  readonly clock: { started: number };
}

/** Undefined when the configuration is wrong, which has been said then. Throws a UsageError for what is not there. */
export async function openCheck(
  request: CheckRequest,
  terminal: Terminal,
  language: DisplayLanguage,
): Promise<Check | undefined> {
  const { cwd } = terminal;
  const clock = { started: performance.now() };
  const configurationFile = request.config === undefined ? findConfiguration(cwd, request.paths) : resolve(cwd, request.config);
  const workspace = openWorkspace(cwd, request.paths, configurationFile);
  const configurations = openConfigurations({
    root: workspace.root,
    file: configurationFile,
    isOnly: request.config !== undefined,
    ruleIds: reportedRules.map(({ id }) => id),
    adapt: (configuration) => withCommandLine(configuration, request),
  });
  if (isWrong(configurations, terminal, language)) return undefined;
  const found = collected(request, terminal, workspace, configurations);
  // Folders have configurations of their own, which are met with their files.
  if (isWrong(configurations, terminal, language)) return undefined;
  const parser = await loadParser(terminal.assets, []);
  const progress = showProgress(terminal, language);
  const reading = configurations.reading();
  const roots = importRoots(reading, workspace, cwd);
  const { functions } = reading;
  // Standard input is not what lies on the disk.
  const cache =
    request.cache && request.stdin === undefined
      ? openCache({ root: workspace.root, folder: terminal.cacheFolder, settings: [terminal.build, roots, functions] })
      : undefined;
  const checks = createChecks({
    parser,
    configurations,
    ...(cache && { cache }),
    ...(request.stdin === undefined && {
      parallel: createParallel({ root: workspace.root, assets: terminal.assets, importRoots: roots, functions }),
    }),
    onFile: (done, all, path) => progress.at(done, all, workspace.shown(path)),
    onEnd: () => progress.end(),
    onTrace: (path, line) => tell(request, terminal, language, workspace.shown(path), line),
  });
  const setup: Setup = {
    request,
    terminal,
    language,
    workspace,
    configurations,
    collected: found,
    parser,
    checks,
    clock,
  };
  const texts = request.stdin === undefined ? undefined : new Map([[workspace.named(request.stdin), await terminal.input()]]);
  const sources = openSources(workspace.root, parser, {
    ...sourceOptions(reading, roots),
    ...(texts && { texts }),
  });
  return checkOf(setup, sources);
}

/** The check with the changed files read anew; undefined when none of them matters. */
export async function refresh(check: Check, changed: ReadonlySet<string>): Promise<Check | undefined> {
  return internals.get(check)?.refresh(changed);
}

const internals = new WeakMap<Check, { refresh(changed: ReadonlySet<string>): Promise<Check | undefined> }>();

async function checkOf(setup: Setup, sources: Sources): Promise<Check> {
  const { request, terminal, language, workspace, parser, configurations, checks } = setup;
  const stdin = request.stdin === undefined ? undefined : workspace.named(request.stdin);
  const { files, named } = setup.collected;
  for (const each of new Set(files.flatMap(languagesIn))) await parser.load(each);
  const around = named.length === 0 ? [] : findImporters(named, sources, workspace.root, configurations.isExcluded);
  for (const each of new Set(around.flatMap(languagesIn))) await parser.load(each);
  let latest = sources;
  const check: Check = {
    request,
    terminal,
    language,
    workspace,
    stdin,
    prepare: () => checks.prepare(sources, files, around),
    run() {
      const run = runOnce(setup, sources, files, around);
      latest = run.fixed.sources;
      return run;
    },
    folders: () => [...new Set([workspace.root, ...latest.loaded().map((file) => dirname(join(workspace.root, file)))])],
  };
  internals.set(check, {
    async refresh(changed) {
      if ([...changed].some((path) => configurations.read().has(path) || isConfiguration(path)))
        return openCheck(request, terminal, language);
      setup.clock.started = performance.now();
      const touched = [...changed].map((path) => workspace.named(path)).filter(isReadable);
      if (touched.length === 0) return undefined;
      const read = new Set(latest.loaded());
      if (touched.some((path) => !read.has(path))) checks.forget();
      const again = { ...setup, collected: collected(request, terminal, workspace, configurations) };
      return checkOf(again, sources.changed(new Map(touched.map((path) => [path, undefined]))));
    },
  });
  return check;
}

function runOnce(
  { request, terminal, language, workspace, checks, clock }: Setup,
  sources: Sources,
  files: readonly string[],
  around: readonly string[],
): CheckRun {
  const check = (now: Sources): CheckResult => checks.run(now, files, around);
  const fixed: Fixed =
    request.fix === 'none'
      ? { result: check(sources), sources, count: 0, files: new Map() }
      : fixRounds(sources, request.fix === 'unsafe', check);
  // What --diff shows is not written: the findings stay those of the files as they are.
  const [result, now] = request.diff ? [check(sources), sources] : [fixed.result, fixed.sources];
  const reader = createReader(now, workspace, language);
  const all = result.findings.map((finding) => reader.diagnostic(finding));
  const diagnostics =
    request.baseline === undefined || request.writeBaseline ? all : beyondBaseline(all, request.baseline, reader, terminal);
  const fingerprints = fingerprintsOf(diagnostics, reader);
  const report: Report = {
    diagnostics,
    files: result.files.map((file) => workspace.shown(file)),
    skipped: result.skipped.map(({ path, why }) => ({ path: workspace.shown(path), why })),
    milliseconds: performance.now() - clock.started,
    version: terminal.version,
    language,
    color: terminal.color,
    line: reader.line,
    fileLine: ({ path, cell }, line) => (cell === null ? line : rawLine(now.rawText(workspace.named(path)) ?? '', cell, line)),
    fingerprint: (one) => fingerprints.get(one) ?? '',
    pages: () => rulePages(terminal.assets, language),
  };
  const hasOtherOutput = request.diff || (request.stdin !== undefined && request.fix !== 'none');
  return { report, reader, fixed, inBaseline: all.length - diagnostics.length, hasOtherOutput };
}

function beyondBaseline(all: readonly Diagnostic[], given: string, reader: Reader, { cwd }: Terminal): readonly Diagnostic[] {
  const file = resolve(cwd, given);
  try {
    return withoutKnown(all, readBaseline(file), file, reader, cwd);
  } catch (error) {
    throw new UsageError('check.baseline-unreadable', {
      path: given,
      why: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Equal findings are told apart by their order. */
function fingerprintsOf(diagnostics: readonly Diagnostic[], reader: Reader): ReadonlyMap<Diagnostic, string> {
  const seen = new Map<string, number>();
  return new Map(
    diagnostics.map((one) => {
      const print = fingerprintOf(one, codeOf(one, reader));
      const count = (seen.get(print) ?? 0) + 1;
      seen.set(print, count);
      return [one, count === 1 ? print : `${print}-${count}`];
    }),
  );
}

/** Says what is wrong with the configurations that were read so far. */
function isWrong(configurations: Configurations, terminal: Terminal, language: DisplayLanguage): boolean {
  const wrong = [...configurations.read()].filter(
    ([, { problems, unreadable }]) => unreadable !== undefined || problems.length > 0,
  );
  for (const [file, { problems, unreadable }] of wrong) {
    const path = shownFrom(terminal.cwd, file);
    if (unreadable !== undefined)
      terminal.error(`softlens: ${text('configuration.unreadable', language, { path, why: unreadable })}\n`);
    for (const problem of problems) terminal.error(`softlens: ${problemText(path, problem, language)}\n`);
  }
  return wrong.length > 0;
}

function collected(
  request: CheckRequest,
  { cwd }: Terminal,
  workspace: Workspace,
  { isExcluded }: Configurations,
): Pick<Collected, 'files' | 'named'> {
  if (request.stdin !== undefined) {
    const stdin = workspace.named(request.stdin);
    if (!isReadable(stdin)) throw new UsageError('cli.unsupported', { path: request.stdin });
    // Its configuration is read with the others.
    isExcluded(stdin);
    return { files: [stdin], named: [stdin] };
  }
  const absolute = request.paths.map((path) => resolve(cwd, path));
  const { files, named, missing, unsupported } = collectFiles(absolute, { root: workspace.root, isExcluded });
  const given = (path: string | undefined): string => request.paths[absolute.indexOf(path ?? '')] ?? '';
  if (missing.length > 0) throw new UsageError('check.no-path', { path: given(missing[0]) });
  if (unsupported.length > 0) throw new UsageError('cli.unsupported', { path: given(unsupported[0]) });
  return { files, named };
}

/** `src` of the project, and of the folder that is checked where that is another. */
function importRoots({ src }: Configuration, { root, named }: Workspace, cwd: string): readonly string[] {
  if (src) return src;
  const here = named(cwd);
  return relative(root, cwd) === '' || here.startsWith('..') ? ['src'] : ['src', `${here}/src`];
}
