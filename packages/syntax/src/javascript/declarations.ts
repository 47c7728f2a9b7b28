import type { Assign, Statement } from '../ir.ts';
import { childOf, hasToken, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerClass } from './classes.ts';
import { lowerExpression, missing } from './expressions.ts';
import { lowerPattern } from './patterns.ts';

/** `const a = 1, b = 2` is two assignments; `const A = class { … }` is a class. */
export function lowerDeclaration(text: string, node: SyntaxNode): readonly Statement[] {
  const declaration = declarationKind(node);
  return node.children
    .filter((child) => child.type === 'variable_declarator')
    .map((child) => lowerDeclarator(text, child, declaration));
}

export function declarationKind(node: SyntaxNode): 'const' | 'let' | 'var' {
  if (node.type === 'variable_declaration' || hasToken(node, 'var')) return 'var';
  return hasToken(node, 'const') || hasToken(node, 'using') ? 'const' : 'let';
}

function lowerDeclarator(text: string, node: SyntaxNode, declaration: 'const' | 'let' | 'var'): Statement {
  const name = childOf(node, 'name');
  const value = childOf(node, 'value');
  if (value?.type === 'class' && name?.type === 'identifier') return lowerClass(text, value, textOf(text, name));
  const assign: Assign = {
    kind: 'assign',
    targets: [name === undefined ? missing(node.start) : lowerPattern(text, name)],
    ...(value !== undefined && { value: lowerExpression(text, value) }),
    declaration,
    start: node.start,
    end: node.end,
  };
  return assign;
}
