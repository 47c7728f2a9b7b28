/**
 * The store as a stack of overlays. A branch of the program runs on a fork, which sees its parent and keeps its own writes;
 * joining looks only at what the branches wrote. Cells are keyed by number (variables, objects) or by text (fields of
 * unknown objects, `param:main.args.loss`).
 */
import type { HeapObject, Value } from '../../values/value.ts';

export type Cell = Value | HeapObject;
export type CellKey = number | string;

export interface Heap {
  readonly parent: Heap | undefined;
  /** `undefined` marks a deleted cell. */
  readonly writes: Map<CellKey, Cell | undefined>;
  readonly depth: number;
  readonly root: Root;
}

/** The two lowest layers hold modules and the program's top level; most of their cells are never written above. */
interface Root {
  readonly layers: readonly Heap[];
  /** Told what is read and written of these layers. */
  watch?: Watch | undefined;
  /** Cells that some higher layer has written. */
  readonly covered: Set<CellKey>;
}

/** The cells of the two lowest layers that a part of the program found there, and those that it wrote. */
export interface Watch {
  readonly read: Map<CellKey, Cell | undefined>;
  readonly written: Set<CellKey>;
}

export function createHeap(): Heap {
  const layers: Heap[] = [];
  const heap: Heap = { parent: undefined, writes: new Map(), depth: 0, root: { layers, covered: new Set() } };
  layers.push(heap);
  return heap;
}

export function forkHeap(parent: Heap): Heap {
  if (parent.depth > 0) return { parent, writes: new Map(), depth: parent.depth + 1, root: parent.root };
  const layers: Heap[] = [];
  const heap: Heap = { parent, writes: new Map(), depth: 1, root: { layers, covered: new Set() } };
  layers.push(heap, parent);
  return heap;
}

export function readCell(heap: Heap, key: CellKey): Cell | undefined {
  const { root } = heap;
  if (heap.depth > 1 && root.covered.has(key)) {
    for (let layer: Heap | undefined = heap; layer && layer.depth > 1; layer = layer.parent) {
      const cell = layer.writes.get(key);
      if (cell !== undefined || layer.writes.has(key)) return cell;
    }
  }
  return readLow(root, key);
}

function readLow({ layers, watch }: Root, key: CellKey): Cell | undefined {
  let found: Cell | undefined;
  for (const layer of layers) {
    found = layer.writes.get(key);
    if (found !== undefined || layer.writes.has(key)) break;
  }
  if (watch && !watch.written.has(key) && !watch.read.has(key)) watch.read.set(key, found);
  return found;
}

export function writeCell(heap: Heap, key: CellKey, cell: Cell | undefined): void {
  heap.writes.set(key, cell);
  if (heap.depth > 1) heap.root.covered.add(key);
  else heap.root.watch?.written.add(key);
}

/** Takes the writes of `heap`, which descends from `base`, into `base`. */
export function commitHeap(base: Heap, heap: Heap): void {
  for (const [key, cell] of writesSince(base, heap)) writeCell(base, key, cell);
}

export type JoinCells = (cells: readonly (Cell | undefined)[]) => Cell | undefined;

/**
 * Makes `target` (`base` itself, or a fork of it) hold what any of the branches may have left. Every branch descends from
 * `base`; `joinCells` gets one cell per branch, in order, `undefined` where the branch has none. `dropped` cells end here.
 */
export function joinHeaps(
  base: Heap,
  branches: readonly Heap[],
  target: Heap,
  joinCells: JoinCells,
  dropped?: ReadonlySet<CellKey>,
): void {
  const writes = branches.map((branch) => writesSince(base, branch));
  const [first, second] = writes;
  if (first && second && writes.length === 2) joinTwo(base, first, second, target, joinCells, dropped);
  else joinAll(base, writes, target, joinCells, dropped);
}

type Writes = ReadonlyMap<CellKey, Cell | undefined>;

/** Most joins are of an `if` and its `else`, and of cells that only one side wrote. */
function joinTwo(
  base: Heap,
  first: Writes,
  second: Writes,
  target: Heap,
  joinCells: JoinCells,
  dropped: ReadonlySet<CellKey> | undefined,
): void {
  const join = (key: CellKey, a: Cell | undefined, b: Cell | undefined): void =>
    writeCell(target, key, a === b ? a : joinCells([a, b]));
  for (const [key, cell] of first) {
    if (!dropped?.has(key)) join(key, cell, second.has(key) ? second.get(key) : readCell(base, key));
  }
  for (const [key, cell] of second) {
    if (!first.has(key) && !dropped?.has(key)) join(key, readCell(base, key), cell);
  }
}

function joinAll(
  base: Heap,
  writes: readonly Writes[],
  target: Heap,
  joinCells: JoinCells,
  dropped: ReadonlySet<CellKey> | undefined,
): void {
  const keys = new Set<CellKey>();
  for (const map of writes) for (const key of map.keys()) keys.add(key);
  for (const key of keys) {
    if (dropped?.has(key)) continue;
    const before = readCell(base, key);
    const cells = writes.map((map) => (map.has(key) ? map.get(key) : before));
    const [first] = cells;
    writeCell(target, key, cells.every((cell) => cell === first) ? first : joinCells(cells));
  }
}

/** The newest write of every cell between `base` (not included) and `heap`. */
export function writesSince(base: Heap, heap: Heap): ReadonlyMap<CellKey, Cell | undefined> {
  if (heap.parent === base) return heap.writes;
  const writes = new Map<CellKey, Cell | undefined>();
  for (let layer: Heap | undefined = heap; layer && layer !== base; layer = layer.parent) {
    for (const [key, cell] of layer.writes) if (!writes.has(key)) writes.set(key, cell);
  }
  return writes;
}
