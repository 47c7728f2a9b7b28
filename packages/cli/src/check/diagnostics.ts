/** Findings with their places as people count them: lines and columns from 1, columns in UTF-16 units, cells from 1. */
import type { Finding, Fix } from '@softlens/analysis';
import { type DisplayLanguage, translate } from '@softlens/analysis/messages';
import type { Sources } from '../sources.ts';

export interface Location {
  readonly path: string;
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Diagnostic extends Location {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly related: readonly (Location & { readonly message: string })[];
  readonly fix: { readonly title: string; readonly safety: Fix['safety']; readonly edits: readonly (Location & { readonly text: string })[] } | null;
}

export function createLocator(sources: Sources) {
  const starts = new Map<string, readonly number[]>();
  const lineStarts = (key: string, text: string): readonly number[] => {
    const known = starts.get(key) ?? startsOf(text);
    starts.set(key, known);
    return known;
  };
  const point = (path: string, offset: number): { cell: number | null; line: number; column: number } => {
    const text = sources.project.module(path)?.text ?? '';
    const notebook = sources.notebook(path);
    const cell = notebook?.cells.findLast((one) => one.start <= offset);
    const [from, to] = cell ? [cell.start, cell.end] : [0, text.length];
    const inside = Math.min(offset, to) - from;
    const all = lineStarts(`${path}#${cell?.index ?? ''}`, text.slice(from, to));
    const line = upperBound(all, inside);
    return { cell: cell?.index ?? null, line, column: inside - (all[line - 1] ?? 0) + 1 };
  };
  return ({ path, start, end }: { readonly path: string; readonly start: number; readonly end: number }): Location => {
    const [a, b] = [point(path, start), point(path, end)];
    return { path, cell: a.cell, line: a.line, column: a.column, endLine: b.line, endColumn: b.column };
  };
}

export type Locate = ReturnType<typeof createLocator>;

export function toDiagnostic(finding: Finding, locate: Locate, language: DisplayLanguage): Diagnostic {
  const [fix] = finding.fixes;
  return {
    ...locate(finding),
    rule: finding.rule,
    severity: finding.severity,
    message: translate(finding.message, language),
    related: finding.related.map((one) => ({ ...locate(one), message: translate(one.message, language) })),
    fix: fix
      ? { title: translate(fix.title, language), safety: fix.safety, edits: fix.edits.map((one) => ({ ...locate(one), text: one.text })) }
      : null,
  };
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** How many starts are at or before the offset: the line's number from 1. */
function upperBound(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
