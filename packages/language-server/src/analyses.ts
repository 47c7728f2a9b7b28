/** Analyses of documents: made when first asked for, kept while nothing they read has changed, given up for a newer edit. */
import type { FileAnalysis, Finding, Project } from '@softlens/analysis';
import type { Snapshot } from '@softlens/language-service';
import { canonicalUri } from './files/remote.ts';
import type { ServerHost } from './host.ts';
import type { Workspace } from './workspace.ts';

/** One analysis as a sequence of steps, between which it can be given up. */
export type Analyze = (project: Project, path: string, kind: Kind) => Iterator<unknown, FileAnalysis>;

/** Of what nobody looks at, only the findings are wanted, which takes less time and far less memory. */
type Kind = 'program' | 'findings' | 'markdown';

/** The findings of one document, once each, without those that its comments or its project's settings suppress. */
export type Settle = (uri: string, project: Project, path: string, findings: readonly Finding[]) => readonly Finding[];

export interface Analyses {
  /** Undefined when there is no such document, or when it changed or `cancelled` turned true while this was at work. */
  snapshot(uri: string, cancelled: () => boolean): Promise<Snapshot | undefined>;
  /** Likewise, with all findings of the document: also those that its importers' analyses make in it. */
  checked(uri: string, cancelled: () => boolean): Promise<Snapshot | undefined>;
  /** Gives up what is at work: something changed. */
  changed(): void;
  onChange(listener: () => void): void;
  /** Counts the changes. */
  generation(): number;
}

/** What is left of the analysis of a document that nobody looks at. */
interface Said {
  readonly project: Project;
  readonly shape: number;
  readonly read: ReadonlyMap<string, string>;
  readonly analysis: FileAnalysis;
}

interface Kept {
  readonly snapshot: Snapshot;
  /** A changed configuration makes another. */
  readonly project: Project;
  readonly read: ReadonlyMap<string, string>;
}

/** How long steps run before other messages are let in. */
const sliceMilliseconds = 8;
/** Who imports a document, and who imports those: they are looked into whenever it changes. */
const maxImporters = 12;
/** Others who made findings in it, found when they were themselves looked into. */
const maxSpeakers = 24;
/** Typing is left alone: importers that had nothing to say of a document are asked again when nothing has changed for a while. */
const calmMilliseconds = 600;
/** What more documents say is worked out again when it is wanted. */
const maxSaid = 2000;

/** `news` has those who asked ask again: there is more to say. Without it all is said at once, however long that takes. */
export function createAnalyses(
  workspace: Workspace,
  analyze: Analyze,
  settle: Settle,
  host: Pick<ServerHost, 'yield' | 'now'>,
  news?: () => void,
): Analyses {
  const kept = new Map<string, Kept>();
  const checked = new Map<string, { readonly generation: number; readonly snapshot: Snapshot }>();
  const running = new Map<string, Promise<Snapshot | undefined>>();
  const said = new Map<string, Said>();
  /** Who made findings in a document, by its address. */
  const speakers = new Map<string, Set<string>>();
  const listeners: (() => void)[] = [];
  let generation = 0;

  const freshly = (uri: string): Said | undefined => {
    const known = said.get(uri);
    const isFresh = known?.project === workspace.locate(uri).project && known.shape === workspace.shape();
    return isFresh && workspace.isFresh(uri, known.read) ? known : undefined;
  };

  const keepSaid = (uri: string, one: Said): void => {
    said.delete(uri);
    said.set(uri, one);
    const [oldest] = said.size > maxSaid ? said.keys() : [];
    if (oldest !== undefined) said.delete(oldest);
    for (const path of new Set(one.analysis.elsewhere?.map((finding) => finding.path))) {
      const target = canonicalUri(workspace.uriOf(uri, path));
      const known = speakers.get(target) ?? new Set();
      speakers.set(target, known.add(uri));
      if (checked.get(target)?.generation === generation && checked.delete(target)) news?.();
    }
  };

  /** The findings of a document, in it and elsewhere, without its facts. */
  const saidBy = async (uri: string, stale: () => boolean): Promise<Said | undefined> => {
    const known = freshly(uri);
    if (known) return known;
    const { project, path } = workspace.locate(uri);
    const full = await runSteps(analyze(project, path, 'findings'), stale, host);
    if (!full) return undefined;
    const { findings, elsewhere = [], dependencies } = full;
    const analysis = { path, facts: [], findings, elsewhere, dependencies, trace: [] };
    const one = { project, shape: workspace.shape(), read: workspace.versionsOf(uri, analysis), analysis };
    if (!workspace.isWaiting()) keepSaid(uri, one);
    return one;
  };

  /** What they say of an open document becomes news. */
  const askLater = async (importers: readonly string[], stale: () => boolean): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, calmMilliseconds));
    for (const one of importers) if (stale() || !(await saidBy(one, stale))) return;
  };

  const compute = async (uri: string): Promise<Snapshot | undefined> => {
    const begun = generation;
    const document = workspace.document(uri);
    if (!document) return undefined;
    const { project, path } = workspace.locate(uri);
    const analysis = await runSteps(
      analyze(project, path, workspace.isMarkdown(uri) ? 'markdown' : 'program'),
      () => generation !== begun,
      host,
    );
    if (!analysis) return undefined;
    const snapshot = { document, analysis, project };
    if (!workspace.isWaiting() && workspace.isOpen(uri))
      kept.set(uri, { snapshot, project, read: workspace.versionsOf(uri, analysis) });
    return snapshot;
  };

  const check = async (uri: string): Promise<Snapshot | undefined> => {
    const begun = generation;
    const stale = () => generation !== begun;
    const own = workspace.isOpen(uri) ? await shared(uri, snapshotOf) : await unseen(uri, stale);
    if (!own) return undefined;
    const { project, path } = workspace.locate(uri);
    const findings = [...own.analysis.findings];
    const dependencies = new Set(own.analysis.dependencies);
    const near = workspace.isMarkdown(uri) ? [] : importersOf(project, path).map((one) => workspace.uriOf(uri, one));
    const known = [...(speakers.get(canonicalUri(uri)) ?? [])].filter((one) => workspace.locate(one).project === project);
    const later = news && workspace.isOpen(uri) ? near.filter((one) => !known.includes(one) && !freshly(one)) : [];
    for (const importer of new Set([...near.filter((one) => !later.includes(one)), ...known.slice(0, maxSpeakers)])) {
      const one = await saidBy(importer, stale);
      if (!one) return undefined;
      const { elsewhere = [] } = one.analysis;
      if (!elsewhere.some((finding) => finding.path === path)) speakers.get(canonicalUri(uri))?.delete(importer);
      findings.push(...elsewhere);
      for (const read of one.analysis.dependencies) dependencies.add(read);
    }
    const settled = settle(uri, project, path, findings);
    const snapshot = { ...own, analysis: { ...own.analysis, findings: settled, dependencies: [...dependencies] } };
    if (!workspace.isWaiting() && workspace.isOpen(uri)) checked.set(canonicalUri(uri), { generation: begun, snapshot });
    if (later.length > 0) askLater(later, stale).catch(() => {});
    return snapshot;
  };

  /** Of a document that is not open. */
  const unseen = async (uri: string, stale: () => boolean): Promise<Snapshot | undefined> => {
    const one = await saidBy(uri, stale);
    const document = one && workspace.document(uri);
    return document && { document, analysis: one.analysis, project: one.project };
  };

  const snapshotOf = async (uri: string): Promise<Snapshot | undefined> => {
    const known = kept.get(uri);
    const { project } = workspace.locate(uri);
    if (known && known.project === project && workspace.isFresh(uri, known.read)) return known.snapshot;
    kept.delete(uri);
    return compute(uri);
  };

  const checkedOf = async (uri: string): Promise<Snapshot | undefined> => {
    const key = canonicalUri(uri);
    const known = checked.get(key);
    if (known?.generation === generation) return known.snapshot;
    checked.delete(key);
    return check(uri);
  };

  /** Several requests about one state of a document share one analysis. */
  const shared = async (uri: string, make: (uri: string) => Promise<Snapshot | undefined>): Promise<Snapshot | undefined> => {
    const key = make === snapshotOf ? uri : `checked ${uri}`;
    const promise = running.get(key) ?? make(uri);
    running.set(key, promise);
    try {
      return await promise;
    } finally {
      if (running.get(key) === promise) running.delete(key);
    }
  };

  const unlessCancelled = async (asked: Promise<Snapshot | undefined>, cancelled: () => boolean) => {
    const snapshot = await asked;
    return cancelled() ? undefined : snapshot;
  };

  return {
    snapshot: (uri, cancelled) => unlessCancelled(shared(uri, snapshotOf), cancelled),
    checked: (uri, cancelled) => unlessCancelled(shared(uri, checkedOf), cancelled),
    changed() {
      generation++;
      running.clear();
      for (const listener of listeners) listener();
    },
    onChange: (listener) => listeners.push(listener),
    generation: () => generation,
  };
}

/** Nearest first. */
function importersOf(project: Project, path: string): readonly string[] {
  const found = new Set([path]);
  for (const one of found) {
    for (const importer of project.importers?.(one) ?? []) if (found.size <= maxImporters) found.add(importer);
  }
  found.delete(path);
  return [...found];
}

async function runSteps(
  steps: Iterator<unknown, FileAnalysis>,
  stale: () => boolean,
  host: Pick<ServerHost, 'yield' | 'now'>,
): Promise<FileAnalysis | undefined> {
  let sliceEnd = host.now() + sliceMilliseconds;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (host.now() < sliceEnd) continue;
    await host.yield();
    if (stale()) return undefined;
    sliceEnd = host.now() + sliceMilliseconds;
  }
}
