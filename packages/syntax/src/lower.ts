import type { Tree } from 'web-tree-sitter';
import type { Comment, Language, Module, Range, Statement } from './ir.ts';
import { lowerStatements as lowerJavaScript } from './javascript/statements.ts';
import { moduleOf } from './outline.ts';
import { lowerStatements as lowerPython } from './python/statements.ts';
import type { SyntaxNode } from './tree/node.ts';
import type { Prepared } from './tree/patch.ts';
import type { LoadedGrammar } from './tree/runtime.ts';
import { type Lowered, lowered } from './tree/shift.ts';
import { lowerComment } from './tree/snapshot.ts';

/** What one child of the root became. */
export interface Piece extends Range {
  readonly type: string;
  /** Where it stands in the text that the parser saw. */
  readonly parsed: Range;
  readonly lowered: Lowered;
  readonly comments: readonly Comment[];
  readonly errors: readonly Range[];
}

/** The piece of an earlier parse that a child of the root would become again. */
export type Reuse = (type: string, at: Range, parsed: Range) => Piece | undefined;

/** Copies and lowers every child of the root that `reuse` does not know. The tree stays the caller's to free. */
export function lowerPieces(
  tree: Tree,
  grammar: LoadedGrammar,
  text: string,
  prepared: Prepared,
  language: Language,
  reuse: Reuse,
): Piece[] {
  const pieces: Piece[] = [];
  const { hasError } = tree.rootNode;
  const cursor = tree.walk();
  try {
    if (!cursor.gotoFirstChild()) return pieces;
    do {
      const type = cursor.nodeType;
      const parsed = { start: cursor.startIndex, end: cursor.endIndex };
      const start = prepared.place(parsed.start);
      const end = prepared.place(parsed.end);
      const known = reuse(type, { start, end }, parsed);
      if (known !== undefined && !(hasError && cursor.currentNode.hasError)) {
        pieces.push(known);
        continue;
      }
      const { node, comments, errors } = grammar.read(cursor, prepared.place);
      const statements = lowered(lowerTopLevel(text, node, language));
      pieces.push({
        type,
        parsed,
        start,
        end,
        lowered: statements,
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
  if (!node.named || node.type === 'comment' || node.type === 'html_comment' || node.type === 'line_continuation') return [];
  return language === 'python' ? lowerPython(text, node) : lowerJavaScript(text, node);
}

export function assemble(
  text: string,
  language: Language,
  pieces: readonly Piece[],
  isError: boolean,
  { mended, comments: unseen }: Prepared,
): Module {
  const errors = [...mended, ...pieces.flatMap((piece) => piece.errors)];
  if (errors.length === 0 && isError) errors.push({ start: 0, end: text.length });
  const seen = pieces.flatMap((piece) => piece.comments);
  return moduleOf(pieces, {
    language,
    comments: unseen ? [...seen, ...unseen.map((range) => lowerComment(text, range))].sort((a, b) => a.start - b.start) : seen,
    errors: errors.sort((a, b) => a.start - b.start || a.end - b.end),
    start: 0,
    end: text.length,
  });
}

/** What is left when a text cannot be parsed at all. */
export function unreadable(text: string, language: Language): Module {
  const whole = { start: 0, end: text.length };
  return { kind: 'module', language, body: [], comments: [], errors: [whole], ...whole };
}
