import type { Tree } from 'web-tree-sitter';
import type { Comment, Language, Module, Range, Statement } from './ir.ts';
import { lowerStatements as lowerJavaScript } from './javascript/statements.ts';
import { lowerStatements as lowerPython } from './python/statements.ts';
import { errorType, type SyntaxNode } from './tree/node.ts';
import type { LoadedGrammar } from './tree/runtime.ts';
import { lowerComment, snapshot } from './tree/snapshot.ts';

/** What one child of the root became. */
export interface Piece {
  /** The parser's number of the node; equal in two trees when the later one took the node over. */
  readonly id: number;
  /** Offsets in the document. */
  readonly start: number;
  readonly end: number;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly errors: readonly Range[];
}

/** Text as the parser sees it, and the way back to the document's offsets. */
export interface ParsedText {
  readonly text: string;
  readonly place: (offset: number) => number;
}

export type Reuse = (id: number, start: number, end: number) => Piece | undefined;

/** Copies and lowers every child of the root that `reuse` does not know. The tree stays the caller's to free. */
export function lowerPieces(tree: Tree, grammar: LoadedGrammar, text: string, parsed: ParsedText, language: Language, reuse: Reuse): Piece[] {
  const pieces: Piece[] = [];
  const cursor = tree.walk();
  try {
    if (!cursor.gotoFirstChild()) return pieces;
    do {
      const id = cursor.nodeId;
      const start = parsed.place(cursor.startIndex);
      const end = parsed.place(cursor.endIndex);
      const known = reuse(id, start, end);
      if (known !== undefined) {
        pieces.push(known);
        continue;
      }
      const { node, comments, errors } = snapshot(cursor, grammar.tables, parsed.place);
      pieces.push({
        id,
        start,
        end,
        statements: lowerTopLevel(text, node, language),
        comments: comments.map((range) => lowerComment(text, range)),
        errors,
      });
    } while (cursor.gotoNextSibling());
    return pieces;
  } finally {
    cursor.delete();
  }
}

function lowerTopLevel(text: string, node: SyntaxNode, language: Language): readonly Statement[] {
  if (!node.named || node.type === 'comment' || node.type === 'line_continuation') return [];
  return language === 'python' ? lowerPython(text, node) : lowerJavaScript(text, node);
}

export function assemble(text: string, language: Language, pieces: readonly Piece[], rootIsError: boolean, mended: readonly Range[]): Module {
  const errors = [...mended, ...pieces.flatMap((piece) => piece.errors)];
  if (rootIsError && errors.length === 0) errors.push({ start: 0, end: text.length });
  return {
    kind: 'module',
    language,
    body: pieces.flatMap((piece) => piece.statements),
    comments: pieces.flatMap((piece) => piece.comments),
    errors: errors.sort((a, b) => a.start - b.start || a.end - b.end),
    start: 0,
    end: text.length,
  };
}

export function rootIsError(tree: Tree): boolean {
  return tree.rootNode.type === errorType;
}

/** What is left when a text cannot be parsed at all. */
export function unreadable(text: string, language: Language): Module {
  const whole = { start: 0, end: text.length };
  return { kind: 'module', language, body: [], comments: [], errors: [whole], ...whole };
}
