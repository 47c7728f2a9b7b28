/**
 * Decorators that note a function somewhere and give it back: `@register_model`. Where only findings are wanted, they need not run again
 * when the document has run before, on import: what they note is there.
 */
import type { FunctionDefinition } from '@softlens/syntax';
import type { UserFunction, Value } from '../../values/value.ts';
import { isRelevant } from '../entries/relevance.ts';
import type { Run } from '../run/run.ts';
import { isTreeNode, otherScopes } from '../statements/tree.ts';

/** True for a decorator whose work is done, and which finds nothing. */
export function isRegistered(run: Run, decorator: Value): boolean {
  const fn = decorator.kind === 'method' ? decorator.function : decorator;
  const { document, topLevel } = run.frame;
  if (run.recorder || !topLevel || run.heap.depth === 0 || fn.kind !== 'function' || fn.decoration !== undefined) return false;
  return (
    run.session.modules.get(document.path)?.state === 'done' &&
    givesBack(fn, decorator.kind === 'method' ? 1 : 0) &&
    isSilent(run, fn)
  );
}

const silent = new WeakMap<object, boolean>();

function isSilent(run: Run, { definition, path }: UserFunction): boolean {
  const known = silent.get(definition);
  if (known !== undefined) return known;
  const document = run.session.project.module(path);
  const result = document !== undefined && definition.kind === 'function' && !isRelevant(run, document, definition);
  silent.set(definition, result);
  return result;
}

const returning = new WeakMap<object, boolean>();

/** Every way out returns the parameter, which nothing changes. */
function givesBack({ definition }: UserFunction, position: number): boolean {
  const known = returning.get(definition);
  if (known !== undefined) return known;
  const target = definition.params[position]?.target;
  const result =
    definition.kind === 'function' &&
    target?.kind === 'name' &&
    definition.body.at(-1)?.kind === 'return' &&
    leavesAlone(definition.body, target.name);
  returning.set(definition, result);
  return result;
}

const maxNodes = 2_000;

function leavesAlone(body: FunctionDefinition['body'], parameter: string): boolean {
  const isParameter = (tree: unknown): boolean => isTreeNode(tree) && tree.kind === 'name' && tree.name === parameter;
  const rooted = (tree: unknown): boolean => isParameter(tree) || (isTreeNode(tree) && 'object' in tree && rooted(tree.object));
  const queue: unknown[] = [...body];
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i];
    if (i > maxNodes) return false;
    if (Array.isArray(node)) queue.push(...node);
    if (!isTreeNode(node)) continue;
    if (otherScopes.has(node.kind)) return false;
    if (node.kind === 'return' && !isParameter(node.value)) return false;
    if ('target' in node && rooted(node.target)) return false;
    if ('targets' in node && Array.isArray(node.targets) && node.targets.some(rooted)) return false;
    queue.push(...Object.values(node));
  }
  return true;
}
