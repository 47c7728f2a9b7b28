import type { BinaryOperator, Expression, Range } from '../ir.ts';
import { childOf, type SyntaxNode } from '../tree/node.ts';
import { lowerExpression, opaque, underSpread } from './expressions.ts';

export const binaryOperators: ReadonlySet<string> = new Set<BinaryOperator>([
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '**',
  '@',
  '<<',
  '>>',
  '&',
  '|',
  '^',
]);

function isBinaryOperator(text: string): text is BinaryOperator {
  return binaryOperators.has(text);
}

/** An operand with the place it takes in the text, its parentheses included. */
interface Operand extends Range {
  readonly value: Expression;
}
type Token = { readonly operand: SyntaxNode } | { readonly operator: BinaryOperator };

/**
 * tree-sitter-python 0.25 binds `^` tighter than `&`; Python's grammar has it the other way round
 * (`|` < `^` < `&`, Language Reference 6.17). A run of the two is flattened and grouped again.
 */
export function lowerBinary(text: string, node: SyntaxNode): Expression {
  const operator = childOf(node, 'operator')?.type ?? '';
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (!isBinaryOperator(operator) || left === undefined || right === undefined) return opaque(text, node);
  if (operator === '&' || operator === '^') {
    const tokens: Token[] = [];
    flatten(node, tokens);
    return regroup(text, tokens) ?? opaque(text, node);
  }
  return join(operator, operandOf(text, left), operandOf(text, right)).value;
}

function flatten(node: SyntaxNode, tokens: Token[]): void {
  const operator = childOf(node, 'operator')?.type ?? '';
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (node.type !== 'binary_operator' || (operator !== '&' && operator !== '^') || left === undefined || right === undefined) {
    tokens.push({ operand: node });
    return;
  }
  flatten(left, tokens);
  tokens.push({ operator });
  flatten(right, tokens);
}

/** Folds from the left: `&` first, then `^`. */
function regroup(text: string, tokens: readonly Token[]): Expression | undefined {
  let exclusive: Operand | undefined;
  let conjunction: Operand | undefined;
  for (const token of tokens) {
    if ('operand' in token) {
      const operand = operandOf(text, token.operand);
      conjunction = conjunction === undefined ? operand : join('&', conjunction, operand);
    } else if (token.operator === '^' && conjunction !== undefined) {
      exclusive = exclusive === undefined ? conjunction : join('^', exclusive, conjunction);
      conjunction = undefined;
    }
  }
  if (conjunction === undefined) return undefined;
  return (exclusive === undefined ? conjunction : join('^', exclusive, conjunction)).value;
}

function operandOf(text: string, node: SyntaxNode): Operand {
  return { value: lowerExpression(text, node), start: node.start, end: node.end };
}

function join(operator: BinaryOperator, left: Operand, right: Operand): Operand {
  const binary = (of: Expression, start: number): Expression => ({
    kind: 'binary',
    operator,
    left: of,
    right: right.value,
    start,
    end: right.end,
  });
  return { value: underSpread(left.value, binary) ?? binary(left.value, left.start), start: left.start, end: right.end };
}
