/**
 * A concrete syntax tree as plain data: what the lowering reads, after the parser's own tree has been freed.
 * Comments and line continuations are left out; they are listed apart.
 */
export interface SyntaxNode {
  /** The grammar's name of the node; `ERROR` for what could not be read, `#deep` for what is nested too deeply, `#large` for a literal of too many items. */
  readonly type: string;
  /** UTF-16 offsets into the document. */
  readonly start: number;
  readonly end: number;
  readonly field: string | undefined;
  readonly named: boolean;
  /** Invented by the parser to mend the code: no text stands for it. */
  readonly missing: boolean;
  readonly children: readonly SyntaxNode[];
}

export const errorType = 'ERROR';
export const deepType = '#deep';
export const largeType = '#large';

/** Why a node has no meaning here: a word for the log. */
export function reasonOf({ type }: SyntaxNode): string {
  return type === errorType ? 'error' : type === deepType ? 'nesting' : type === largeType ? 'size' : type;
}

export function childOf(node: SyntaxNode, field: string): SyntaxNode | undefined {
  for (const child of node.children) if (child.field === field) return child;
  return undefined;
}

export function childrenOf(node: SyntaxNode, field: string): SyntaxNode[] {
  return node.children.filter((child) => child.field === field);
}

export function childOfType(node: SyntaxNode, type: string): SyntaxNode | undefined {
  for (const child of node.children) if (child.type === type) return child;
  return undefined;
}

export function namedChildren(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter((child) => child.named);
}

/** True when the keyword or punctuation `token` stands directly inside the node. */
export function hasToken(node: SyntaxNode, token: string): boolean {
  for (const child of node.children) if (!child.named && child.type === token) return true;
  return false;
}

export function textOf(text: string, node: SyntaxNode): string {
  return text.slice(node.start, node.end);
}

/** The same node with other children, and perhaps over another stretch of text. */
export function withChildren(
  node: SyntaxNode,
  type: string,
  children: readonly SyntaxNode[],
  start = node.start,
  end = node.end,
): SyntaxNode {
  return { ...node, type, children, start, end };
}
