import type { Import, ImportedName, Range, Statement } from '../ir.ts';
import { childOf, childOfType, childrenOf, namedChildren, type SyntaxNode, textOf } from '../tree/node.ts';
import { rangeOf } from './expressions.ts';

/** `import a, b as c` is two imports. */
export function lowerImport(text: string, node: SyntaxNode): readonly Statement[] {
  return childrenOf(node, 'name')
    .filter((child) => child.named)
    .map((item): Import => {
      const name = item.type === 'aliased_import' ? childOf(item, 'name') : item;
      const alias = childOf(item, 'alias');
      return {
        kind: 'import',
        module: name === undefined ? '' : dotted(text, name),
        moduleRange: rangeOf(name ?? item),
        level: 0,
        names: [],
        ...(alias !== undefined && { alias: textOf(text, alias).normalize('NFKC'), aliasRange: rangeOf(alias) }),
        wholeModule: true,
        start: item.start,
        end: item.end,
      };
    });
}

export function lowerImportFrom(text: string, node: SyntaxNode): Import {
  const from = childOf(node, 'module_name');
  const relative = from?.type === 'relative_import';
  const name = relative ? childOfType(from, 'dotted_name') : from;
  const prefix = relative ? childOfType(from, 'import_prefix') : undefined;
  return imported(text, node, {
    module: name === undefined ? '' : dotted(text, name),
    moduleRange: rangeOf(from ?? node),
    level: prefix === undefined ? 0 : textOf(text, prefix).replace(/[^.]/g, '').length,
  });
}

export function lowerFutureImport(text: string, node: SyntaxNode): Import {
  const at = childOfType(node, '__future__');
  return imported(text, node, { module: '__future__', moduleRange: rangeOf(at ?? node), level: 0 });
}

function imported(text: string, node: SyntaxNode, from: { module: string; moduleRange: Range; level: number }): Import {
  const wildcard = childOfType(node, 'wildcard_import');
  const names = childrenOf(node, 'name')
    .filter((child) => child.named && child.start < child.end)
    .map((item) => lowerImportedName(text, item));
  return {
    kind: 'import',
    ...from,
    names: wildcard === undefined ? names : [{ name: '*', start: wildcard.start, end: wildcard.end }],
    wholeModule: false,
    start: node.start,
    end: node.end,
  };
}

function lowerImportedName(text: string, item: SyntaxNode): ImportedName {
  const name = item.type === 'aliased_import' ? childOf(item, 'name') : item;
  const alias = childOf(item, 'alias');
  return {
    name: name === undefined ? '' : dotted(text, name),
    ...(alias !== undefined && { alias: textOf(text, alias).normalize('NFKC') }),
    start: item.start,
    end: item.end,
  };
}

/** The names of `a . b` without the white space between them. */
function dotted(text: string, node: SyntaxNode): string {
  return namedChildren(node)
    .map((child) => textOf(text, child).normalize('NFKC'))
    .join('.');
}
