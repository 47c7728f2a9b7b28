import type { Expression, Pattern } from '../ir.ts';
import { hasToken, namedChildren, type SyntaxNode } from '../tree/node.ts';
import { lowerExpression, missing, opaque } from './expressions.ts';

/** What may be assigned to. Anything else becomes an opaque target that keeps what it holds. */
export function lowerPattern(text: string, node: SyntaxNode): Pattern {
  const { start, end } = node;
  if (isParenthesised(node)) return namedChildren(node).map((child) => lowerPattern(text, child))[0] ?? missing(start);
  switch (node.type) {
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
    case 'tuple':
    case 'list':
    case 'expression_list':
    case 'tuple_expression':
      return { kind: 'sequencePattern', elements: namedChildren(node).map((child) => lowerPattern(text, child)), start, end };
    case 'list_splat_pattern':
    case 'list_splat':
    case 'dictionary_splat_pattern': {
      const target = namedChildren(node)[0];
      return { kind: 'starPattern', target: target === undefined ? missing(end) : lowerPattern(text, target), start, end };
    }
    case 'parenthesized_expression':
    case 'as_pattern_target':
    case 'parenthesized_list_splat': {
      const only = namedChildren(node);
      const first = only[0];
      return only.length === 1 && first !== undefined ? lowerPattern(text, first) : asPattern(opaque(text, node));
    }
    default:
      return asPattern(lowerExpression(text, node));
  }
}

/** `(x) = 1` assigns to `x`; only a comma makes a tuple. */
function isParenthesised(node: SyntaxNode): boolean {
  return (
    node.type === 'tuple_pattern' &&
    namedChildren(node).length === 1 &&
    !hasToken(node, ',') &&
    namedChildren(node)[0]?.type !== 'list_splat_pattern'
  );
}

export function asPattern(value: Expression): Pattern {
  switch (value.kind) {
    case 'name':
    case 'attribute':
    case 'index':
    case 'opaque':
      return value;
    case 'spread':
      return { kind: 'starPattern', target: asPattern(value.value), start: value.start, end: value.end };
    case 'sequence':
      if (value.type === 'set') break;
      return { kind: 'sequencePattern', elements: value.elements.map(asPattern), start: value.start, end: value.end };
  }
  return { kind: 'opaque', reason: 'target', children: [value], start: value.start, end: value.end };
}
