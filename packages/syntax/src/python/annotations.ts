import type { Expression } from '../ir.ts';
import { hasToken, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerExpression, lowerName, opaque, rangeOf } from './expressions.ts';

/** `list[T]` in an annotation is an index like any other. */
export function lowerGenericType(text: string, node: SyntaxNode): Expression {
  const [name, parameter] = node.children;
  if (name === undefined || parameter === undefined) return opaque(text, node);
  const indices = namedChildren(parameter).map((child) => lowerExpression(text, child));
  return { kind: 'index', object: lowerName(text, name), indices: unwrapTuple(indices), start: node.start, end: node.end };
}

function unwrapTuple(indices: readonly Expression[]): readonly Expression[] {
  const only = indices[0];
  return indices.length === 1 && only?.kind === 'sequence' && only.type === 'tuple' ? only.elements : indices;
}

/** `A[x] | B | C` leans to the right in the grammar of types; in Python `|` leans to the left. */
export function lowerUnionType(text: string, node: SyntaxNode): Expression {
  const [first, ...rest] = unionOperands(node);
  if (first === undefined) return opaque(text, node);
  let result = lowerExpression(text, first);
  for (const operand of rest) {
    const right = lowerExpression(text, operand);
    result = { kind: 'binary', operator: '|', left: result, right, start: node.start, end: operand.end };
  }
  return result;
}

function unionOperands(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.type === 'union_type' || (node.type === 'binary_operator' && hasToken(node, '|')))
    return namedChildren(node).flatMap(unionOperands);
  const inner = namedChildren(node);
  return node.type === 'type' && inner[0] !== undefined && inner.length === 1 ? unionOperands(inner[0]) : [node];
}

export function lowerMemberType(text: string, node: SyntaxNode): Expression {
  const [object, name] = namedChildren(node);
  if (object === undefined || name === undefined) return opaque(text, node);
  return {
    kind: 'attribute',
    object: lowerExpression(text, object),
    name: textOf(text, name).normalize('NFKC'),
    nameRange: rangeOf(name),
    start: node.start,
    end: node.end,
  };
}
