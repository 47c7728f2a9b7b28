import type { Tree } from 'web-tree-sitter';
import type { Language, Module, Range } from './ir.ts';
import { assemble, lowerPieces, type Piece, type Reuse, unreadable } from './lower.ts';
import { prepare, secondReading } from './prepare.ts';
import { differenceOf, toEdit } from './tree/difference.ts';
import { errorType } from './tree/node.ts';
import { type Prepared, unpatched } from './tree/patch.ts';
import type { LoadedGrammar } from './tree/runtime.ts';
import { shiftPiece } from './tree/shift.ts';
import { readWindow } from './window.ts';

/** A replacement of [start, end) by `text`, in offsets of the document before any change of the same edit. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface OpenDocument {
  readonly module: Module;
  readonly text: string;
  /** Applies the changes and returns the new module. Statements before them keep their identity. */
  edit(changes: readonly Change[]): Module;
  /** Frees the parser's memory. The last module stays usable. */
  dispose(): void;
}

/** Told what the guard caught. */
export type Report = (error: unknown) => void;

/** Longer texts are not parsed: the parser's memory is many times the text's. */
const maximumLength = 24_000_000;

interface Parsed {
  readonly text: string;
  /** Of `treeText`, which is an earlier text when edits since then were read apart. */
  readonly tree: Tree;
  readonly treeText: string;
  /** Whether nothing had to be mended or passed over. */
  readonly isSound: boolean;
  readonly prepared: Prepared;
  readonly pieces: readonly Piece[];
  readonly module: Module;
}

export function parseModule(grammar: LoadedGrammar | undefined, text: string, language: Language, report: Report): Module {
  const parsed = guarded(grammar, text, language, undefined, report);
  parsed?.tree.delete();
  return parsed?.module ?? unreadable(text, language);
}

export function openDocument(
  grammarNow: () => LoadedGrammar | undefined,
  initial: string,
  language: Language,
  report: Report,
): OpenDocument {
  let text = initial;
  let parsed: Parsed | undefined;
  const read = (): Module => {
    const previous = parsed;
    parsed = guarded(grammarNow(), text, language, previous, report);
    if (previous && previous.tree !== parsed?.tree) previous.tree.delete();
    return parsed?.module ?? unreadable(text, language);
  };
  let module = read();
  return {
    get module() {
      return module;
    },
    get text() {
      return text;
    },
    edit(changes) {
      text = applyChanges(text, changes);
      module = read();
      return module;
    },
    dispose() {
      parsed?.tree.delete();
      parsed = undefined;
    },
  };
}

/** The one guard of this package: a text that exhausts the stack or the parser's memory is unreadable, not an exception. */
function guarded(
  grammar: LoadedGrammar | undefined,
  text: string,
  language: Language,
  previous: Parsed | undefined,
  report: Report,
): Parsed | undefined {
  try {
    return grammar === undefined ? undefined : parseText(grammar, text, language, previous);
  } catch (error) {
    report(error);
    return undefined;
  }
}

function parseText(grammar: LoadedGrammar, text: string, language: Language, previous: Parsed | undefined): Parsed | undefined {
  if (text.length > maximumLength) return undefined;
  const edited = previous && editedApart(grammar, text, language, previous);
  if (edited) return edited;
  const prepared = prepare(text, language);
  const tree = parseTree(grammar, prepared, previous);
  if (tree === undefined) return undefined;
  const again = tree.rootNode.hasError ? secondReading(text, language) : undefined;
  if (again === undefined) return lowerParsed(grammar, text, language, tree, prepared, reuseOf(previous, text, prepared));
  const first = lowerParsed(grammar, text, language, tree, prepared, () => undefined);
  const otherTree = parseTree(grammar, again, undefined);
  if (otherTree === undefined) return first;
  const second = lowerParsed(grammar, text, language, otherTree, again, () => undefined);
  const [better, worse] = damage(second.module) < damage(first.module) ? [second, first] : [first, second];
  worse.tree.delete();
  return better;
}

/** Where there are errors, what the parser makes of them depends on the way it came; then it starts afresh. */
function parseTree(grammar: LoadedGrammar, prepared: Prepared, previous: Parsed | undefined): Tree | undefined {
  if (previous !== undefined) {
    const before = previous.treeText;
    previous.tree.edit(toEdit(before, prepared.text, differenceOf(before, prepared.text)));
    const tree = grammar.parser.parse(prepared.text, previous.tree);
    if (tree !== null && !tree.rootNode.hasError) return tree;
    tree?.delete();
  }
  return grammar.parser.parse(prepared.text) ?? undefined;
}

function lowerParsed(
  grammar: LoadedGrammar,
  text: string,
  language: Language,
  tree: Tree,
  prepared: Prepared,
  reuse: Reuse,
): Parsed {
  const pieces = lowerPieces(tree, grammar, text, prepared, language, reuse);
  const module = assemble(text, language, pieces, tree.rootNode.type === errorType, prepared);
  const isSound = prepared.text === text && module.errors.length === 0 && !tree.rootNode.hasError;
  return { text, tree, treeText: prepared.text, isSound, prepared, pieces, module };
}

/** Reads the statements around the edit alone, where that is known to give the same. */
function editedApart(grammar: LoadedGrammar, text: string, language: Language, previous: Parsed): Parsed | undefined {
  if (language !== 'python' || !previous.isSound) return undefined;
  const prepared = unpatched(text);
  const pieces = readWindow(grammar, text, previous, differenceOf(previous.text, text), reuseOf(previous, text, prepared));
  return pieces && { ...previous, text, prepared, pieces, module: assemble(text, language, pieces, false, prepared) };
}

function damage(module: Module): number {
  return module.errors.reduce((sum, range) => sum + 1 + range.end - range.start, 0);
}

/**
 * A statement of the top level depends on nothing but its own text, so that one which lies wholly before or after the
 * edit, stands where it did, and has no damage in it is taken over, moved if need be. The line of the edit is read
 * again, for the comments on it.
 */
function reuseOf(previous: Parsed | undefined, text: string, prepared: Prepared): Reuse {
  if (previous === undefined) return () => undefined;
  const { start, oldEnd, newEnd } = differenceOf(previous.text, text);
  const lineEnd = text.indexOf('\n', newEnd);
  const by = newEnd - oldEnd;
  const known = new Map<number, Piece>();
  for (const piece of previous.pieces)
    if (piece.errors.length === 0 && !holdsAny(previous.prepared.mended, piece)) known.set(piece.start, piece);
  return (type, at, parsed) => {
    const before = at.end < start;
    if (!before && (lineEnd < 0 || at.start <= lineEnd)) return undefined;
    const shift = before ? 0 : by;
    const piece = known.get(at.start - shift);
    if (piece?.type !== type || piece.end + shift !== at.end || holdsAny(prepared.mended, at)) return undefined;
    const same =
      previous.prepared.text.slice(piece.parsed.start, piece.parsed.end) === prepared.text.slice(parsed.start, parsed.end);
    return same ? shiftPiece(piece, shift, parsed) : undefined;
  };
}

function holdsAny(points: readonly Range[], range: Range): boolean {
  return points.some((point) => range.start <= point.start && point.start <= range.end);
}

function applyChanges(text: string, changes: readonly Change[]): string {
  let result = text;
  for (const change of [...changes].sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, change.start) + change.text + result.slice(change.end);
  }
  return result;
}
