/** The facts of a document, statement by statement: those before an edit are what they were. */
import type { Range, Statement } from '@softlens/syntax';
import type { Fact } from '../../api.ts';
import { type Entry, factOf, joined } from '../run/facts.ts';
import { type Coordinates, firstMoved, offsetOf } from './coordinates.ts';
import type { Result } from './kept.ts';
import type { Places } from './places.ts';
import type { Slot } from './statements.ts';

/** What one part of the program saw in one statement. */
interface Seen {
  readonly expressions: Entry[];
  readonly bindings: Entry[];
}

interface FactsOfStatement {
  readonly seen: readonly Seen[];
  /** With coordinates. */
  readonly facts: readonly Fact[];
  /** With offsets, and the last of them. */
  readonly placed: readonly Fact[];
  readonly reach: number;
}

/** The facts of one analysis, which are looked for when somebody asks. */
export interface Learned {
  all(): readonly Fact[];
  /** Those of the statements that touch a range. */
  within(range: Range): readonly Fact[];
  /** What is known so far, and with which coordinates. */
  readonly known: Known;
}

interface Known {
  readonly byStatement: Map<object, FactsOfStatement>;
  readonly coordinates: Coordinates;
}

export function learn(
  results: readonly Result[],
  slots: readonly Slot[],
  coordinates: Coordinates,
  places: Places,
  before: Learned | undefined,
): Learned {
  const byStatement = new Map<object, FactsOfStatement>();
  const { known: old } = before ?? {};
  // Facts that reach no further than the first offset that is another are the same.
  const moved = old ? firstMoved(old.coordinates, coordinates) : 0;
  let seen: ReadonlyMap<Statement, readonly Seen[]> | undefined;
  let facts: readonly Fact[] | undefined;
  const factsIn = ({ node }: Slot): readonly Fact[] => {
    const made = byStatement.get(node);
    if (made) return made.placed;
    seen ??= seenByStatement(results, slots, coordinates);
    const parts = seen.get(node);
    if (!parts) return [];
    const known = old?.byStatement.get(node);
    const isSame = known?.seen.length === parts.length && parts.every((part, i) => part === known.seen[i]);
    const own = isSame && known ? known.facts : factsOf(parts);
    const learned = isSame && known && known.reach < moved ? known : { seen: parts, facts: own, ...placedFacts(own, places) };
    byStatement.set(node, learned);
    return learned.placed;
  };
  return {
    known: { byStatement, coordinates },
    all() {
      facts ??= slots.flatMap(factsIn);
      return facts;
    },
    within({ start, end }) {
      const found: Fact[] = [];
      let first = Math.max(0, indexFrom(slots, start));
      // In damaged text one statement may end where the next begins.
      while (first > 0 && (slots[first - 1]?.at.end ?? 0) >= start) first--;
      for (let i = first; i < slots.length; i++) {
        const slot = slots[i];
        if (!slot || slot.at.start > end) break;
        if (slot.at.end >= start) found.push(...factsIn(slot));
      }
      return found;
    },
  };
}

function placedFacts(facts: readonly Fact[], places: Places): Pick<FactsOfStatement, 'placed' | 'reach'> {
  const { made, reach } = places.reach(() => facts.map(places.fact));
  // A place that is not in the text belongs to something out of date: nothing is said rather than that.
  return { placed: places.isLost() ? [] : made.sort((a, b) => a.start - b.start || b.end - a.end), reach };
}

function factsOf(parts: readonly Seen[]): readonly Fact[] {
  return [...entriesOf(parts.map((part) => part.expressions)), ...entriesOf(parts.map((part) => part.bindings))]
    .filter((entry) => entry.seen.length > 0)
    .map(factOf);
}

function entriesOf(parts: readonly (readonly Entry[])[]): readonly Entry[] {
  const [only, ...others] = parts.filter((part) => part.length > 0);
  if (!only) return [];
  if (others.length === 0) return only;
  const byNode = new Map<Range, Entry[]>();
  for (const part of [only, ...others]) {
    for (const entry of part) {
      const known = byNode.get(entry.range);
      if (known) known.push(entry);
      else byNode.set(entry.range, [entry]);
    }
  }
  return [...byNode.values()].flatMap((entries) => joined(entries) ?? []);
}

const divided = new WeakMap<Result, ReadonlyMap<Statement, Seen>>();

function seenByStatement(
  results: readonly Result[],
  slots: readonly Slot[],
  coordinates: Coordinates,
): ReadonlyMap<Statement, readonly Seen[]> {
  const nodes = new Set(slots.map(({ node }) => node));
  const found = new Map<Statement, Seen[]>();
  for (const result of results) {
    const known = divided.get(result);
    const parts = known && hasAll(nodes, known.keys()) ? known : divide(result, slots, coordinates);
    if (parts !== known) divided.set(result, parts);
    for (const [node, seen] of parts) {
      const all = found.get(node);
      if (all) all.push(seen);
      else found.set(node, [seen]);
    }
  }
  return found;
}

function hasAll<T>(set: ReadonlySet<T>, items: Iterable<T>): boolean {
  for (const item of items) if (!set.has(item)) return false;
  return true;
}

function divide(result: Result, slots: readonly Slot[], coordinates: Coordinates): ReadonlyMap<Statement, Seen> {
  const parts = new Map<Statement, Seen>();
  const put = (entry: Entry, kind: keyof Seen): void => {
    const node = statementAt(
      slots,
      offsetOf(coordinates, entry.range.start) ?? offsetOf(coordinates, entry.range.start - 1) ?? 0,
    );
    if (!node) return;
    const seen = parts.get(node) ?? { expressions: [], bindings: [] };
    parts.set(node, seen);
    seen[kind].push(entry);
  };
  for (const entry of result.expressions) put(entry, 'expressions');
  for (const entry of result.bindings) put(entry, 'bindings');
  return parts;
}

/** The last statement that begins at an offset or before it, or the first. */
const statementAt = (slots: readonly Slot[], offset: number): Statement | undefined =>
  slots[Math.max(indexFrom(slots, offset), 0)]?.node;

function indexFrom(slots: readonly Slot[], offset: number): number {
  let [low, high] = [0, slots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.at.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
