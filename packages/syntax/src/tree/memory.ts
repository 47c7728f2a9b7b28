/**
 * Copies a node straight out of the parser's memory, many times faster than asking a cursor for each of its parts. The layout is that of
 * `lib/src/subtree.h`, `lib/src/parser.h` and `lib/src/tree_cursor.c` of tree-sitter, on a 32-bit machine, whose version is pinned;
 * whether it still holds is tried when a grammar is loaded, and otherwise the cursor does it (`reader.ts`).
 */
import type { Range } from '../ir.ts';
import { deepType, errorType, largeType, type SyntaxNode } from './node.ts';
import { type GrammarTables, isAlignment, isLarge, maximumDepth, type Snapshot } from './snapshot.ts';

/** The runtime's module, whose views of the memory are made anew when it grows. */
export interface Memory {
  readonly words: Uint32Array;
  readonly halves: Uint16Array;
}

/** What one production of the grammar says of its children, by their position without comments and the like. */
interface Production {
  readonly aliases: readonly number[];
  readonly fields: readonly number[];
}

export interface Layout {
  readonly memory: () => Memory | undefined;
  readonly publicSymbols: readonly number[];
  readonly production: (id: number) => Production;
}

const errorSymbol = 0xffff;
const noChildren: readonly SyntaxNode[] = [];

/** The views of the runtime's memory, when it has them. */
export function memoryOf(runtime: object): Memory | undefined {
  const words: unknown = Reflect.get(runtime, 'HEAPU32');
  const halves: unknown = Reflect.get(runtime, 'HEAPU16');
  return words instanceof Uint32Array && halves instanceof Uint16Array ? { words, halves } : undefined;
}

/** Reads what is needed of a `TSLanguage`; undefined when it is not where it should be. */
export function layoutOf(runtime: object, grammar: object, tables: GrammarTables): Layout | undefined {
  const memory = (): Memory | undefined => memoryOf(runtime);
  const address: unknown = Reflect.get(grammar, 0);
  const start = memory();
  if (!start || typeof address !== 'number' || address % 4 !== 0) return undefined;
  const word = (offset: number): number => start.words[(address + offset) >> 2] ?? 0;
  const symbolCount = word(4) + word(8);
  const [productions, width] = [word(28), word(36) & 0xffff];
  const [slices, entries, symbols, sequences] = [word(64), word(68), word(76), word(84)];
  if (symbolCount !== tables.types.length || width === 0 || width > 1000) return undefined;
  const known: Production[] = [];
  const production = (id: number): Production => {
    const made = known[id];
    if (made) return made;
    const now = memory();
    const read = now && id < productions ? productionAt(now, id, { slices, entries, sequences, width }) : noProduction;
    known[id] = read;
    return read;
  };
  return { memory, production, publicSymbols: [...start.halves.subarray(symbols >> 1, (symbols >> 1) + symbolCount)] };
}

const noProduction: Production = { aliases: [], fields: [] };

interface Tables {
  readonly slices: number;
  readonly entries: number;
  readonly sequences: number;
  readonly width: number;
}

function productionAt({ halves }: Memory, id: number, { slices, entries, sequences, width }: Tables): Production {
  const fields: number[] = new Array<number>(width).fill(0);
  const slice = (slices >> 1) + id * 2;
  const [first, count] = [halves[slice] ?? 0, halves[slice + 1] ?? 0];
  for (let i = first + count - 1; i >= first; i--) {
    const entry = (entries >> 1) + i * 2;
    const place = halves[entry + 1] ?? 0;
    const isInherited = place >> 8 !== 0;
    if (!isInherited) fields[place & 0xff] = halves[entry] ?? 0;
  }
  const from = (sequences >> 1) + id * width;
  return { fields, aliases: id === 0 ? [] : [...halves.subarray(from, from + width)] };
}

/** One walk over a node and what lies within. */
interface Walk {
  readonly memory: Memory;
  readonly layout: Layout;
  readonly tables: GrammarTables;
  readonly place: (offset: number) => number;
  readonly comments: Range[];
  readonly errors: Range[];
  /** Types of the nodes around, outermost first. */
  readonly around: string[];
}

/** Copies the node whose `Subtree` is at `address`; `start` is its offset in what was parsed, `typeId` its public type. */
export function copyNode(
  address: number,
  start: number,
  typeId: number,
  layout: Layout,
  tables: GrammarTables,
  place: (offset: number) => number,
): Snapshot | undefined {
  const memory = layout.memory();
  if (!memory) return undefined;
  const walk: Walk = { memory, layout, tables, place, comments: [], errors: [], around: [] };
  const low = memory.words[address >> 2] ?? 0;
  const isInline = (low & 1) !== 0;
  const size = isInline ? (memory.words[(address >> 2) + 1] ?? 0) >>> 24 : (memory.words[(low + 16) >> 2] ?? 0);
  const isMissing = isInline ? (low & 0x20) !== 0 : ((memory.words[(low + 44) >> 2] ?? 0) & 0x200) !== 0;
  const node = nodeOf(walk, isInline ? 0 : low, start * 2, size, typeId, 0, isMissing);
  return { node, comments: walk.comments, errors: walk.errors };
}

/** `subtree` is the address of the node's data, or 0 for one that is small enough to have none; sizes are in bytes. */
function nodeOf(
  walk: Walk,
  subtree: number,
  at: number,
  size: number,
  typeId: number,
  fieldId: number,
  isMissing: boolean,
): SyntaxNode {
  const { tables, around, place } = walk;
  const type = tables.types[typeId] ?? errorType;
  const start = place(at >> 1);
  const end = place((at + size) >> 1);
  const field = fieldId === 0 || tables.plain[typeId] === true ? undefined : (tables.fields[fieldId] ?? undefined);
  if (type === errorType) walk.errors.push({ start, end });
  const isLeaf = tables.leaf[typeId] === true;
  const depth = around.length;
  const large = isLarge(type, end - start, () => (subtree === 0 ? 0 : visibleChildren(walk.memory, subtree)));
  if (!large && !isLeaf && depth < maximumDepth && subtree !== 0 && visibleChildren(walk.memory, subtree) > 0) {
    const children: SyntaxNode[] = [];
    around.push(type);
    copyChildren(walk, subtree, at, 0, children);
    around.pop();
    return { type, start, end, field, named: true, missing: false, children };
  }
  const missing = isMissing && start === end;
  if (missing && !isAlignment(around.at(-1), around.at(-2))) walk.errors.push({ start, end });
  const isComment = tables.comment[typeId] === true;
  if (isComment && type !== 'line_continuation') walk.comments.push({ start, end });
  const shown = large ? largeType : depth === maximumDepth && !isLeaf ? deepType : type;
  return { type: shown, start, end, field, named: tables.named[typeId] ?? true, missing, children: noChildren };
}

const visibleChildren = ({ words }: Memory, subtree: number): number =>
  (words[(subtree + 36) >> 2] ?? 0) === 0 ? 0 : (words[(subtree + 48) >> 2] ?? 0);

/** The children that show; those of a hidden one stand in its place, and have its field where they have none of their own. */
function copyChildren(walk: Walk, subtree: number, from: number, outerField: number, into: SyntaxNode[]): void {
  const { words, halves } = walk.memory;
  const count = words[(subtree + 36) >> 2] ?? 0;
  const { aliases, fields } = walk.layout.production(halves[(subtree + 66) >> 1] ?? 0);
  const { publicSymbols } = walk.layout;
  const first = (subtree - 8 * count) >> 2;
  let at = from;
  let position = 0;
  for (let i = 0; i < count; i++) {
    const low = words[first + 2 * i] ?? 0;
    const isInline = (low & 1) !== 0;
    const high = words[first + 2 * i + 1] ?? 0;
    const flags = isInline ? 0 : (words[(low + 44) >> 2] ?? 0);
    const size = isInline ? high >>> 24 : (words[(low + 16) >> 2] ?? 0);
    // A node begins where its first child does.
    if (i > 0) at += isInline ? (high >>> 16) & 0xff : (words[(low + 4) >> 2] ?? 0);
    const isExtra = isInline ? (low & 8) !== 0 : (flags & 4) !== 0;
    const alias = isExtra ? 0 : (aliases[position] ?? 0);
    const field = isExtra ? 0 : fields[position] || outerField;
    if (!isExtra) position++;
    const isVisible = isInline ? (low & 2) !== 0 : (flags & 1) !== 0;
    if (isVisible || alias !== 0) {
      const symbol = alias !== 0 ? alias : isInline ? (low >>> 8) & 0xff : (halves[(low + 40) >> 1] ?? 0);
      const typeId = symbol === errorSymbol ? symbol : (publicSymbols[symbol] ?? symbol);
      const isMissing = isInline ? (low & 0x20) !== 0 : (flags & 0x200) !== 0;
      const node = nodeOf(walk, isInline ? 0 : low, at, size, typeId, field, isMissing);
      if (walk.tables.comment[typeId] !== true) into.push(node);
    } else if (!isInline && visibleChildren(walk.memory, low) > 0) copyChildren(walk, low, at, field, into);
    at += size;
  }
}
