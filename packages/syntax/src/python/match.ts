import type { CasePattern, Expression, Match, MatchCase } from '../ir.ts';
import { childOf, childrenOf, errorType, hasToken, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerDottedName, lowerExpression, missing } from './expressions.ts';
import { blockField } from './statements.ts';

export function lowerMatch(text: string, node: SyntaxNode): Match {
  const subjects = childrenOf(node, 'subject')
    .filter((child) => child.named)
    .map((child) => lowerExpression(text, child));
  const first = subjects[0] ?? missing(node.start);
  const last = subjects.at(-1) ?? first;
  // `match a, b:` and `match a,:` match a tuple.
  const tuple = node.children.some((child) => child.type === ',');
  const body = childOf(node, 'body');
  return {
    kind: 'match',
    subject: tuple
      ? { kind: 'sequence', type: 'tuple', elements: subjects, start: first.start, end: Math.max(last.end, lastComma(node)) }
      : first,
    cases: (body === undefined ? [] : body.children)
      .filter((child) => child.type === 'case_clause')
      .map((child) => lowerCase(text, child)),
    fallsThrough: false,
    start: node.start,
    end: node.end,
  };
}

function lastComma(node: SyntaxNode): number {
  return node.children.findLast((child) => child.type === ',')?.end ?? 0;
}

function lowerCase(text: string, node: SyntaxNode): MatchCase {
  const patterns = node.children.filter((child) => child.type === 'case_pattern');
  const first = patterns[0];
  const guard = childOf(node, 'guard');
  const condition = guard === undefined ? undefined : namedChildren(guard)[0];
  const open = node.children.some((child) => child.type === ',');
  const elements = patterns.map((child) => lowerCasePattern(text, child));
  const pattern: CasePattern =
    first === undefined
      ? { kind: 'opaquePattern', start: node.start, end: node.start }
      : open
        ? { kind: 'sequence', elements, start: first.start, end: patterns.at(-1)?.end ?? first.end }
        : lowerCasePattern(text, first);
  return {
    pattern,
    ...(condition !== undefined && { guard: lowerExpression(text, condition) }),
    body: blockField(text, node, 'consequence'),
    start: node.start,
    end: node.end,
  };
}

function lowerCasePattern(text: string, node: SyntaxNode): CasePattern {
  const { start, end } = node;
  switch (node.type) {
    case 'case_pattern':
      return lowerWrapped(text, node);
    case '_':
      return { kind: 'wildcard', start, end };
    case 'dotted_name':
    case 'identifier':
      return lowerNamePattern(text, node);
    case 'as_pattern': {
      const [inner, name] = namedChildren(node);
      if (inner === undefined || name === undefined) return { kind: 'opaquePattern', start, end };
      return { kind: 'capture', name: textOf(text, name), pattern: lowerCasePattern(text, inner), start, end };
    }
    case 'union_pattern':
      return { kind: 'or', alternatives: lowerAlternatives(text, node), start, end };
    case 'tuple_pattern': {
      const inner = namedChildren(node);
      const only = inner[0];
      // `(p)` without a comma is only `p` in parentheses.
      if (only !== undefined && inner.length === 1 && !hasToken(node, ',')) {
        const pattern = lowerCasePattern(text, only);
        if (pattern.kind !== 'star') return pattern;
      }
      return { kind: 'sequence', elements: inner.map((child) => lowerCasePattern(text, child)), start, end };
    }
    case 'list_pattern':
      return { kind: 'sequence', elements: namedChildren(node).map((child) => lowerCasePattern(text, child)), start, end };
    case 'splat_pattern': {
      const name = textOf(text, node).replace(/^\*+\s*/, '');
      return name === '_' ? { kind: 'star', start, end } : { kind: 'star', name, start, end };
    }
    case 'dict_pattern':
      return lowerMapping(text, node);
    case 'class_pattern':
      return lowerClassPattern(text, node);
    case 'integer':
    case 'float':
    case 'string':
    case 'concatenated_string':
    case 'true':
    case 'false':
    case 'none':
      return { kind: 'value', value: lowerExpression(text, node), start, end };
    case 'complex_pattern':
      return { kind: 'value', value: lowerComplex(text, node.children), start, end };
    default:
      return { kind: 'opaquePattern', start, end };
  }
}

/** `case_pattern` holds one pattern, or a minus sign and a number. */
function lowerWrapped(text: string, node: SyntaxNode): CasePattern {
  const { children, start, end } = node;
  const [first, second] = children;
  if (children.some((child) => child.type === errorType) || first === undefined) return { kind: 'opaquePattern', start, end };
  if (first.type === '-' && second !== undefined) return { kind: 'value', value: negative(text, first, second), start, end };
  return lowerCasePattern(text, first);
}

function lowerAlternatives(text: string, node: SyntaxNode): readonly CasePattern[] {
  const alternatives: CasePattern[] = [];
  let minus: SyntaxNode | undefined;
  for (const child of node.children) {
    if (child.type === '-') minus = child;
    if (child.type === '|' || child.type === '-') continue;
    alternatives.push(
      minus === undefined
        ? lowerCasePattern(text, child)
        : { kind: 'value', value: negative(text, minus, child), start: minus.start, end: child.end },
    );
    minus = undefined;
  }
  return alternatives;
}

function negative(text: string, minus: SyntaxNode, number: SyntaxNode): Expression {
  return { kind: 'unary', operator: '-', operand: lowerExpression(text, number), start: minus.start, end: number.end };
}

function lowerComplex(text: string, children: readonly SyntaxNode[]): Expression {
  const [first, ...rest] = children;
  const leading = first?.type === '-' ? rest[0] : first;
  const [operator, imaginary] = first?.type === '-' ? rest.slice(1) : rest;
  if (first === undefined || leading === undefined || operator === undefined || imaginary === undefined)
    return missing(first?.start ?? 0);
  const left = first.type === '-' ? negative(text, first, leading) : lowerExpression(text, leading);
  return {
    kind: 'binary',
    operator: operator.type === '-' ? '-' : '+',
    left,
    right: lowerExpression(text, imaginary),
    start: first.start,
    end: imaginary.end,
  };
}

/** A plain name captures; a dotted one is a value to compare with. */
function lowerNamePattern(text: string, node: SyntaxNode): CasePattern {
  const { start, end } = node;
  const names = node.type === 'identifier' ? [node] : namedChildren(node);
  if (names.length > 1) return { kind: 'value', value: lowerDottedName(text, node), start, end };
  const name = textOf(text, node).normalize('NFKC');
  return name === '_' ? { kind: 'wildcard', start, end } : { kind: 'capture', name, start, end };
}

function lowerMapping(text: string, node: SyntaxNode): CasePattern {
  const entries: { key: Expression; pattern: CasePattern }[] = [];
  let rest: string | undefined;
  let key: Expression | undefined;
  let minus: SyntaxNode | undefined;
  for (const child of node.children) {
    if (child.type === '-') minus = child;
    else if (child.type === 'splat_pattern') rest = textOf(text, child).replace(/^\*+\s*/, '');
    else if (child.field === 'key') {
      key = minus !== undefined ? negative(text, minus, child) : keyOf(text, child);
      minus = undefined;
    } else if (child.field === 'value' && key !== undefined) {
      entries.push({ key, pattern: lowerCasePattern(text, child) });
      key = undefined;
    }
  }
  return { kind: 'mapping', entries, ...(rest !== undefined && { rest }), start: node.start, end: node.end };
}

function keyOf(text: string, node: SyntaxNode): Expression {
  return node.type === 'complex_pattern' ? lowerComplex(text, node.children) : lowerExpression(text, node);
}

function lowerClassPattern(text: string, node: SyntaxNode): CasePattern {
  const { start, end } = node;
  const [callee, ...rest] = namedChildren(node);
  const args: CasePattern[] = [];
  const keywords: { name: string; pattern: CasePattern }[] = [];
  for (const child of rest) {
    const keyword = child.children[0]?.type === 'keyword_pattern' ? child.children[0] : undefined;
    const [name, ...value] = keyword?.children.filter((each) => each.type !== '=') ?? [];
    const last = value.at(-1);
    if (name === undefined || last === undefined) args.push(lowerCasePattern(text, child));
    else {
      const minus = value.length > 1 && value[0]?.type === '-' ? value[0] : undefined;
      const pattern: CasePattern =
        minus === undefined
          ? lowerCasePattern(text, last)
          : { kind: 'value', value: negative(text, minus, last), start: minus.start, end: last.end };
      keywords.push({ name: textOf(text, name), pattern });
    }
  }
  const lowered = callee === undefined ? missing(start) : lowerDottedName(text, callee);
  return { kind: 'class', callee: lowered, args, keywords, start, end };
}
