import type { Statement } from '../ir.ts';
import { childOf, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerExpression, lowerName, missing, part, rangeOf } from './expressions.ts';
import { opaqueStatement } from './statements.ts';
import { asPattern } from './targets.ts';

/**
 * `type X = …` becomes an assignment to `X`. tree-sitter-python 0.25 reads `type(self).x = 1` and `type[…] = 1` as
 * aliases too: there `type` is the built-in, and the whole is an assignment to what follows it.
 */
export function lowerTypeAlias(text: string, node: SyntaxNode): Statement {
  const left = childOf(node, 'left');
  const inner = left === undefined ? undefined : namedChildren(left)[0];
  if (left === undefined || inner === undefined) return opaqueStatement(text, node);
  const name = aliasName(inner);
  const value = part(text, node, 'right');
  if (name !== undefined) {
    return { kind: 'assign', targets: [asPattern(lowerName(text, name))], value, start: node.start, end: node.end };
  }
  const target = lowerMisread(text, node, inner);
  return { kind: 'assign', targets: [asPattern(target)], value, start: node.start, end: node.end };
}

function aliasName(inner: SyntaxNode): SyntaxNode | undefined {
  if (inner.type === 'identifier') return inner;
  return inner.type === 'generic_type' ? inner.children[0] : undefined;
}

/** Puts `type` back before the leftmost parenthesis: `type (self).x` is `type(self).x`. */
function lowerMisread(text: string, node: SyntaxNode, inner: SyntaxNode): ReturnType<typeof lowerExpression> {
  const keyword = node.children[0];
  if (keyword === undefined) return missing(node.start);
  const { start } = keyword;
  const name = { kind: 'name', name: textOf(text, keyword), ...rangeOf(keyword) } as const;
  switch (inner.type) {
    case 'parenthesized_expression':
    case 'tuple': {
      const args = namedChildren(inner).map((child) => {
        const value = lowerExpression(text, child);
        return { kind: 'positional', value, start: child.start, end: child.end } as const;
      });
      return { kind: 'call', callee: name, args, argsRange: rangeOf(inner), start, end: inner.end };
    }
    case 'list':
      return {
        kind: 'index',
        object: name,
        indices: namedChildren(inner).map((child) => lowerExpression(text, child)),
        start,
        end: inner.end,
      };
    case 'attribute': {
      const attribute = childOf(inner, 'attribute');
      const object = childOf(inner, 'object');
      if (attribute === undefined || object === undefined) return missing(start);
      return {
        kind: 'attribute',
        object: lowerMisread(text, node, object),
        name: textOf(text, attribute).normalize('NFKC'),
        nameRange: rangeOf(attribute),
        start,
        end: inner.end,
      };
    }
    case 'subscript':
    case 'call': {
      const lowered = lowerExpression(text, inner);
      const head = childOf(inner, inner.type === 'call' ? 'function' : 'value');
      if (head === undefined) return missing(start);
      if (lowered.kind === 'index') return { ...lowered, object: lowerMisread(text, node, head), start };
      return lowered.kind === 'call' ? { ...lowered, callee: lowerMisread(text, node, head), start } : lowered;
    }
    case 'member_type': {
      const lowered = lowerExpression(text, inner);
      const head = namedChildren(inner)[0];
      const object = head?.type === 'type' ? namedChildren(head)[0] : head;
      return lowered.kind === 'attribute' && object !== undefined
        ? { ...lowered, object: lowerMisread(text, node, object), start }
        : missing(start);
    }
    default:
      return { kind: 'opaque', reason: 'type', children: [name, lowerExpression(text, inner)], start, end: inner.end };
  }
}
