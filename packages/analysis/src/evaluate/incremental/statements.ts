/** The statements of a program from edit to edit: which are the same as before, and the others with lasting positions. */
import { type Module, type Outlined, outlineOf, type Range, type Statement, statementOf } from '@softlens/syntax';
import { type Anchor, type Coordinates, toCoordinates } from './coordinates.ts';

/** A statement of the top level. */
export interface Slot {
  /** In coordinates: what the interpreter runs. The same node as long as the statement is the same. */
  readonly node: Statement;
  /** As it was first read: edits that only move a statement copy it. */
  readonly origin: Statement;
  /** Where it stands in the text now. */
  readonly at: Range;
}

/** Statements that stand elsewhere, in order. */
export function anchorsOf(slots: readonly Slot[], outline: readonly Outlined[]): readonly Anchor[] {
  const byOrigin = new Map(slots.map((slot) => [slot.origin, slot.at]));
  const anchors: Anchor[] = [];
  let [before, after] = [0, 0];
  for (const statement of outline) {
    const old = byOrigin.get(statement.origin);
    if (!old || old.start < before || statement.start < after) continue;
    anchors.push({ before: old.start, after: statement.start, length: old.end - old.start });
    [before, after] = [old.end, statement.end];
  }
  return anchors;
}

export function slotsOf(module: Module, old: readonly Slot[], coordinates: Coordinates): readonly Slot[] {
  const byOrigin = new Map(old.map((slot) => [slot.origin, slot]));
  const byStart = new Map(old.map((slot) => [slot.node.start, slot]));
  return outlineOf(module).map((one) => {
    const { origin } = one;
    const known = byOrigin.get(origin);
    const at = toCoordinates(coordinates, one);
    if (known && known.node.start === at.start && known.node.end === at.end) return { node: known.node, origin, at: one };
    return { node: placed(statementOf(one), byStart.get(at.start)?.node, coordinates), origin, at: one };
  });
}

/** The tree in coordinates, with every part of `like` that it still has. */
function placed<T>(tree: T, like: unknown, coordinates: Coordinates): T;
function placed(tree: unknown, like: unknown, coordinates: Coordinates): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) {
    const old: readonly unknown[] = Array.isArray(like) ? like : [];
    const items = tree.map((item, i) => placed(item, old[i], coordinates));
    return Array.isArray(like) && items.length === old.length && items.every((item, i) => Object.is(item, old[i])) ? like : items;
  }
  const range = isRange(tree) ? toCoordinates(coordinates, tree) : undefined;
  const old = typeof like === 'object' && like !== null ? new Map<string, unknown>(Object.entries(like)) : undefined;
  const copy: { [key: string]: unknown } = {};
  let same = true;
  let count = 0;
  for (const [key, member] of Object.entries(tree)) {
    const value = range && (key === 'start' || key === 'end') ? range[key] : placed(member, old?.get(key), coordinates);
    copy[key] = value;
    count++;
    if (!old?.has(key) || !Object.is(old.get(key), value)) same = false;
  }
  return same && old?.size === count ? like : copy;
}

const isRange = (tree: object): tree is Range =>
  'start' in tree && 'end' in tree && typeof tree.start === 'number' && typeof tree.end === 'number';
