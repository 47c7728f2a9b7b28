/** A document's tree with the way up, and what the analysis found of each expression: what a rewrite walks. */
import type { Argument, Expression, Module, Range, Statement } from '@softlens/syntax';
import type { Fact, FileAnalysis, ParsedDocument } from '../api.ts';
import type { Place } from '../values/space.ts';
import type { Value } from '../values/value.ts';

/** What may stand around an expression. Arguments are nodes of their own. */
export type SyntaxNode = Module | Statement | Expression | Argument;

/** A document with its facts: `FileAnalysis.facts` must be there. */
export interface Analysed {
  readonly document: ParsedDocument;
  readonly analysis: FileAnalysis;
}

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
  /** True for a function that any of the documents calls: what it returns is seen there. */
  isCalled(definition: Range): boolean;
}

export function sourceTrees(documents: readonly Analysed[]): readonly SourceTree[] {
  const called = new Set<string>();
  const trees = documents.map((one) => sourceTree(one, called));
  for (const tree of trees) for (const callee of calleesIn(tree)) for (const key of functionsOf(callee)) called.add(key);
  return trees;
}

function sourceTree({ document, analysis }: Analysed, called: ReadonlySet<string>): SourceTree {
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
    isCalled: ({ start, end }) => called.has(placeKey({ path: document.path, start, end })),
  };
}

function calleesIn(tree: SourceTree): readonly Value[] {
  return tree.facts.flatMap((fact) => {
    const node = tree.expressionAt(fact);
    const callee = node?.kind === 'call' ? tree.factOf(node.callee)?.value : undefined;
    return callee?.kind === 'alternatives' ? callee.of.map(({ value }) => value) : callee ? [callee] : [];
  });
}

/** The functions that a call of the value runs: of an instance what its framework calls. */
function functionsOf(callee: Value, depth = 0): readonly string[] {
  switch (callee.kind) {
    case 'function':
      return [placeKey({ path: callee.path, start: callee.definition.start, end: callee.definition.end })];
    case 'method':
    case 'partial':
      return functionsOf(callee.function, depth);
    case 'reference':
      return callee.state?.kind === 'instance' ? functionsOf(callee.state.class, depth) : [];
    case 'class':
      return depth > 8
        ? []
        : [
            ...['forward', '__call__', 'call'].flatMap((name) => functionsOf(callee.members.get(name) ?? nothing, depth + 1)),
            ...callee.bases.flatMap((base) => functionsOf(base, depth + 1)),
          ];
    default:
      return [];
  }
}

const nothing: Value = { kind: 'none' };

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
