import type { ExceptHandler, Expression, Statement, Try, With } from '../ir.ts';
import { childOf, childrenOf, errorType, hasToken, namedChildren, type SyntaxNode, withChildren } from '../tree/node.ts';
import { lowerExpression, missing, part } from './expressions.ts';
import { blockField, elseBody, lowerBody } from './statements.ts';
import { lowerPattern } from './targets.ts';

/** More `elif`s than this are kept as statements without their tests, so that no reader has to recurse without end. */
const maximumElifs = 150;

export function lowerIf(text: string, node: SyntaxNode): Statement {
  const clauses = childrenOf(node, 'alternative');
  const elifs = clauses.filter((clause) => clause.type === 'elif_clause');
  let otherwise = clauses.filter((clause) => clause.type === 'else_clause').flatMap((clause) => lowerBody(text, clause));
  const rest = elifs.slice(maximumElifs);
  const first = rest[0];
  if (first !== undefined) {
    const children = [
      ...rest.flatMap((clause) => [part(text, clause, 'condition'), ...blockField(text, clause, 'consequence')]),
      ...otherwise,
    ];
    otherwise = [{ kind: 'opaqueStatement', reason: 'nesting', children, start: first.start, end: node.end }];
  }
  for (const clause of elifs.slice(0, maximumElifs).reverse()) {
    otherwise = [
      {
        kind: 'if',
        test: part(text, clause, 'condition'),
        then: blockField(text, clause, 'consequence'),
        otherwise,
        start: clause.start,
        end: node.end,
      },
    ];
  }
  return {
    kind: 'if',
    test: part(text, node, 'condition'),
    then: blockField(text, node, 'consequence'),
    otherwise,
    start: node.start,
    end: node.end,
  };
}

export function lowerFor(text: string, node: SyntaxNode): Statement {
  const target = childOf(node, 'left');
  return {
    kind: 'for',
    target: target === undefined ? missing(node.start) : lowerPattern(text, target),
    iterable: part(text, node, 'right'),
    body: blockField(text, node, 'body'),
    otherwise: elseBody(text, node),
    async: hasToken(node, 'async'),
    over: 'values',
    start: node.start,
    end: node.end,
  };
}

export function lowerWhile(text: string, node: SyntaxNode): Statement {
  return {
    kind: 'while',
    test: part(text, node, 'condition'),
    body: blockField(text, node, 'body'),
    otherwise: elseBody(text, node),
    start: node.start,
    end: node.end,
  };
}

export function lowerWith(text: string, node: SyntaxNode): Statement {
  const clause = node.children.find((child) => child.type === 'with_clause');
  const items = (clause === undefined ? [] : namedChildren(clause)).flatMap((item) =>
    withItems(text, childOf(item, 'value') ?? item),
  );
  return {
    kind: 'with',
    items,
    body: blockField(text, node, 'body'),
    async: hasToken(node, 'async'),
    start: node.start,
    end: node.end,
  };
}

type Item = With['items'][number];

function withItems(text: string, value: SyntaxNode): readonly Item[] {
  const bound = bindingOf(value);
  if (bound !== undefined) return [aliased(text, bound)];
  // `with (open(a) as f, open(b) as g):` may be read as one parenthesised value.
  const inner = namedChildren(value);
  const parenthesised = value.type === 'tuple' || value.type === 'parenthesized_expression';
  if (parenthesised && inner.some((child) => child.type === 'as_pattern'))
    return inner.flatMap((child) => withItems(text, child));
  return [{ context: lowerExpression(text, value) }];
}

const spine = new Set(['conditional_expression', 'boolean_operator', 'not_operator', 'lambda', 'named_expression']);

/** `open(p) if p else stdin as f` is read as `… else (stdin as f)`: the binding is lifted to the top. */
function bindingOf(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'as_pattern') return node;
  const last = node.children.at(-1);
  if (last === undefined || !spine.has(node.type)) return undefined;
  const inner = bindingOf(last);
  const [value, ...rest] = inner?.children ?? [];
  if (inner === undefined || value === undefined) return undefined;
  const whole = withChildren(
    node,
    node.type,
    [...node.children.slice(0, -1), { ...value, field: last.field }],
    node.start,
    value.end,
  );
  return withChildren(inner, 'as_pattern', [{ ...whole, field: undefined }, ...rest], node.start);
}

function aliased(text: string, node: SyntaxNode): Item {
  const [value] = namedChildren(node);
  const alias = childOf(node, 'alias');
  const context = value === undefined ? missing(node.start) : lowerExpression(text, value);
  return alias === undefined ? { context } : { context, target: lowerPattern(text, alias) };
}

export function lowerTry(text: string, node: SyntaxNode): Try {
  const clauses = (type: string): SyntaxNode[] => node.children.filter((child) => child.type === type);
  return {
    kind: 'try',
    body: blockField(text, node, 'body'),
    handlers: clauses('except_clause').map((clause) => lowerHandler(text, clause)),
    otherwise: clauses('else_clause').flatMap((clause) => lowerBody(text, clause)),
    finalizer: clauses('finally_clause').flatMap((clause) => lowerBody(text, clause)),
    start: node.start,
    end: node.end,
  };
}

function lowerHandler(text: string, clause: SyntaxNode): ExceptHandler {
  const values = childrenOf(clause, 'value').filter((child) => child.named && child.type !== errorType);
  const { start, end } = clause;
  const body = lowerBody(text, clause);
  const [first] = values;
  if (first === undefined) return { body, start, end };
  const bound = bindingOf(first);
  if (bound !== undefined) {
    const { context, target } = aliased(text, bound);
    return { type: context, ...(target !== undefined && { target }), body, start, end };
  }
  const alias = childOf(clause, 'alias');
  return { type: handlerType(text, values), ...(alias !== undefined && { target: lowerPattern(text, alias) }), body, start, end };
}

/** `except A, B:` is a tuple since Python 3.14. */
function handlerType(text: string, values: readonly SyntaxNode[]): Expression {
  const elements = values.map((value) => lowerExpression(text, value));
  const first = elements[0] ?? missing(0);
  return elements.length === 1
    ? first
    : { kind: 'sequence', type: 'tuple', elements, start: first.start, end: elements.at(-1)?.end ?? first.end };
}
