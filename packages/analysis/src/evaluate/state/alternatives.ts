/** Values that differ from branch to branch: joining, narrowing to the path, and doing something with each of them. */
import type { Conditions } from '../../values/condition.ts';
import type { Space } from '../../values/space.ts';
import type { HeapObject, Reason, Value } from '../../values/value.ts';
import { isHeapObject, sameValue } from '../expressions/equality.ts';
import { mergeObjects } from '../objects/objects.ts';
import { joinedGenerators } from '../random/state.ts';
import { note, type Run, unknown } from '../run/run.ts';
import { allows, conjunction, intersection } from '../statements/conditions.ts';
import { type Cell, type CellKey, forkHeap, type Heap, joinHeaps } from './heap.ts';

export interface Guarded {
  readonly value: Value;
  readonly when: Conditions;
}

/** One value for several under their conditions: equal ones merge, nested ones flatten, too many are unknown. */
export function joinValues(run: Run, parts: readonly Guarded[]): Value {
  const shared = sharedValue(parts);
  if (shared) return shared;
  const merged: Guarded[] = [];
  let conditions = 0;
  for (const part of parts) {
    for (const one of flatten(part)) {
      addTo(merged, one);
      conditions += one.when.length;
    }
    if (merged.length > run.budget.alternatives) return tooMany(run, parts);
  }
  // Loops within loops within calls bring hundreds, which take as long as what is evaluated.
  run.steps += Math.floor(conditions / conditionsPerStep);
  const [first] = merged;
  if (!first) return unknown(run, 'branches');
  if (merged.length === 1) return first.value;
  return { kind: 'alternatives', of: merged };
}

const conditionsPerStep = 64;

/**
 * One of several, nobody knows which: objects are alternatives; of numbers and tensors only what all have in common is claimed, as
 * probabilities beside scores in one list are not taken for each other.
 */
export function anyOf(run: Run, values: readonly Value[]): Value {
  const some = values.slice(0, 16);
  const spaces = new Set(some.map((value) => spaceOfCases(value)?.name));
  const joined = joinValues(
    run,
    some.map((value) => ({ value, when: [] })),
  );
  return joined.kind === 'alternatives' && spaces.size > 1 ? unknown(run, 'branches') : joined;
}

/** The very value that all parts have: most of what branches join was written by none of them. */
function sharedValue(parts: readonly Guarded[]): Value | undefined {
  const value = parts[0]?.value;
  if (!value) return undefined;
  for (let i = 1; i < parts.length; i++) if (parts[i]?.value !== value) return undefined;
  return value;
}

/** Past the budget only a meaning that all share is kept; of the products of a long factory the first ones, each with its conditions. */
function tooMany(run: Run, parts: readonly Guarded[]): Value {
  note(run, 'budget: alternatives');
  const objects = parts.flatMap(flatten).filter(({ value }) => value.kind === 'reference');
  if (objects.length > 0) {
    const kept: Guarded[] = [];
    for (const one of objects) if (kept.length < run.budget.alternatives - 1) addTo(kept, one);
    return { kind: 'alternatives', of: [...kept, { value: unknown(run, 'branches'), when: [] }] };
  }
  const [first] = parts;
  const space = first && spaceOfCases(first.value);
  const shared = space && parts.every((part) => spaceOfCases(part.value)?.name === space.name);
  return shared ? { ...unknown(run, 'branches'), space } : unknown(run, 'branches');
}

const spaceOfCases = (value: Value): Space | undefined => ('space' in value ? value.space : undefined);

function flatten(part: Guarded): readonly Guarded[] {
  // Branches bring their heaps along, which facts would hold on to.
  if (part.value.kind !== 'alternatives') return [{ value: part.value, when: part.when }];
  return part.value.of.flatMap((inner) => {
    const when = conjunction(part.when, inner.when);
    return when ? [{ value: inner.value, when }] : [];
  });
}

function addTo(merged: Guarded[], one: Guarded): void {
  const same = merged.findIndex((other) => sameValue(other.value, one.value));
  const other = merged[same];
  if (!other) merged.push(one);
  else merged[same] = { value: other.value, when: intersection(other.when, one.when) };
}

/** Drops the alternatives that the path excludes. */
export function narrow(run: Run, value: Value): Value {
  if (value.kind !== 'alternatives' || run.path.length === 0) return value;
  const left = value.of.filter(({ when }) => allows(run.path, when));
  if (left.length === value.of.length) return value;
  const [first] = left;
  if (!first) return unknown(run, 'branches');
  return left.length === 1 ? first.value : { kind: 'alternatives', of: left };
}

/** Every case of a value that the path allows. */
export function casesOf(run: Run, value: Value): readonly Guarded[] {
  const narrowed = narrow(run, value);
  return narrowed.kind === 'alternatives' ? narrowed.of : [{ value: narrowed, when: [] }];
}

/** Applies a pure function to every compatible combination of cases. */
export function distribute(run: Run, values: readonly Value[], apply: (values: readonly Value[]) => Value): Value {
  if (!values.some((value) => value.kind === 'alternatives')) return apply(values);
  let combinations: { readonly values: readonly Value[]; readonly when: Conditions }[] = [{ values: [], when: [] }];
  for (const value of values) {
    const cases = casesOf(run, value);
    combinations = combinations.flatMap((combination) =>
      cases.flatMap((one) => {
        const when = conjunction(combination.when, one.when);
        return when ? [{ values: [...combination.values, one.value], when }] : [];
      }),
    );
    if (combinations.length > run.budget.alternatives * 3) return unknown(run, 'branches');
  }
  run.steps += combinations.length;
  const parts: Guarded[] = [];
  for (const combination of combinations) {
    const path = conjunction(run.path, combination.when);
    if (!path) continue;
    const before = run.path;
    run.path = path;
    parts.push({ value: apply(combination.values), when: combination.when });
    run.path = before;
  }
  return joinValues(run, parts);
}

/** Does something that may write to the heap with every case of a value, each on its own fork. */
export function forEachCase(run: Run, value: Value, body: (value: Value) => Value): Value {
  if (value.kind !== 'alternatives') return body(value);
  const cases = casesOf(run, value);
  const [only] = cases;
  if (cases.length === 1 && only) return body(only.value);
  const base = run.heap;
  const before = run.path;
  run.steps += cases.length * 2;
  const ends: { value: Value; when: Conditions; heap: Heap }[] = [];
  for (const one of cases) {
    const path = conjunction(before, one.when);
    if (!path) continue;
    run.heap = forkHeap(base);
    run.path = path;
    const result = body(one.value);
    ends.push({ value: result, when: one.when, heap: run.heap });
  }
  run.path = before;
  run.heap = base;
  joinBranches(run, base, ends);
  return joinValues(run, ends);
}

/** Leaves in `target`, and as the run's heap, what any of the branches may have left. Exits that hold a fork of `base` need a `target` of its own. */
export function joinBranches(
  run: Run,
  base: Heap,
  branches: readonly { readonly heap: Heap; readonly when: Conditions }[],
  target = base,
  dropped?: ReadonlySet<CellKey>,
): void {
  run.heap = target;
  joinHeaps(
    base,
    branches.map(({ heap }) => heap),
    target,
    (cells) =>
      joinCells(
        run,
        cells,
        branches.map(({ when }) => when),
      ),
    dropped,
  );
}

/** A cell that a branch does not have claims nothing about that branch: the program would not read it there. */
function joinCells(run: Run, cells: readonly (Cell | undefined)[], when: readonly Conditions[]): Cell | undefined {
  if (cells.some((cell) => cell?.kind === 'generator')) return joinedGenerators(cells);
  const values: Guarded[] = [];
  const objects: { value: HeapObject; when: Conditions }[] = [];
  cells.forEach((cell, i) => {
    if (!cell) return;
    if (isHeapObject(cell)) objects.push({ value: cell, when: when[i] ?? [] });
    else values.push({ value: cell, when: when[i] ?? [] });
  });
  if (objects.length > 0) return mergeObjects(run, objects);
  return values.length > 0 ? joinValues(run, values) : undefined;
}

/** The one thing that several alternatives agree on, e.g. that all are arrays of one library. */
export function reasonOf(value: Value): Reason {
  if (value.kind === 'unknown') return value.reason;
  if (value.kind === 'array' && value.reason) return value.reason;
  return { key: 'unmodelled' };
}
