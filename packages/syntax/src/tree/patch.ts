import type { Range } from '../ir.ts';

/** A change to what the parser sees: `length` units at `at` are read as `text`. */
export interface Patch {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

/** A text as the parser shall see it, the way back to the document's offsets, and the places that were mended. */
export interface Prepared {
  readonly text: string;
  readonly place: (offset: number) => number;
  /** Where text was invented, in offsets of the document. */
  readonly mended: readonly Range[];
  /** Comments that the parser does not get to see, in offsets of the document. */
  readonly comments?: readonly Range[];
}

export function unpatched(text: string): Prepared {
  return { text, place: (offset) => offset, mended: [] };
}

/** Applies the patches. An invented stretch has no width in the document; one of equal length keeps every offset. */
export function applyPatches(text: string, patches: readonly Patch[]): Prepared {
  if (patches.length === 0) return unpatched(text);
  const ordered = [...patches].sort((a, b) => a.at - b.at || a.length - b.length);
  const chunks: string[] = [];
  const starts: number[] = [];
  const widths: number[] = [];
  const shifts: number[] = [];
  let from = 0;
  let shift = 0;
  for (const patch of ordered) {
    chunks.push(text.slice(from, patch.at), patch.text);
    from = patch.at + patch.length;
    if (patch.text.length === patch.length) continue;
    starts.push(patch.at + shift);
    widths.push(patch.text.length);
    shift += patch.text.length;
    shifts.push(shift);
  }
  chunks.push(text.slice(from));
  const place = (offset: number): number => {
    const index = lastAtMost(starts, offset);
    const start = starts[index];
    if (start === undefined) return offset;
    const before = (shifts[index] ?? 0) - (widths[index] ?? 0);
    return Math.max(start - before, offset - (shifts[index] ?? 0));
  };
  const invented = ordered.filter((patch) => patch.length === 0);
  return { text: chunks.join(''), place: starts.length === 0 ? (offset) => offset : place, mended: mendedRanges(invented) };
}

function mendedRanges(invented: readonly Patch[]): Range[] {
  const ranges: Range[] = [];
  for (const patch of invented) if (ranges.at(-1)?.start !== patch.at) ranges.push({ start: patch.at, end: patch.at });
  return ranges;
}

/** The index of the last value not above `limit`, or -1. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
