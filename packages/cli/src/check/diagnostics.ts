/** Findings with their places as people count them: lines and columns from 1, columns in UTF-16 units, cells from 1. */
import type { Finding, Fix, Message } from '@softlens/analysis';
import { type DisplayLanguage, translate } from '@softlens/analysis/messages';
import { fileOf, type Sources } from '../sources.ts';
import type { Workspace } from './workspace.ts';

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
  /** Where the value was made, in the order in which it passed the places. */
  readonly related: readonly RelatedLocation[];
  readonly fix: DiagnosticFix | null;
}

export interface RelatedLocation extends Location {
  readonly message: string;
}

export interface DiagnosticFix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly edits: readonly (Location & { readonly text: string })[];
}

export interface Reader {
  diagnostic(finding: Finding): Diagnostic;
  /** The lines of a location's file or cell, by its path as people see it. */
  line(location: Location, number: number): string | undefined;
}

export function createReader(sources: Sources, workspace: Workspace, language: DisplayLanguage): Reader {
  const tables = new Map<string, LineTable>();
  const files = new Map<string, string>();
  const tableOf = (path: string, cell: number | null): LineTable => {
    const key = `${path}#${cell ?? ''}`;
    const known = tables.get(key) ?? lineTable(textOf(sources, path, cell));
    tables.set(key, known);
    return known;
  };
  const point = (path: string, offset: number): Point => {
    const cell = sources.notebook(path)?.cells.findLast((one) => one.start <= offset);
    const { line, column } = tableOf(path, cell?.index ?? null).at(offset - (cell?.start ?? 0));
    return { cell: cell?.index ?? null, line, column };
  };
  const locate = ({
    path: document,
    start,
    end,
  }: {
    readonly path: string;
    readonly start: number;
    readonly end: number;
  }): Location => {
    const path = fileOf(document);
    const [a, b] = [point(path, start), point(path, end)];
    const shown = workspace.shown(path);
    files.set(shown, path);
    return { path: shown, cell: a.cell, line: a.line, column: a.column, endLine: b.line, endColumn: b.column };
  };
  const words = (message: Message, finding: Finding): string => translate(asSeen(message, finding, sources, workspace), language);
  return {
    line: (location, number) => tableOf(files.get(location.path) ?? location.path, location.cell).line(number),
    diagnostic(finding) {
      const [fix] = finding.fixes;
      return {
        ...locate(finding),
        rule: finding.rule,
        severity: finding.severity,
        message: words(finding.message, finding),
        related: finding.related.map((one) => ({ ...locate(one), message: words(one.message, finding) })),
        fix: fix
          ? {
              title: words(fix.title, finding),
              safety: fix.safety,
              edits: fix.edits.map((one) => ({ ...locate(one), text: one.text })),
            }
          : null,
      };
    },
  };
}

interface Point {
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
}

function textOf(sources: Sources, path: string, cell: number | null): string {
  const notebook = sources.notebook(path);
  if (!notebook) return sources.rawText(path) ?? '';
  const range = notebook.cells.find(({ index }) => index === cell);
  return range ? notebook.text.slice(range.start, range.end) : '';
}

/**
 * Messages name places by the project's paths, and by lines of a notebook's whole program: people see them from the current folder, and
 * by lines of a cell.
 */
function asSeen({ key, params }: Message, { path, related }: Finding, sources: Sources, workspace: Workspace): Message {
  const paths = new Set([path, ...related.map((one) => one.path)]);
  const other = [...paths].filter((one) => workspace.shown(one) !== one || sources.notebook(one));
  if (other.length === 0) return { key, params };
  const rename = (text: string): string => {
    const own = other.find((one) => new RegExp(`(^|[\\s,(])${escaped(one)}:\\d`).test(text));
    if (own === undefined) return text;
    const shown = workspace.shown(own);
    return text.replaceAll(
      new RegExp(`${escaped(own)}:(\\d+)`, 'g'),
      (_, line) => `${shown}:${lineInCell(sources, own, Number(line))}`,
    );
  };
  const entries = Object.entries(params).map(
    ([name, value]) => [name, typeof value === 'string' ? rename(value) : value] as const,
  );
  return { key, params: Object.fromEntries(entries) };
}

/** `cell 3:12` for a line of a notebook's program. */
function lineInCell(sources: Sources, path: string, line: number): string {
  const notebook = sources.notebook(path);
  if (!notebook) return String(line);
  const before = notebook.text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
  const cell = notebook.cells.findLast((one) => one.start <= before);
  if (!cell) return String(line);
  return `cell ${cell.index}:${notebook.text.slice(cell.start, before).split('\n').length}`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface LineTable {
  at(offset: number): { readonly line: number; readonly column: number };
  line(number: number): string | undefined;
}

function lineTable(text: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    at(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = upperBound(starts, inside);
      return { line, column: inside - (starts[line - 1] ?? 0) + 1 };
    },
    line(number) {
      const start = starts[number - 1];
      return start === undefined ? undefined : text.slice(start, (starts[number] ?? text.length + 1) - 1).replace(/\r$/, '');
    },
  };
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
