/** The lines of a place with carets under it. */

import type { Severity } from '@softlens/analysis';
import { displayWidth } from '@softlens/analysis/format';
import type { Location } from '../check/diagnostics.ts';
import type { Painter } from './painter.ts';
import type { Report } from './report.ts';

/** A longer place is shown by its beginning. */
const maxLines = 4;
const maxWidth = 160;

export function codeFrame(place: Location & { readonly severity: Severity }, report: Report, paint: Painter): readonly string[] {
  const last = Math.min(place.endLine, place.line + maxLines - 1);
  const gutter = String(last).length;
  const bar = (number: string): string => paint.dim(`${number.padStart(gutter)} |`);
  const lines: string[] = [bar('')];
  for (let number = place.line; number <= last; number++) {
    const source = report.line(place, number);
    if (source === undefined) return [];
    const start = number === place.line ? place.column - 1 : indentOf(source);
    const end = number === place.endLine ? place.endColumn - 1 : source.trimEnd().length;
    const { shown, before, under } = window(source, start, end);
    lines.push(`${bar(String(number))} ${shown}`.trimEnd());
    if (under > 0 || number === place.line) {
      lines.push(`${bar('')} ${' '.repeat(before)}${paint.severity(place.severity, '^'.repeat(Math.max(1, under)))}`);
    }
  }
  if (last < place.endLine) lines.push(`${bar('')} …`);
  return [...lines, bar('')];
}

/** The part of a line that fits, and how many columns lie before the marked text and in it. */
function window(source: string, start: number, end: number) {
  const from = source.length <= maxWidth || start < maxWidth / 2 ? 0 : start - maxWidth / 4;
  const to = Math.min(source.length, from + maxWidth);
  const text = (a: number, b: number): string => source.slice(a, b).replaceAll('\t', '    ');
  const [head, tail] = [from > 0 ? '…' : '', to < source.length ? '…' : ''];
  return {
    shown: head + text(from, to) + tail,
    before: displayWidth(head + text(from, start)),
    under: displayWidth(text(start, Math.min(end, to))),
  };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
