/**
 * Looks for a pattern in a text as Python does: backtracking, the first way that fits. Steps and depth are counted, so that no
 * pattern runs away. https://docs.python.org/3/library/re.html#module-contents
 */
import type { Part, Pattern, Place } from './pattern.ts';

/** Where each group begins and ends, the whole match first; undefined for a group that took no part. */
export type Spans = readonly (readonly [start: number, end: number] | undefined)[];

interface Matching {
  readonly chars: readonly string[];
  readonly spans: (readonly [number, number] | undefined)[];
  steps: number;
  depth: number;
}

const maxSteps = 60_000;
const maxDepth = 400;

/** Every match, none of them overlapping, as `finditer` finds them; undefined where finding them takes too long. */
export function allMatches(pattern: Pattern, chars: readonly string[], most = 5_000): readonly Spans[] | undefined {
  const found: Spans[] = [];
  const matching: Matching = { chars, spans: [], steps: 0, depth: 0 };
  let from = 0;
  let mustAdvance = false;
  while (from <= chars.length && found.length < most) {
    const spans = firstMatch(pattern, matching, from, mustAdvance);
    if (spans === undefined) return undefined;
    const [whole] = spans;
    if (!whole) break;
    found.push(spans);
    from = whole[1];
    mustAdvance = whole[0] === whole[1];
  }
  return found;
}

export type Way = 'search' | 'match' | 'fullmatch';

/** The first match; no spans where there is none, undefined where that is not known. */
export function oneMatch(pattern: Pattern, chars: readonly string[], way: Way): Spans | undefined {
  const matching: Matching = { chars, spans: [], steps: 0, depth: 0 };
  if (way === 'search') return firstMatch(pattern, matching, 0, false);
  return matchAt(pattern, matching, 0, (end) => way === 'match' || end === chars.length);
}

/** After an empty match the next may not be empty at the same place. */
function firstMatch(pattern: Pattern, matching: Matching, from: number, mustAdvance: boolean): Spans | undefined {
  for (let start = from; start <= matching.chars.length; start++) {
    const spans = matchAt(pattern, matching, start, (end) => !(mustAdvance && start === from && end === from));
    if (spans === undefined || spans.length > 0) return spans;
  }
  return [];
}

function matchAt(
  { part, groups }: Pattern,
  matching: Matching,
  start: number,
  accepts: (end: number) => boolean,
): Spans | undefined {
  matching.spans.length = 0;
  matching.spans.length = groups + 1;
  matching.depth = 0;
  let end = -1;
  const matches = fits(matching, part, start, (at) => {
    if (!accepts(at)) return false;
    end = at;
    return true;
  });
  if (isSpent(matching)) return undefined;
  if (!matches) return [];
  return [[start, end], ...Array.from({ length: groups }, (_, i) => matching.spans[i + 1])];
}

const isSpent = ({ steps }: Matching): boolean => steps > maxSteps;

type Next = (at: number) => boolean;

/** Whether the part fits here, and what follows fits behind it. */
function fits(matching: Matching, part: Part, at: number, next: Next): boolean {
  if (++matching.steps > maxSteps || matching.depth > maxDepth) {
    matching.steps = maxSteps + 1;
    return false;
  }
  switch (part.kind) {
    case 'one': {
      const char = matching.chars[at];
      return char !== undefined && part.test(char) && next(at + 1);
    }
    case 'sequence':
      return deeper(matching, () => sequenceFits(matching, part.parts, 0, at, next));
    case 'choice':
      return deeper(matching, () => part.of.some((one) => fits(matching, one, at, next)));
    case 'group':
      return deeper(matching, () => groupFits(matching, part, at, next));
    case 'same': {
      const span = matching.spans[part.index];
      if (!span) return false;
      const length = span[1] - span[0];
      const taken = (from: number): string => matching.chars.slice(from, from + length).join('');
      const [before, here] = part.fold ? [taken(span[0]).toLowerCase(), taken(at).toLowerCase()] : [taken(span[0]), taken(at)];
      return before === here && next(at + length);
    }
    case 'repeat':
      return part.part.kind === 'one'
        ? charactersFit(matching, part, at, next)
        : deeper(matching, () => timesFit(matching, part, 0, at, next));
    case 'look':
      return lookFits(matching, part, at, next);
    case 'place':
      return isPlace(matching.chars, part.at, at) && next(at);
  }
}

function deeper(matching: Matching, body: () => boolean): boolean {
  matching.depth++;
  const result = body();
  matching.depth--;
  return result;
}

function sequenceFits(matching: Matching, parts: readonly Part[], i: number, at: number, next: Next): boolean {
  const part = parts[i];
  return part ? fits(matching, part, at, (end) => sequenceFits(matching, parts, i + 1, end, next)) : next(at);
}

function groupFits(matching: Matching, { index, part }: Extract<Part, { kind: 'group' }>, at: number, next: Next): boolean {
  const before = matching.spans[index];
  const matches = fits(matching, part, at, (end) => {
    const inner = matching.spans[index];
    matching.spans[index] = [at, end];
    if (next(end)) return true;
    matching.spans[index] = inner;
    return false;
  });
  if (!matches) matching.spans[index] = before;
  return matches;
}

/** What a look set is forgotten where it must not hold, and where what follows does not fit. */
function lookFits(matching: Matching, { part, holds, back }: Extract<Part, { kind: 'look' }>, at: number, next: Next): boolean {
  const { spans } = matching;
  const before = [...spans];
  const from = at - (back ?? 0);
  const fitted = from >= 0 && deeper(matching, () => fits(matching, part, from, () => true));
  if (!holds) spans.splice(0, spans.length, ...before);
  if (!isSpent(matching) && fitted === holds && next(at)) return true;
  spans.splice(0, spans.length, ...before);
  return false;
}

type Repeat = Extract<Part, { kind: 'repeat' }>;

/** Of single characters: as many as there are, then fewer; or the other way round. */
function charactersFit(matching: Matching, { part, least, most, lazy }: Repeat, at: number, next: Next): boolean {
  if (part.kind !== 'one') return false;
  const { chars } = matching;
  let end = at;
  while (end < chars.length && end - at < (lazy ? least : most) && part.test(chars[end] ?? '')) end++;
  matching.steps += (end - at) >> 2;
  if (end - at < least) return false;
  if (!lazy) {
    for (let stop = end; stop >= at + least; stop--) {
      if (next(stop)) return true;
      if (++matching.steps > maxSteps) return false;
    }
    return false;
  }
  for (;;) {
    if (next(end)) return true;
    if (++matching.steps > maxSteps || end - at >= most || end >= chars.length || !part.test(chars[end] ?? '')) return false;
    end++;
  }
}

/** A repetition that took nothing is allowed, and ends the row: `last` is where the one before began. */
function timesFit(matching: Matching, repeat: Repeat, count: number, at: number, next: Next, last = -1): boolean {
  const { part, least, most, lazy } = repeat;
  const again = (from: number): boolean =>
    deeper(matching, () => fits(matching, part, at, (end) => timesFit(matching, repeat, count + 1, end, next, from)));
  if (count < least) return again(last);
  const more = (): boolean => count < most && at !== last && again(at);
  return lazy ? next(at) || more() : more() || next(at);
}

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char);

function isPlace(chars: readonly string[], place: Place, at: number): boolean {
  switch (place) {
    case 'start':
      return at === 0;
    case 'end':
      return at === chars.length;
    case 'lineStart':
      return at === 0 || chars[at - 1] === '\n';
    case 'lineEnd':
      return at === chars.length || chars[at] === '\n';
    case 'lastLine':
      return at === chars.length || (at === chars.length - 1 && chars[at] === '\n');
    case 'border':
      return isWord(chars[at - 1]) !== isWord(chars[at]);
    case 'inside':
      return chars.length > 0 && isWord(chars[at - 1]) === isWord(chars[at]);
  }
}
