/** Parts of a program as plain trees, for questions that are put to every kind of node alike. */

/** What has fields: a node, or what several nodes are made of. */
export type TreePart = Readonly<Record<string, unknown>>;

export const isTreePart = (tree: unknown): tree is TreePart => typeof tree === 'object' && tree !== null;

export type TreeNode = { readonly kind: string } & TreePart;

export const isTreeNode = (tree: unknown): tree is TreeNode =>
  isTreePart(tree) && 'kind' in tree && typeof tree.kind === 'string';

/** Nodes whose insides run at another time, or are not understood. */
export const otherScopes: ReadonlySet<string> = new Set([
  'function',
  'class',
  'functionExpression',
  'yield',
  'await',
  'scope',
  'opaqueStatement',
]);

/** Each part within, in no order that counts; `enters` tells which parts are looked into. */
export function visitTree(
  tree: unknown,
  each: (part: TreePart) => void,
  enters: (part: TreePart) => boolean = ({ kind }) => !leaves.has(kind),
): void {
  const pending: unknown[] = [tree];
  while (pending.length > 0) {
    const part = pending.pop();
    if (Array.isArray(part)) for (const item of part) pending.push(item);
    else if (isTreePart(part)) {
      each(part);
      if (enters(part)) for (const key in part) if (typeof part[key] === 'object') pending.push(part[key]);
    }
  }
}

const leaves: ReadonlySet<unknown> = new Set(['name', 'number', 'string', 'constant']);
