import type { DictEntry, Expression } from '../ir.ts';
import { childOf, hasToken, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerExpression, lowerName, only, opaque, part } from './expressions.ts';
import { lowerMethodExpression } from './functions.ts';

export function lowerObject(text: string, node: SyntaxNode): Expression {
  return { kind: 'dict', entries: namedChildren(node).map((child) => lowerEntry(text, child)), start: node.start, end: node.end };
}

function lowerEntry(text: string, node: SyntaxNode): DictEntry {
  const { start, end } = node;
  switch (node.type) {
    case 'pair': {
      const key = childOf(node, 'key');
      return { ...(key !== undefined && { key: lowerKey(text, key) }), value: part(text, node, 'value'), start, end };
    }
    case 'shorthand_property_identifier':
      return {
        key: { kind: 'string', value: textOf(text, node), bytes: false, start, end },
        value: lowerName(text, node),
        start,
        end,
      };
    case 'spread_element':
      return { value: only(text, node), start, end };
    case 'method_definition': {
      const key = childOf(node, 'name');
      const accessor = hasToken(node, 'get') || hasToken(node, 'set');
      const value = accessor ? opaque(text, node, 'accessor') : lowerMethodExpression(text, node);
      return { ...(key !== undefined && { key: lowerKey(text, key) }), value, start, end };
    }
    default:
      return { key: opaque(text, node), value: opaque(text, node), start, end };
  }
}

/** `a`, `'a'` and `1` are strings; `[a]` is the expression inside. */
export function lowerKey(text: string, node: SyntaxNode): Expression {
  const { start, end } = node;
  if (node.type === 'computed_property_name') return only(text, node);
  if (node.type === 'string') return lowerExpression(text, node);
  if (node.type === 'number') {
    const number = lowerExpression(text, node);
    return {
      kind: 'string',
      value: number.kind === 'number' ? String(number.value) : textOf(text, node),
      bytes: false,
      start,
      end,
    };
  }
  return { kind: 'string', value: textOf(text, node), bytes: false, start, end };
}
