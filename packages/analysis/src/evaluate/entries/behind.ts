/**
 * What lies behind a function: the telling names that it uses, and in place of a helper whose result it only gives away what lies behind
 * that. `def tiny(): return _create(depth=6)` meets what `_create` meets, whatever the helper's name and the numbers it is given.
 */
import type { FunctionDefinition, Statement } from '@softlens/syntax';
import { isTreeNode, otherScopes, type TreeNode } from '../statements/tree.ts';

/** The names, sorted and joined; undefined of a function that is too much for this. */
export type Behind = (definition: FunctionDefinition) => string | undefined;

/** The names that a function uses. */
interface Uses {
  /** Called, and what they give is returned, at once or by a name that serves nothing else. */
  readonly returned: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

const calling = 'call of ';

/** True where nothing telling is called but for what is returned: whatever is met lies further behind. */
export const isGivenAway = (behind: string): boolean => !behind.includes(calling);

/** `body` is the document's; `telling` are its names behind which something telling lies. */
export function createBehind(body: readonly Statement[], telling: () => ReadonlySet<string>): Behind {
  let helpers: ReadonlyMap<string, FunctionDefinition> | undefined;
  const known = new Map<FunctionDefinition, Uses | undefined>();
  const uses = (definition: FunctionDefinition): Uses | undefined => {
    if (!known.has(definition)) known.set(definition, usesOf(definition, telling()));
    return known.get(definition);
  };
  const gather = ({ returned, others }: Uses, names: Set<string>, seen: Set<string>): void => {
    helpers ??= functionsOf(body);
    for (const name of others) names.add(name);
    for (const name of returned) {
      const helper = helpers.get(name);
      const inner = helper && uses(helper);
      if (!inner) names.add(name);
      else if (!seen.has(name)) gather(inner, names, seen.add(name));
    }
  };
  return (definition) => {
    const own = uses(definition);
    if (!own) return undefined;
    const names = new Set<string>();
    gather(own, names, new Set());
    return [...names].sort().join();
  };
}

/** Functions of the top level, by name; of a name that two have, neither. */
function functionsOf(body: readonly Statement[]): ReadonlyMap<string, FunctionDefinition> {
  const functions = body.filter((statement) => statement.kind === 'function');
  const counts = new Map<string, number>();
  for (const { name } of functions) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(functions.filter(({ name }) => counts.get(name) === 1).map((one) => [one.name, one]));
}

const maxNodes = 5_000;

function usesOf({ params, body, generator }: FunctionDefinition, telling: ReadonlySet<string>): Uses | undefined {
  const returned = new Set<string>();
  const others = new Set<string>();
  /** What calls gave to a name, and the names that serve for more than to be returned. */
  const bound: { readonly name: string; readonly callee: string }[] = [];
  const used = new Set<string>();
  let nodes = 0;
  const isTelling = (name: string): boolean => name.split('.').some((part) => telling.has(part));
  const tellingCallee = (tree: unknown): string | undefined => {
    const name = isTreeNode(tree) && tree.kind === 'call' ? dotted(tree.callee) : undefined;
    return name !== undefined && isTelling(name) ? name : undefined;
  };
  /** A call whose result goes on to `give`; of it only the arguments are looked at. */
  const handOver = (value: unknown, give: (callee: string) => void): boolean => {
    const callee = tellingCallee(value);
    if (callee === undefined || !isTreeNode(value)) return look(value);
    give(callee);
    return look(value.args);
  };
  const look = (tree: unknown): boolean => {
    if (Array.isArray(tree)) return tree.every(look);
    if (!isTreeNode(tree)) return true;
    if (++nodes > maxNodes || otherScopes.has(tree.kind)) return false;
    const name = dotted(tree);
    if (name !== undefined) {
      used.add(name.split('.', 1)[0] ?? name);
      if (isTelling(name)) others.add(name);
      return true;
    }
    if (tree.kind === 'return') return isLocal(tree.value, isTelling) || handOver(tree.value, (callee) => returned.add(callee));
    const target = onlyTarget(tree);
    if (target !== undefined) return handOver(tree.value, (callee) => bound.push({ name: target, callee }));
    const callee = tellingCallee(tree);
    if (callee !== undefined) others.add(`${calling}${callee}`);
    return Object.values(tree).every(look);
  };
  if (generator || !look(params) || !look(body)) return undefined;
  for (const { name, callee } of bound) {
    if (used.has(name)) others.add(`${calling}${callee}`);
    else returned.add(callee);
  }
  return { returned, others };
}

/** `losses.focal`, when it is nothing but names. */
function dotted(tree: unknown): string | undefined {
  if (!isTreeNode(tree)) return undefined;
  if (tree.kind === 'name') return String(tree.name);
  const object = tree.kind === 'attribute' ? dotted(tree.object) : undefined;
  return object === undefined ? undefined : `${object}.${String(tree.name)}`;
}

const isLocal = (tree: unknown, isTelling: (name: string) => boolean): boolean =>
  isTreeNode(tree) && tree.kind === 'name' && !isTelling(String(tree.name));

/** The name that an assignment binds, when it is one name and no more. */
function onlyTarget(tree: TreeNode): string | undefined {
  const [target, ...others] = tree.kind === 'assign' && Array.isArray(tree.targets) ? tree.targets : [];
  return others.length === 0 && isTreeNode(target) && target.kind === 'name' ? String(target.name) : undefined;
}
