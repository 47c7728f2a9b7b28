import type { Expression, InterpolatedPart, Interpolation } from '../ir.ts';
import { namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { decodeEscapes } from './escapes.ts';
import { opaque } from './expressions.ts';
import { lowerReplacement } from './fstrings.ts';

interface Piece {
  readonly parts: readonly (string | InterpolatedPart)[];
  readonly bytes: boolean;
  readonly formatted: boolean;
}

/** One literal, or several side by side, which Python joins. */
export function lowerString(text: string, node: SyntaxNode): Expression {
  const literals = node.type === 'concatenated_string' ? namedChildren(node) : [node];
  const pieces: Piece[] = [];
  for (const literal of literals) {
    const piece = literal.type === 'string' ? lowerPiece(text, literal) : undefined;
    if (piece === undefined) return opaque(text, node, 'unicode name');
    pieces.push(piece);
  }
  const { start, end } = node;
  const parts = joinStrings(pieces.flatMap((piece) => piece.parts));
  if (pieces.some((piece) => piece.formatted)) return { kind: 'interpolation', parts, start, end };
  const value = parts.map((each) => (typeof each === 'string' ? each : '')).join('');
  return { kind: 'string', value, bytes: pieces.some((piece) => piece.bytes), start, end };
}

/** Undefined when the value cannot be known here, as with `\N{…}`. */
function lowerPiece(text: string, node: SyntaxNode): Piece | undefined {
  const open = node.children[0];
  const close = node.children.at(-1);
  if (open === undefined || open.type !== 'string_start' || close === undefined) return undefined;
  const opening = textOf(text, open);
  const prefix = opening.replace(/['"]+$/, '').toLowerCase();
  const bytes = prefix.includes('b');
  const formatted = prefix.includes('f') || prefix.includes('t');
  // The grammar counts backslashes before the closing quotes of a raw string to `string_end`.
  const end = close.type === 'string_end' ? Math.max(close.start, close.end - (opening.length - prefix.length)) : node.end;
  const parts: (string | InterpolatedPart)[] = [];
  let at = open.end;
  const literal = (to: number): boolean => {
    const decoded = decodeLiteral(text.slice(at, to), prefix.includes('r'), bytes, formatted);
    if (decoded === undefined) return false;
    if (decoded !== '') parts.push(decoded);
    return true;
  };
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    if (!literal(child.start)) return undefined;
    parts.push(lowerReplacement(text, child, prefix.includes('r')));
    at = child.end;
  }
  return literal(end) ? { parts, bytes, formatted } : undefined;
}

function decodeLiteral(written: string, raw: boolean, bytes: boolean, formatted: boolean): string | undefined {
  const lines = written.replace(/\r\n?/g, '\n');
  const unescaped = raw ? lines : decodeEscapes(lines, bytes);
  return formatted ? unescaped?.replaceAll('{{', '{').replaceAll('}}', '}') : unescaped;
}

export function joinStrings(parts: Interpolation['parts']): Interpolation['parts'] {
  const joined: (string | InterpolatedPart)[] = [];
  for (const each of parts) {
    const last = joined.at(-1);
    if (typeof each === 'string' && typeof last === 'string') joined[joined.length - 1] = last + each;
    else joined.push(each);
  }
  return joined;
}
