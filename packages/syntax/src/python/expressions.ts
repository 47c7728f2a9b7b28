import type { CompareOperator, Expression, Name, Parameter, Range, Slice } from '../ir.ts';
import { childOf, childrenOf, errorType, hasToken, namedChildren, reasonOf, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerGenericType, lowerMemberType, lowerUnionType } from './annotations.ts';
import { lowerCall } from './calls.ts';
import { lowerComprehension, lowerDictDisplay, lowerElements } from './collections.ts';
import { lowerNumber } from './numbers.ts';
import { lowerBinary } from './operators.ts';
import { lowerParameters } from './parameters.ts';
import { lowerString } from './strings.ts';
import { lowerPattern } from './targets.ts';

/** Any expression of Python. What is not one becomes `opaque`. */
export function lowerExpression(text: string, node: SyntaxNode): Expression {
  const { start, end } = node;
  switch (node.type) {
    case 'identifier':
      return lowerName(text, node);
    case 'integer':
    case 'float':
      return lowerNumber(text, node);
    case 'string':
    case 'concatenated_string':
      return lowerString(text, node);
    case 'true':
      return { kind: 'constant', value: true, start, end };
    case 'false':
      return { kind: 'constant', value: false, start, end };
    case 'none':
      return { kind: 'constant', value: null, start, end };
    case 'ellipsis':
      return { kind: 'constant', value: 'ellipsis', start, end };
    case 'attribute':
      return lowerAttribute(text, node);
    case 'subscript':
      return lowerSubscript(text, node);
    case 'call':
      return lowerCall(text, node);
    case 'binary_operator':
      return lowerBinary(text, node);
    case 'unary_operator':
      return lowerUnary(text, node);
    case 'not_operator':
      return { kind: 'unary', operator: 'not', operand: part(text, node, 'argument'), start, end };
    case 'boolean_operator':
      return lowerLogical(text, node);
    case 'comparison_operator':
      return lowerComparison(text, node);
    case 'conditional_expression':
      return lowerConditional(text, node);
    case 'lambda':
      return lowerLambda(text, node);
    case 'named_expression': {
      const name = childOf(node, 'name');
      const target = name === undefined ? missing(node.start) : lowerPattern(text, name);
      return { kind: 'namedExpression', target, value: part(text, node, 'value'), start, end };
    }
    case 'parenthesized_expression':
    case 'parenthesized_list_splat':
    case 'type':
      return lowerOnly(text, node, node.type);
    case 'list':
    case 'list_pattern':
      return { kind: 'sequence', type: 'list', elements: lowerElements(text, node), start, end };
    case 'tuple':
    case 'tuple_pattern':
    case 'expression_list':
    case 'tuple_expression':
    case 'pattern_list':
      return { kind: 'sequence', type: 'tuple', elements: lowerElements(text, node), start, end };
    case 'set':
      return { kind: 'sequence', type: 'set', elements: lowerElements(text, node), start, end };
    case 'dictionary':
      return lowerDictDisplay(text, node);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return lowerComprehension(text, node);
    case 'list_splat':
    case 'list_splat_pattern':
    case 'splat_type': {
      const value = namedChildren(node)[0];
      return { kind: 'spread', value: value === undefined ? missing(end) : lowerExpression(text, value), start, end };
    }
    case 'await': {
      const value = namedChildren(node)[0];
      return { kind: 'await', value: value === undefined ? missing(end) : lowerExpression(text, value), start, end };
    }
    case 'yield': {
      const value = namedChildren(node)[0];
      const from = hasToken(node, 'from');
      return value === undefined
        ? { kind: 'yield', from, start, end }
        : { kind: 'yield', value: lowerExpression(text, value), from, start, end };
    }
    case 'slice':
      return lowerSlice(text, node);
    case 'generic_type':
      return lowerGenericType(text, node);
    case 'union_type':
      return lowerUnionType(text, node);
    case 'member_type':
      return lowerMemberType(text, node);
    case 'dotted_name':
      return lowerDottedName(text, node);
    default:
      return opaque(text, node);
  }
}

/** A construct without a meaning here, which keeps the expressions inside it. */
export function opaque(text: string, node: SyntaxNode, reason = reasonOf(node)): Expression {
  const children: Expression[] = [];
  const collect = (inner: SyntaxNode): void => {
    for (const child of inner.children) {
      if (!child.named || child.start === child.end) continue;
      const lowered = isExpressionType(child.type) ? lowerExpression(text, child) : undefined;
      if (lowered !== undefined) children.push(lowered);
      else collect(child);
    }
  };
  collect(node);
  return { kind: 'opaque', reason, children, start: node.start, end: node.end };
}

export function missing(at: number): Expression & { kind: 'opaque' } {
  return { kind: 'opaque', reason: 'missing', children: [], start: at, end: at };
}

/** The expression in a field, or `opaque` where the code is damaged. */
export function part(text: string, node: SyntaxNode, field: string): Expression {
  const child = childOf(node, field);
  return child === undefined ? missing(node.end) : lowerExpression(text, child);
}

export function lowerName(text: string, node: SyntaxNode): Name | (Expression & { kind: 'opaque' }) {
  if (node.start === node.end) return missing(node.start);
  // Python compares identifiers in NFKC form (Language Reference, 2.3).
  return { kind: 'name', name: textOf(text, node).normalize('NFKC'), start: node.start, end: node.end };
}

export function rangeOf(node: SyntaxNode): Range {
  return { start: node.start, end: node.end };
}

const expressionTypes = new Set([
  'identifier',
  'integer',
  'float',
  'string',
  'concatenated_string',
  'true',
  'false',
  'none',
  'ellipsis',
  'attribute',
  'subscript',
  'call',
  'binary_operator',
  'unary_operator',
  'not_operator',
  'boolean_operator',
  'comparison_operator',
  'conditional_expression',
  'lambda',
  'named_expression',
  'parenthesized_expression',
  'list',
  'tuple',
  'set',
  'dictionary',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
  'list_splat',
  'await',
  'yield',
  'expression_list',
  'pattern_list',
  'list_pattern',
  'tuple_pattern',
  'tuple_expression',
  'list_splat_pattern',
]);

export function isExpressionType(type: string): boolean {
  return expressionTypes.has(type);
}

function lowerOnly(text: string, node: SyntaxNode, reason: string): Expression {
  const inner = namedChildren(node);
  const only = inner[0];
  return inner.length === 1 && only !== undefined && only.type !== errorType
    ? lowerExpression(text, only)
    : opaque(text, node, reason);
}

function lowerAttribute(text: string, node: SyntaxNode): Expression {
  const name = childOf(node, 'attribute');
  const object = part(text, node, 'object');
  if (name === undefined || name.start === name.end) {
    return { kind: 'opaque', reason: 'missing', children: [object], start: node.start, end: node.end };
  }
  const attribute = (of: Expression, start: number): Expression => ({
    kind: 'attribute',
    object: of,
    name: textOf(text, name).normalize('NFKC'),
    nameRange: rangeOf(name),
    start,
    end: node.end,
  });
  return underSpread(object, attribute) ?? attribute(object, node.start);
}

/**
 * tree-sitter-python 0.25 reads `*f(x)` as `(*f)(x)` inside brackets: the star belongs to the whole primary.
 * Puts `build` under the star when its operand turned out to be starred.
 */
export function underSpread(operand: Expression, build: (of: Expression, start: number) => Expression): Expression | undefined {
  if (operand.kind !== 'spread') return undefined;
  const value = build(operand.value, operand.value.start);
  return { kind: 'spread', value, start: operand.start, end: value.end };
}

function lowerSubscript(text: string, node: SyntaxNode): Expression {
  const object = part(text, node, 'value');
  const index = (of: Expression, start: number): Expression => ({
    kind: 'index',
    object: of,
    indices: lowerIndices(text, node),
    start,
    end: node.end,
  });
  return underSpread(object, index) ?? index(object, node.start);
}

function lowerIndices(text: string, node: SyntaxNode): readonly Expression[] {
  const indices = childrenOf(node, 'subscript').filter((child) => child.named);
  const errors = node.children.filter((child) => child.type === errorType);
  const only = indices[0];
  // `x[(1, 2)]` is `x[1, 2]`, but `x[(1, 2),]` is not.
  if (indices.length === 1 && only?.type === 'tuple' && !hasToken(node, ',')) return lowerElements(text, only);
  return [...indices, ...errors].map((child) => lowerExpression(text, child));
}

function lowerSlice(text: string, node: SyntaxNode): Slice {
  const parts: Record<'lower' | 'upper' | 'step', Expression | undefined> = {
    lower: undefined,
    upper: undefined,
    step: undefined,
  };
  let place: 'lower' | 'upper' | 'step' = 'lower';
  for (const child of node.children) {
    if (child.type === ':') place = place === 'lower' ? 'upper' : 'step';
    else parts[place] = lowerExpression(text, child);
  }
  return {
    kind: 'slice',
    ...(parts.lower && { lower: parts.lower }),
    ...(parts.upper && { upper: parts.upper }),
    ...(parts.step && { step: parts.step }),
    start: node.start,
    end: node.end,
  };
}

function lowerLogical(text: string, node: SyntaxNode): Expression {
  const left = part(text, node, 'left');
  const right = part(text, node, 'right');
  const operator = hasToken(node, 'and') ? 'and' : 'or';
  const logical = (of: Expression, start: number): Expression => ({
    kind: 'logical',
    operator,
    left: of,
    right,
    start,
    end: node.end,
  });
  return underSpread(left, logical) ?? logical(left, node.start);
}

function lowerUnary(text: string, node: SyntaxNode): Expression {
  const operator = childOf(node, 'operator')?.type;
  if (operator !== '+' && operator !== '-' && operator !== '~') return opaque(text, node);
  return { kind: 'unary', operator, operand: part(text, node, 'argument'), start: node.start, end: node.end };
}

const compareOperators: Readonly<Record<string, CompareOperator>> = {
  '<': '<',
  '<=': '<=',
  '==': '==',
  '!=': '!=',
  '<>': '!=',
  '>=': '>=',
  '>': '>',
  in: 'in',
  'not in': 'not in',
  is: 'is',
  'is not': 'is not',
};

function lowerComparison(text: string, node: SyntaxNode): Expression {
  const operators = childrenOf(node, 'operators').flatMap((child) => compareOperators[child.type] ?? []);
  const operands = namedChildren(node)
    .filter((child) => child.field !== 'operators')
    .map((child) => lowerExpression(text, child));
  if (operands.length !== operators.length + 1) return opaque(text, node);
  const [first, ...rest] = operands;
  const compare = (of: Expression, start: number): Expression => ({
    kind: 'compare',
    operators,
    operands: [of, ...rest],
    start,
    end: node.end,
  });
  if (first === undefined) return opaque(text, node);
  return underSpread(first, compare) ?? compare(first, node.start);
}

function lowerConditional(text: string, node: SyntaxNode): Expression {
  const [then, test, otherwise, extra] = namedChildren(node);
  if (then === undefined || test === undefined || otherwise === undefined || extra !== undefined) return opaque(text, node);
  const value = lowerExpression(text, then);
  const conditional = (of: Expression, start: number): Expression => ({
    kind: 'conditional',
    test: lowerExpression(text, test),
    then: of,
    otherwise: lowerExpression(text, otherwise),
    start,
    end: node.end,
  });
  return underSpread(value, conditional) ?? conditional(value, node.start);
}

function lowerLambda(text: string, node: SyntaxNode): Expression {
  const parameters = childOf(node, 'parameters');
  const params: readonly Parameter[] = parameters === undefined ? [] : lowerParameters(text, parameters);
  const value = part(text, node, 'body');
  return {
    kind: 'functionExpression',
    params,
    body: [{ kind: 'return', value, start: value.start, end: value.end }],
    async: false,
    generator: false,
    arrow: true,
    start: node.start,
    end: node.end,
  };
}

/** `a.b.c` in a decorator of an old grammar or in a pattern. */
export function lowerDottedName(text: string, node: SyntaxNode): Expression {
  const [first, ...rest] = namedChildren(node);
  if (first === undefined) return opaque(text, node);
  let result: Expression = lowerName(text, first);
  for (const name of rest) {
    result = {
      kind: 'attribute',
      object: result,
      name: textOf(text, name).normalize('NFKC'),
      nameRange: rangeOf(name),
      start: node.start,
      end: name.end,
    };
  }
  return result;
}
