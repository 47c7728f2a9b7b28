/**
 * After an edit of a Python file only the statements of the top level around it are read. A statement that begins at the left margin
 * with none of the words that go on with another one begins afresh, whatever stands before it; so does the one behind the edit, unless
 * what was typed reaches over it, which shows by a statement put in its place.
 */
import { lowerPieces, type Piece, type Reuse } from './lower.ts';
import { prepare } from './prepare.ts';
import type { Difference } from './tree/difference.ts';
import { indexFrom } from './tree/index-from.ts';
import { unpatched } from './tree/patch.ts';
import type { LoadedGrammar } from './tree/runtime.ts';
import { shiftPiece } from './tree/shift.ts';

interface Before {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Stands for what follows. */
const next = { text: 'pass\n', type: 'pass_statement' };

/** The largest part of a text that is read apart, unless it is short: the parser reuses what it knows of the rest. */
const largestShare = 0.5;
const shortLength = 4_000;

/**
 * The pieces of a text that was sound before the edit and is after it; undefined where it is not, or where that takes a look at all of it.
 */
export function readWindow(
  grammar: LoadedGrammar,
  text: string,
  { text: old, pieces }: Before,
  { start, oldEnd, newEnd }: Difference,
  reuse: Reuse,
): readonly Piece[] | undefined {
  const by = newEnd - oldEnd;
  let first = indexFrom(pieces, start);
  while (first > 0 && !(isBoundary(pieces[first], old) && isCode(text, pieces[first]?.start ?? 0))) first--;
  let last = Math.max(first, indexFrom(pieces, oldEnd) + 1);
  while (last < pieces.length && !isBoundary(pieces[last], old)) last++;
  const from = first > 0 ? (pieces[first]?.start ?? 0) : 0;
  const behind = pieces[last];
  const to = behind ? behind.start + by : text.length;
  if (to - from > Math.max(shortLength, text.length * largestShare)) return undefined;
  const read = readApart(grammar, text, from, to, behind !== undefined, reuse);
  if (!read) return undefined;
  const moved = pieces.slice(last).map((piece) => {
    const at = { start: piece.start + by, end: piece.end + by };
    return shiftPiece(piece, by, at);
  });
  return [...pieces.slice(0, Math.max(first, 0)), ...read, ...moved];
}

function readApart(
  grammar: LoadedGrammar,
  text: string,
  from: number,
  to: number,
  goesOn: boolean,
  reuse: Reuse,
): readonly Piece[] | undefined {
  const shown = text.slice(from, to) + (goesOn ? next.text : '');
  if (prepare(shown, 'python').text !== shown) return undefined;
  const tree = grammar.parser.parse(shown);
  if (!tree) return undefined;
  try {
    if (tree.rootNode.hasError) return undefined;
    const window = { ...unpatched(shown), place: (offset: number) => offset + from };
    const read = lowerPieces(tree, grammar, text, window, 'python', (type, at) =>
      at.start < to ? reuse(type, at, at) : undefined,
    );
    const placed = read.map((piece) => ({ ...piece, parsed: { start: piece.start, end: piece.end } }));
    if (placed.some(({ errors }) => errors.length > 0)) return undefined;
    if (!goesOn) return placed;
    const end = placed.pop();
    return end?.type === next.type && end.start === to ? placed : undefined;
  } finally {
    tree.delete();
  }
}

/** Whether a piece begins a line with something that goes on with nothing. */
const isBoundary = (piece: Piece | undefined, text: string): boolean =>
  piece !== undefined && piece.lowered.origin.length > 0 && text[piece.start - 1] === '\n' && isCode(text, piece.start);

const isCode = (text: string, at: number): boolean => /[^\s#\\]/.test(text[at] ?? ' ');
