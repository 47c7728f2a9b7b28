import type { ClassDefinition, Expression, FunctionDefinition, Statement } from '../ir.ts';
import { childOf, hasToken, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerArguments } from './calls.ts';
import { lowerExpression, missing, rangeOf } from './expressions.ts';
import { lowerParameters } from './parameters.ts';
import { blockField, lowerStatements } from './statements.ts';

export function lowerFunction(
  text: string,
  node: SyntaxNode,
  decorators: readonly Expression[],
  start = node.start,
): FunctionDefinition {
  const name = childOf(node, 'name');
  const parameters = childOf(node, 'parameters');
  const returns = childOf(node, 'return_type');
  const body = childOf(node, 'body');
  return {
    kind: 'function',
    name: name === undefined ? '' : textOf(text, name).normalize('NFKC'),
    nameRange: name === undefined ? { start: node.start, end: node.start } : rangeOf(name),
    params: parameters === undefined ? [] : lowerParameters(text, parameters),
    ...(returns !== undefined && { returns: lowerExpression(text, returns) }),
    body: blockField(text, node, 'body'),
    decorators,
    async: hasToken(node, 'async'),
    generator: body !== undefined && yields(body),
    start,
    end: node.end,
  };
}

/** A `yield` of the function's own, not of one inside it. */
function yields(node: SyntaxNode): boolean {
  if (node.type === 'yield') return true;
  if (node.type === 'function_definition' || node.type === 'lambda' || node.type === 'class_definition') return false;
  return node.children.some(yields);
}

export function lowerClass(
  text: string,
  node: SyntaxNode,
  decorators: readonly Expression[],
  start = node.start,
): ClassDefinition {
  const name = childOf(node, 'name');
  const list = childOf(node, 'superclasses');
  const args = list === undefined ? [] : lowerArguments(text, list);
  return {
    kind: 'class',
    name: name === undefined ? '' : textOf(text, name).normalize('NFKC'),
    nameRange: name === undefined ? { start: node.start, end: node.start } : rangeOf(name),
    bases: args.flatMap((arg): Expression[] => {
      if (arg.kind === 'spread') return [{ kind: 'spread', value: arg.value, start: arg.start, end: arg.end }];
      return arg.kind === 'positional' ? [arg.value] : [];
    }),
    keywords: args.filter((arg) => arg.kind === 'keyword' || arg.kind === 'spreadDict'),
    body: blockField(text, node, 'body'),
    decorators,
    start,
    end: node.end,
  };
}

/** The definition starts at its first decorator. */
export function lowerDecorated(text: string, node: SyntaxNode): readonly Statement[] {
  const decorators: Expression[] = [];
  for (const child of node.children) {
    if (child.type !== 'decorator') continue;
    const value = namedChildren(child)[0];
    decorators.push(value === undefined ? missing(child.end) : lowerExpression(text, value));
  }
  const definition = childOf(node, 'definition');
  if (definition?.type === 'function_definition') return [lowerFunction(text, definition, decorators, node.start)];
  if (definition?.type === 'class_definition') return [lowerClass(text, definition, decorators, node.start)];
  const kept: Statement[] = decorators.map((value) => ({ kind: 'expression', value, start: value.start, end: value.end }));
  return definition === undefined ? kept : [...kept, ...lowerStatements(text, definition)];
}
