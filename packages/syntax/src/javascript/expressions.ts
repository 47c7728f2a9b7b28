import type { Argument, Expression, Name } from '../ir.ts';
import { childOf, childOfType, errorType, hasToken, namedChildren, reasonOf, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerFunctionExpression } from './functions.ts';
import { lowerNumber, lowerString, lowerTemplate } from './literals.ts';
import { lowerObject } from './objects.ts';
import { lowerAssignmentExpression, lowerBinary, lowerUnary, lowerUpdate } from './operators.ts';
import { lowerStatements } from './statements.ts';

/** Any expression of JavaScript or TypeScript; types are erased. */
export function lowerExpression(text: string, node: SyntaxNode): Expression {
  const { start, end } = node;
  switch (node.type) {
    case 'identifier':
    case 'this':
    case 'super':
    case 'import':
    case 'property_identifier':
    case 'shorthand_property_identifier':
      return lowerName(text, node);
    case 'number':
      return lowerNumber(text, node);
    case 'string':
      return lowerString(text, node);
    case 'template_string':
      return lowerTemplate(text, node);
    case 'true':
      return { kind: 'constant', value: true, start, end };
    case 'false':
      return { kind: 'constant', value: false, start, end };
    case 'null':
      return { kind: 'constant', value: null, start, end };
    case 'undefined':
      return { kind: 'constant', value: 'undefined', start, end };
    case 'member_expression':
      return lowerMember(text, node);
    case 'subscript_expression':
      return {
        kind: 'index',
        object: part(text, node, 'object'),
        indices: [part(text, node, 'index')],
        ...(hasOptionalChain(node) && { optional: true }),
        start,
        end,
      };
    case 'call_expression':
    case 'new_expression':
      return lowerCall(text, node);
    case 'binary_expression':
      return lowerBinary(text, node);
    case 'unary_expression':
      return lowerUnary(text, node);
    case 'update_expression':
      return lowerUpdate(text, node);
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return lowerAssignmentExpression(text, node);
    case 'ternary_expression':
      return {
        kind: 'conditional',
        test: part(text, node, 'condition'),
        then: part(text, node, 'consequence'),
        otherwise: part(text, node, 'alternative'),
        start,
        end,
      };
    case 'parenthesized_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'non_null_expression':
    case 'instantiation_expression':
      return lowerFirst(text, node);
    case 'array':
    case 'array_pattern':
      return { kind: 'sequence', type: 'list', elements: lowerElements(text, node), start, end };
    case 'object':
      return lowerObject(text, node);
    case 'spread_element':
      return { kind: 'spread', value: only(text, node), start, end };
    case 'await_expression':
      return { kind: 'await', value: only(text, node), start, end };
    case 'yield_expression': {
      const value = namedChildren(node)[0];
      const from = hasToken(node, '*');
      return { kind: 'yield', ...(value !== undefined && { value: lowerExpression(text, value) }), from, start, end };
    }
    case 'function_expression':
    case 'generator_function':
    case 'arrow_function':
      return lowerFunctionExpression(text, node);
    default:
      return opaque(text, node);
  }
}

const typeSuffix = /(?:_type|type_annotation|type_arguments|type_parameters|type_identifier|_query|type_predicate)$/;

/** A construct without a meaning here, which keeps the expressions inside it (JSX, regular expressions, comma expressions …). */
export function opaque(text: string, node: SyntaxNode, reason = reasonOf(node)): Expression & { kind: 'opaque' } {
  const children: Expression[] = [];
  const collect = (inner: SyntaxNode): void => {
    for (const child of inner.children) {
      if (!child.named || child.start === child.end || typeSuffix.test(child.type)) continue;
      if (isExpressionType(child.type)) children.push(lowerExpression(text, child));
      else if (child.type === 'statement_block' || child.type === 'class_body') children.push(...statementValues(text, child));
      else collect(child);
    }
  };
  collect(node);
  return { kind: 'opaque', reason, children, start: node.start, end: node.end };
}

/** The expressions directly in statements that stand where only an expression can be kept. */
function statementValues(text: string, block: SyntaxNode): readonly Expression[] {
  const statements = namedChildren(block).flatMap((child) => lowerStatements(text, child));
  return statements.flatMap((statement) => ('value' in statement && statement.value !== undefined ? [statement.value] : []));
}

export function missing(at: number): Expression & { kind: 'opaque' } {
  return { kind: 'opaque', reason: 'missing', children: [], start: at, end: at };
}

export function part(text: string, node: SyntaxNode, field: string): Expression {
  const child = childOf(node, field);
  return child === undefined ? missing(node.end) : lowerExpression(text, child);
}

export function only(text: string, node: SyntaxNode): Expression {
  const child = namedChildren(node)[0];
  return child === undefined ? missing(node.end) : lowerExpression(text, child);
}

export function lowerName(text: string, node: SyntaxNode): Name | (Expression & { kind: 'opaque' }) {
  if (node.start === node.end) return missing(node.start);
  return { kind: 'name', name: textOf(text, node), start: node.start, end: node.end };
}

const expressionTypes = new Set([
  'identifier',
  'this',
  'super',
  'number',
  'string',
  'template_string',
  'true',
  'false',
  'null',
  'undefined',
  'member_expression',
  'subscript_expression',
  'call_expression',
  'new_expression',
  'binary_expression',
  'unary_expression',
  'update_expression',
  'assignment_expression',
  'augmented_assignment_expression',
  'ternary_expression',
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'instantiation_expression',
  'array',
  'object',
  'spread_element',
  'await_expression',
  'yield_expression',
  'function_expression',
  'generator_function',
  'arrow_function',
  'jsx_element',
  'jsx_self_closing_element',
  'class',
  'sequence_expression',
  'regex',
]);

export function isExpressionType(type: string): boolean {
  return expressionTypes.has(type);
}

/** Parentheses and TypeScript's `as`, `satisfies`, `!` leave the value as it is. */
function lowerFirst(text: string, node: SyntaxNode): Expression {
  const first = namedChildren(node)[0];
  if (first === undefined || first.type === errorType) return opaque(text, node);
  return lowerExpression(text, first);
}

/** A hole in an array is `undefined`. */
export function lowerElements(text: string, node: SyntaxNode): readonly Expression[] {
  const elements: Expression[] = [];
  let expecting = true;
  for (const child of node.children) {
    if (child.type === ',') {
      if (expecting) elements.push({ kind: 'constant', value: 'undefined', start: child.start, end: child.start });
      expecting = true;
    } else if (child.named) {
      elements.push(lowerExpression(text, child));
      expecting = false;
    }
  }
  return elements;
}

function hasOptionalChain(node: SyntaxNode): boolean {
  return childOfType(node, 'optional_chain') !== undefined;
}

function lowerMember(text: string, node: SyntaxNode): Expression {
  const object = part(text, node, 'object');
  const property = childOf(node, 'property');
  if (property === undefined || property.start === property.end)
    return { ...missing(node.start), children: [object], end: node.end };
  return {
    kind: 'attribute',
    object,
    name: textOf(text, property),
    nameRange: { start: property.start, end: property.end },
    ...(hasOptionalChain(node) && { optional: true }),
    start: node.start,
    end: node.end,
  };
}

function lowerCall(text: string, node: SyntaxNode): Expression {
  const isNew = node.type === 'new_expression';
  const list = childOf(node, 'arguments');
  if (list?.type === 'template_string') return opaque(text, node, 'tagged template');
  return {
    kind: 'call',
    callee: part(text, node, isNew ? 'constructor' : 'function'),
    args: list === undefined ? [] : namedChildren(list).map((child) => lowerArgument(text, child)),
    argsRange: list === undefined ? { start: node.end, end: node.end } : { start: list.start, end: list.end },
    ...(isNew && { isNew: true }),
    start: node.start,
    end: node.end,
  };
}

function lowerArgument(text: string, node: SyntaxNode): Argument {
  const { start, end } = node;
  if (node.type === 'spread_element') return { kind: 'spread', value: only(text, node), start, end };
  return { kind: 'positional', value: lowerExpression(text, node), start, end };
}
