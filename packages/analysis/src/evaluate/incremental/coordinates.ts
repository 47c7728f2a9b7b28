/**
 * Lasting positions. Values remember the places that made them, and offsets shift with every edit; so the interpreter sees coordinates
 * instead: each character keeps its own as long as it lives, and one that is typed gets a new one. Before the first edit
 * coordinates are offsets.
 */
import type { Range } from '@softlens/syntax';

/** So many characters whose offsets and coordinates both follow each other. */
interface Stretch {
  readonly offset: number;
  readonly coordinate: number;
  readonly length: number;
}

export interface Coordinates {
  /** By offset, and by coordinate. */
  readonly stretches: readonly Stretch[];
  readonly byCoordinate: readonly Stretch[];
  /** The first coordinate that is free. */
  readonly next: number;
}

/** A part of the text that stands elsewhere now. */
export interface Anchor {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

export const offsetsOf = (text: string): Coordinates => {
  const stretches = text.length > 0 ? [{ offset: 0, coordinate: 0, length: text.length }] : [];
  return { stretches, byCoordinate: stretches, next: text.length + 1 };
};

/** The coordinates after an edit; what lies between the anchors is compared from both its ends. */
export function edited(old: Coordinates, before: string, after: string, anchors: readonly Anchor[]): Coordinates {
  const stretches: Stretch[] = [];
  let { next } = old;
  let at = 0;
  const push = (offset: number, coordinate: number, length: number): void => {
    if (length <= 0) return;
    const last = stretches.at(-1);
    const follows = last && last.offset + last.length === offset && last.coordinate + last.length === coordinate;
    if (follows) stretches[stretches.length - 1] = { ...last, length: last.length + length };
    else stretches.push({ offset, coordinate, length });
  };
  const keep = (from: number, to: number, length: number): void => {
    const end = from + length;
    while (at > 0 && (old.stretches[at]?.offset ?? Number.POSITIVE_INFINITY) > from) at--;
    for (; at < old.stretches.length; at++) {
      const one = old.stretches[at];
      if (!one || one.offset >= end) break;
      const start = Math.max(one.offset, from);
      const stop = Math.min(one.offset + one.length, end);
      push(to + start - from, one.coordinate + start - one.offset, stop - start);
      if (one.offset + one.length > end) break;
    }
  };
  const compare = (from: number, fromEnd: number, to: number, toEnd: number): void => {
    const most = Math.min(fromEnd - from, toEnd - to);
    let head = 0;
    while (head < most && before.charCodeAt(from + head) === after.charCodeAt(to + head)) head++;
    let tail = 0;
    while (tail < most - head && before.charCodeAt(fromEnd - 1 - tail) === after.charCodeAt(toEnd - 1 - tail)) tail++;
    keep(from, to, head);
    const fresh = toEnd - tail - (to + head);
    if (fresh > 0) {
      // One coordinate is left out, so that the end of one stretch is never the start of another.
      push(to + head, next, fresh);
      next += fresh + 1;
    }
    keep(fromEnd - tail, toEnd - tail, tail);
  };
  let [from, to] = [0, 0];
  for (const anchor of anchors) {
    compare(from, anchor.before, to, anchor.after);
    keep(anchor.before, anchor.after, anchor.length);
    [from, to] = [anchor.before + anchor.length, anchor.after + anchor.length];
  }
  compare(from, before.length, to, after.length);
  return { stretches, byCoordinate: stretches.toSorted((a, b) => a.coordinate - b.coordinate), next };
}

/** The first offset whose coordinate is another than before. */
export function firstMoved(before: Coordinates, after: Coordinates): number {
  const most = Math.max(before.stretches.length, after.stretches.length);
  for (let i = 0; i < most; i++) {
    const [one, other] = [before.stretches[i], after.stretches[i]];
    if (!one || !other || one.offset !== other.offset || one.coordinate !== other.coordinate)
      return Math.min(one?.offset ?? Number.POSITIVE_INFINITY, other?.offset ?? Number.POSITIVE_INFINITY);
    if (one.length !== other.length) return one.offset + Math.min(one.length, other.length);
  }
  return Number.POSITIVE_INFINITY;
}

/** A range ends behind its last character, wherever the next one is; an empty one is behind the character before it. */
export function toCoordinates(coordinates: Coordinates, { start, end }: Range): Range {
  const to = endCoordinate(coordinates, end);
  return { start: end > start ? (coordinateOf(coordinates, start) ?? to) : to, end: to };
}

/** True when everything within stands as far from its start as it did, and nothing was typed beside it. */
export function isUnbroken({ byCoordinate }: Coordinates, { start, end }: Range): boolean {
  const one = byCoordinate[lastFrom(byCoordinate, start, 'coordinate')];
  return one !== undefined && start > one.coordinate && end < one.coordinate + one.length;
}

/** Undefined when the range is not of this text. */
export function toOffsets(coordinates: Coordinates, { start, end }: Range): Range | undefined {
  // Not a place: what the interpreter does on its own account.
  if (start === 0 && end === 0) return { start, end };
  const to = endOffset(coordinates, end);
  const from = end === start ? to : offsetOf(coordinates, start);
  return from === undefined || to === undefined ? undefined : { start: from, end: to };
}

function coordinateOf({ stretches }: Coordinates, offset: number): number | undefined {
  const one = stretches[lastFrom(stretches, offset, 'offset')];
  return one && offset < one.offset + one.length ? one.coordinate + offset - one.offset : undefined;
}

const endCoordinate = (coordinates: Coordinates, end: number): number =>
  end <= 0 ? 0 : (coordinateOf(coordinates, end - 1) ?? coordinates.next) + 1;

export function offsetOf({ byCoordinate }: Coordinates, coordinate: number): number | undefined {
  const one = byCoordinate[lastFrom(byCoordinate, coordinate, 'coordinate')];
  return one && coordinate < one.coordinate + one.length ? one.offset + coordinate - one.coordinate : undefined;
}

function endOffset(coordinates: Coordinates, end: number): number | undefined {
  if (end <= 0) return 0;
  const last = offsetOf(coordinates, end - 1);
  return last === undefined ? undefined : last + 1;
}

/** The last stretch that begins at a position or before it. */
function lastFrom(stretches: readonly Stretch[], position: number, by: 'offset' | 'coordinate'): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.[by] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
