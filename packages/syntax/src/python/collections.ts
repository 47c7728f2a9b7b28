import type { Comprehension, ComprehensionClause, DictEntry, Expression } from '../ir.ts';
import { childOf, childrenOf, hasToken, namedChildren, type SyntaxNode } from '../tree/node.ts';
import { lowerExpression, missing, opaque, part } from './expressions.ts';
import { lowerPattern } from './targets.ts';

export function lowerElements(text: string, node: SyntaxNode): readonly Expression[] {
  return namedChildren(node).map((child) => lowerExpression(text, child));
}

export function lowerDictDisplay(text: string, node: SyntaxNode): Expression {
  const entries: DictEntry[] = [];
  for (const child of namedChildren(node)) {
    const { start, end } = child;
    if (child.type === 'pair') {
      entries.push({ key: part(text, child, 'key'), value: part(text, child, 'value'), start, end });
    } else if (child.type === 'dictionary_splat') {
      const value = namedChildren(child)[0];
      entries.push({ value: value === undefined ? missing(end) : lowerExpression(text, value), start, end });
    } else {
      entries.push({ key: lowerExpression(text, child), value: missing(end), start, end });
    }
  }
  return { kind: 'dict', entries, start: node.start, end: node.end };
}

const comprehensionTypes: Readonly<Record<string, Comprehension['type']>> = {
  list_comprehension: 'list',
  set_comprehension: 'set',
  dictionary_comprehension: 'dict',
  generator_expression: 'generator',
};

export function lowerComprehension(text: string, node: SyntaxNode): Expression {
  const type = comprehensionTypes[node.type];
  const body = childOf(node, 'body');
  if (type === undefined || body === undefined) return opaque(text, node);
  const { start, end } = node;
  const clauses = lowerClauses(text, node);
  if (body.type === 'pair') {
    return { kind: 'comprehension', type, key: part(text, body, 'key'), element: part(text, body, 'value'), clauses, start, end };
  }
  return { kind: 'comprehension', type, element: lowerExpression(text, body), clauses, start, end };
}

function lowerClauses(text: string, node: SyntaxNode): readonly ComprehensionClause[] {
  const clauses: (ComprehensionClause & { conditions: Expression[] })[] = [];
  for (const child of node.children) {
    if (child.type === 'for_in_clause') clauses.push(lowerClause(text, child));
    if (child.type !== 'if_clause') continue;
    const condition = namedChildren(child)[0];
    if (condition !== undefined) clauses.at(-1)?.conditions.push(lowerExpression(text, condition));
  }
  return clauses;
}

function lowerClause(text: string, node: SyntaxNode): ComprehensionClause & { conditions: Expression[] } {
  const target = childOf(node, 'left');
  // Python 2 allows `for x in 1, 2`.
  const iterables = childrenOf(node, 'right')
    .filter((child) => child.named)
    .map((child) => lowerExpression(text, child));
  const [first, second] = iterables;
  const iterable: Expression =
    first === undefined
      ? missing(node.end)
      : second === undefined
        ? first
        : { kind: 'sequence', type: 'tuple', elements: iterables, start: first.start, end: iterables.at(-1)?.end ?? first.end };
  return {
    target: target === undefined ? missing(node.end) : lowerPattern(text, target),
    iterable,
    conditions: [],
    async: hasToken(node, 'async'),
    start: node.start,
    end: node.end,
  };
}
