/** What changes from turn to turn: claims that stay are kept, the rest is unknown with reason `loop`. */
import type { Shape } from '../../values/dim.ts';
import { unknownDim } from '../../values/dim.ts';
import { sameSpace } from '../../values/same.ts';
import type { ArrayValue, HeapObject, Unknown, Value } from '../../values/value.ts';
import { isHeapObject, sameValue } from '../expressions/equality.ts';
import { extension } from '../objects/objects.ts';
import { joinedGenerators } from '../random/state.ts';
import { freshSymbol, type Run, unknown } from '../run/run.ts';
import { joinValues } from '../state/alternatives.ts';
import { type Cell, type Heap, readCell, writeCell, writesSince } from '../state/heap.ts';

export function widenHeap(run: Run, base: Heap, after: Heap, target: Heap, round: 'first' | 'second'): void {
  const subject = freshSymbol(run, 'turn');
  for (const [key, cell] of writesSince(base, after)) {
    const before = readCell(base, key);
    const isGenerator = before?.kind === 'generator' || cell?.kind === 'generator';
    if (isGenerator) {
      if (before !== cell) writeCell(target, key, joinedGenerators([before, cell]));
      continue;
    }
    const widened = before === undefined || cell === undefined ? (cell ?? before) : widenCell(run, before, cell, subject, round);
    if (widened !== before) writeCell(target, key, widened);
  }
}

type Round = 'first' | 'second';

function widenCell(run: Run, before: Cell, after: Cell, subject: string, round: Round): Cell {
  if (before === after) return before;
  if (isHeapObject(before) || isHeapObject(after))
    return isHeapObject(before) && isHeapObject(after) ? widenObject(run, before, after, subject, round) : after;
  return widen(run, before, after, subject, round);
}

function widen(run: Run, before: Value, after: Value, subject: string, round: Round): Value {
  if (sameValue(before, after)) return before;
  if (before.kind === 'array' && after.kind === 'array') return widenArray(run, before, after);
  if ((before.kind === 'int' || before.kind === 'float') && (after.kind === 'int' || after.kind === 'float'))
    return unknown(run, 'loop');
  if (before.kind === 'tuple' && after.kind === 'tuple' && before.items.length === after.items.length) {
    return { ...after, items: after.items.map((item, i) => widen(run, before.items[i] as Value, item, subject, round)) };
  }
  // Its rank is told within the loop: before, it is not.
  if (before.kind === 'unknown' && after.kind === 'unknown' && sameValue(before, withoutRank(after))) return before;
  if (before.kind === 'unknown')
    return before.reason.key === 'loop' && round === 'second' ? before : joined(run, before, after, subject);
  if (before.kind === after.kind && before.kind !== 'reference' && before.kind !== 'alternatives') return unknown(run, 'loop');
  return joined(run, before, after, subject);
}

function withoutRank({ rank: _, ...value }: Unknown): Unknown {
  return value;
}

/** `None` before the loop and a tensor after a turn: one or the other. */
function joined(run: Run, before: Value, after: Value, subject: string): Value {
  return joinValues(run, [
    { value: before, when: [{ subject, test: 'truthy', holds: false }] },
    { value: after, when: [{ subject, test: 'truthy', holds: true }] },
  ]);
}

function widenArray(run: Run, before: ArrayValue, after: ArrayValue): Value {
  run.unknowns++;
  return before.library === after.library ? commonArray(before, after) : unknown(run, 'loop');
}

function commonArray(before: ArrayValue, after: ArrayValue): ArrayValue {
  const shape = commonShape(before.shape, after.shape);
  const kept =
    before.space && after.space && before.space.name === after.space.name
      ? sameSpace(before.space, after.space)
        ? before.space
        : after.space
      : undefined;
  return {
    kind: 'array',
    library: before.library,
    ...(before.dtype && before.dtype === after.dtype ? { dtype: before.dtype } : {}),
    ...(shape ? { shape } : {}),
    ...(before.scalar && after.scalar ? { scalar: true } : {}),
    ...(kept ? { space: kept } : {}),
    reason: { key: 'loop' },
  };
}

/** What two values have in common, for a place that saw more than can be listed. */
export function generalize(a: Value, b: Value): Value {
  if (sameValue(a, b)) return a;
  if (a.kind === 'array' && b.kind === 'array' && a.library === b.library) return commonArray(a, b);
  if (a.kind === 'reference' && b.kind === 'reference' && a.id === b.id) return b;
  const space = 'space' in a && 'space' in b && sameSpace(a.space, b.space) ? a.space : undefined;
  return { kind: 'unknown', reason: { key: 'loop' }, ...(space ? { space } : {}) };
}

function commonShape(a: Shape | undefined, b: Shape | undefined): Shape | undefined {
  if (!a || !b || a.length !== b.length) return undefined;
  return a.map((dim, i) => (dim === b[i] ? dim : unknownDim));
}

function widenObject(run: Run, before: HeapObject, after: HeapObject, subject: string, round: Round): HeapObject {
  if (before.kind === 'list' && after.kind === 'list') return widenList(run, before, after, subject, round);
  if (before.kind === 'dict' && after.kind === 'dict') {
    const open = before.open || after.open || after.entries.size !== before.entries.size;
    if (extension(before.entries, after.entries)) return { kind: 'dict', entries: after.entries, open };
    const entries = new Map(after.entries);
    for (const [text, entry] of before.entries) {
      const now = after.entries.get(text);
      entries.set(text, now ? { key: entry.key, value: widen(run, entry.value, now.value, subject, round) } : entry);
    }
    return { kind: 'dict', entries, open };
  }
  if (before.kind === 'instance' && after.kind === 'instance')
    return { ...after, fields: widenFields(run, before.fields, after.fields, subject, round) };
  if (before.kind === 'libraryObject' && after.kind === 'libraryObject')
    return { ...after, fields: widenFields(run, before.fields, after.fields, subject, round) };
  return after.kind === 'set' ? { kind: 'set' } : after;
}

function widenFields(
  run: Run,
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
  subject: string,
  round: Round,
): ReadonlyMap<string, Value> {
  const fields = new Map(after);
  for (const [name, value] of after) {
    const old = before.get(name);
    if (old && old !== value) fields.set(name, widen(run, old, value, subject, round));
  }
  return fields;
}

type List = Extract<HeapObject, { kind: 'list' }>;

function widenList(run: Run, before: List, after: List, subject: string, round: Round): List {
  if (before.items && after.items && before.items.length === after.items.length) {
    return { kind: 'list', items: after.items.map((item, i) => widen(run, before.items?.[i] as Value, item, subject, round)) };
  }
  const values = [...(before.items ?? [before.element]), ...(after.items ?? [after.element])].filter(
    (value) => value !== undefined,
  );
  const [first, ...rest] = values;
  if (!first) return { kind: 'list' };
  return { kind: 'list', element: rest.reduce((a, b) => widen(run, a, b, subject, 'first'), first) };
}
