import type { Expression, OpaqueStatement, Statement } from '../ir.ts';
import { childOf, deepType, errorType, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerClass } from './classes.ts';
import { lowerDeclaration } from './declarations.ts';
import { isExpressionType, lowerExpression, missing, only, opaque, part } from './expressions.ts';
import { lowerFunctionBody, lowerParameters } from './functions.ts';
import { lowerDo, lowerFor, lowerForIn, lowerSwitch, lowerTry, lowerWhile } from './loops.ts';
import { lowerExport, lowerImport } from './modules.ts';
import { lowerPattern } from './patterns.ts';

/** One node where a statement may stand. TypeScript's types give none, a declaration of several names several. */
export function lowerStatements(text: string, node: SyntaxNode): readonly Statement[] {
  const { start, end } = node;
  switch (node.type) {
    case 'expression_statement':
      return lowerExpressionStatement(text, node);
    case 'lexical_declaration':
    case 'variable_declaration':
      return lowerDeclaration(text, node);
    case 'function_declaration':
    case 'generator_function_declaration':
      return [lowerFunction(text, node)];
    case 'class_declaration':
    case 'abstract_class_declaration':
      return [lowerClass(text, node, '')];
    case 'return_statement': {
      const value = namedChildren(node)[0];
      return [{ kind: 'return', ...(value !== undefined && { value: lowerExpression(text, value) }), start, end }];
    }
    case 'if_statement':
      return [lowerIf(text, node)];
    case 'for_statement':
      return [lowerFor(text, node)];
    case 'for_in_statement':
      return [lowerForIn(text, node)];
    case 'while_statement':
      return [lowerWhile(text, node)];
    case 'do_statement':
      return [lowerDo(text, node)];
    case 'switch_statement':
      return [lowerSwitch(text, node)];
    case 'try_statement':
      return [lowerTry(text, node)];
    case 'throw_statement':
      return [{ kind: 'raise', value: only(text, node), start, end }];
    case 'import_statement':
      return lowerImport(text, node);
    case 'export_statement':
      return lowerExport(text, node);
    case 'statement_block':
      return [{ kind: 'block', body: lowerBlock(text, node), start, end }];
    case 'labeled_statement':
      return [{ kind: 'block', body: lowerBody(text, childOf(node, 'body')), start, end }];
    case 'break_statement':
    case 'continue_statement':
      // Only the loop itself would know how far a labelled jump goes.
      if (childOf(node, 'label') !== undefined) return [{ kind: 'opaqueStatement', reason: 'label', children: [], start, end }];
      return [{ kind: node.type === 'break_statement' ? 'break' : 'continue', start, end }];
    case 'empty_statement':
    case 'debugger_statement':
    case 'interface_declaration':
    case 'type_alias_declaration':
    case 'ambient_declaration':
    case 'function_signature':
    case 'hash_bang_line':
      return [];
    case errorType:
      return lowerDamaged(text, node);
    default:
      if (isExpressionType(node.type)) return [{ kind: 'expression', value: lowerExpression(text, node), start, end }];
      return [opaqueStatement(text, node)];
  }
}

export function lowerBlock(text: string, node: SyntaxNode): readonly Statement[] {
  return namedChildren(node).flatMap((child) => lowerStatements(text, child));
}

/** The body of a loop or a branch: a block's statements, or the one statement. */
export function lowerBody(text: string, node: SyntaxNode | undefined): readonly Statement[] {
  if (node === undefined) return [];
  return node.type === 'statement_block' ? lowerBlock(text, node) : lowerStatements(text, node);
}

function isStatementType(type: string): boolean {
  return /_(?:statement|declaration|block)$|^(?:internal_)?module$/.test(type) && type !== 'class_static_block';
}

/** Enums, namespaces and what is not read: the statements and expressions inside are kept. */
export function opaqueStatement(text: string, node: SyntaxNode, reason = node.type): OpaqueStatement {
  const children: (Statement | Expression)[] = [];
  const collect = (inner: SyntaxNode): void => {
    for (const child of inner.children) {
      if (!child.named || child.start === child.end || child.field === 'name') continue;
      if (child.type === 'statement_block') children.push(...lowerBlock(text, child));
      else if (isStatementType(child.type)) children.push(...lowerStatements(text, child));
      else if (isExpressionType(child.type)) children.push(lowerExpression(text, child));
      else collect(child);
    }
  };
  collect(node);
  return {
    kind: 'opaqueStatement',
    reason: node.type === deepType ? 'nesting' : reason,
    children,
    start: node.start,
    end: node.end,
  };
}

/** Inside a damaged stretch whole statements are kept as statements. */
function lowerDamaged(text: string, node: SyntaxNode): readonly Statement[] {
  const statements = namedChildren(node).flatMap((child): readonly Statement[] => {
    if (isStatementType(child.type) || child.type === errorType) return lowerStatements(text, child);
    if (child.start === child.end) return [];
    const inner = isExpressionType(child.type) ? [lowerExpression(text, child)] : opaque(text, child).children;
    return inner.length === 0
      ? []
      : [{ kind: 'opaqueStatement', reason: 'error', children: inner, start: child.start, end: child.end }];
  });
  return statements.length > 0
    ? statements
    : [{ kind: 'opaqueStatement', reason: 'error', children: [], start: node.start, end: node.end }];
}

const augmented = /^(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)=$/;

function lowerExpressionStatement(text: string, node: SyntaxNode): readonly Statement[] {
  const inner = namedChildren(node)[0];
  const { start, end } = node;
  if (inner === undefined) return [];
  if (inner.type === errorType) return lowerDamaged(text, inner);
  const bare = unwrap(inner);
  if (bare.type === 'assignment_expression') return [lowerAssignment(text, bare, start, end)];
  if (bare.type === 'augmented_assignment_expression') return [lowerAugmented(text, bare, start, end)];
  if (bare.type === 'sequence_expression') {
    return namedChildren(bare).flatMap((child) =>
      lowerExpressionStatement(text, { ...node, children: [child], start: child.start, end: child.end }),
    );
  }
  if (bare.type === 'internal_module') return [opaqueStatement(text, bare)];
  return [{ kind: 'expression', value: lowerExpression(text, inner), start, end }];
}

function unwrap(node: SyntaxNode): SyntaxNode {
  const inner = namedChildren(node)[0];
  return node.type === 'parenthesized_expression' && inner !== undefined ? unwrap(inner) : node;
}

/** `a = b = value` has two targets. */
function lowerAssignment(text: string, node: SyntaxNode, start: number, end: number): Statement {
  const targets = [];
  let value: SyntaxNode | undefined = node;
  while (value?.type === 'assignment_expression') {
    const left = childOf(value, 'left');
    targets.push(left === undefined ? missing(value.start) : lowerPattern(text, left));
    value = childOf(value, 'right');
  }
  return { kind: 'assign', targets, ...(value !== undefined && { value: lowerExpression(text, value) }), start, end };
}

const logicalAssignments = { '&&=': 'and', '||=': 'or', '??=': '??' } as const;
const binaryAssignments = {
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '%=': '%',
  '**=': '**',
  '<<=': '<<',
  '>>=': '>>',
  '>>>=': '>>>',
  '&=': '&',
  '|=': '|',
  '^=': '^',
} as const;
type AugmentedToken = keyof typeof logicalAssignments | keyof typeof binaryAssignments;

function isAugmented(operator: string): operator is AugmentedToken {
  return augmented.test(operator);
}

function lowerAugmented(text: string, node: SyntaxNode, start: number, end: number): Statement {
  const written = childOf(node, 'operator')?.type ?? '';
  const left = childOf(node, 'left');
  if (!isAugmented(written) || left === undefined) return opaqueStatement(text, node);
  const operator = { ...logicalAssignments, ...binaryAssignments }[written];
  return { kind: 'augmentedAssign', target: lowerPattern(text, left), operator, value: part(text, node, 'right'), start, end };
}

function lowerIf(text: string, node: SyntaxNode): Statement {
  const alternative = childOf(node, 'alternative');
  const otherwise = alternative === undefined ? [] : lowerBody(text, namedChildren(alternative)[0]);
  return {
    kind: 'if',
    test: part(text, node, 'condition'),
    then: lowerBody(text, childOf(node, 'consequence')),
    otherwise,
    start: node.start,
    end: node.end,
  };
}

export function lowerFunction(text: string, node: SyntaxNode): Statement {
  const name = childOf(node, 'name');
  return {
    kind: 'function',
    name: name === undefined ? '' : textOf(text, name),
    nameRange: { start: name?.start ?? node.start, end: name?.end ?? node.start },
    params: lowerParameters(text, node),
    body: lowerFunctionBody(text, node),
    decorators: [],
    async: node.children.some((child) => child.type === 'async'),
    generator: node.children.some((child) => child.type === '*'),
    start: node.start,
    end: node.end,
  };
}
