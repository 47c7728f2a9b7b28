import type { Export, Import, ImportedName, Statement } from '../ir.ts';
import { childOf, childOfType, hasToken, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { lowerClass } from './classes.ts';
import { lowerExpression } from './expressions.ts';
import { lowerStatements, opaqueStatement } from './statements.ts';

/** Imports of types only are dropped. */
export function lowerImport(text: string, node: SyntaxNode): readonly Statement[] {
  if (hasToken(node, 'type') || hasToken(node, 'typeof')) return [];
  const required = childOfType(node, 'import_require_clause');
  const source = childOf(required ?? node, 'source');
  if (source === undefined) return [opaqueStatement(text, node)];
  const clause = childOfType(node, 'import_clause');
  const namespace = clause === undefined ? undefined : childOfType(clause, 'namespace_import');
  const alias = namedChildren(namespace ?? required ?? node).find((child) => child.type === 'identifier');
  const statement: Import = {
    kind: 'import',
    module: stringValue(text, source),
    moduleRange: { start: source.start, end: source.end },
    level: 0,
    names: clause === undefined ? [] : importedNames(text, clause),
    ...(alias !== undefined && { alias: textOf(text, alias), aliasRange: { start: alias.start, end: alias.end } }),
    wholeModule: namespace !== undefined || required !== undefined,
    start: node.start,
    end: node.end,
  };
  return [statement];
}

function importedNames(text: string, clause: SyntaxNode): readonly ImportedName[] {
  return namedChildren(clause).flatMap((child): readonly ImportedName[] => {
    if (child.type === 'identifier') return [{ name: 'default', alias: textOf(text, child), start: child.start, end: child.end }];
    return child.type === 'named_imports' ? specifiers(text, child) : [];
  });
}

function specifiers(text: string, list: SyntaxNode): readonly ImportedName[] {
  return namedChildren(list).flatMap((child) => {
    const name = childOf(child, 'name');
    const alias = childOf(child, 'alias');
    if (name === undefined || hasToken(child, 'type')) return [];
    return [
      {
        name: nameText(text, name),
        ...(alias !== undefined && { alias: nameText(text, alias) }),
        start: child.start,
        end: child.end,
      },
    ];
  });
}

/** `export { 'a b' as c }`: a name may be a string. */
function nameText(text: string, node: SyntaxNode): string {
  return node.type === 'string' ? stringValue(text, node) : textOf(text, node);
}

function stringValue(text: string, node: SyntaxNode): string {
  const value = lowerExpression(text, node);
  return value.kind === 'string' ? value.value : '';
}

export function lowerExport(text: string, node: SyntaxNode): readonly Statement[] {
  const { start, end } = node;
  if (hasToken(node, 'type')) return [];
  const declaration = childOf(node, 'declaration');
  if (declaration !== undefined) return lowerExportedDeclaration(text, node, declaration);
  const value = childOf(node, 'value');
  if (value !== undefined) return [lowerDefault(text, value, start, end)];
  const source = childOf(node, 'source');
  const from = source === undefined ? {} : { module: stringValue(text, source) };
  const clause = childOfType(node, 'export_clause');
  if (clause !== undefined) return [{ kind: 'export', names: specifiers(text, clause), ...from, start, end }];
  const namespace = childOfType(node, 'namespace_export');
  const alias = namespace === undefined ? undefined : namedChildren(namespace)[0];
  if (source === undefined) return [opaqueStatement(text, node)];
  return [
    {
      kind: 'export',
      names: [{ name: '*', ...(alias !== undefined && { alias: nameText(text, alias) }), start, end: source.start }],
      ...from,
      start,
      end,
    },
  ];
}

function lowerExportedDeclaration(text: string, node: SyntaxNode, declaration: SyntaxNode): readonly Statement[] {
  const { start, end } = node;
  const isDefault = hasToken(node, 'default');
  return lowerStatements(text, declaration).map((each): Export => {
    const names =
      isDefault && 'name' in each
        ? [{ name: each.name, alias: 'default', start: declaration.start, end: declaration.start }]
        : [];
    return { kind: 'export', declaration: each, names, start, end };
  });
}

/** A class without a name is declared as `default`. */
function lowerDefault(text: string, value: SyntaxNode, start: number, end: number): Export {
  if (value.type !== 'class') return { kind: 'export', default: lowerExpression(text, value), names: [], start, end };
  const declaration = lowerClass(text, value, 'default');
  return { kind: 'export', declaration, names: [{ name: declaration.name, alias: 'default', start, end: start }], start, end };
}
