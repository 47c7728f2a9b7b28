import type { Language as Grammar, TreeCursor } from 'web-tree-sitter';
import type { Comment, Range } from '../ir.ts';
import { deepType, errorType, largeType, type SyntaxNode } from './node.ts';

/**
 * Nesting below this depth of the concrete tree is dropped. It bounds the recursion of everything that
 * walks the lowered tree: real code stays under 120.
 */
export const maximumDepth = 400;

/** One child of the root, copied out of the parser's memory. */
export interface Snapshot {
  readonly node: SyntaxNode;
  readonly comments: readonly Range[];
  readonly errors: readonly Range[];
}

/** Tables over a grammar's type numbers, so that the walk asks the parser as little as possible. */
export interface GrammarTables {
  readonly types: readonly string[];
  readonly fields: readonly (string | null)[];
  readonly named: readonly boolean[];
  /** Types of which no node has children. */
  readonly leaf: readonly boolean[];
  readonly comment: readonly boolean[];
  /** Punctuation, which no field names. */
  readonly plain: readonly boolean[];
}

const leafTypes = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'ellipsis',
  'comment',
  'line_continuation',
  'string_start',
  'string_end',
  'escape_sequence',
  'escape_interpolation',
  'type_conversion',
  'property_identifier',
  'shorthand_property_identifier',
  'this',
  'super',
  'null',
  'undefined',
  'string_fragment',
  'statement_identifier',
  'private_property_identifier',
  'shorthand_property_identifier_pattern',
  'html_comment',
  'hash_bang_line',
  'type_identifier',
  'regex_pattern',
  'regex_flags',
  'jsx_text',
  'predefined_type',
]);

export function grammarTables(grammar: Grammar): GrammarTables {
  const named = grammar.types.map((_, index) => grammar.nodeTypeIsNamed(index));
  return {
    types: grammar.types,
    fields: grammar.fields,
    named,
    leaf: grammar.types.map((type, index) => (named[index] === true ? leafTypes.has(type) : true)),
    plain: grammar.types.map((type, index) => named[index] !== true && /^[()[\]{},.:;]$/.test(type)),
    comment: grammar.types.map((type) => type === 'comment' || type === 'html_comment' || type === 'line_continuation'),
  };
}

interface Frame {
  type: string;
  start: number;
  end: number;
  field: string | undefined;
  children: SyntaxNode[];
}

/** Copies the node under the cursor. The cursor ends where it began. `place` maps parsed offsets to offsets of the document. */
export function snapshot(cursor: TreeCursor, tables: GrammarTables, place: (offset: number) => number): Snapshot {
  const comments: Range[] = [];
  const errors: Range[] = [];
  const stack: Frame[] = [];
  for (;;) {
    const typeId = cursor.nodeTypeId;
    const type = tables.types[typeId] ?? errorType;
    const start = place(cursor.startIndex);
    const end = place(cursor.endIndex);
    const fieldId = stack.length === 0 || tables.plain[typeId] === true ? 0 : cursor.currentFieldId;
    const field = fieldId === 0 ? undefined : (tables.fields[fieldId] ?? undefined);
    if (type === errorType) errors.push({ start, end });
    const large = isLarge(type, end - start, () => cursor.currentNode.childCount);
    if (!large && tables.leaf[typeId] !== true && stack.length < maximumDepth && cursor.gotoFirstChild()) {
      stack.push({ type, start, end, field, children: [] });
      continue;
    }
    const deep = stack.length === maximumDepth && tables.leaf[typeId] !== true;
    const missing = start === end && cursor.nodeIsMissing;
    if (missing && !isAlignment(stack.at(-1)?.type, stack.at(-2)?.type)) errors.push({ start, end });
    let node: SyntaxNode = {
      type: large ? largeType : deep ? deepType : type,
      start,
      end,
      field,
      named: tables.named[typeId] ?? true,
      missing,
      children: [],
    };
    if (tables.comment[typeId] === true) {
      if (type !== 'line_continuation') comments.push({ start, end });
      if (stack.length === 0) return { node, comments, errors };
    } else {
      const parent = stack.at(-1);
      if (parent === undefined) return { node, comments, errors };
      parent.children.push(node);
    }
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent();
      const frame = stack.pop();
      if (frame === undefined) return { node, comments, errors };
      const { type: outer, start: from, end: to, field: name, children } = frame;
      node = { type: outer, start: from, end: to, field: name, named: true, missing: false, children };
      const parent = stack.at(-1);
      if (parent === undefined) return { node, comments, errors };
      parent.children.push(node);
    }
  }
}

/** Children of a literal beyond which it is kept as a whole: nothing computes with so many items, commas included. */
const maximumChildren = 50_000;
const literals: ReadonlySet<string> = new Set(['list', 'tuple', 'set', 'dictionary', 'array', 'object', 'expression_list']);

/** Tables of data that are written out: copying all of their items would take longer than parsing them. */
export function isLarge(type: string, length: number, children: () => number): boolean {
  return length > maximumChildren && literals.has(type) && children() > maximumChildren;
}

/** An f-string's `{x:=}`, which the grammar takes for a walrus without a value: valid, and mended when it is lowered. */
export function isAlignment(parent: string | undefined, grandparent: string | undefined): boolean {
  return parent === 'named_expression' && grandparent === 'interpolation';
}

export function lowerComment(text: string, range: Range): Comment {
  const raw = text.slice(range.start, range.end);
  let before = range.start - 1;
  while (before >= 0 && /[ \t\f\uFEFF]/.test(text[before] ?? '')) before -= 1;
  return {
    start: range.start,
    end: range.end,
    text: commentText(raw),
    ownLine: before < 0 || text[before] === '\n' || text[before] === '\r',
  };
}

function commentText(raw: string): string {
  if (raw.startsWith('#')) return raw.slice(1).trim();
  if (raw.startsWith('//')) return raw.slice(2).trim();
  if (raw.startsWith('/*'))
    return raw
      .replace(/^\/\*+/, '')
      .replace(/\*+\/$/, '')
      .trim();
  return raw.replace(/^<!--/, '').replace(/-->$/, '').trim();
}
