/** A document's tree with the way up, and what the analysis found of each expression: what a rewrite walks. */
import type { Argument, Expression, Module, Range, Statement } from '@softlens/syntax';
import type { Fact, FileAnalysis, ParsedDocument } from '../api.ts';
import type { Place } from '../values/space.ts';

/** What may stand around an expression. Arguments are nodes of their own. */
export type SyntaxNode = Module | Statement | Expression | Argument;

export interface SourceTree {
  readonly path: string;
  readonly text: string;
  readonly document: ParsedDocument;
  readonly facts: readonly Fact[];
  /** The expression that has exactly this range. */
  expressionAt(range: Range): Expression | undefined;
  parentOf(node: SyntaxNode): SyntaxNode | undefined;
  /** What was seen of an expression. */
  factOf(range: Range): Fact | undefined;
}

export function sourceTree(document: ParsedDocument, analysis: FileAnalysis): SourceTree {
  const parents = new Map<SyntaxNode, SyntaxNode>();
  const expressions = new Map<string, Expression>();
  const pending: SyntaxNode[] = [document.module];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isExpression(node)) expressions.set(keyOf(node), node);
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      pending.push(child);
    }
  }
  const facts = analysis.facts.filter(({ kind }) => kind === 'expression');
  const byRange = new Map(facts.map((fact) => [keyOf(fact), fact]));
  return {
    path: document.path,
    text: document.text,
    document,
    facts,
    expressionAt: (range) => expressions.get(keyOf(range)),
    parentOf: (node) => parents.get(node),
    factOf: (range) => byRange.get(keyOf(range)),
  };
}

export const placeIn = (tree: SourceTree, { start, end }: Range): Place => ({ path: tree.path, start, end });

export const placeKey = ({ path, start, end }: Place): string => `${path} ${start} ${end}`;

export const textOf = (tree: SourceTree, { start, end }: Range): string => tree.text.slice(start, end);

const keyOf = ({ start, end }: Range): string => `${start} ${end}`;

const expressionKinds = new Set(
  (
    'number string interpolation constant name attribute call index slice unary binary compare logical conditional ' +
    'functionExpression sequence dict comprehension namedExpression spread await yield opaque'
  ).split(' '),
);

/** Patterns of names count as expressions too: nothing is read there, so nothing is found there. */
export const isExpression = (node: SyntaxNode): node is Expression => expressionKinds.has(node.kind);

/** The IR is plain data: whatever has a kind and a range is a node; what has only a range (a `with` item) is looked through. */
function childrenOf(node: object): readonly SyntaxNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .flatMap((value: unknown) => (isNode(value) ? [value] : isBranch(value) ? childrenOf(value) : []));
}

function isNode(value: unknown): value is SyntaxNode {
  return isBranch(value) && 'kind' in value && 'start' in value;
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
