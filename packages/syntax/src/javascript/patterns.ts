import type { Expression, Pattern } from '../ir.ts';
import { childOf, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerExpression, lowerName, missing } from './expressions.ts';
import { lowerKey } from './objects.ts';

/** What stands on the left of `=`, in a declaration or among the parameters. */
export function lowerPattern(text: string, node: SyntaxNode): Pattern {
  const { start, end } = node;
  switch (node.type) {
    case 'identifier':
    case 'shorthand_property_identifier_pattern':
      return lowerName(text, node);
    case 'array_pattern':
    case 'array':
      return { kind: 'sequencePattern', elements: lowerElementPatterns(text, node), start, end };
    case 'object_pattern':
    case 'object':
      return lowerObjectPattern(text, node);
    case 'rest_pattern':
    case 'spread_element':
      return { kind: 'starPattern', target: first(text, node), start, end };
    case 'assignment_pattern':
    case 'object_assignment_pattern': {
      const left = childOf(node, 'left');
      const right = childOf(node, 'right');
      return {
        kind: 'defaultPattern',
        target: left === undefined ? missing(start) : lowerPattern(text, left),
        value: right === undefined ? missing(end) : lowerExpression(text, right),
        start,
        end,
      };
    }
    case 'parenthesized_expression':
    case 'non_null_expression':
    case 'as_expression':
    case 'satisfies_expression':
      return first(text, node);
    default:
      return asPattern(lowerExpression(text, node));
  }
}

export function asPattern(value: Expression): Pattern {
  if (value.kind === 'name' || value.kind === 'attribute' || value.kind === 'index' || value.kind === 'opaque') return value;
  return { kind: 'opaque', reason: 'target', children: [value], start: value.start, end: value.end };
}

function first(text: string, node: SyntaxNode): Pattern {
  const inner = namedChildren(node)[0];
  return inner === undefined ? missing(node.end) : lowerPattern(text, inner);
}

/** A hole skips one element. */
function lowerElementPatterns(text: string, node: SyntaxNode): readonly Pattern[] {
  const elements: Pattern[] = [];
  let expecting = true;
  for (const child of node.children) {
    if (child.type === ',') {
      if (expecting) elements.push({ kind: 'opaque', reason: 'hole', children: [], start: child.start, end: child.start });
      expecting = true;
    } else if (child.named) {
      elements.push(lowerPattern(text, child));
      expecting = false;
    }
  }
  return elements;
}

function lowerObjectPattern(text: string, node: SyntaxNode): Pattern {
  const entries: { key: Expression; target: Pattern }[] = [];
  let rest: Pattern | undefined;
  for (const child of namedChildren(node)) {
    if (child.type === 'rest_pattern') {
      rest = first(text, child);
      continue;
    }
    const key = childOf(child, 'key');
    const value = childOf(child, 'value');
    if (key !== undefined && value !== undefined) {
      entries.push({ key: lowerKey(text, key), target: lowerPattern(text, value) });
      continue;
    }
    const name = childOf(child, 'left') ?? child;
    const shorthand: Expression = { kind: 'string', value: textOf(text, name), bytes: false, start: name.start, end: name.end };
    entries.push({
      key: shorthand,
      target: lowerPattern(text, child.type === 'shorthand_property_identifier' ? { ...child, type: 'identifier' } : child),
    });
  }
  return { kind: 'objectPattern', entries, ...(rest !== undefined && { rest }), start: node.start, end: node.end };
}
