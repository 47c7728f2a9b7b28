import type { Expression, MatchCase, Statement } from '../ir.ts';
import { childOf, childrenOf, hasToken, namedChildren, type SyntaxNode } from '../tree/node.ts';
import { lowerExpression, missing, part } from './expressions.ts';
import { lowerPattern } from './patterns.ts';
import { lowerBlock, lowerBody, lowerStatements } from './statements.ts';

export function lowerFor(text: string, node: SyntaxNode): Statement {
  const initializer = childOf(node, 'initializer');
  const condition = childOf(node, 'condition');
  const test = condition?.type === 'expression_statement' ? namedChildren(condition)[0] : condition;
  const increment = childOf(node, 'increment');
  return {
    kind: 'cFor',
    initial: initializer === undefined ? [] : lowerStatements(text, asStatement(initializer)),
    ...(test !== undefined && test.type !== 'empty_statement' && { test: lowerExpression(text, test) }),
    update: increment === undefined ? [] : commaParts(increment).map((each) => lowerExpression(text, each)),
    body: lowerBody(text, childOf(node, 'body')),
    start: node.start,
    end: node.end,
  };
}

/** `for (i = 0; …)` assigns like a statement. */
function asStatement(node: SyntaxNode): SyntaxNode {
  const plain = node.type.endsWith('_expression') || node.type === 'identifier';
  return plain ? { ...node, type: 'expression_statement', children: [node] } : node;
}

function commaParts(node: SyntaxNode): readonly SyntaxNode[] {
  return node.type === 'sequence_expression' ? namedChildren(node).flatMap(commaParts) : [node];
}

export function lowerForIn(text: string, node: SyntaxNode): Statement {
  const left = childOf(node, 'left');
  return {
    kind: 'for',
    target: left === undefined ? missing(node.start) : lowerPattern(text, left),
    iterable: part(text, node, 'right'),
    body: lowerBody(text, childOf(node, 'body')),
    otherwise: [],
    async: hasToken(node, 'await'),
    over: childOf(node, 'operator')?.type === 'in' || hasToken(node, 'in') ? 'keys' : 'values',
    start: node.start,
    end: node.end,
  };
}

export function lowerWhile(text: string, node: SyntaxNode): Statement {
  const { start, end } = node;
  return {
    kind: 'while',
    test: part(text, node, 'condition'),
    body: lowerBody(text, childOf(node, 'body')),
    otherwise: [],
    start,
    end,
  };
}

export function lowerDo(text: string, node: SyntaxNode): Statement {
  const { start, end } = node;
  return {
    kind: 'while',
    test: part(text, node, 'condition'),
    body: lowerBody(text, childOf(node, 'body')),
    otherwise: [],
    testAfter: true,
    start,
    end,
  };
}

export function lowerSwitch(text: string, node: SyntaxNode): Statement {
  const body = childOf(node, 'body');
  const clauses =
    body === undefined
      ? []
      : namedChildren(body).filter((child) => child.type === 'switch_case' || child.type === 'switch_default');
  return {
    kind: 'match',
    subject: part(text, node, 'value'),
    cases: clauses.map((clause) => lowerCase(text, clause)),
    fallsThrough: true,
    start: node.start,
    end: node.end,
  };
}

function lowerCase(text: string, clause: SyntaxNode): MatchCase {
  const { start, end } = clause;
  const body = childrenOf(clause, 'body')
    .filter((child) => child.named)
    .flatMap((child) => lowerStatements(text, child));
  if (clause.type === 'switch_default') return { pattern: { kind: 'wildcard', start, end: start + 7 }, body, start, end };
  const value: Expression = part(text, clause, 'value');
  return { pattern: { kind: 'value', value, start: value.start, end: value.end }, body, start, end };
}

export function lowerTry(text: string, node: SyntaxNode): Statement {
  const body = childOf(node, 'body');
  const handler = childOf(node, 'handler');
  const finalizer = childOf(node, 'finalizer');
  const parameter = handler === undefined ? undefined : childOf(handler, 'parameter');
  return {
    kind: 'try',
    body: body === undefined ? [] : lowerBlock(text, body),
    handlers:
      handler === undefined
        ? []
        : [
            {
              ...(parameter !== undefined && { target: lowerPattern(text, parameter) }),
              body: lowerBody(text, childOf(handler, 'body')),
              start: handler.start,
              end: handler.end,
            },
          ],
    otherwise: [],
    finalizer: finalizer === undefined ? [] : lowerBody(text, childOf(finalizer, 'body')),
    start: node.start,
    end: node.end,
  };
}
