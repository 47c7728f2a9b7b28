/**
 * Copies of a document, as folders of examples have them by the dozen: where each import leads to what it led to there, the same program
 * finds the same. For checks only, which want no facts.
 */
import type { FileAnalysis, Finding, Message, ParsedDocument } from './api.ts';
import type { Session } from './evaluate/run/run.ts';
import { noteImport, noteRead, noteSought, resolutionOf, resolveIn } from './resolve/modules.ts';
import type { Place } from './values/space.ts';

interface Original {
  readonly document: ParsedDocument;
  readonly analysis: FileAnalysis;
}

const originals = new WeakMap<Session, Map<string, Original[]>>();
/** Folders in which one text may mean something else. */
const maxOriginals = 8;

export function noteOriginal(session: Session, document: ParsedDocument, analysis: FileAnalysis): void {
  const perSession = originals.get(session) ?? new Map<string, Original[]>();
  originals.set(session, perSession);
  const known = perSession.get(document.text) ?? [];
  if (known.length === 0) perSession.set(document.text, known);
  if (known.length < maxOriginals) known.push({ document, analysis });
}

/** What the analysis of a document would give, where a copy of it has been analysed that means the same. */
export function analysisOfCopy(session: Session, document: ParsedDocument): FileAnalysis | undefined {
  const known = originals.get(session)?.get(document.text) ?? [];
  const original = known.find((one) => meansTheSame(session, one.document, document));
  if (!original) return undefined;
  const { path: from } = original.document;
  const { path: to } = document;
  takeOverSearches(session, from, to);
  const { analysis } = original;
  return {
    ...analysis,
    path: to,
    findings: analysis.findings.map((finding) => moved(finding, from, to)),
    elsewhere: (analysis.elsewhere ?? []).map((finding) => moved(finding, from, to)),
    dependencies: analysis.dependencies.map((one) => (one === from ? to : one)),
    trace: analysis.trace.map((line) => line.replaceAll(from, to)),
  };
}

/** A program that others import, or that imports itself, is met at its own place too. */
function meansTheSame(session: Session, original: ParsedDocument, copy: ParsedDocument): boolean {
  const { modules, asked } = session;
  if (original.language !== copy.language || modules.has(original.path) || modules.has(copy.path)) return false;
  for (const { module, level, path } of asked.get(original.path)?.values() ?? []) {
    if (path === original.path || path === copy.path) return false;
    if (resolveIn(session, copy, module, level).path !== path) return false;
  }
  return true;
}

/** What depends on the copy depends on what the original's imports met, and on the searches from its own folder, which are noted. */
function takeOverSearches(session: Session, from: string, to: string): void {
  const own = new Set<string>();
  for (const { module, level } of session.asked.get(from)?.values() ?? []) {
    const found = resolutionOf(session, from, module, level);
    for (const one of found?.tried ?? []) own.add(one);
    if (found?.path !== undefined) own.add(found.path);
  }
  for (const [path, isThere] of session.sought.get(from) ?? []) if (!own.has(path)) noteSought(session, to, path, isThere);
  for (const path of session.imports.get(from) ?? []) noteImport(session, to, path);
  noteRead(session, to, [...(session.reads.get(from) ?? [])]);
}

function moved(finding: Finding, from: string, to: string): Finding {
  const place = <T extends Place>(one: T): T => (one.path === from ? { ...one, path: to } : one);
  const told = <T extends { readonly message: Message }>(one: T): T => ({ ...one, message: retold(one.message, from, to) });
  return {
    ...told(place(finding)),
    related: finding.related.map((one) => told(place(one))),
    fixes: finding.fixes.map((fix) => ({ ...fix, title: retold(fix.title, from, to), edits: fix.edits.map(place) })),
  };
}

/** Words name places too: `softmax, model.py:55`. */
function retold(message: Message, from: string, to: string): Message {
  const params = Object.entries(message.params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? value.replaceAll(`, ${from}:`, `, ${to}:`) : value,
  ]);
  return { ...message, params: Object.fromEntries(params) };
}
