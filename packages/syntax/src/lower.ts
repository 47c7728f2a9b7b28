import type { Tree } from 'web-tree-sitter';
import type { Comment, Language, Module, Range, Statement } from './ir.ts';
import { lowerStatements as lowerJavaScript } from './javascript/statements.ts';
import { lowerStatements as lowerPython } from './python/statements.ts';
import { errorType, type SyntaxNode } from './tree/node.ts';
import type { Prepared } from './tree/patch.ts';
import type { LoadedGrammar } from './tree/runtime.ts';
import { lowerComment } from './tree/snapshot.ts';

/** What one child of the root became. */
export interface Piece extends Range {
  readonly type: string;
  /** Where it stands in the text that the parser saw. */
  readonly parsed: Range;
  readonly statements: readonly Statement[];
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
      const statements = lowerTopLevel(text, node, language);
      pieces.push({ type, parsed, start, end, statements, comments: comments.map((range) => lowerComment(text, range)), errors });
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
  tree: Tree,
  { mended, comments: unseen }: Prepared,
): Module {
  const errors = [...mended, ...pieces.flatMap((piece) => piece.errors)];
  if (errors.length === 0 && tree.rootNode.type === errorType) errors.push({ start: 0, end: text.length });
  const seen = pieces.flatMap((piece) => piece.comments);
  return {
    kind: 'module',
    language,
    body: pieces.flatMap((piece) => piece.statements),
    comments: unseen ? [...seen, ...unseen.map((range) => lowerComment(text, range))].sort((a, b) => a.start - b.start) : seen,
    errors: errors.sort((a, b) => a.start - b.start || a.end - b.end),
    start: 0,
    end: text.length,
  };
}

/** What is left when a text cannot be parsed at all. */
export function unreadable(text: string, language: Language): Module {
  const whole = { start: 0, end: text.length };
  return { kind: 'module', language, body: [], comments: [], errors: [whole], ...whole };
}
