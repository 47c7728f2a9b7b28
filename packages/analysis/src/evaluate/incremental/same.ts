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
  /** Of each part of the first the part of the second that it is taken for. */
  readonly partner: ReadonlyMap<object, object>;
}

/** `restsOn` tells what is known of a value besides what it holds; what was there from outside is only like itself. */
export function createComparison(restsOn: (value: object) => unknown, outside: ReadonlySet<unknown>): Comparison {
  const partner = new Map<object, object>();
  const taken = new Set<object>();
  let pairs = 0;

  const sameWithin = (a: unknown, b: unknown, depth: number): boolean => {
    if (Object.is(a, b)) return true;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    const known = partner.get(a);
    if (known) return known === b;
    if (taken.has(b) || outside.has(b) || ++pairs > maxPairs || depth <= 0 || restsOn(a) !== restsOn(b)) return false;
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

  return { same: (a, b) => sameWithin(a, b, maxDepth), partner };
}

/**
 * Of several values those that are what they were, where not all are. What a value shares with one that is another now is new with it,
 * so that the two have it in common still. Keys without a value on both sides are never the same.
 */
export function sameOnes<K>(
  now: ReadonlyMap<K, unknown>,
  before: ReadonlyMap<K, unknown>,
  compare: () => Comparison,
): readonly K[] {
  const others: unknown[] = [];
  const alike = new Map<K, ReadonlyMap<object, object>>();
  for (const [key, value] of now) {
    const comparison = compare();
    const old = before.get(key);
    if (value !== undefined && old !== undefined && comparison.same(value, old)) alike.set(key, comparison.partner);
    else others.push(value);
  }
  const renewed = alike.size > 0 ? partsOf(others) : undefined;
  const partner = new Map<object, object>();
  const taken = new Map<object, object>();
  for (;;) {
    const apart = [...alike].find(([, parts]) => !joins(parts));
    if (!renewed) return [];
    if (!apart) return [...alike.keys()];
    alike.delete(apart[0]);
    for (const part of apart[1].keys()) renewed.add(part);
    partner.clear();
    taken.clear();
  }

  /** Whether every part is taken for the same one as elsewhere, and belongs to nothing that is new. */
  function joins(parts: ReadonlyMap<object, object>): boolean {
    for (const [mine, theirs] of parts) {
      if (renewed?.has(mine)) return false;
      if ((partner.get(mine) ?? theirs) !== theirs || (taken.get(theirs) ?? mine) !== mine) return false;
      partner.set(mine, theirs);
      taken.set(theirs, mine);
    }
    return true;
  }
}

/** Parts of what is new that are looked at: with more of them all of it is new. */
const maxRenewed = 2_000;

/** Everything within; undefined where it is too much. */
function partsOf(values: readonly unknown[]): Set<object> | undefined {
  const parts = new Set<object>();
  const pending: unknown[] = [...values];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null || parts.has(value)) continue;
    parts.add(value);
    if (parts.size > maxRenewed) return undefined;
    if (ArrayBuffer.isView(value)) continue;
    const members = value instanceof Map ? [...value].flat() : value instanceof Set ? value : undefined;
    if (members) for (const member of members) pending.push(member);
    else
      for (const [key, member] of Object.entries(value)) if (Array.isArray(value) || !identities.has(key)) pending.push(member);
  }
  return parts;
}

function sameNumbers(a: ArrayBufferView, b: ArrayBufferView): boolean {
  if (a.constructor !== b.constructor || a.byteLength !== b.byteLength) return false;
  const [mine, theirs] = [bytesOf(a), bytesOf(b)];
  return mine.every((byte, i) => byte === theirs[i]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
