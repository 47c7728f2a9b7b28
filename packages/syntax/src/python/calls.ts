import type { Argument, Expression } from '../ir.ts';
import { childOf, errorType, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerExpression, missing, part, rangeOf, underSpread } from './expressions.ts';

export function lowerCall(text: string, node: SyntaxNode): Expression {
  const callee = part(text, node, 'function');
  const list = childOf(node, 'arguments');
  const args = list === undefined ? [] : lowerArguments(text, list);
  const argsRange = list === undefined ? { start: node.end, end: node.end } : rangeOf(list);
  const call = (of: Expression, start: number): Expression => ({
    kind: 'call',
    callee: of,
    args,
    argsRange,
    start,
    end: node.end,
  });
  return underSpread(callee, call) ?? call(callee, node.start);
}

/** The arguments of a call or the bases and keywords of a class. A bare generator expression is one argument. */
export function lowerArguments(text: string, list: SyntaxNode): readonly Argument[] {
  if (list.type === 'generator_expression') {
    return [{ kind: 'positional', value: lowerExpression(text, list), start: list.start, end: list.end }];
  }
  return namedChildren(list).map((child) => lowerArgument(text, child));
}

function lowerArgument(text: string, node: SyntaxNode): Argument {
  const { start, end } = node;
  if (node.type === 'keyword_argument') return lowerKeyword(text, node);
  if (node.type === 'dictionary_splat') {
    const value = namedChildren(node)[0];
    return { kind: 'spreadDict', value: value === undefined ? missing(end) : lowerExpression(text, value), start, end };
  }
  const value = lowerExpression(text, node);
  if (value.kind === 'spread' && node.type !== errorType) return { kind: 'spread', value: value.value, start, end };
  return { kind: 'positional', value, start, end };
}

function lowerKeyword(text: string, node: SyntaxNode): Argument {
  const name = childOf(node, 'name');
  const value = part(text, node, 'value');
  if (name === undefined) return { kind: 'positional', value, start: node.start, end: node.end };
  return {
    kind: 'keyword',
    name: textOf(text, name).normalize('NFKC'),
    nameRange: rangeOf(name),
    value,
    start: node.start,
    end: node.end,
  };
}
