/**
 * Arrays that several names share. Arrays are immutable values here, yet NumPy's and PyTorch's change in place: after `y = x`,
 * `y += 1` changes `x`, and `row = a[1]; row += 1` changes `a`. An array that was changed has a cell in the heap with its
 * new value, found by the identity of the old one; a view remembers how it was taken of its parent, and is taken again once
 * that has changed. https://numpy.org/doc/stable/user/basics.copies.html, https://pytorch.org/docs/stable/tensor_view.html
 */
import { fromData } from '@softlens/core';
import { untold } from '../../operations/gradients/reverse.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import { operationContext } from '../calls/context.ts';
import { isHeapObject } from '../expressions/equality.ts';
import { asLeaf, inheritWeight, isWeight } from '../gradients/leaves.ts';
import { isParameter, noteParameter } from '../protocols/weights.ts';
import { inherit } from '../run/facts.ts';
import { nextId, type Run } from '../run/run.ts';
import { readCell, writeCell } from './heap.ts';

/** Takes the view of another array in place of the parent. */
export type Take = (parent: ArrayValue) => Value;

interface View {
  readonly parent: ArrayValue;
  readonly take: Take;
  /** The parent's value that this view shows. */
  readonly seen: ArrayValue;
  /** True where the elements lie as in the parent: reshaping it gives a view again, not a copy. */
  readonly contiguous: boolean;
  readonly depth: number;
}

export interface Aliases {
  readonly cells: WeakMap<ArrayValue, number>;
  readonly views: WeakMap<ArrayValue, View>;
  /** Whether any array was changed in place: until then every value is what it was. */
  changed: boolean;
}

export const createAliases = (): Aliases => ({ cells: new WeakMap(), views: new WeakMap(), changed: false });

/** A view of a view of a view …, in a loop, is taken for an array of its own at some depth. */
const maxDepth = 24;

/** Arrays that change in place: NumPy's and PyTorch's, TensorFlow's variables. Elements that NumPy gives as scalars do not. */
export const isMutable = (value: Value): value is ArrayValue =>
  value.kind === 'array' &&
  (value.library === 'numpy' || value.library === 'torch' || value.variable === true) &&
  value.scalar !== true;

/** Something is known of its elements. */
export const isFollowed = ({ data, texts, partial }: ArrayValue): boolean =>
  data !== undefined || texts !== undefined || partial !== undefined;

/** What the array holds now. */
export function current(run: Run, value: Value): Value {
  const { aliases } = run.session;
  if (!aliases.changed) return value;
  if (value.kind === 'array') return currentArray(run, value);
  if (value.kind !== 'alternatives' || !value.of.some((one) => one.value.kind === 'array')) return value;
  const of = value.of.map(({ value: one, when }) => {
    const now = current(run, one);
    return { value: now.kind === 'alternatives' ? one : now, when };
  });
  return of.every((one, i) => one.value === value.of[i]?.value) ? value : { kind: 'alternatives', of };
}

function currentArray(run: Run, value: ArrayValue): Value {
  const { cells, views } = run.session.aliases;
  const id = cells.get(value);
  if (id !== undefined) {
    const cell = readCell(run.heap, id);
    return cell && !isHeapObject(cell) ? cell : value;
  }
  const view = views.get(value);
  if (!view) return value;
  const parent = currentArray(run, view.parent);
  if (parent === view.seen) return value;
  if (parent.kind !== 'array') return without(value);
  const taken = view.take(parent);
  if (taken.kind !== 'array') return without(value);
  const now = inherit(run, taken, [value]);
  views.set(now, { ...view, seen: parent });
  return now;
}

/** Notes that `value` is a view of `parent`, taken by `take`. */
export function noteView(run: Run, value: Value, parent: Value, take: Take, contiguous: boolean): void {
  if (!isMutable(value) || !isMutable(parent) || value === parent || !isFollowed(parent)) return;
  const { views } = run.session.aliases;
  const depth = (views.get(parent)?.depth ?? 0) + 1;
  if (depth <= maxDepth)
    views.set(value, { parent, take, seen: parent, contiguous: contiguous && isContiguous(run, parent), depth });
}

export const isContiguous = (run: Run, value: ArrayValue): boolean => run.session.aliases.views.get(value)?.contiguous !== false;

export const isView = (run: Run, value: Value): boolean => value.kind === 'array' && run.session.aliases.views.has(value);

/** Every name of `before` now reads `after`. The value to bind where the change was written. */
export function change(run: Run, before: ArrayValue, after: Value): Value {
  if (
    !isMutable(before) ||
    !(isFollowed(before) || isWeight(before) || before.variable || run.session.aliases.views.has(before)) ||
    after === before
  )
    return after;
  const { aliases } = run.session;
  aliases.changed = true;
  run.opaque = true;
  const written = after.kind === 'array' && after.data && isWeight(before) && !after.tape ? asLeaf(run, after, true) : after;
  const now: Value = written.kind === 'array' ? inherit(run, { ...written }, [written]) : without(before);
  if (isWeight(before) || isParameter(run, before)) noteParameter(run, now);
  if (now.kind === 'array' && written.kind === 'array') inheritWeight(isWeight(written) ? written : before, now);
  const view = aliases.views.get(before);
  if (!view) {
    const id = aliases.cells.get(before) ?? nextId(run, 'nextCell');
    aliases.cells.set(before, id);
    if (now.kind === 'array') aliases.cells.set(now, id);
    writeCell(run.heap, id, now);
    return now;
  }
  const parent = currentArray(run, view.parent);
  if (parent.kind === 'array' && now.kind === 'array') {
    const whole = scattered(parent, view.take, now);
    const told = whole.tape && now.tape ? untold(whole, operationContext(run, { start: 0, end: 0 })) : whole;
    const seen = change(run, parent, told);
    if (seen.kind === 'array') aliases.views.set(now, { ...view, seen });
  }
  return now;
}

/** Every name of `before` now reads `after`, whether or not the library lets arrays change: a tape watches a tensor, say. */
export function replace(run: Run, before: ArrayValue, after: ArrayValue): void {
  const { aliases } = run.session;
  aliases.changed = true;
  run.opaque = true;
  const id = aliases.cells.get(before) ?? nextId(run, 'nextCell');
  aliases.cells.set(before, id);
  aliases.cells.set(after, id);
  writeCell(run.heap, id, after);
}

/** The parent after a view of it has changed: the view of the parent's positions says where each element goes. */
function scattered(parent: ArrayValue, take: Take, after: ArrayValue): ArrayValue {
  const { space, ...rest } = withoutElements(parent);
  const { data } = parent;
  const kept = space && (space.name === 'logits' || after.space?.name === space.name) ? { space } : {};
  const places = data && after.data ? positionsOf(parent, take) : undefined;
  if (!data || !after.data || places?.length !== after.data.data.length)
    return { ...rest, ...kept, reason: after.reason ?? parent.reason ?? { key: 'unmodelled' } };
  const changed = data.data.slice();
  const values = after.data.data;
  places.forEach((place, i) => {
    changed[place] = values[i] ?? Number.NaN;
  });
  return { ...rest, ...kept, data: { dtype: data.dtype, shape: data.shape, data: changed } };
}

function positionsOf(
  { data, library }: ArrayValue,
  take: Take,
): (ArrayLike<number> & { forEach: Float64Array['forEach'] }) | undefined {
  if (!data) return undefined;
  const positions = fromData(
    Float64Array.from(data.data, (_, i) => i),
    data.shape,
    'float64',
  );
  const taken = take({ kind: 'array', library, dtype: 'float64', shape: data.shape, data: positions });
  return taken.kind === 'array' && taken.data ? Float64Array.from(taken.data.data) : undefined;
}

function without(value: ArrayValue): ArrayValue {
  const { space: _space, ...rest } = withoutElements(value);
  return { ...rest, reason: { key: 'branches' } };
}
