import type { Expression, FunctionExpression, Parameter, Statement } from '../ir.ts';
import { childOf, childOfType, hasToken, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerExpression } from './expressions.ts';
import { lowerPattern } from './patterns.ts';
import { lowerBlock } from './statements.ts';

export function lowerFunctionExpression(text: string, node: SyntaxNode): FunctionExpression {
  const name = childOf(node, 'name');
  return {
    kind: 'functionExpression',
    ...(name !== undefined && { name: textOf(text, name) }),
    params: lowerParameters(text, node),
    body: lowerFunctionBody(text, node),
    async: hasToken(node, 'async'),
    generator: hasToken(node, '*'),
    arrow: node.type === 'arrow_function',
    start: node.start,
    end: node.end,
  };
}

/** A method of an object literal. */
export function lowerMethodExpression(text: string, node: SyntaxNode): Expression {
  return lowerFunctionExpression(text, { ...node, children: node.children.filter((child) => child.field !== 'name') });
}

export function lowerFunctionBody(text: string, node: SyntaxNode): readonly Statement[] {
  const body = childOf(node, 'body');
  if (body === undefined) return [];
  if (body.type === 'statement_block') return lowerBlock(text, body);
  const value = lowerExpression(text, body);
  return [{ kind: 'return', value, start: body.start, end: body.end }];
}

export function lowerParameters(text: string, node: SyntaxNode): readonly Parameter[] {
  const single = childOf(node, 'parameter');
  if (single !== undefined) return [parameter(text, single, single, undefined)];
  const list = childOf(node, 'parameters');
  return (list === undefined ? [] : namedChildren(list)).flatMap((child) => {
    const value = childOf(child, 'value') ?? (child.type === 'assignment_pattern' ? childOf(child, 'right') : undefined);
    const pattern = childOf(child, 'pattern') ?? (child.type === 'assignment_pattern' ? childOf(child, 'left') : child);
    // TypeScript's `this` parameter is a type only.
    return pattern === undefined || pattern.type === 'this' ? [] : [parameter(text, child, pattern, value)];
  });
}

function parameter(text: string, node: SyntaxNode, pattern: SyntaxNode, value: SyntaxNode | undefined): Parameter {
  const rest = pattern.type === 'rest_pattern' ? namedChildren(pattern)[0] : undefined;
  return {
    kind: rest === undefined ? 'positional' : 'rest',
    target: lowerPattern(text, rest ?? pattern),
    ...(value !== undefined && { default: lowerExpression(text, value) }),
    start: node.start,
    end: node.end,
  };
}

/** TypeScript's `constructor(private x: number)` assigns `this.x`. */
export function parameterProperties(text: string, node: SyntaxNode): readonly Statement[] {
  const list = childOf(node, 'parameters');
  return (list === undefined ? [] : namedChildren(list)).flatMap((child): Statement[] => {
    const pattern = childOf(child, 'pattern');
    const modified = childOfType(child, 'accessibility_modifier') ?? childOfType(child, 'readonly');
    if (modified === undefined || pattern?.type !== 'identifier') return [];
    const range = { start: pattern.start, end: pattern.end };
    const name = textOf(text, pattern);
    const object = { kind: 'name', name: 'this', ...range } as const;
    const target = { kind: 'attribute', object, name, nameRange: range, ...range } as const;
    return [{ kind: 'assign', targets: [target], value: { kind: 'name', name, ...range }, ...range }];
  });
}
