import type { Expression, OpaqueStatement, Statement } from '../ir.ts';
import { childOf, deepType, errorType, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerAssignment, lowerAugmented } from './assignments.ts';
import { lowerFor, lowerIf, lowerTry, lowerWhile, lowerWith } from './compound.ts';
import { lowerClass, lowerDecorated, lowerFunction } from './definitions.ts';
import { isExpressionType, lowerExpression, opaque } from './expressions.ts';
import { lowerFutureImport, lowerImport, lowerImportFrom } from './imports.ts';
import { lowerMatch } from './match.ts';
import { lowerPattern } from './targets.ts';
import { lowerTypeAlias } from './types.ts';

/** One node where a statement may stand; a damaged stretch may hold several. */
export function lowerStatements(text: string, node: SyntaxNode): readonly Statement[] {
  const { start, end } = node;
  switch (node.type) {
    case 'expression_statement':
      return lowerExpressionStatement(text, node);
    case 'assignment':
      return [lowerAssignment(text, node)];
    case 'augmented_assignment':
      return [lowerAugmented(text, node)];
    case 'return_statement': {
      const value = namedChildren(node)[0];
      return [
        value === undefined
          ? { kind: 'return', start, end }
          : { kind: 'return', value: lowerExpression(text, value), start, end },
      ];
    }
    case 'if_statement':
      return [lowerIf(text, node)];
    case 'for_statement':
      return [lowerFor(text, node)];
    case 'while_statement':
      return [lowerWhile(text, node)];
    case 'with_statement':
      return [lowerWith(text, node)];
    case 'try_statement':
      return [lowerTry(text, node)];
    case 'match_statement':
      return [lowerMatch(text, node)];
    case 'function_definition':
      return [lowerFunction(text, node, [])];
    case 'class_definition':
      return [lowerClass(text, node, [])];
    case 'decorated_definition':
      return lowerDecorated(text, node);
    case 'import_statement':
      return lowerImport(text, node);
    case 'import_from_statement':
      return [lowerImportFrom(text, node)];
    case 'future_import_statement':
      return [lowerFutureImport(text, node)];
    case 'type_alias_statement':
      return [lowerTypeAlias(text, node)];
    case 'pass_statement':
      return [{ kind: 'pass', start, end }];
    case 'break_statement':
      return [{ kind: 'break', start, end }];
    case 'continue_statement':
      return [{ kind: 'continue', start, end }];
    case 'delete_statement':
      return [{ kind: 'delete', targets: deleted(node).map((child) => lowerPattern(text, child)), start, end }];
    case 'assert_statement':
      return [lowerAssert(text, node)];
    case 'raise_statement':
      return [lowerRaise(text, node)];
    case 'global_statement':
    case 'nonlocal_statement': {
      const names = namedChildren(node).map((child) => textOf(text, child).normalize('NFKC'));
      return [{ kind: 'scope', type: node.type === 'global_statement' ? 'global' : 'nonlocal', names, start, end }];
    }
    case 'print_statement':
    case 'exec_statement':
      return [opaqueStatement(text, node)];
    case 'block':
      return lowerBlock(text, node);
    case errorType:
      return lowerDamaged(text, node);
    default:
      if (isExpressionType(node.type)) return [{ kind: 'expression', value: lowerExpression(text, node), start, end }];
      return [opaqueStatement(text, node)];
  }
}

export function lowerBlock(text: string, node: SyntaxNode | undefined): readonly Statement[] {
  return node === undefined ? [] : namedChildren(node).flatMap((child) => lowerStatements(text, child));
}

/** The block of a clause that has no field for it. */
export function lowerBody(text: string, node: SyntaxNode): readonly Statement[] {
  return node.children.filter((child) => child.type === 'block').flatMap((child) => lowerBlock(text, child));
}

export function opaqueStatement(text: string, node: SyntaxNode, reason = node.type): OpaqueStatement {
  const inner = opaque(text, node, reason);
  const children = inner.kind === 'opaque' ? inner.children : [inner];
  return {
    kind: 'opaqueStatement',
    reason: node.type === deepType ? 'nesting' : reason,
    children,
    start: node.start,
    end: node.end,
  };
}

const clauseTypes = new Set([
  'elif_clause',
  'else_clause',
  'except_clause',
  'finally_clause',
  'case_clause',
  'with_clause',
  'block',
]);

function isStatementType(type: string): boolean {
  return type.endsWith('_statement') || type.endsWith('_definition') || type === 'assignment' || type === 'augmented_assignment';
}

/** Inside a damaged stretch whole statements are kept as statements; expressions between them become opaque ones. */
function lowerDamaged(text: string, node: SyntaxNode): readonly Statement[] {
  const statements: Statement[] = [];
  let loose: Expression[] = [];
  let from = node.start;
  const flush = (to: number): void => {
    if (loose.length > 0) statements.push({ kind: 'opaqueStatement', reason: 'error', children: loose, start: from, end: to });
    loose = [];
  };
  for (const child of namedChildren(node)) {
    if (isStatementType(child.type) || clauseTypes.has(child.type) || child.type === errorType) {
      flush(child.start);
      statements.push(
        ...(clauseTypes.has(child.type) && child.type !== 'block' ? lowerBody(text, child) : lowerStatements(text, child)),
      );
      from = child.end;
      continue;
    }
    if (child.start === child.end) continue;
    const value = isExpressionType(child.type) ? lowerExpression(text, child) : opaque(text, child);
    loose.push(...(value.kind === 'opaque' ? value.children : [value]));
  }
  flush(node.end);
  if (statements.length === 0)
    statements.push({ kind: 'opaqueStatement', reason: 'error', children: [], start: node.start, end: node.end });
  return statements;
}

function lowerExpressionStatement(text: string, node: SyntaxNode): readonly Statement[] {
  const inner = namedChildren(node);
  const only = inner[0];
  const { start, end } = node;
  if (only !== undefined && inner.length === 1 && !node.children.some((child) => child.type === ',')) {
    if (only.type === 'assignment' || only.type === 'augmented_assignment') return lowerStatements(text, only);
    if (only.type === errorType) return lowerDamaged(text, only);
    return [{ kind: 'expression', value: lowerExpression(text, only), start, end }];
  }
  if (inner.some((child) => child.type === errorType)) return [opaqueStatement(text, node, 'error')];
  const elements = inner.map((child) => lowerExpression(text, child));
  return [{ kind: 'expression', value: { kind: 'sequence', type: 'tuple', elements, start, end }, start, end }];
}

function deleted(node: SyntaxNode): readonly SyntaxNode[] {
  const inner = namedChildren(node);
  const only = inner[0];
  return inner.length === 1 && only?.type === 'expression_list' ? namedChildren(only) : inner;
}

function lowerAssert(text: string, node: SyntaxNode): Statement {
  const [test, message] = namedChildren(node);
  if (test === undefined) return opaqueStatement(text, node);
  return {
    kind: 'assert',
    test: lowerExpression(text, test),
    ...(message !== undefined && { message: lowerExpression(text, message) }),
    start: node.start,
    end: node.end,
  };
}

function lowerRaise(text: string, node: SyntaxNode): Statement {
  const value = namedChildren(node).find((child) => child.field !== 'cause');
  return { kind: 'raise', ...(value !== undefined && { value: lowerExpression(text, value) }), start: node.start, end: node.end };
}

export function blockField(text: string, node: SyntaxNode, field: string): readonly Statement[] {
  return node.children.filter((child) => child.field === field).flatMap((child) => lowerBlock(text, child));
}

export function elseBody(text: string, node: SyntaxNode): readonly Statement[] {
  const clause = childOf(node, 'alternative') ?? node.children.find((child) => child.type === 'else_clause');
  return clause === undefined ? [] : lowerBody(text, clause);
}
