/** Lenses while somebody types: a line that is unfinished for a moment must not make the lines below it jump. */
import type { Lens } from './lenses.ts';

export interface RememberedLens {
  readonly title: string;
  readonly line: number;
  /** The line without its indentation. */
  readonly text: string;
}

/** From a text without errors of syntax. */
export function rememberLenses(lenses: readonly Lens[], source: string): readonly RememberedLens[] {
  const lines = source.split('\n');
  return lenses.map(({ title, start }) => {
    const line = source.slice(0, start).split('\n').length - 1;
    return { title, line, text: (lines[line] ?? '').trim() };
  });
}

/** In a text with errors: what is found in it, and what was remembered on lines of which nothing can be told now. */
export function steadyLenses(now: readonly Lens[], remembered: readonly RememberedLens[], source: string): readonly Lens[] {
  const lines = source.split('\n');
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const taken = new Set(now.map(({ start }) => starts.findLastIndex((one) => one <= start)));
  const kept = remembered.flatMap(({ title, line, text }): Lens[] => {
    const at = lineNow(lines, line, text);
    if (at === undefined || taken.has(at)) return [];
    taken.add(at);
    const indentation = (lines[at] ?? '').search(/\S|$/);
    return [{ title, start: (starts[at] ?? 0) + indentation, end: (starts[at] ?? 0) + (lines[at] ?? '').trimEnd().length }];
  });
  return [...now, ...kept].sort((a, b) => a.start - b.start);
}

/** The same line wherever it is by now, else the line at its place if it begins with the same word. */
function lineNow(lines: readonly string[], line: number, text: string): number | undefined {
  const same = lines.flatMap((one, i) => (one.trim() === text ? [i] : []));
  const nearest = same.sort((a, b) => Math.abs(a - line) - Math.abs(b - line))[0];
  if (nearest !== undefined) return nearest;
  const word = /^\w+/.exec(text)?.[0];
  return word !== undefined && /^\w+/.exec((lines[line] ?? '').trim())?.[0] === word ? line : undefined;
}
