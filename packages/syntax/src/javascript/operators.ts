import type { BinaryOperator, CompareOperator, Expression, UnaryOperator } from '../ir.ts';
import { childOf, type SyntaxNode } from '../tree/node.ts';
import { lowerExpression, missing, opaque, part } from './expressions.ts';
import { asPattern, lowerPattern } from './patterns.ts';

const arithmetic: ReadonlySet<string> = new Set<BinaryOperator>([
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '<<',
  '>>',
  '>>>',
  '&',
  '|',
  '^',
]);
const comparisons: Readonly<Record<string, CompareOperator>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  in: 'in',
  instanceof: 'instanceof',
};
const logical: Readonly<Record<string, 'and' | 'or' | '??'>> = { '&&': 'and', '||': 'or', '??': '??' };
const unary: Readonly<Record<string, UnaryOperator>> = {
  '-': '-',
  '+': '+',
  '~': '~',
  '!': 'not',
  typeof: 'typeof',
  void: 'void',
  delete: 'delete',
};

function isArithmetic(operator: string): operator is BinaryOperator {
  return arithmetic.has(operator);
}

export function lowerBinary(text: string, node: SyntaxNode): Expression {
  const operator = childOf(node, 'operator')?.type ?? '';
  const left = part(text, node, 'left');
  const right = part(text, node, 'right');
  return combine(operator, left, right, node) ?? opaque(text, node);
}

function combine(
  operator: string,
  left: Expression,
  right: Expression,
  range: { start: number; end: number },
): Expression | undefined {
  const { start, end } = range;
  if (isArithmetic(operator)) return { kind: 'binary', operator, left, right, start, end };
  const compare = comparisons[operator];
  if (compare !== undefined) {
    const strict = operator.length === 3 && operator.endsWith('==');
    return { kind: 'compare', operators: [compare], operands: [left, right], ...(strict && { strict: true }), start, end };
  }
  const junction = logical[operator];
  return junction === undefined ? undefined : { kind: 'logical', operator: junction, left, right, start, end };
}

export function lowerUnary(text: string, node: SyntaxNode): Expression {
  const operator = unary[childOf(node, 'operator')?.type ?? ''];
  if (operator === undefined) return opaque(text, node);
  return { kind: 'unary', operator, operand: part(text, node, 'argument'), start: node.start, end: node.end };
}

export function lowerUpdate(text: string, node: SyntaxNode): Expression {
  const operator = childOf(node, 'operator');
  const argument = childOf(node, 'argument');
  if (operator === undefined || argument === undefined) return opaque(text, node);
  return {
    kind: 'unary',
    operator: operator.type === '--' ? '--' : '++',
    operand: lowerExpression(text, argument),
    ...(argument.start < operator.start && { postfix: true }),
    start: node.start,
    end: node.end,
  };
}

/** `a = b` and `a += b` where a value is wanted: the value that was assigned. */
export function lowerAssignmentExpression(text: string, node: SyntaxNode): Expression {
  const left = childOf(node, 'left');
  const value = part(text, node, 'right');
  const { start, end } = node;
  if (left === undefined) return { kind: 'namedExpression', target: missing(start), value, start, end };
  if (node.type === 'assignment_expression')
    return { kind: 'namedExpression', target: lowerPattern(text, left), value, start, end };
  const current = lowerExpression(text, left);
  const operator = (childOf(node, 'operator')?.type ?? '').slice(0, -1);
  const result = combine(operator, current, value, node);
  return result === undefined
    ? opaque(text, node)
    : { kind: 'namedExpression', target: asPattern(current), value: result, start, end };
}
