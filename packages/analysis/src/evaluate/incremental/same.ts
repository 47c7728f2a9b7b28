/**
 * Whether what a part of the program left is what it left before: the same values that share the same parts. Rules and forms compare
 * values by identity, so a value that two names had in common must be common to both again.
 */

/** Pairs that one comparison looks at, and how deep: more is taken for different. */
const maxPairs = 20_000;
const maxDepth = 120;

/** Members that are what they are by identity. */
const identities = new Set(['definition', 'row', 'classRow', 'document']);

export interface Comparison {
  same(a: unknown, b: unknown): boolean;
}

/** `isAssumed` tells what is known of a value besides what it holds; what was there from outside is only like itself. */
export function createComparison(isAssumed: (value: object) => boolean, outside: ReadonlySet<unknown>): Comparison {
  const partner = new Map<object, object>();
  const taken = new Set<object>();
  let pairs = 0;

  const sameWithin = (a: unknown, b: unknown, depth: number): boolean => {
    if (Object.is(a, b)) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    const known = partner.get(a);
    if (known) return known === b;
    if (taken.has(b) || outside.has(b) || ++pairs > maxPairs || depth <= 0 || isAssumed(a) !== isAssumed(b)) return false;
    partner.set(a, b);
    taken.add(b);
    if (Array.isArray(a)) return Array.isArray(b) && sameItems(a, b, depth);
    if (a instanceof Map) return b instanceof Map && sameItems([...a].flat(), [...b].flat(), depth);
    if (a instanceof Set) return b instanceof Set && sameItems([...a], [...b], depth);
    if (ArrayBuffer.isView(a)) return ArrayBuffer.isView(b) && sameNumbers(a, b);
    return sameMembers(a, b, depth);
  };

  const sameItems = (a: readonly unknown[], b: readonly unknown[], depth: number): boolean =>
    a.length === b.length && a.every((item, i) => sameWithin(item, b[i], depth - 1));

  const sameMembers = (a: object, b: object, depth: number): boolean => {
    const [mine, theirs] = [Object.entries(a), new Map(Object.entries(b))];
    return (
      mine.length === theirs.size &&
      mine.every(([key, value]) =>
        identities.has(key) ? value === theirs.get(key) : theirs.has(key) && sameWithin(value, theirs.get(key), depth - 1),
      )
    );
  };

  return { same: (a, b) => sameWithin(a, b, maxDepth) };
}

function sameNumbers(a: ArrayBufferView, b: ArrayBufferView): boolean {
  if (a.constructor !== b.constructor || a.byteLength !== b.byteLength) return false;
  const [mine, theirs] = [bytesOf(a), bytesOf(b)];
  return mine.every((byte, i) => byte === theirs[i]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
