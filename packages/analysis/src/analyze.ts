/** The entry of the analysis: a document in, facts and findings out. */
import type { Language, Module } from '@softlens/syntax';
import type { FileAnalysis, Finding, ParsedDocument, Project } from './api.ts';
import { analysisOfCopy, noteOriginal } from './copies.ts';
import { type AnalysisOptions, analysisSteps, type Memory } from './evaluate/entries/entry.ts';
import type { Kept } from './evaluate/incremental/kept.ts';
import { type Budget, defaultBudget } from './evaluate/run/budget.ts';
import type { Listener } from './evaluate/run/listener.ts';
import type { Session } from './evaluate/run/run.ts';
import { createAliases } from './evaluate/state/aliases.ts';
import { createHeap } from './evaluate/state/heap.ts';
import { expectationsOf, hasExpectations } from './expected/find.ts';

/** Observes one analysis and says afterwards what it found: how rules plug in. */
export interface FindingsListener extends Listener {
  findings(): readonly Finding[];
}

export interface AnalyzerOptions {
  readonly budget?: Partial<Budget>;
  /** Makes what listens to one analysis of `path`. */
  readonly listen?: (project: Project, path: string) => FindingsListener;
  /** Reads the text of `# softlens: EXPRESSION` and of expected values. Without it such comments are not evaluated. */
  readonly parseExpression?: (text: string, language: Language) => Module;
  /** False leaves the facts out, for whoever wants findings only: recording them takes time and memory. */
  readonly facts?: boolean;
  /** Keeps what parts of a document left, so that after an edit only what it changed runs again: for editors. */
  readonly incremental?: boolean;
  /** Throws the interpreter's own faults instead of noting them in the trace: for tests. */
  readonly rethrow?: boolean;
}

export interface Analyzer {
  /** Analyses a document of the project to the end. */
  analyze(project: Project, path: string): FileAnalysis;
  /** Likewise, pausing between entry points, so that a caller can give up. */
  steps(project: Project, path: string): Generator<void, FileAnalysis>;
  /** Evaluates a text on its own, with conventional aliases (`np torch F nn tf keras jnp jax scipy`) in scope. */
  evaluateExpression(module: Module, text: string): FileAnalysis;
}

const keptResults = 64;
/** Documents of which every part is kept: people edit one or two at a time. */
const keptDocuments = 2;

interface Run extends AnalysisOptions {
  readonly listener: FindingsListener | undefined;
}

export function createAnalyzer(options: AnalyzerOptions = {}): Analyzer {
  const budget: Budget = { ...defaultBudget, ...options.budget };
  const sessions = new WeakMap<Project, Session>();
  const remembered = new WeakMap<Project, Map<string, Remembered>>();
  const memories = new WeakMap<Project, Map<string, Kept>>();

  function* steps(project: Project, path: string): Generator<void, FileAnalysis> {
    const results = remembered.get(project) ?? new Map<string, Remembered>();
    remembered.set(project, results);
    const known = results.get(path);
    if (known && (project.immutable || isCurrent(known, project))) return known.analysis;
    const session = currentSession(project, sessions);
    const document = options.facts === false && !options.incremental ? repeatable(project, path) : undefined;
    const copy = document && analysisOfCopy(session, document);
    if (copy) {
      remember(results, path, session, copy);
      return copy;
    }
    const before = options.incremental ? memories.get(project)?.get(path) : undefined;
    const run = (earlier: Kept | undefined): Run => {
      const memory: Memory | undefined = options.incremental ? { before: earlier } : undefined;
      const listener = options.listen?.(project, path);
      return {
        session,
        budget,
        listener,
        ...(memory ? { memory } : {}),
        rethrow: options.rethrow === true,
        facts: options.facts !== false || expects(project, path),
        ...(options.parseExpression ? { parseExpression: options.parseExpression } : {}),
      };
    };
    let at = run(before);
    let found = yield* analysisSteps(at, path);
    if (at.memory?.isWrong) {
      at = run(undefined);
      found = yield* analysisSteps(at, path);
    }
    if (at.memory) keepMemory(memories, project, path, at.memory.after);
    const { listener } = at;
    const analysis = withExpectations(found, project.module(path), listener);
    const complete = listener ? withFindings(analysis, byPlace(listener.findings(), path)) : analysis;
    remember(results, path, session, complete);
    if (document) noteOriginal(session, document, complete);
    return complete;
  }

  return {
    steps,
    analyze: (project, path) => finish(steps(project, path)),
    evaluateExpression(module, text) {
      const path = 'expression';
      const document: ParsedDocument = { path, language: module.language, text, module, version: text };
      const project: Project = {
        module: (asked) => (asked === path ? document : undefined),
        exists: (asked) => asked === path,
        importRoots: [],
      };
      return finish(steps(project, path));
    },
  };
}

/** Of the documents that were analysed last. */
function keepMemory(memories: WeakMap<Project, Map<string, Kept>>, project: Project, path: string, kept: Kept | undefined): void {
  const documents = memories.get(project) ?? new Map<string, Kept>();
  memories.set(project, documents);
  documents.delete(path);
  if (kept) documents.set(path, kept);
  const oldest = documents.keys().next();
  if (documents.size > keptDocuments && !oldest.done) documents.delete(oldest.value);
}

/** What comments expect is compared with the facts. */
const expects = (project: Project, path: string): boolean => {
  const document = project.module(path);
  return document !== undefined && hasExpectations(document);
};

/** A document whose findings depend on nothing but its text and its imports. */
function repeatable(project: Project, path: string): ParsedDocument | undefined {
  const document = project.immutable && !project.importers ? project.module(path) : undefined;
  return document?.language === 'python' && !hasExpectations(document) ? document : undefined;
}

function withExpectations(
  analysis: FileAnalysis,
  document: ParsedDocument | undefined,
  listener: Listener | undefined,
): FileAnalysis {
  // Facts are only looked for where something is expected of them.
  const expectations = document && hasExpectations(document) ? expectationsOf(document, analysis.facts) : [];
  if (!document || expectations.length === 0) return analysis;
  for (const expectation of expectations) listener?.onExpectation?.(expectation, document.path);
  return { ...analysis, expectations };
}

/** The facts are not asked for. */
function withFindings(analysis: FileAnalysis, found: Pick<FileAnalysis, 'findings' | 'elsewhere'>): FileAnalysis {
  const { path, expectations, dependencies, sought, trace, factsIn } = analysis;
  return {
    path,
    get facts() {
      return analysis.facts;
    },
    ...(factsIn ? { factsIn } : {}),
    ...(expectations ? { expectations } : {}),
    dependencies,
    ...(sought ? { sought } : {}),
    trace,
    ...found,
  };
}

/** What was found in the document itself, and what in the documents it runs through: a loss in a trainer that this one calls. */
function byPlace(findings: readonly Finding[], path: string): Pick<FileAnalysis, 'findings' | 'elsewhere'> {
  return {
    findings: findings.filter((finding) => finding.path === path),
    elsewhere: findings.filter((finding) => finding.path !== path),
  };
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

interface Remembered {
  readonly analysis: FileAnalysis;
  readonly versions: ReadonlyMap<string, string | undefined>;
  readonly missing: ReadonlySet<string>;
}

/** A result holds while every document that it saw is the same. */
function isCurrent(known: Remembered, project: Project): boolean {
  for (const [path, version] of known.versions) if (project.module(path)?.version !== version) return false;
  return stillMissing(known.missing, project);
}

function remember(results: Map<string, Remembered>, path: string, { project, missing }: Session, analysis: FileAnalysis): void {
  results.delete(path);
  results.set(path, {
    analysis,
    versions: project.immutable ? new Map() : new Map(analysis.dependencies.map((one) => [one, project.module(one)?.version])),
    missing,
  });
  const oldest = results.keys().next();
  if (results.size > keptResults && !oldest.done) results.delete(oldest.value);
}

function stillMissing(missing: ReadonlySet<string>, project: Project): boolean {
  for (const path of missing) if (project.exists(path)) return false;
  return true;
}

function isFresh({ modules, missing }: Session, project: Project): boolean {
  if (!stillMissing(missing, project)) return false;
  return [...modules.values()].every(({ document }) => project.module(document.path)?.version === document.version);
}

/** Modules evaluated on import are shared by all analyses of a project, until one of them changes. */
function currentSession(project: Project, sessions: WeakMap<Project, Session>): Session {
  const known = sessions.get(project);
  if (known && (project.immutable || isFresh(known, project))) return known;
  const session: Session = {
    project,
    base: createHeap(),
    modules: new Map(),
    scopes: new Map(),
    imports: new Map(),
    missing: new Set(),
    resolved: new Map(),
    sought: new Map(),
    asked: new Map(),
    reads: new Map(),
    aliases: createAliases(),
    retained: new WeakMap(),
    undone: new WeakMap(),
    changed: new WeakSet(),
    nextScope: 1,
    nextCell: 1,
    nextSymbol: 1,
  };
  sessions.set(project, session);
  return session;
}
