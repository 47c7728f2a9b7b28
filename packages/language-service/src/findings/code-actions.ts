/** Fixes of findings: one by one, and all safe ones together. */
import type { Edit, Finding } from '@softlens/analysis';
import { translate } from '@softlens/analysis/messages';
import { fillActions } from '../expectations/expectations.ts';
import type { DisplayOptions, Snapshot, TextRange } from '../snapshot.ts';
import { type Diagnostic, diagnosticOf, ownFindings } from './diagnostics.ts';

export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'source.fixAll.softlens' | 'refactor.rewrite';
  readonly edits: readonly Edit[];
  /** The finding that it mends. */
  readonly diagnostic?: Diagnostic;
  /** Safe, and the best there is: what an editor applies without asking which. */
  readonly preferred: boolean;
}

export function codeActions(snapshot: Snapshot, range: TextRange, options: DisplayOptions): CodeAction[] {
  const fixes = findingsIn(snapshot, range).flatMap((finding) => fixesOf(finding, options));
  return [...fixes, ...fillActions(snapshot, range, options)];
}

/** Findings that the range touches. */
export function findingsIn(snapshot: Snapshot, range: TextRange): Finding[] {
  return ownFindings(snapshot).filter((finding) => finding.start <= range.end && range.start <= finding.end);
}

/** Every safe fix of the document whose edits do not touch those of one before it; undefined when there is none. */
export function fixAll(snapshot: Snapshot, title: string): CodeAction | undefined {
  const edits: Edit[] = [];
  for (const finding of ownFindings(snapshot)) {
    const fix = finding.fixes.find(({ safety }) => safety === 'safe');
    if (fix?.edits.every((edit) => !edits.some((other) => overlaps(edit, other)))) edits.push(...fix.edits);
  }
  return edits.length === 0 ? undefined : { title, kind: 'source.fixAll.softlens', edits, preferred: false };
}

function fixesOf(finding: Finding, options: DisplayOptions): CodeAction[] {
  const diagnostic = diagnosticOf(finding, options);
  return finding.fixes.map((fix, i) => ({
    title: translate(fix.title, options.language),
    kind: 'quickfix',
    edits: fix.edits,
    diagnostic,
    preferred: i === 0 && fix.safety === 'safe',
  }));
}

/** Two insertions at one place collide too: their order would be chance. */
function overlaps(a: Edit, b: Edit): boolean {
  return a.path === b.path && a.start <= b.end && b.start <= a.end;
}
