import type { Assign, BinaryOperator, Expression, Pattern, Statement } from '../ir.ts';
import { childOf, type SyntaxNode } from '../tree/node.ts';
import { lowerExpression, missing, part } from './expressions.ts';
import { opaqueStatement } from './statements.ts';
import { lowerPattern } from './targets.ts';

/** `a = b = value` nests to the right in the grammar; here it has two targets. */
export function lowerAssignment(text: string, node: SyntaxNode): Statement {
  const targets: Pattern[] = [];
  let annotation: SyntaxNode | undefined;
  let value: SyntaxNode | undefined = node;
  while (value?.type === 'assignment') {
    const left = childOf(value, 'left');
    targets.push(left === undefined ? missing(value.start) : lowerPattern(text, left));
    annotation ??= childOf(value, 'type');
    value = childOf(value, 'right');
  }
  const lowered: Expression | undefined = value === undefined ? undefined : lowerExpression(text, value);
  const assign: Assign = {
    kind: 'assign',
    targets,
    ...(lowered !== undefined && { value: lowered }),
    ...(annotation !== undefined && { annotation: lowerExpression(text, annotation) }),
    start: node.start,
    end: node.end,
  };
  return assign;
}

const operators: Readonly<Record<string, BinaryOperator>> = {
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '@=': '@',
  '//=': '//',
  '%=': '%',
  '**=': '**',
  '>>=': '>>',
  '<<=': '<<',
  '&=': '&',
  '^=': '^',
  '|=': '|',
};

export function lowerAugmented(text: string, node: SyntaxNode): Statement {
  const operator = operators[childOf(node, 'operator')?.type ?? ''];
  const left = childOf(node, 'left');
  if (operator === undefined || left === undefined) return opaqueStatement(text, node);
  return {
    kind: 'augmentedAssign',
    target: lowerPattern(text, left),
    operator,
    value: part(text, node, 'right'),
    start: node.start,
    end: node.end,
  };
}
