import type { Assign, ClassDefinition, Expression, FunctionDefinition, Pattern, Range, Statement } from '../ir.ts';
import { childOf, childOfType, hasToken, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerExpression, missing, only } from './expressions.ts';
import { lowerFunctionBody, lowerParameters, parameterProperties } from './functions.ts';
import { lowerKey } from './objects.ts';
import { lowerBlock } from './statements.ts';

/** `name` is what the class is bound to where it has no name of its own. */
export function lowerClass(
  text: string,
  node: SyntaxNode,
  fallback: string,
  decorators: readonly Expression[] = [],
): ClassDefinition {
  const name = childOf(node, 'name');
  const body = childOf(node, 'body');
  return {
    kind: 'class',
    name: name === undefined ? fallback : textOf(text, name),
    nameRange: name === undefined ? { start: node.start, end: node.start } : rangeOf(name),
    bases: lowerBases(text, node),
    keywords: [],
    body: body === undefined ? [] : lowerMembers(text, body),
    decorators: [
      ...decorators,
      ...namedChildren(node)
        .filter((child) => child.type === 'decorator')
        .map((child) => only(text, child)),
    ],
    start: node.start,
    end: node.end,
  };
}

function lowerBases(text: string, node: SyntaxNode): readonly Expression[] {
  const heritage = childOfType(node, 'class_heritage');
  const clause = heritage === undefined ? undefined : childOfType(heritage, 'extends_clause');
  const base = clause === undefined ? undefined : childOf(clause, 'value');
  return base === undefined ? [] : [lowerExpression(text, base)];
}

function lowerMembers(text: string, body: SyntaxNode): readonly Statement[] {
  const members: Statement[] = [];
  let decorators: Expression[] = [];
  for (const child of namedChildren(body)) {
    if (child.type === 'decorator') {
      decorators.push(only(text, child));
      continue;
    }
    members.push(...lowerMember(text, child, decorators));
    decorators = [];
  }
  return members;
}

function lowerMember(text: string, node: SyntaxNode, decorators: readonly Expression[]): readonly Statement[] {
  switch (node.type) {
    case 'method_definition':
      return [lowerMethod(text, node, decorators)];
    case 'public_field_definition':
      return hasToken(node, 'declare') ? [] : [lowerField(text, node)];
    case 'class_static_block': {
      const block = childOf(node, 'body');
      return [{ kind: 'block', body: block === undefined ? [] : lowerBlock(text, block), start: node.start, end: node.end }];
    }
    default:
      return [];
  }
}

function lowerMethod(text: string, node: SyntaxNode, decorators: readonly Expression[]): FunctionDefinition {
  const key = childOf(node, 'name');
  const name = key === undefined ? '' : keyName(text, key);
  const accessor = hasToken(node, 'get') ? 'get' : hasToken(node, 'set') ? 'set' : undefined;
  const isConstructor = name === 'constructor' && !hasToken(node, 'static');
  const body = lowerFunctionBody(text, node);
  return {
    kind: 'function',
    name,
    nameRange: rangeOf(key ?? node),
    params: lowerParameters(text, node),
    body: isConstructor ? withProperties(body, parameterProperties(text, node)) : body,
    decorators,
    async: hasToken(node, 'async'),
    generator: hasToken(node, '*'),
    member: { static: hasToken(node, 'static'), ...(accessor !== undefined && { accessor }), constructor: isConstructor },
    start: node.start,
    end: node.end,
  };
}

/** The properties are set right after `super()`. */
function withProperties(body: readonly Statement[], properties: readonly Statement[]): readonly Statement[] {
  if (properties.length === 0) return body;
  const at = body.findIndex(
    (each) =>
      each.kind === 'expression' &&
      each.value.kind === 'call' &&
      each.value.callee.kind === 'name' &&
      each.value.callee.name === 'super',
  );
  return [...body.slice(0, at + 1), ...properties, ...body.slice(at + 1)];
}

function lowerField(text: string, node: SyntaxNode): Assign {
  const key = childOf(node, 'name');
  const value = childOf(node, 'value');
  return {
    kind: 'assign',
    targets: [key === undefined ? missing(node.start) : fieldTarget(text, key)],
    ...(value !== undefined && { value: lowerExpression(text, value) }),
    ...(!hasToken(node, 'static') && { declaration: 'let' }),
    start: node.start,
    end: node.end,
  };
}

function fieldTarget(text: string, key: SyntaxNode): Pattern {
  const lowered = lowerKey(text, key);
  if (lowered.kind === 'string') return { kind: 'name', name: lowered.value, start: key.start, end: key.end };
  return { kind: 'opaque', reason: 'computed field', children: [lowered], start: key.start, end: key.end };
}

/** A computed name that is not a literal is empty: nothing can be found by it. */
function keyName(text: string, key: SyntaxNode): string {
  const lowered = lowerKey(text, key);
  return lowered.kind === 'string' ? lowered.value : '';
}

function rangeOf(node: SyntaxNode): Range {
  return { start: node.start, end: node.end };
}
