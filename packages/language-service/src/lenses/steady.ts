/** Lenses while somebody types: a line of which nothing can be told for a moment must not make the lines below it jump. */
import type { Lens } from './lenses.ts';

export interface RememberedLens {
  readonly line: number;
  /** The line without its indentation. */
  readonly text: string;
}

export function rememberLenses(lenses: readonly Lens[], source: string): readonly RememberedLens[] {
  const lines = source.split('\n');
  const starts = startsOf(lines);
  return lenses.map(({ start }) => {
    const line = starts.findLastIndex((one) => one <= start);
    return { line, text: (lines[line] ?? '').trim() };
  });
}

/** What keeps the place of a lens that is not there now: what it said may no longer be true. */
const placeholder = '…';

/** What is found in the text, and a placeholder on each line that had a lens and has none now. */
export function steadyLenses(now: readonly Lens[], remembered: readonly RememberedLens[], source: string): readonly Lens[] {
  const lines = source.split('\n');
  const starts = startsOf(lines);
  const taken = new Set(now.map(({ start }) => starts.findLastIndex((one) => one <= start)));
  const kept = remembered.flatMap(({ line, text }): Lens[] => {
    const at = lineNow(lines, line, text);
    if (at === undefined || taken.has(at)) return [];
    taken.add(at);
    const indentation = (lines[at] ?? '').search(/\S|$/);
    const start = starts[at] ?? 0;
    return [{ title: placeholder, start: start + indentation, end: start + (lines[at] ?? '').trimEnd().length }];
  });
  return [...now, ...kept].sort((a, b) => a.start - b.start);
}

function startsOf(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}

/** The same line wherever it is by now, else the line at its place if it begins with the same word. */
function lineNow(lines: readonly string[], line: number, text: string): number | undefined {
  const same = lines.flatMap((one, i) => (one.trim() === text ? [i] : []));
  const nearest = same.sort((a, b) => Math.abs(a - line) - Math.abs(b - line))[0];
  if (nearest !== undefined) return nearest;
  const word = /^\w+/.exec(text)?.[0];
  return word !== undefined && /^\w+/.exec((lines[line] ?? '').trim())?.[0] === word ? line : undefined;
}
